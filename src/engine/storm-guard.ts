/**
 * Ends a run that is stuck: more events within one simulated second than any model has reason for.
 *
 * Counting is all it costs as long as nothing is wrong; who is at it is noted only shortly before the limit, when a loop
 * has come round so often that the last events are a fair sample of it.
 */
import { type Microseconds, toSeconds } from './time.js';

/** How often one kind of event happened to one target among the last events before the limit. */
export interface Culprit {
  readonly kind: string;
  readonly target: number;
  readonly count: number;
}

/** A run that got stuck in one simulated second. */
export class EventStormError extends Error {
  override name = 'EventStormError';
  readonly time: Microseconds;
  /** Who kept it busy, busiest first. */
  readonly culprits: readonly Culprit[];

  constructor(time: Microseconds, culprits: readonly Culprit[], limit: number) {
    const worst = culprits.slice(0, 5).map(({ kind, target, count }) => `${kind} of ${target} (${count})`);
    super(`more than ${limit} events in one simulated second, at ${toSeconds(time)} s; the last: ${worst.join(', ')}`);
    this.time = time;
    this.culprits = culprits;
  }
}

const MICROSECONDS_PER_SECOND = 1e6;
const WATCHED = 10_000;

export class StormGuard {
  readonly #kinds: readonly { readonly name: string }[];
  readonly #limit: number;
  #second = -1;
  #count = 0;
  readonly #watched = new Map<string, { kind: string; target: number; count: number }>();

  constructor(kinds: readonly { readonly name: string }[], limit: number) {
    this.#kinds = kinds;
    this.#limit = limit;
  }

  /** @throws EventStormError when this event is one too many in its simulated second */
  count(time: Microseconds, kind: number, target: number): void {
    const second = Math.floor(time / MICROSECONDS_PER_SECOND);
    if (second !== this.#second) {
      this.#second = second;
      this.#count = 0;
      if (this.#watched.size > 0) this.#watched.clear();
    }
    if (++this.#count > this.#limit - WATCHED) this.#watch(time, this.#kinds[kind].name, target);
  }

  #watch(time: Microseconds, kind: string, target: number): void {
    const key = `${kind} ${target}`;
    const seen = this.#watched.get(key);
    if (seen) seen.count++;
    else this.#watched.set(key, { kind, target, count: 1 });
    if (this.#count <= this.#limit) return;
    const culprits = [...this.#watched.values()].sort((a, b) => b.count - a.count);
    throw new EventStormError(time, culprits, this.#limit);
  }
}
