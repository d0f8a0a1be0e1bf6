/**
 * Simulated time: whole microseconds since the start of the run.
 *
 * A whole number, so that two facts are at the same instant or are not, on every machine; a float64, because
 * typed arrays of it are fast and it counts whole microseconds exactly for 285 years.
 * Left out: calendars and time zones. A run starts at zero; who reads it adds the wall clock.
 */

declare const microsecondsBrand: unique symbol;

/** A whole number of microseconds, an instant since the start of the run or a span between two. */
export type Microseconds = number & { readonly [microsecondsBrand]: true };

/** The largest instant that can be told from its neighbour: 2^53 - 1 microseconds, 285.4 years. */
export const MAX_TIME = Number.MAX_SAFE_INTEGER as Microseconds;

/** The start of every run. */
export const START = 0 as Microseconds;

const MICROSECONDS_PER_SECOND = 1e6;

/**
 * The nearest whole microsecond, halves away from the start.
 *
 * @param seconds any finite number of seconds >= 0; what lies past {@link MAX_TIME} becomes MAX_TIME, as does Infinity.
 * @throws RangeError for NaN and for a negative number: a simulation never goes back.
 */
export function microseconds(seconds: number): Microseconds {
  if (!(seconds >= 0)) throw new RangeError(`a time must be a number of seconds >= 0, not ${seconds}`);
  const whole = Math.round(seconds * MICROSECONDS_PER_SECOND);
  return (whole > MAX_TIME ? MAX_TIME : whole) as Microseconds;
}

/** Seconds as a float64; exact to the microsecond up to {@link MAX_TIME} when rounded back by {@link microseconds}. */
export function toSeconds(time: Microseconds): number {
  return time / MICROSECONDS_PER_SECOND;
}

/** `time + span`, never past {@link MAX_TIME}: a repair that ends after the end of time never ends. */
export function later(time: Microseconds, span: Microseconds): Microseconds {
  const sum = time + span;
  return (sum > MAX_TIME ? MAX_TIME : sum) as Microseconds;
}

/** Whether a number is a {@link Microseconds}: whole, not negative, at most {@link MAX_TIME}. */
export function isMicroseconds(value: number): value is Microseconds {
  return Number.isSafeInteger(value) && value >= 0;
}
