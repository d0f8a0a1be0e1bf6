/** A service that stands in another site as well: as many servers again, active, with room for them. */
import { shareOut } from '../../scenario/build/shares.js';
import type { Deployment, Scenario, Service, Site } from '../../scenario/model.js';
import { changeService, changeSite, inTurn, type Layout } from './change.js';

export interface Copy {
  readonly service: string;
  readonly site: string;
  readonly servers: number;
}

/** Where it could stand; null when it stands everywhere, or nowhere. */
export function copyOf(scenario: Scenario, id: string): Copy | null {
  const service = scenario.services.find((each) => each.id === id);
  if (service === undefined || service.deployments.length === 0) return null;
  const site = otherSite(scenario, service);
  return site === null ? null : { service: id, site: site.id, servers: likeOf(service).servers };
}

export function layoutOf(scenario: Scenario, copies: readonly Copy[]): Layout {
  const more = new Map<string, number>();
  for (const { site, servers } of copies) more.set(site, (more.get(site) ?? 0) + servers);
  const sites = [...more].map(([id, servers]) => {
    const site = scenario.sites.find((each) => each.id === id) as Site;
    return [id, { servers: site.servers + servers }];
  });
  const services = copies.map(({ service: id, site, servers }) => {
    const service = scenario.services.find((each) => each.id === id) as Service;
    const { capacityPerServer, workersPerServer } = likeOf(service);
    const deploy = { [site]: { servers, capacity: `${capacityPerServer}/s`, workers: workersPerServer } };
    return [id, service.data === null ? { deploy } : { deploy, data: { copies: copiesOf(service, site) } }];
  });
  return { sites: Object.fromEntries(sites), services: Object.fromEntries(services) };
}

export function withCopies(copies: readonly Copy[]): (scenario: Scenario) => Scenario {
  return inTurn(
    copies.flatMap(({ service, site, servers }) => [
      (scenario) => changeSite(scenario, site, (each) => ({ ...each, servers: each.servers + servers })),
      (scenario) => {
        const place = scenario.sites.find(({ id }) => id === site) as Site;
        return changeService(scenario, service, (each) => withCopy(each, place, servers));
      },
    ]),
  );
}

function withCopy(service: Service, site: Site, servers: number): Service {
  const like = likeOf(service);
  const copy: Deployment = {
    ...like,
    site: site.id,
    path: `services.${service.id}.deploy.${site.id}`,
    role: 'active',
    servers,
    zones: overZones(site, servers),
  };
  const others = service.deployments.filter((each) => each.site !== site.id);
  const deployments = [...others, copy].sort((a, b) => (a.site < b.site ? -1 : 1));
  const data = service.data === null ? null : { ...service.data, copies: copiesOf(service, site.id) };
  return { ...service, deployments, data };
}

const copiesOf = ({ data }: Service, site: string): readonly string[] => [...new Set([...(data?.copies ?? []), site])];

/** The largest of its active deployments. */
function likeOf({ deployments }: Service): Deployment {
  const active = deployments.filter(({ role }) => role === 'active');
  return [...(active.length > 0 ? active : deployments)].sort(
    (a, b) => b.servers - a.servers || (a.site < b.site ? -1 : 1),
  )[0];
}

/** The largest site that no fault of the file names, where it has nothing; of those that are hit the largest, else. */
function otherSite(scenario: Scenario, service: Service): Site | null {
  const isHit = ({ id }: Site): boolean => scenario.faults.some(({ parameters }) => parameters.site === id);
  const free = scenario.sites.filter(({ id }) => !service.deployments.some(({ site }) => site === id));
  const best = [...free].sort(
    (a, b) => Number(isHit(a)) - Number(isHit(b)) || b.servers - a.servers || (a.id < b.id ? -1 : 1),
  );
  return best[0] ?? null;
}

/** Whole servers by the zones' shares, the largest remainders one more, as a file without zones is read. */
function overZones(site: Site, servers: number): { zone: string; servers: number }[] {
  return shareOut(
    servers,
    site.zones.map(({ id, share }) => ({ id, share })),
  );
}
