/**
 * Arithmetic of step functions: what a track is, and what measures are made of.
 *
 * `values[i]` holds from `times[i]` (inclusive) up to `times[i + 1]`; before the first time there is no value (NaN).
 * All results are exact for step functions up to the rounding of float64: nothing is sampled.
 */
export interface StepFunction {
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/** A span of time in microseconds, `from` inclusive, `to` exclusive. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

const MICROSECONDS_PER_SECOND = 1e6;

/** Place of the sample that holds at `time`, or -1 before the first. Binary search. */
export function placeAt(steps: Pick<StepFunction, 'times'>, time: number): number {
  const { times } = steps;
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle] <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The value that holds at `time`; NaN before the first sample. */
export function valueAt(steps: StepFunction, time: number): number {
  const place = placeAt(steps, time);
  return place < 0 ? Number.NaN : steps.values[place];
}

/** A function that is `value` from `from` on. */
export function constant(value: number, from = 0): StepFunction {
  return { times: Float64Array.of(from), values: Float64Array.of(value) };
}

/** Calls `visit` for each piece of constant value within `[from, to)`; what lies before the first sample is left out. */
export function eachPiece(
  steps: StepFunction,
  from: number,
  to: number,
  visit: (value: number, from: number, to: number) => void,
): void {
  const { times, values } = steps;
  for (let i = Math.max(0, placeAt(steps, from)); i < times.length && times[i] < to; i++) {
    const start = times[i] < from ? from : times[i];
    const end = i + 1 < times.length && times[i + 1] < to ? times[i + 1] : to;
    if (end > start) visit(values[i], start, end);
  }
}

/** Value x seconds over `[from, to)`, in microseconds as all times. Before its first sample a function counts as 0. */
export function integral(steps: StepFunction, from: number, to: number): number {
  let sum = 0;
  eachPiece(steps, from, to, (value, start, end) => {
    if (value !== 0) sum += (value * (end - start)) / MICROSECONDS_PER_SECOND;
  });
  return sum;
}

/** Maximal spans within `[from, to)` where the predicate holds. */
export function intervalsWhere(
  steps: StepFunction,
  from: number,
  to: number,
  holds: (value: number) => boolean,
): Interval[] {
  const found: Interval[] = [];
  eachPiece(steps, from, to, (value, start, end) => {
    if (!holds(value)) return;
    const last = found.at(-1);
    if (last?.to === start) found[found.length - 1] = { from: last.from, to: end };
    else found.push({ from: start, to: end });
  });
  return found;
}

/** Seconds of `[from, to)` for which the predicate holds. */
export function secondsWhere(steps: StepFunction, from: number, to: number, holds: (value: number) => boolean): number {
  let sum = 0;
  for (const span of intervalsWhere(steps, from, to, holds)) sum += span.to - span.from;
  return sum / MICROSECONDS_PER_SECOND;
}

/** Greatest value that holds at any time in `[from, to)`; 0 for an empty window. */
export function maximum(steps: StepFunction, from: number, to: number): number {
  let most = Number.NEGATIVE_INFINITY;
  eachPiece(steps, from, to, (value) => {
    if (value > most) most = value;
  });
  return most === Number.NEGATIVE_INFINITY ? 0 : most;
}

/** Means over `count` buckets of equal length that fill `[from, to)`. */
export function bucketMeans(steps: StepFunction, from: number, to: number, count: number): number[] {
  const means: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = from + ((to - from) * i) / count;
    const end = from + ((to - from) * (i + 1)) / count;
    means.push(end > start ? (integral(steps, start, end) * MICROSECONDS_PER_SECOND) / (end - start) : 0);
  }
  return means;
}

/** The next time after `time` at which the value changes, or null. */
export function nextChange(steps: StepFunction, time: number): number | null {
  const place = placeAt(steps, time) + 1;
  return place < steps.times.length ? steps.times[place] : null;
}

/** The last time before `time` at which the value changed, or null. */
export function previousChange(steps: StepFunction, time: number): number | null {
  const place = placeAt(steps, time);
  const at = place >= 0 && steps.times[place] === time ? place - 1 : place;
  return at >= 0 ? steps.times[at] : null;
}
