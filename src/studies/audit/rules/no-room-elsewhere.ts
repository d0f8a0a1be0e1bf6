/**
 * A service in several sites whose other sites cannot carry the load of one that is lost.
 *
 * Load is what its users and callers ask at the busiest time of the day had nothing failed; room is servers times
 * capacity of what works then. Left out: workers held by slow callees, retries, users who come back all at once.
 */
import { createRecorder } from '../../../record/record-writer.js';
import type { Scenario, Site } from '../../../scenario/model.js';
import { depthOfServices } from '../../../world/flow/depth.js';
import { NominalDemand } from '../../../world/flow/nominal.js';
import { compileTopology } from '../../../world/topology.js';
import type { AuditFacts } from '../facts.js';
import type { AuditRule, Found } from '../finding.js';
import { capacityOf, SERVES } from '../standing.js';

export const noRoomElsewhere: AuditRule = {
  id: 'no-room-elsewhere',
  find: (facts) => {
    const loads = busiest(facts.scenario);
    return facts.sites.flatMap((site) =>
      facts.scenario.services.flatMap(({ id }) => findingOf(facts, site, id, loads.get(id) ?? 0)),
    );
  },
};

function findingOf(
  { services, undisturbed, afterSite }: AuditFacts,
  site: Site,
  id: string,
  load: number,
): readonly Found[] {
  const service = services.get(id);
  if (service === undefined || !service.deployments.some((each) => each.site === site.id)) return [];
  const room = (standing: AuditFacts['undisturbed']): number =>
    standing.serving(id).reduce((sum, deployment) => sum + capacityOf(deployment), 0);
  const left = room(afterSite(site));
  // What has no room as it stands has another trouble.
  if (left === 0 || left >= load || room(undisturbed) < load) return [];
  return [
    {
      severity: left < load * SERVES ? 'error' : 'warning',
      subject: id,
      paths: [`${service.path}.deploy`, service.path],
      affected: [id],
      message: (say) =>
        say.in(
          `without ${say.site(site.id)}, ${say.service(id)} can do ${say.number(left)} of the ${say.number(load)} requests a second of its busiest time`,
          `${say.site(site.id)} 상실 시 ${say.service(id)} 처리 능력: 최대 수요 초당 ${say.number(load)}건 중 ${say.number(left)}건`,
        ),
      advice: (say) =>
        say.in(
          `give its other sites ${say.share(load / left - 1)} more servers`,
          `다른 데이터센터의 서버를 ${say.share(load / left - 1)} 증설`,
        ),
    },
  ];
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
