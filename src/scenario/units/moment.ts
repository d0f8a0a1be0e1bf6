import type { Instant } from '../model.js';
import { readDuration } from './duration.js';
import { readInstant } from './instant.js';
import { good, type Reading } from './reading.js';

/** A time in a run: so long after the start, or a wall-clock instant. */
export type Moment =
  | { readonly kind: 'after'; readonly seconds: number }
  | { readonly kind: 'instant'; readonly instant: Instant };

/** `3m` (from the start) or `2022-10-15T15:22:00+09:00`. */
export function readMoment(value: unknown): Reading<Moment> {
  if (typeof value === 'string' && /^\d{4}-/.test(value)) {
    const reading = readInstant(value);
    return reading.ok ? good({ kind: 'instant', instant: reading.value }) : reading;
  }
  const reading = readDuration(value);
  return reading.ok ? good({ kind: 'after', seconds: reading.value }) : reading;
}

/** Seconds from `origin`; negative when the instant is before it. */
export function secondsFrom(origin: Instant, moment: Moment): number {
  if (moment.kind === 'after') return moment.seconds;
  return (moment.instant.epochMilliseconds - origin.epochMilliseconds) / 1000;
}
