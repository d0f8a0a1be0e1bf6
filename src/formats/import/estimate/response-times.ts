/**
 * How long each service takes to answer: its own work and that of all whom it asks, one after another.
 *
 * Own work that the source does not tell is assumed, and short enough that nobody waits longer than a second for a whole
 * request. Left out: waiting in queues (capacity leaves half of it free), calls at the same time.
 */
import type { System } from '../system.js';
import type { CallGraph } from './call-graph.js';
import type { Entry } from './entries.js';

/** What a scenario that says nothing gets. */
const USUAL_SECONDS = 0.01;
const LONGEST_ANSWER_SECONDS = 1;
const MOST_ROUNDS = 1000;
const SETTLED = 1e-6;

export interface ResponseTimes {
  /** Own work where the source does not tell it. */
  readonly assumedSeconds: number;
  /** From the request to the answer, by service. */
  readonly seconds: ReadonlyMap<string, number>;
}

export function responseTimesOf(system: System, graph: CallGraph, entries: ReadonlyMap<string, Entry>): ResponseTimes {
  const unknown = (name: string): boolean => system.services.get(name)?.serviceSeconds === null;
  // How often a request comes to a service of unknown work: those are to share a second.
  const visits = timesWith(graph, (name) => (unknown(name) ? 1 : 0));
  const most = Math.max(1, ...[...entries.keys()].map((name) => visits.get(name) ?? 1));
  const assumedSeconds = Number(Math.min(USUAL_SECONDS, LONGEST_ANSWER_SECONDS / most).toPrecision(1));
  const own = (name: string): number => system.services.get(name)?.serviceSeconds?.value ?? assumedSeconds;
  return { assumedSeconds, seconds: timesWith(graph, own) };
}

function timesWith(graph: CallGraph, own: (name: string) => number): Map<string, number> {
  const times = new Map<string, number>();
  const timeOf = (name: string): number =>
    (graph.from.get(name) ?? [])
      .filter(({ call }) => call.kind !== 'async')
      .reduce((sum, { call, calls }) => sum + calls * (times.get(call.to) ?? 0), own(name));
  // Twice: what loose calls lead back to is known after the first time.
  const backwards = [...graph.components].reverse();
  for (const members of [...backwards, ...backwards]) {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      let moved = 0;
      for (const name of members) {
        const time = timeOf(name);
        moved = Math.max(moved, Math.abs(time - (times.get(name) ?? 0)) / Math.max(time, 1e-12));
        times.set(name, time);
      }
      if (members.length === 1 || moved < SETTLED) break;
    }
  }
  return times;
}
