/**
 * How many requests a second reach each service when people ask at the peak, from callers to callees; circles by rounds.
 *
 * Where nobody has counted calls, one on each way can multiply without sense: a service is then called at most so often
 * for one request of a user.
 */
import { note } from '../notes.js';
import type { System } from '../system.js';
import { type CallGraph, growing, tellDamped } from './call-graph.js';
import type { Entry } from './entries.js';

/** Calls of one service for one request of a user, where nobody has counted them. */
const MOST_ASSUMED_CALLS = 10;
const MOST_ROUNDS = 1000;
const SETTLED = 1e-9;
const MOST_TOLD = 20;

export function loadsOf(system: System, graph: CallGraph, entries: ReadonlyMap<string, Entry>): Map<string, number> {
  const asked = [...entries.values()].reduce((sum, { peakPerSecond }) => sum + peakPerSecond, 0);
  const loads = new Map<string, number>();
  const limit = asked * MOST_ASSUMED_CALLS;
  let told = 0;
  for (const members of graph.components) {
    const inside = new Set(members);
    const arrives = new Map<string, number>();
    for (const name of members) {
      const outer = (graph.to.get(name) ?? []).filter((edge) => !inside.has(edge.call.from) && !graph.loose.has(edge));
      const flow = (edges: typeof outer): number =>
        edges.reduce((sum, { call, calls }) => sum + (loads.get(call.from) ?? 0) * calls, 0);
      const guessed = outer.filter(({ assumed }) => assumed !== null);
      const from = flow(guessed);
      if (limit > 0 && from > limit) {
        for (const edge of guessed) {
          edge.calls = Number(((edge.calls * limit) / from).toPrecision(3));
          edge.assumed = `in all at most ${MOST_ASSUMED_CALLS} for a request of a user`;
        }
        if (++told <= MOST_TOLD) {
          const values = { name, calls: Number((from / asked).toPrecision(2)), limit: MOST_ASSUMED_CALLS };
          system.notes.push(note('fan-damped', system.services.get(name)?.at ?? null, values));
        }
      }
      arrives.set(name, (entries.get(name)?.peakPerSecond ?? 0) + flow(outer));
    }
    settle(members, inside, arrives, graph, loads);
  }
  return graph.loose.size === 0 ? loads : tieLoose(system, graph, entries, loads);
}

/** Of the requests of a service so many are such that went round a circle, at most; less where even that grows. */
const ROUND_AGAIN = 0.1;
const LEAST_ROUND_AGAIN = 1e-9;
/** What goes round may make so much more of all requests. */
const MOST_GROWTH = 1.5;

/** Loose calls get their number: rare enough that going round adds little and ends. */
function tieLoose(
  system: System,
  graph: CallGraph,
  entries: ReadonlyMap<string, Entry>,
  base: ReadonlyMap<string, number>,
): Map<string, number> {
  const ways = new Map<string, number>();
  for (const { call } of graph.loose) ways.set(call.to, (ways.get(call.to) ?? 0) + 1);
  const before = total(base);
  for (let share = ROUND_AGAIN; ; share /= 10) {
    for (const edge of graph.loose) {
      const { from, to } = edge.call;
      const ratio = (base.get(to) ?? 0) / Math.max(base.get(from) ?? 0, 1e-12) / (ways.get(to) ?? 1);
      edge.calls = Number((share * Math.min(1, Math.max(ratio, 1e-6))).toPrecision(2));
      edge.assumed = 'it closes a circle of calls';
    }
    const loads = withLoose(graph, entries, base);
    const isCalm = total(loads) <= before * MOST_GROWTH && growing(graph, () => true).length === 0;
    if (!isCalm && share > LEAST_ROUND_AGAIN) continue;
    for (const edge of [...graph.loose].slice(0, MOST_TOLD))
      tellDamped(edge, `${edge.call.to} -> ... -> ${edge.call.from} -> ${edge.call.to}`, system);
    return loads;
  }
}

const LOOSE_ROUNDS = 50;

/** In order from callers to callees, again and again, until what goes round has settled. */
function withLoose(
  graph: CallGraph,
  entries: ReadonlyMap<string, Entry>,
  base: ReadonlyMap<string, number>,
): Map<string, number> {
  const loads = new Map(base);
  for (let round = 0; round < LOOSE_ROUNDS; round++) {
    let moved = 0;
    for (const name of graph.components.flat()) {
      const flow = (graph.to.get(name) ?? []).reduce(
        (sum, { call, calls }) => sum + (loads.get(call.from) ?? 0) * calls,
        0,
      );
      const load = (entries.get(name)?.peakPerSecond ?? 0) + flow;
      moved = Math.max(moved, Math.abs(load - (loads.get(name) ?? 0)) / Math.max(load, 1e-12));
      loads.set(name, load);
    }
    if (moved < SETTLED) break;
  }
  return loads;
}

function total(loads: ReadonlyMap<string, number>): number {
  return [...loads.values()].reduce((sum, load) => sum + load, 0);
}

function settle(
  members: readonly string[],
  inside: ReadonlySet<string>,
  arrives: ReadonlyMap<string, number>,
  graph: CallGraph,
  loads: Map<string, number>,
): void {
  for (const name of members) loads.set(name, arrives.get(name) ?? 0);
  if (members.length === 1) return;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = 0;
    for (const name of members) {
      const around = (graph.to.get(name) ?? [])
        .filter(({ call }) => inside.has(call.from))
        .reduce((sum, { call, calls }) => sum + (loads.get(call.from) ?? 0) * calls, 0);
      const load = (arrives.get(name) ?? 0) + around;
      moved = Math.max(moved, Math.abs(load - (loads.get(name) ?? 0)) / Math.max(load, 1e-12));
      loads.set(name, load);
    }
    if (moved < SETTLED) return;
  }
}
