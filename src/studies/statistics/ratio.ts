/**
 * How many times less: the ratio of two means over the same seeds, with its interval of 95 %.
 *
 * Fieller's theorem (Journal of the Royal Statistical Society B, 1954) for pairs: all r for which the mean of
 * (numerator - r denominator) is not told from zero. Where the denominator's own mean is not told from zero that is no
 * interval, and none is given.
 */
import { moments } from './moments.js';
import type { Sample } from './sample.js';
import { reachOf95 } from './student-t.js';

export interface Ratio {
  readonly ratio: number;
  /** Null below two pairs, or when the denominator may be zero. */
  readonly ci95: readonly [low: number, high: number] | null;
}

/** Mean of `numerator` / mean of `denominator` over the seeds in which both have a number; null without, or over zero. */
export function ratio(numerator: Sample, denominator: Sample): Ratio | null {
  const a: number[] = [];
  const b: number[] = [];
  for (let seed = 0; seed < Math.min(numerator.length, denominator.length); seed++) {
    const [over, under] = [numerator.at(seed), denominator.at(seed)];
    if (over === null || under === null) continue;
    a.push(over);
    b.push(under);
  }
  const [over, under] = [moments(a), moments(b)];
  if (over.mean === null || under.mean === null || under.mean === 0) return null;
  return { ratio: over.mean / under.mean, ci95: fieller(a, b, over.mean, under.mean) };
}

function fieller(a: readonly number[], b: readonly number[], over: number, under: number): Ratio['ci95'] {
  const count = a.length;
  if (count < 2) return null;
  const reach = reachOf95(count);
  const share = (reach * reach) / count;
  const [aa, ab, bb] = [covariance(a, a, over, over), covariance(a, b, over, under), covariance(b, b, under, under)];
  // The r between the roots of square r^2 - 2 linear r + constant.
  const square = under * under - share * bb;
  const linear = over * under - share * ab;
  const constant = over * over - share * aa;
  if (square <= 0) return null;
  const root = Math.sqrt(Math.max(0, linear * linear - square * constant));
  return [(linear - root) / square, (linear + root) / square];
}

function covariance(a: readonly number[], b: readonly number[], meanA: number, meanB: number): number {
  return a.reduce((sum, value, i) => sum + (value - meanA) * (b[i] - meanB), 0) / (a.length - 1);
}
