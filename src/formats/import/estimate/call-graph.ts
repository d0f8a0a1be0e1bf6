/**
 * The calls of a system as a graph of numbers: calls per request, assumed to be one where the source does not say.
 *
 * A call that closes a circle and that nobody has counted is loose: it is left out of the order from callers to callees,
 * and gets its number once all others have theirs (`loads.ts`).
 */
import { amplifyingCircles } from '../../../scenario/checks/check-circles.js';
import { strongComponents } from '../../../scenario/checks/strong-components.js';
import { note } from '../notes.js';
import type { ImportedCall, System } from '../system.js';

export interface Edge {
  readonly call: ImportedCall;
  calls: number;
  /** Why the number is not the source's; null where it is. */
  assumed: string | null;
}

export interface CallGraph {
  /** Calls that carry requests, in the source's order. Needs to start or to repair are not among them. */
  readonly edges: readonly Edge[];
  readonly from: ReadonlyMap<string, readonly Edge[]>;
  readonly to: ReadonlyMap<string, readonly Edge[]>;
  readonly loose: ReadonlySet<Edge>;
  /** Services, callers before callees but for loose calls; those that call each other in counted circles together. */
  readonly components: readonly (readonly string[])[];
}

export function callGraphOf(system: System): CallGraph {
  const edges = [...system.calls.values()]
    .filter(({ kind }) => kind !== 'startup' && kind !== 'operate')
    .map((call) => edgeOf(call, system));
  const from = grouped(edges, ({ call }) => call.from);
  const to = grouped(edges, ({ call }) => call.to);
  const names = [...system.services.keys()];
  const knots = componentsOf(names, from, new Set()).filter((members) => members.length > 1);
  tellCircles(knots, from, system);
  const loose = new Set(closingEdges(knots, from).filter(({ assumed }) => assumed !== null));
  return { edges, from, to, loose, components: componentsOf(names, from, loose) };
}

/** More calls for one request than these are a mistake of the count, or of the sampling. */
const MOST_CALLS = 10_000;

function edgeOf(call: ImportedCall, system: System): Edge {
  const { perRequest, from, to } = call;
  if (perRequest === null) return { call, calls: 1, assumed: 'one a request' };
  if (perRequest.value <= MOST_CALLS) return { call, calls: perRequest.value, assumed: null };
  const told = Number(perRequest.value.toPrecision(3));
  system.notes.push(note('calls-capped', perRequest.at, { from, to, calls: told, limit: MOST_CALLS }));
  return { call, calls: MOST_CALLS, assumed: `${told} in the source` };
}

function componentsOf(
  names: readonly string[],
  from: CallGraph['from'],
  without: ReadonlySet<Edge>,
): readonly (readonly string[])[] {
  const callees = (name: string): string[] =>
    (from.get(name) ?? []).filter((edge) => !without.has(edge)).map(({ call }) => call.to);
  // Tarjan's algorithm finds callees first.
  return strongComponents(new Map(names.map((name) => [name, callees(name)]))).reverse();
}

function grouped(edges: readonly Edge[], key: (edge: Edge) => string): Map<string, Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const known = groups.get(key(edge));
    if (known === undefined) groups.set(key(edge), [edge]);
    else known.push(edge);
  }
  return groups;
}

/** What is left of a circle that would never end. */
const DAMPED_GAIN = 0.5;
const MOST_TOLD = 20;
const MOST_ROUNDS = 200;

/** Makes circles end that grow by the source's own numbers: a call of each is made rarer, and that is told. */
export function dampCircles(graph: CallGraph, system: System): void {
  let told = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const circles = growing(graph, (edge) => !graph.loose.has(edge));
    if (circles.length === 0) return;
    for (const { calls, gain, text } of circles) {
      const edge = graph.edges[Number(calls[calls.length - 1].path)];
      edge.calls = Number(((edge.calls * DAMPED_GAIN) / gain).toPrecision(3));
      edge.assumed = 'less than in the source, or a circle of calls would never end';
      if (++told <= MOST_TOLD) tellDamped(edge, text, system);
    }
  }
}

export function tellDamped({ call, calls }: Edge, circle: string, system: System): void {
  const share = `${Number((calls * 100).toPrecision(2))}%`;
  system.notes.push(note('circle-damped', call.at, { circle, from: call.from, to: call.to, share }));
}

/** Circles of calls that lead to more calls without end. A call's path is its number. */
export function growing(
  { edges, from, components }: CallGraph,
  counts: (edge: Edge) => boolean,
): ReturnType<typeof amplifyingCircles> {
  const numbers = new Map(edges.map((edge, i) => [edge, i]));
  const callers = components.flat().map((id) => ({
    id,
    needs: (from.get(id) ?? []).filter(counts).map((edge) => ({
      service: edge.call.to,
      path: String(numbers.get(edge)),
      kind: edge.call.kind,
      calls: edge.calls,
      retries: edge.call.retries?.value ?? 0,
      retryBudget: null,
    })),
  }));
  return amplifyingCircles(callers);
}

/** Edges that lead back to a service that is on the way: without them there is no circle. Depth first, without recursion. */
function closingEdges(knots: CallGraph['components'], from: CallGraph['from']): Edge[] {
  const closing: Edge[] = [];
  const state = new Map<string, 'open' | 'done'>();
  for (const members of knots) {
    const inside = new Set(members);
    for (const start of members) {
      if (state.has(start)) continue;
      state.set(start, 'open');
      const path = [{ name: start, next: 0 }];
      while (path.length > 0) {
        const visit = path[path.length - 1];
        const edge = from.get(visit.name)?.[visit.next++];
        if (edge === undefined) {
          state.set(visit.name, 'done');
          path.pop();
        } else if (inside.has(edge.call.to)) {
          const seen = state.get(edge.call.to);
          if (seen === 'open') closing.push(edge);
          else if (seen === undefined) {
            state.set(edge.call.to, 'open');
            path.push({ name: edge.call.to, next: 0 });
          }
        }
      }
    }
  }
  return closing;
}

function tellCircles(knots: CallGraph['components'], from: CallGraph['from'], system: System): void {
  for (const members of knots.slice(0, MOST_TOLD)) {
    const inside = new Set(members);
    const start = [...members].sort()[0];
    const circle = shortestCircle(start, inside, from);
    const more = members.length > circle.length - 1 ? ` (${members.length} services in all)` : '';
    const at = system.services.get(start)?.at ?? null;
    system.notes.push(note('circle', at, { circle: circle.join(' -> '), more }));
  }
}

/** `[a, b, a]` */
function shortestCircle(start: string, inside: ReadonlySet<string>, from: CallGraph['from']): string[] {
  const before = new Map<string, string>();
  const queue = [start];
  for (const name of queue) {
    for (const { call } of from.get(name) ?? []) {
      if (call.to === start) {
        const way = [start];
        for (let at = name; at !== start; at = before.get(at) as string) way.unshift(at);
        return [start, ...way];
      }
      if (!inside.has(call.to) || before.has(call.to)) continue;
      before.set(call.to, name);
      queue.push(call.to);
    }
  }
  return [start];
}
