/**
 * Which services cannot work without which others: required, startup and operate needs, without flow or time.
 *
 * The tools of the boot are needed by every service that has machines. Optional and async needs are left out: nobody waits for them.
 */
import type { Topology } from '../../topology.js';

export interface NeedGraph {
  /** By service: services that it needs, ascending, each once. */
  readonly needs: readonly (readonly number[])[];
  /** By service: services that need it, ascending, each once. */
  readonly neededBy: readonly (readonly number[])[];
}

export function needGraph(topology: Topology): NeedGraph {
  const needs = topology.services.map(() => new Set<number>());
  for (const { service, callee, spec } of topology.dependencies) {
    if (service >= 0 && service !== callee && spec.kind !== 'optional' && spec.kind !== 'async')
      needs[service].add(callee);
  }
  const tools = bootTools(topology);
  for (const { index, deployments } of topology.services) {
    if (deployments.length > 0) for (const tool of tools) if (tool !== index) needs[index].add(tool);
  }
  const neededBy = topology.services.map((): number[] => []);
  const sorted = needs.map((set) => [...set].sort((a, b) => a - b));
  sorted.forEach((callees, service) => {
    for (const callee of callees) neededBy[callee].push(service);
  });
  return { needs: sorted, neededBy };
}

/** Indices of the services that make booting fast, ascending. */
export function bootTools(topology: Topology): readonly number[] {
  return topology.scenario.recovery.boot.tools
    .map((id) => topology.serviceIndex.get(id) ?? -1)
    .filter((service) => service >= 0)
    .sort((a, b) => a - b);
}

/**
 * The largest value that can be reached from each service along edges, its own included: values spread until nothing
 * changes, so that circles are no trouble.
 */
export function spread(
  values: Float64Array,
  along: readonly (readonly number[])[],
  add: (value: number, from: number, to: number) => number,
): Float64Array {
  const best = values.slice();
  // A longest way visits each service once at most; a circle with weights would otherwise grow for ever.
  for (let round = 0; round < values.length; round++) {
    let changed = false;
    along.forEach((targets, from) => {
      for (const to of targets) {
        const value = add(best[from], from, to);
        if (value > best[to]) {
          best[to] = value;
          changed = true;
        }
      }
    });
    if (!changed) break;
  }
  return best;
}
