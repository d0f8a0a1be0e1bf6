/**
 * Where services could be rebuilt: deployments without servers on the sites that have spare ones.
 *
 * The flow knows deployments only as the run begins, so each place where a service could be rebuilt is added before it:
 * the two sites with the most spare servers at which the service has none. Left out: rebuilding beside a standby.
 */
import type { Deployment, Scenario, Service, Site } from '../../../scenario/model.js';

const PLACES = 2;

/** The scenario with a place to rebuild each service of a class that can be; itself when there is nothing to add. */
export function withRebuildPlaces(scenario: Scenario): Scenario {
  if (scenario.recovery.strategy === 'wait') return scenario;
  const spare = scenario.sites.filter((site) => site.spareServers > 0).sort(mostSpareFirst);
  const canBe = new Set(scenario.classes.filter((kind) => kind.rebuild !== null).map((kind) => kind.id));
  if (spare.length === 0 || canBe.size === 0) return scenario;
  const services = scenario.services.map((service) =>
    canBe.has(service.class) ? withPlaces(service, spare) : service,
  );
  return { ...scenario, services };
}

/** True for a deployment that {@link withRebuildPlaces} added. */
export function isRebuildPlace(deployment: Deployment): boolean {
  return deployment.role === 'cold-standby' && deployment.zones.length === 0;
}

function withPlaces(service: Service, spare: readonly Site[]): Service {
  const [like] = [...service.deployments].sort((a, b) => b.servers - a.servers || (a.site < b.site ? -1 : 1));
  if (!like) return service;
  const added = spare
    .filter((site) => !service.deployments.some((each) => each.site === site.id))
    .slice(0, PLACES)
    .map(
      (site): Deployment => ({
        ...like,
        site: site.id,
        path: service.path,
        role: 'cold-standby',
        zones: [],
        costPerServer: 0,
      }),
    );
  const deployments = [...service.deployments, ...added].sort((a, b) =>
    a.site < b.site ? -1 : a.site > b.site ? 1 : 0,
  );
  return { ...service, deployments };
}

function mostSpareFirst(a: Site, b: Site): number {
  return b.spareServers - a.spareServers || (a.id < b.id ? -1 : 1);
}
