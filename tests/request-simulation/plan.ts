/**
 * A checked scenario as places that hold requests and the calls between them: what the request simulation runs on.
 *
 * Compiled from the scenario alone and not from the world's own compilation, so that a mistake there is not shared.
 */
import { mean } from '../../src/engine/distributions.js';
import type { Dependency, Routing, Scenario, Service, Users } from '../../src/scenario/model.js';

/** Latency between two sites that the scenario does not link, seconds; the world's own assumption. */
const DEFAULT_LATENCY = 0.001;
/** Where users are: no site, and no way to go. */
export const USERS = -1;

/** A deployment, or a journey (without servers, queue or own work). */
export interface PlacePlan {
  readonly index: number;
  /** `store@here`, or a journey's id. */
  readonly id: string;
  /** null for a journey. */
  readonly service: Service | null;
  readonly site: number;
  readonly routed: boolean;
  readonly servers: number;
  readonly zones: readonly { readonly id: string; readonly servers: number }[];
  readonly capacityPerServer: number;
  readonly coresPerServer: number;
  readonly workersPerServer: number;
  readonly queuePerServer: number;
  /** Its calls, in order; indices of routes. */
  readonly calls: readonly number[];
}

/** Calls from one place (or from users) to one service (or journey). */
export interface RoutePlan {
  readonly index: number;
  /** Calling place; -1 for users. */
  readonly from: number;
  readonly fromSite: number;
  /** Source of demand; -1 unless users call. */
  readonly source: number;
  readonly kind: 'required' | 'optional' | 'async' | 'users';
  readonly calls: number;
  readonly timeout: number;
  readonly retries: number;
  readonly backoff: number;
  readonly budget: number | null;
  readonly parallel: number | null;
  readonly dependency: Dependency | null;
  readonly routing: Routing;
  /** Places that may answer, nearest first, with the way there in seconds. */
  readonly targets: readonly { readonly place: number; readonly latency: number; readonly weight: number }[];
}

export interface SourcePlan {
  readonly index: number;
  /** Id of the service or journey. */
  readonly id: string;
  readonly users: Users;
  readonly profile: readonly number[];
  readonly route: number;
}

export interface Plan {
  readonly scenario: Scenario;
  readonly sites: readonly string[];
  readonly places: readonly PlacePlan[];
  readonly routes: readonly RoutePlan[];
  readonly sources: readonly SourcePlan[];
}

export function planRequests(scenario: Scenario): Plan {
  const sites = scenario.sites.map((site) => site.id);
  const latency = (from: number, to: number): number => {
    if (from === USERS || to === USERS || from === to) return 0;
    const link = scenario.links.find(
      ({ between: [a, b] }) => (a === sites[from] && b === sites[to]) || (b === sites[from] && a === sites[to]),
    );
    return link ? link.latencySeconds : DEFAULT_LATENCY;
  };

  const places: (PlacePlan & { calls: number[] })[] = [];
  const answering = new Map<string, number[]>();
  for (const service of scenario.services) {
    for (const deployment of service.deployments) {
      const index = places.length;
      answering.set(service.id, [...(answering.get(service.id) ?? []), index]);
      places.push({
        index,
        id: `${service.id}@${deployment.site}`,
        service,
        site: sites.indexOf(deployment.site),
        routed: deployment.role === 'active',
        servers: deployment.servers,
        zones: deployment.zones.map((part) => ({ id: `${deployment.site}/${part.zone}`, servers: part.servers })),
        capacityPerServer: deployment.capacityPerServer,
        coresPerServer: deployment.capacityPerServer * mean(service.serviceTime),
        workersPerServer: deployment.workersPerServer,
        queuePerServer: service.queuePerServer,
        calls: [],
      });
    }
  }
  for (const journey of scenario.journeys) {
    const index = places.length;
    answering.set(`journey ${journey.id}`, [index]);
    places.push({
      index,
      id: journey.id,
      service: null,
      site: USERS,
      routed: true,
      servers: 1,
      zones: [],
      capacityPerServer: 1,
      coresPerServer: 0,
      workersPerServer: 0,
      queuePerServer: 0,
      calls: [],
    });
  }

  const routes: RoutePlan[] = [];
  const targetsOf = (fromSite: number, callee: string): RoutePlan['targets'] =>
    (answering.get(callee) ?? [])
      .map((place) => ({
        place,
        latency: latency(fromSite, places[place].site),
        weight: places[place].service
          ? places[place].servers * (places[place].service as Service).deployments[0].capacityPerServer
          : 1,
      }))
      .sort((a, b) => a.latency - b.latency || a.place - b.place);
  const routingOf = (callee: string): Routing =>
    scenario.services.find((service) => service.id === callee)?.routing ?? 'nearest';

  for (const place of places) {
    const needs = place.service?.needs ?? scenario.journeys.find((journey) => journey.id === place.id)?.needs ?? [];
    for (const need of needs) {
      if (need.kind === 'startup' || need.kind === 'operate') continue;
      place.calls.push(routes.length);
      routes.push({
        index: routes.length,
        from: place.index,
        fromSite: place.site,
        source: -1,
        kind: need.kind,
        calls: need.calls,
        timeout: need.timeoutSeconds,
        retries: need.retries,
        backoff: need.backoffSeconds,
        budget: need.retryBudget,
        parallel: need.parallel,
        dependency: need,
        routing: routingOf(need.service),
        targets: targetsOf(place.site, need.service),
      });
    }
  }

  const profiles = new Map(scenario.profiles.map((profile) => [profile.id, profile.steps]));
  const sources: SourcePlan[] = [];
  const addSource = (id: string, users: Users, callee: string): void => {
    sources.push({
      index: sources.length,
      id,
      users,
      profile: profiles.get(users.profile) as readonly number[],
      route: routes.length,
    });
    routes.push({
      index: routes.length,
      from: -1,
      fromSite: USERS,
      source: sources.length - 1,
      kind: 'users',
      calls: 1,
      timeout: users.timeoutSeconds,
      retries: users.retries,
      backoff: users.backoffSeconds,
      budget: users.retryBudget,
      parallel: null,
      dependency: null,
      routing: routingOf(callee),
      targets: targetsOf(USERS, callee),
    });
  };
  for (const service of scenario.services) if (service.users) addSource(service.id, service.users, service.id);
  for (const journey of scenario.journeys) addSource(journey.id, journey.users, `journey ${journey.id}`);
  return { scenario, sites, places, routes, sources };
}
