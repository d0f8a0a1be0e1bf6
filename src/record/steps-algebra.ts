/**
 * Step functions out of step functions: products, sums, maxima, point by point.
 *
 * A result has a sample only where its value changes. Many functions are combined pairwise, as a tree, so that the
 * work grows with n log n of all samples, not with samples x functions.
 */
import type { StepFunction } from './steps.js';

/** f(a(t), b(t)) for all t. Before its first sample a function counts as `before`. */
export function combine(
  a: StepFunction,
  b: StepFunction,
  f: (a: number, b: number) => number,
  before = 0,
): StepFunction {
  const n = a.times.length;
  const m = b.times.length;
  const times = new Float64Array(n + m);
  const values = new Float64Array(n + m);
  let left = before;
  let right = before;
  let count = 0;
  for (let i = 0, j = 0; i < n || j < m; ) {
    const time = j >= m || (i < n && a.times[i] <= b.times[j]) ? a.times[i] : b.times[j];
    if (i < n && a.times[i] === time) left = a.values[i++];
    if (j < m && b.times[j] === time) right = b.values[j++];
    const value = f(left, right);
    if (count > 0 && values[count - 1] === value) continue;
    times[count] = time;
    values[count] = value;
    count++;
  }
  return { times: times.subarray(0, count), values: values.subarray(0, count) };
}

/** f(a(t)) for all t from the first sample on. */
export function mapped(a: StepFunction, f: (value: number) => number): StepFunction {
  const times = new Float64Array(a.times.length);
  const values = new Float64Array(a.times.length);
  let count = 0;
  for (let i = 0; i < a.times.length; i++) {
    const value = f(a.values[i]);
    if (count > 0 && values[count - 1] === value) continue;
    times[count] = a.times[i];
    values[count] = value;
    count++;
  }
  return { times: times.subarray(0, count), values: values.subarray(0, count) };
}

const NOTHING: StepFunction = { times: new Float64Array(0), values: new Float64Array(0) };

/** Of all functions by a rule that does not mind order (sum, maximum); of none: the empty function. */
export function combineAll(all: readonly StepFunction[], f: (a: number, b: number) => number): StepFunction {
  if (all.length === 0) return NOTHING;
  let level = all;
  while (level.length > 1) {
    const next: StepFunction[] = [];
    for (let i = 0; i < level.length; i += 2)
      next.push(i + 1 < level.length ? combine(level[i], level[i + 1], f) : level[i]);
    level = next;
  }
  return level[0];
}

export const product = (a: StepFunction, b: StepFunction): StepFunction => combine(a, b, (x, y) => x * y);
export const sumOf = (all: readonly StepFunction[]): StepFunction => combineAll(all, (x, y) => x + y);
export const maximumOf = (all: readonly StepFunction[]): StepFunction => combineAll(all, Math.max);
