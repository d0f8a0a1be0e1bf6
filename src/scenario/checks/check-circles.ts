/**
 * Circles among services.
 *
 * Calls: with `g = calls x (1 + retries)` calls on each edge, a circle whose product is 1 or more makes each request
 * call itself without end; so do circles that cross when the matrix I - G has no inverse without negative entries,
 * which elimination shows by a pivot that is not positive (Berman and Plemmons, Nonnegative Matrices, 1979, theorem 6.2.3).
 * Starts: a circle with a `startup` or `operate` need in it cannot begin by itself; it is told, not refused.
 * Left out: caches, which save calls only while they are warm.
 */

import type { Dependency, Scenario } from '../model.js';
import type { CheckFinding } from './check.js';
import { strongComponents } from './strong-components.js';

/** What of a need counts in a circle. */
export type Call = Pick<Dependency, 'service' | 'path' | 'kind' | 'calls' | 'retries' | 'retryBudget'>;

/** Who calls whom. */
export interface Caller {
  readonly id: string;
  readonly needs: readonly Call[];
}

interface Edge {
  readonly to: string;
  readonly need: Call;
}

/** Calls in a circle, each begun by the callee of the one before. */
export interface AmplifyingCircle {
  readonly calls: readonly Call[];
  /** `a -> b -> a` */
  readonly text: string;
  /** Calls that one call round the circle leads to. */
  readonly gain: number;
}

type Graph = ReadonlyMap<string, readonly Edge[]>;

export function checkCalls(scenario: Scenario): CheckFinding[] {
  return amplifyingCircles(scenario.services).map(({ calls, text, gain }) => ({
    code: 'amplifying-circle',
    at: calls[0].path,
    on: 'key',
    values: { circle: text, gain: short(gain) },
  }));
}

/** Of each knot of services that calls itself without end, the strongest circle. */
export function amplifyingCircles(services: readonly Caller[]): AmplifyingCircle[] {
  const graph = graphOf(services, ({ kind }) => kind === 'required' || kind === 'optional');
  return circlesOf(graph).flatMap((members): AmplifyingCircle[] => {
    if (!growsWithoutEnd(members, graph)) return [];
    const circle = strongestCircle(members, graph);
    return [{ calls: circle.map(({ need }) => need), text: named(circle), gain: gainOf(circle) }];
  });
}

export function checkStarts(scenario: Scenario): CheckFinding[] {
  const graph = graphOf(
    scenario.services,
    ({ kind }) => kind === 'required' || kind === 'startup' || kind === 'operate',
  );
  return circlesOf(graph).flatMap((members): CheckFinding[] => {
    const inside = new Set(members);
    for (const from of members) {
      for (const edge of graph.get(from) ?? []) {
        if (edge.need.kind === 'required' || !inside.has(edge.to)) continue;
        const circle = [edge, ...shortestWay(edge.to, from, inside, graph)];
        return [{ code: 'startup-circle', at: edge.need.path, on: 'key', values: { circle: named(circle) } }];
      }
    }
    return [];
  });
}

function graphOf(services: readonly Caller[], wanted: (need: Call) => boolean): Graph {
  const ids = new Set(services.map(({ id }) => id));
  return new Map(
    services.map(({ id, needs }) => [
      id,
      needs.filter((need) => wanted(need) && ids.has(need.service)).map((need) => ({ to: need.service, need })),
    ]),
  );
}

/** Sets of services that reach each other, each sorted by id, and services that call themselves. */
function circlesOf(graph: Graph): string[][] {
  return strongComponents(new Map([...graph].map(([id, edges]) => [id, edges.map(({ to }) => to)])))
    .filter((members) => members.length > 1 || (graph.get(members[0]) ?? []).some(({ to }) => to === members[0]))
    .map((members) => members.sort())
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function gain({ calls, retries, retryBudget }: Call): number {
  return calls * (1 + (retryBudget === null ? retries : Math.min(retries, retryBudget)));
}

/** A limit of exactly one call for one grows too. */
const ROUNDING = 1e-9;

/** Elimination costs the cube of its size; a larger knot is judged by its strongest circle alone. */
const LARGEST_KNOT = 300;

function growsWithoutEnd(members: readonly string[], graph: Graph): boolean {
  const n = members.length;
  if (n > LARGEST_KNOT) return gainOf(strongestCircle(members, graph)) >= 1 - ROUNDING;
  const index = new Map(members.map((id, i) => [id, i]));
  const matrix = members.map((id, i) => {
    const row = new Float64Array(n);
    row[i] = 1;
    for (const { to, need } of graph.get(id) ?? []) {
      const column = index.get(to);
      if (column !== undefined) row[column] -= gain(need);
    }
    return row;
  });
  for (let pivot = 0; pivot < n; pivot++) {
    if (matrix[pivot][pivot] <= ROUNDING) return true;
    for (let row = pivot + 1; row < n; row++) {
      const factor = matrix[row][pivot] / matrix[pivot][pivot];
      if (factor === 0) continue;
      for (let column = pivot; column < n; column++) matrix[row][column] -= factor * matrix[pivot][column];
    }
  }
  return false;
}

/** Of the shortest circles through each call, the one with the greatest gain. */
function strongestCircle(members: readonly string[], graph: Graph): Edge[] {
  const inside = new Set(members);
  let best: Edge[] = [];
  let tried = 0;
  for (const from of members) {
    for (const edge of graph.get(from) ?? []) {
      if (!inside.has(edge.to) || (best.length > 0 && ++tried > LARGEST_KNOT)) continue;
      const circle = [edge, ...shortestWay(edge.to, from, inside, graph)];
      if (best.length === 0 || gainOf(circle) > gainOf(best)) best = circle;
    }
  }
  return best;
}

/** Breadth first; empty when it is there already. Within a knot there is always a way. */
function shortestWay(from: string, to: string, inside: ReadonlySet<string>, graph: Graph): Edge[] {
  const cameBy = new Map<string, { edge: Edge; before: string }>();
  const queue = [from];
  for (let i = 0; i < queue.length && queue[i] !== to; i++) {
    for (const edge of graph.get(queue[i]) ?? []) {
      if (!inside.has(edge.to) || edge.to === from || cameBy.has(edge.to)) continue;
      cameBy.set(edge.to, { edge, before: queue[i] });
      queue.push(edge.to);
    }
  }
  const way: Edge[] = [];
  for (let at = to; at !== from; ) {
    const step = cameBy.get(at);
    if (step === undefined) break;
    way.push(step.edge);
    at = step.before;
  }
  return way.reverse();
}

function gainOf(circle: readonly Edge[]): number {
  return circle.reduce((product, { need }) => product * gain(need), 1);
}

/** `a -> b -> a` */
function named(circle: readonly Edge[]): string {
  const last = circle[circle.length - 1].to;
  return [last, ...circle.map(({ to }) => to)].join(' -> ');
}

function short(gainValue: number): string {
  return String(Number(gainValue.toPrecision(3)));
}
