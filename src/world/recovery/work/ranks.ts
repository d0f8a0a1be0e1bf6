/**
 * In which order services are brought back: a place for each, 0 first.
 *
 * - `scenario`: as written in the file.
 * - `users`: most users first; a service inherits the greatest number of those that need it, or login and the object
 *   store, which have no users, would come last.
 * - `dependency`: those that others rest upon first, by the longest chain above them.
 * - a list: the services named in it, in its order; then the others, as by `users`.
 * - `critical-path`: the longest expected work from here to the end of those that need it (upward rank: Kelley and
 *   Walker 1959; Topcuoglu 2002).
 * Among equals a service comes before those that need it, then its id counts: the order of keys in a file changes
 * nothing but the order `scenario`.
 * Left out: orders that change while the work goes on.
 */
import { mean } from '../../../engine/distributions.js';
import type { ServiceClass } from '../../../scenario/model.js';
import type { Topology } from '../../topology.js';
import { type NeedGraph, needGraph, spread } from './need-graph.js';

/** Place of each service, by index; each place once. */
export function serviceRanks(topology: Topology): Int32Array {
  const graph = needGraph(topology);
  const greatest = greatness(topology, graph);
  const depth = supportDepth(topology, graph);
  const order = topology.services
    .map(({ index }) => index)
    .sort((a, b) => greatest[b] - greatest[a] || depth[b] - depth[a] || a - b);
  const place = new Int32Array(order.length);
  order.forEach((service, i) => {
    place[service] = i;
  });
  return place;
}

/** The greatest comes first. */
function greatness(topology: Topology, graph: NeedGraph): Float64Array {
  const { order } = topology.scenario.recovery;
  const users = (): Float64Array => spread(usersOf(topology), graph.needs, (value) => value);
  switch (order) {
    case 'scenario':
      return Float64Array.from(topology.services, ({ spec }) => -spec.order);
    case 'users':
      return users();
    case 'dependency':
      return supportDepth(topology, graph);
    case 'critical-path': {
      const work = Float64Array.from(topology.services, ({ spec }) => expectedWork(classOf(topology, spec.class)));
      return spread(work, graph.needs, (value, _from, to) => value + work[to]);
    }
    default:
      return listed(topology, order, users());
  }
}

/** Above 1 what is in the list, the first most; below 1 the others, by what they are worth otherwise. */
function listed(topology: Topology, order: readonly string[], worth: Float64Array): Float64Array {
  const most = worth.reduce((a, b) => Math.max(a, b), 0) + 1;
  return Float64Array.from(topology.services, ({ spec }, i) => {
    const place = order.indexOf(spec.id);
    return place < 0 ? worth[i] / most : order.length - place;
  });
}

/** People who use a service directly or in a journey. */
function usersOf(topology: Topology): Float64Array {
  const people = new Float64Array(topology.services.length);
  const { populations } = topology.scenario;
  for (const { service, journey, users } of topology.sources) {
    const count = (populations.find(({ id }) => id === users.population)?.people ?? 0) * users.share;
    const used =
      service >= 0
        ? [service]
        : topology.journeys[journey].calls
            .filter((d) => topology.dependencies[d].spec.kind === 'required')
            .map((d) => topology.dependencies[d].callee);
    for (const each of used) people[each] = Math.max(people[each], count);
  }
  return people;
}

/** Longest chain of services above: 0 when nobody needs it. A circle counts as its length at most. */
function supportDepth(topology: Topology, graph: NeedGraph): Float64Array {
  return spread(new Float64Array(topology.services.length), graph.needs, (value) =>
    Math.min(value + 1, topology.services.length),
  );
}

function expectedWork(kind: ServiceClass | undefined): number {
  return [kind?.check, kind?.start, kind?.verify].reduce((sum, plan) => sum + (plan ? mean(plan.duration) : 0), 0);
}

function classOf(topology: Topology, id: string): ServiceClass | undefined {
  return topology.scenario.classes.find((each) => each.id === id);
}
