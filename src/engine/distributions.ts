/**
 * Durations and rates that are not known exactly, in the forms that practitioners write.
 *
 * A distribution is plain data, so that a scenario can hold it and a message can print it. All live on [0, Infinity).
 * Sampling is by inversion: one draw of the stream a sample, and a longer duration stays longer with the same luck.
 * Left out: dependence between draws, bounds on the tails, and fitting to data.
 */
import { exp, expm1, log, log1p, normalQuantile } from './portable-math.js';
import type { RandomStream } from './streams.js';

/**
 * - `constant`: always `value`.
 * - `log-normal`: half of the draws below `median`, 95 % below `p95`; what repair times look like (Kline, 1984).
 * - `uniform`: anything between `min` and `max` alike.
 * - `exponential`: no memory, with that `mean`; the time to the next of independent failures.
 *
 * Make them with the functions of those names, which check the numbers.
 */
export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'log-normal'; readonly median: number; readonly p95: number }
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'exponential'; readonly mean: number };

/** The standard normal's 95th percentile. */
const Z95 = 1.6448536269514722;

/** A draw; consumes one number of the stream, for a constant too, so that a guess made exact moves no other draw. */
export function sample(distribution: Distribution, stream: RandomStream): number {
  return quantile(distribution, stream.next());
}

/**
 * The value that a share `p` of the draws does not exceed.
 *
 * @param p 0 < p < 1; 0 and 1 give the ends of the support, which may be Infinity.
 * @throws RangeError outside 0..1
 */
export function quantile(distribution: Distribution, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile is asked for a share between 0 and 1, not ${p}`);
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'log-normal': {
      const sigma = logSigma(distribution);
      return sigma === 0 ? distribution.median : distribution.median * exp(sigma * normalQuantile(p));
    }
    case 'uniform':
      return distribution.min + p * (distribution.max - distribution.min);
    case 'exponential':
      // Not -0 at p = 0, which would print as "-0", and not 0 x Infinity at p = 1.
      return p === 0 || distribution.mean === 0 ? 0 : -distribution.mean * log1p(-p);
  }
}

/** The mean, in the unit of the numbers that were given. */
export function mean(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'log-normal': {
      const sigma = logSigma(distribution);
      return distribution.median * exp((sigma * sigma) / 2);
    }
    case 'uniform':
      return (distribution.min + distribution.max) / 2;
    case 'exponential':
      return distribution.mean;
  }
}

/** The variance, in the square of the unit. */
export function variance(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'constant':
      return 0;
    case 'log-normal': {
      const sigma = logSigma(distribution);
      return square(mean(distribution)) * expm1(sigma * sigma);
    }
    case 'uniform':
      return square(distribution.max - distribution.min) / 12;
    case 'exponential':
      return square(distribution.mean);
  }
}

/** The same shape with every draw `factor` times as long. @throws RangeError unless `factor` is finite and >= 0 */
export function scale(distribution: Distribution, factor: number): Distribution {
  switch (distribution.kind) {
    case 'constant':
      return constant(distribution.value * factor);
    case 'log-normal':
      return factor === 0 ? constant(0) : logNormal(distribution.median * factor, distribution.p95 * factor);
    case 'uniform':
      return uniform(distribution.min * factor, distribution.max * factor);
    case 'exponential':
      return exponential(distribution.mean * factor);
  }
}

/** @throws RangeError unless `value` is finite and >= 0 */
export function constant(value: number): Distribution {
  return { kind: 'constant', value: checked('value', value) };
}

/** @throws RangeError unless 0 < median <= p95, both finite */
export function logNormal(median: number, p95: number): Distribution {
  if (!(median > 0)) throw new RangeError(`a median must be above 0, not ${median}`);
  if (!(p95 >= median)) throw new RangeError(`a p95 (${p95}) must be at least the median (${median})`);
  return { kind: 'log-normal', median: checked('median', median), p95: checked('p95', p95) };
}

/** @throws RangeError unless 0 <= min <= max, both finite */
export function uniform(min: number, max: number): Distribution {
  if (!(max >= min)) throw new RangeError(`a max (${max}) must be at least the min (${min})`);
  return { kind: 'uniform', min: checked('min', min), max: checked('max', max) };
}

/** @throws RangeError unless `mean` is finite and >= 0 */
export function exponential(mean: number): Distribution {
  return { kind: 'exponential', mean: checked('mean', mean) };
}

/** The standard deviation of the logarithm: p95 = median e^(Z95 sigma). */
function logSigma(distribution: { readonly median: number; readonly p95: number }): number {
  return log(distribution.p95 / distribution.median) / Z95;
}

/** Not `x ** 2`, whose last bit is each JavaScript engine's own. */
function square(x: number): number {
  return x * x;
}

function checked(name: string, value: number): number {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`the ${name} of a distribution must be a finite number >= 0, not ${value}`);
  }
  return value;
}
