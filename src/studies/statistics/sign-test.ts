/** The sign test: how likely so uneven a count is when each of two were better as often. */
import { exp, lgamma } from '../../engine/portable-math.js';

/**
 * Two-sided, exact: twice the binomial tail with chance 1/2, at most 1. Seeds in which both are alike do not count.
 *
 * @param better, worse whole numbers >= 0
 */
export function signTest(better: number, worse: number): number {
  const all = better + worse;
  let tail = 0;
  for (let few = 0; few <= Math.min(better, worse); few++) tail += exp(lnChoose(all, few) - all * Math.LN2);
  return Math.min(1, 2 * tail);
}

function lnChoose(of: number, some: number): number {
  return lgamma(of + 1) - lgamma(some + 1) - lgamma(of - some + 1);
}
