/**
 * What still works once something is gone and everybody has noticed, worked out without running.
 *
 * Success is a share of requests, and the most that a run could show: servers that are left are taken to be enough, waits
 * to be short, caches warm, and standbys promoted that can be (with their tools, or by hand, however long that takes).
 * Calls go where routing sends them: to the nearest, or to all by capacity. A need that fails takes its share of the
 * requests with it; data without a copy in reach takes all, a lost quorum the writes.
 * A service's success is what its own users get, where it has any; what other services get of it is theirs.
 * Left out: capacity (see the rule `no-room-elsewhere`), rebuilding on spare servers, repair, optional and async needs.
 */
import type { Dependency, Deployment, Scenario, Service, Users } from '../../scenario/model.js';
import { type Loss, pairOf } from './loss.js';

/** Below this a service is down. */
export const SERVES = 0.5;

export interface Standing {
  /** Success of a service or a journey, as its users get it. */
  success(id: string): number;
  /** Some of its servers work and get traffic. */
  hasServers(service: string): boolean;
  /** Deployments that get traffic and work. */
  serving(service: string): readonly Deployment[];
}

interface Node {
  readonly deployment: Deployment;
  readonly isAlive: boolean;
  isRouted: boolean;
  success: number;
}

/** Without changes above this the equilibrium is reached. */
const TOLERANCE = 1e-9;

export function standingAfter(scenario: Scenario, loss: Loss): Standing {
  return standingsOf(scenario)(loss);
}

/** The same for many losses of one scenario: what does not depend on the loss is worked out once. */
export function standingsOf(scenario: Scenario): (loss: Loss) => Standing {
  const parts: Parts = {
    services: new Map(scenario.services.map((service) => [service.id, service])),
    latency: latencies(scenario),
    order: deepestFirst(scenario),
    places: callerPlaces(scenario),
  };
  return (loss) => standing(scenario, parts, loss);
}

interface Parts {
  readonly services: ReadonlyMap<string, Service>;
  readonly latency: (a: string, b: string) => number;
  readonly order: readonly Service[];
  readonly places: ReadonlyMap<string, readonly (string | null)[]>;
}

function standing(scenario: Scenario, { services, latency, order, places }: Parts, loss: Loss): Standing {
  const nodes = new Map(scenario.services.map((service) => [service.id, nodesOf(service, loss)]));

  const reaches = (place: string | null, site: string): boolean =>
    place === null || place === site || !loss.cuts.has(pairOf(place, site));

  /** Share of the attempts that a call from a place (null: users) gets through. */
  function quality(place: string | null, id: string, retries: number): number {
    const { routing } = services.get(id) as Service;
    const within = (nodes.get(id) as readonly Node[]).filter(
      ({ isAlive, isRouted, deployment }) => isAlive && isRouted && reaches(place, deployment.site),
    );
    if (within.length === 0) return 0;
    if (within.length === 1) return afterRetries(within[0].success, retries);
    const far = ({ deployment }: Node): number => (place === null ? 0 : latency(place, deployment.site));
    const nearest = Math.min(...within.map(far));
    const near = routing === 'spread' ? within : within.filter((node) => far(node) === nearest);
    const taken = routing === 'spill' ? near.slice(0, 1) : near;
    const all = taken.reduce((sum, { deployment }) => sum + capacityOf(deployment), 0);
    const once = taken.reduce((sum, node) => sum + (node.success * capacityOf(node.deployment)) / all, 0);
    return afterRetries(once, retries);
  }

  /** Share of the requests that get what they need from others. */
  function served(place: string | null, needs: readonly Dependency[]): number {
    let share = 1;
    for (const need of needs) {
      if (need.kind !== 'required' || !services.has(need.service)) continue;
      const fails = (need.cache ? 1 - need.cache.hits : 1) * (1 - quality(place, need.service, need.retries));
      share *= need.calls <= 1 ? 1 - need.calls * fails : power(1 - fails, need.calls);
    }
    return share;
  }

  function settle(): void {
    for (const list of nodes.values()) for (const node of list) node.success = node.isAlive ? 1 : 0;
    for (let moved = 1; moved > TOLERANCE; ) {
      moved = 0;
      for (const service of order) {
        const list = nodes.get(service.id) as readonly Node[];
        for (const node of list) {
          if (!node.isAlive) continue;
          const { site } = node.deployment;
          const success = served(site, service.needs) * withData(service, list, site, loss, reaches, scenario);
          moved = Math.max(moved, Math.abs(node.success - success));
          node.success = success;
        }
      }
    }
  }

  /** Standbys of a service whose originals nobody reaches; true when there are any that can be promoted. */
  function promote(): boolean {
    let any = false;
    for (const service of scenario.services) {
      const list = nodes.get(service.id) as readonly Node[];
      const isSeen = list.some(
        ({ isAlive, isRouted, deployment }) =>
          isAlive &&
          isRouted &&
          (places.get(service.id) as readonly (string | null)[]).some((place) => reaches(place, deployment.site)),
      );
      if (isSeen || !canPromote(service)) continue;
      for (const node of list) {
        if (!node.isAlive || node.isRouted) continue;
        node.isRouted = true;
        any = true;
      }
    }
    return any;
  }

  function canPromote({ failover, needs }: Service): boolean {
    return (
      failover.byHandFactor !== null ||
      needs.every(({ kind, service }) => kind !== 'operate' || quality(null, service, 0) >= SERVES)
    );
  }

  // What is promoted may be the tool by which others are.
  do settle();
  while (promote());

  const asked = new Map<string, number>();
  for (const { id, users } of scenario.services) asked.set(id, quality(null, id, users?.retries ?? 0));
  for (const { id, needs, users } of scenario.journeys) asked.set(id, afterRetries(served(null, needs), users.retries));
  const serving = (id: string): readonly Deployment[] =>
    (nodes.get(id) ?? []).filter(({ isAlive, isRouted }) => isAlive && isRouted).map(({ deployment }) => deployment);
  return {
    success: (id) => asked.get(id) ?? 0,
    serving,
    hasServers: (id) => serving(id).length > 0,
  };
}

