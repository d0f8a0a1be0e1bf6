/**
 * What the request simulation counts, by window of time: for each source what users wanted and got, for each
 * deployment what arrived and what became of it.
 */
import type { Plan } from './plan.js';

export interface SourceCounts {
  readonly id: string;
  /** First attempts that users would make had nothing failed. */
  readonly wanted: Float64Array;
  /** First attempts and returns that succeeded, in the window in which the attempt that did so was sent. */
  readonly succeeded: Float64Array;
  /** Requests given up for good (users who will come back not among them). */
  readonly failed: Float64Array;
}

export interface PlaceCounts {
  readonly id: string;
  readonly offered: Float64Array;
  readonly refused: Float64Array;
  /** Waiting or at work when servers were lost. */
  readonly lost: Float64Array;
  /** Finished, errors and answers that nobody waits for among them. */
  readonly completed: Float64Array;
  /** Begun, and the sum of their waits, in seconds. */
  readonly begun: Float64Array;
  readonly waited: Float64Array;
  /** Waiting, and at work, at the end of the window. */
  readonly queued: Float64Array;
  readonly working: Float64Array;
}

export interface RequestCounts {
  readonly windowSeconds: number;
  readonly windows: number;
  readonly sources: readonly SourceCounts[];
  readonly places: readonly PlaceCounts[];
  /** Warmth of each cache at the end of each window, by `caller@site->callee`. */
  readonly warmth: ReadonlyMap<string, Float64Array>;
  /** Events taken from the queue, and attempts sent: what the run cost. */
  events: number;
  attempts: number;
}

export function emptyCounts(plan: Plan, windowSeconds: number): RequestCounts {
  const windows = Math.ceil(plan.scenario.durationSeconds / windowSeconds);
  const zeros = () => new Float64Array(windows + 1);
  const cached = plan.routes.filter((route) => route.dependency?.cache);
  return {
    windowSeconds,
    windows,
    sources: plan.sources.map(({ id }) => ({ id, wanted: zeros(), succeeded: zeros(), failed: zeros() })),
    places: plan.places.map(({ id }) => ({
      id,
      offered: zeros(),
      refused: zeros(),
      lost: zeros(),
      completed: zeros(),
      begun: zeros(),
      waited: zeros(),
      queued: zeros(),
      working: zeros(),
    })),
    warmth: new Map(cached.map((route) => [`${plan.places[route.from].id}->${route.dependency?.service}`, zeros()])),
    events: 0,
    attempts: 0,
  };
}

/** Sum of a count over the windows that lie in [from, to), seconds. */
export function sumBetween(counts: RequestCounts, column: Float64Array, from: number, to: number): number {
  let sum = 0;
  const first = Math.round(from / counts.windowSeconds);
  const last = Math.min(counts.windows, Math.round(to / counts.windowSeconds));
  for (let w = first; w < last; w++) sum += column[w];
  return sum;
}

export function sourceOf(counts: RequestCounts, id: string): SourceCounts {
  return named(counts.sources, id);
}

export function placeOf(counts: RequestCounts, id: string): PlaceCounts {
  return named(counts.places, id);
}

function named<T extends { readonly id: string }>(items: readonly T[], id: string): T {
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error(`there is no ${id} among ${items.map((item) => item.id).join(', ')}`);
  return found;
}
