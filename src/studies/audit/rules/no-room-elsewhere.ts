/**
 * A service that is left with too few servers when a site, or a zone of one, is lost: what is left of it cannot carry its
 * busiest time. Of zones the worst is told. A lost zone promotes no standby, since the rest of the site answers.
 *
 * Load is what its users and callers ask at the busiest time of the day had nothing failed; room is servers times
 * capacity of what works then. Left out: workers held by slow callees, retries, users who come back all at once.
 */
import { createRecorder } from '../../../record/record-writer.js';
import type { Scenario, Service } from '../../../scenario/model.js';
import { depthOfServices } from '../../../world/flow/depth.js';
import { NominalDemand } from '../../../world/flow/nominal.js';
import { compileTopology } from '../../../world/topology.js';
import type { AuditFacts } from '../facts.js';
import type { AuditRule, Found } from '../finding.js';
import { SERVES, type Standing } from '../standing.js';

export const noRoomElsewhere: AuditRule = {
  id: 'no-room-elsewhere',
  find: (facts) => {
    const loads = busiest(facts.scenario);
    return facts.scenario.services.flatMap((service) => {
      const load = loads.get(service.id) ?? 0;
      // What has no room as it stands has another trouble.
      if (roomIn(facts.undisturbed, service, everywhere) < load) return [];
      const sites = facts.sites
        .filter(({ id }) => service.deployments.some((each) => each.site === id))
        .map((site): Left => ({ site: site.id, zone: null, room: roomIn(facts.afterSite(site), service, everywhere) }));
      const worstZone = zonesLost(facts, service).sort((a, b) => a.room - b.room)[0];
      return [...sites, ...(worstZone === undefined ? [] : [worstZone])]
        .filter(({ room }) => room > 0 && room < load)
        .map((left) => findingOf(service, left, load));
    });
  },
};

interface Left {
  readonly site: string;
  /** Null: the whole site is lost. */
  readonly zone: string | null;
  /** Requests a second that what is left can do. */
  readonly room: number;
}

const everywhere = (): boolean => true;

/** Of what works, and of its zones those that are there. */
function roomIn(standing: Standing, { id }: Service, isThere: (site: string, zone: string) => boolean): number {
  return standing.serving(id).reduce((sum, { site, zones, capacityPerServer }) => {
    const servers = zones.reduce((count, part) => count + (isThere(site, part.zone) ? part.servers : 0), 0);
    return sum + servers * capacityPerServer;
  }, 0);
}

/** What is left of a service without each zone that has some of its servers, but not all that the site has of them. */
function zonesLost(facts: AuditFacts, service: Service): Left[] {
  return service.deployments.flatMap(({ site, zones, role }) => {
    if (role !== 'active' || zones.filter(({ servers }) => servers > 0).length < 2) return [];
    return zones.map(({ zone }) => ({
      site,
      zone,
      room: roomIn(facts.undisturbed, service, (at, part) => at !== site || part !== zone),
    }));
  });
}

function findingOf(service: Service, { site, zone, room }: Left, load: number): Found {
  const { id, path } = service;
  return {
    severity: room < load * SERVES ? 'error' : 'warning',
    subject: id,
    paths: [`${path}.deploy`, path],
    affected: [id],
    message: (say) => {
      const lost = zone === null ? say.site(site) : say.zone(`${site}/${zone}`);
      return say.in(
        `without ${lost}, ${say.service(id)} can do ${say.number(room)} of the ${say.number(load)} requests a second of its busiest time`,
        `${lost} 상실 시 ${say.service(id)} 처리 능력: 최대 수요 초당 ${say.number(load)}건 중 ${say.number(room)}건`,
      );
    },
    advice: (say) =>
      say.in(
        `give what is left ${say.share(load / room - 1)} more servers${zone === null ? '' : ', or spread it more evenly'}`,
        `남는 쪽의 서버를 ${say.share(load / room - 1)} 증설${zone === null ? '' : '하거나 더 고르게 분산'}`,
      ),
  };
}

/** What is asked of each service at its busiest time, a second. */
function busiest(scenario: Scenario): ReadonlyMap<string, number> {
  const topology = compileTopology(scenario, createRecorder());
  const demand = new NominalDemand(topology, depthOfServices(topology));
  const most = new Float64Array(topology.services.length);
  const steps = Math.max(1, ...topology.sources.map(({ profile }) => profile.length));
  for (let step = 0; step < steps; step++) {
    demand.carry(
      Float64Array.from(
        topology.sources,
        ({ users, profile }) => users.peakPerSecond * profile[Math.floor((step / steps) * profile.length)],
      ),
    );
    for (let s = 0; s < most.length; s++) most[s] = Math.max(most[s], demand.asked[s]);
  }
  return new Map(topology.services.map(({ spec, index }) => [spec.id, most[index]]));
}
