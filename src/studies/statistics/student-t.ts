/** Quantiles of Student's t distribution, the same bits in every JavaScript engine (stdlib, after Boost). */
import stdlibQuantile from '@stdlib/stats-base-dists-t-quantile';

/**
 * The t with a share `p` of the distribution at or below it.
 *
 * @param p 0..1 @param degrees of freedom, > 0 @returns NaN where an argument is out of range
 */
export function tQuantile(p: number, degrees: number): number {
  return stdlibQuantile(p, degrees);
}

/** How many standard errors an interval of 95 % reaches to either side, from a sample of `count` >= 2. */
export function reachOf95(count: number): number {
  return tQuantile(0.975, count - 1);
}