export function capacityOf({ servers, capacityPerServer }: Deployment): number {
  return servers * capacityPerServer;
}

/** Everything that has users: services and journeys, by id. Where nobody has users, all services. */
export function faced({
  services,
  journeys,
}: Scenario): readonly { readonly id: string; readonly users: Users | null }[] {
  const withUsers = [...services.filter(({ users }) => users !== null), ...journeys];
  const all = withUsers.length > 0 ? withUsers : services;
  return [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function nodesOf({ id, deployments }: Service, loss: Loss): readonly Node[] {
  return deployments.map((deployment) => ({
    deployment,
    isAlive:
      !loss.services.has(id) &&
      deployment.zones.some(({ zone, servers }) => servers > 0 && !loss.zones.has(`${deployment.site}/${zone}`)),
    isRouted: deployment.role === 'active',
    success: 1,
  }));
}

/** One attempt in so many gets through; the next is a new try, and nothing helps where none does. */
function afterRetries(once: number, retries: number): number {
  return once <= 0 || once >= 1 ? once : 1 - power(1 - once, 1 + retries);
}

/** A whole power, or the next lower one: what is left of a call is nothing. */
function power(base: number, exponent: number): number {
  let product = 1;
  for (let i = 1; i <= exponent; i++) product *= base;
  return product;
}

/** Share of the requests that a place can serve with the copies that it reaches. */
function withData(
  { data, deployments }: Service,
  nodes: readonly Node[],
  site: string,
  loss: Loss,
  reaches: (place: string, site: string) => boolean,
  { sites }: Scenario,
): number {
  if (data === null) return 1;
  const hasPower = (id: string): boolean =>
    sites.some((each) => each.id === id && each.zones.some((zone) => !loss.zones.has(`${id}/${zone.id}`)));
  const isLive = (copy: string): boolean => {
    const own = deployments.findIndex((each) => each.site === copy && each.role !== 'cold-standby');
    return own >= 0 ? nodes[own].isAlive : hasPower(copy);
  };
  const live = data.copies.filter(isLive);
  const within = live.filter((copy) => reaches(site, copy));
  if (within.length === 0) return 0;
  if (data.replication !== 'sync') return 1;
  const votes = within.map((copy) => {
    const { witness } = data;
    const agrees = witness !== null && hasPower(witness) && reaches(copy, witness);
    return live.filter((other) => reaches(copy, other)).length + (agrees ? 1 : 0);
  });
  return Math.max(...votes) >= data.quorum || data.onSplit === 'split' ? 1 : 1 - data.writes;
}

/** One way, seconds; sites without a stated link are as near as any (src/world/topology.ts). */
function latencies({ links }: Scenario): (a: string, b: string) => number {
  const stated = new Map(links.map(({ between: [a, b], latencySeconds }) => [pairOf(a, b), latencySeconds]));
  return (a, b) => (a === b ? 0 : (stated.get(pairOf(a, b)) ?? 0.001));
}

/** Where each service is called from: the sites of its callers, and null for users. */
function callerPlaces({ services, journeys }: Scenario): ReadonlyMap<string, readonly (string | null)[]> {
  const places = new Map<string, Set<string | null>>(
    services.map(({ id, users }) => [id, new Set<string | null>(users ? [null] : [])]),
  );
  for (const { needs, deployments } of services)
    for (const { service } of needs) for (const { site } of deployments) places.get(service)?.add(site);
  for (const { needs } of journeys) for (const { service } of needs) places.get(service)?.add(null);
  return new Map([...places].map(([id, set]) => [id, set.size > 0 ? [...set] : [null]]));
}

/** Callees before callers, but in circles: then one round is mostly enough. */
function deepestFirst({ services }: Scenario): readonly Service[] {
  const byId = new Map(services.map((service) => [service.id, service]));
  const done = new Set<string>();
  const order: Service[] = [];
  for (const root of services) {
    const path = [{ service: root, next: 0 }];
    if (done.has(root.id)) continue;
    done.add(root.id);
    while (path.length > 0) {
      const visit = path[path.length - 1];
      const need = visit.service.needs[visit.next++];
      if (need === undefined) {
        order.push(visit.service);
        path.pop();
        continue;
      }
      const callee = byId.get(need.service);
      if (callee === undefined || done.has(callee.id)) continue;
      done.add(callee.id);
      path.push({ service: callee, next: 0 });
    }
  }
  return order;
}
