/**
 * Response times as small mixtures: a few components of (weight, mean, variance).
 *
 * A component stands for a gamma distribution with that mean and variance: exact for a constant (variance 0), an
 * exponential and an Erlang time; between those two, for two exponential stages in a row, which makes the sum of a wait
 * and a service exact. Sums of
 * independent times add means and variances. Components are merged only when there are too many, the two nearest
 * first, so that all-fast and some-slow stay apart: "in time" is never decided on a mean.
 * Left out: dependence between the calls of one request, tails beyond two moments of a component.
 *
 * Plain functions over Float64Array segments, three numbers a component, because this is the inner loop of the flow.
 */
import { exp, gammaincP, lgamma, log, normalCdf } from '../../engine/portable-math.js';

/** Numbers a component takes: weight, mean, variance. */
export const STRIDE = 3;

/** Coefficient of variation below which a component is constant, and squared below which it is normal. */
const CONSTANT_CV2 = 1e-9;
const NORMAL_CV2 = 1 / 60;
const SQRT_2PI = 2.5066282746310002;
/** Exponent from which on a tail is nothing: exp(-21) is less than 1e-9. */
const NOTHING = 21;

/** Results of {@link cut}: the share within the limit, and the first two moments of the time over that share. */
export const within = { share: 0, first: 0, second: 0 };

/** Splits a component (weight 1) at `limit`: fills {@link within} with P(R < limit), E[R; R < limit], E[R^2; R < limit]. */
export function cut(mean: number, variance: number, limit: number): void {
  if (limit <= 0) {
    within.share = 0;
    within.first = 0;
    within.second = 0;
    return;
  }
  if (mean <= 0 || variance <= mean * mean * CONSTANT_CV2) {
    const share = mean <= limit ? 1 : 0;
    within.share = share;
    within.first = share * mean;
    within.second = share * mean * mean;
    return;
  }
  const deviation = Math.sqrt(variance);
  if (limit >= mean + 12 * deviation && limit >= 14 * mean) {
    within.share = 1;
    within.first = mean;
    within.second = variance + mean * mean;
    return;
  }
  const cv2 = variance / (mean * mean);
  if (cv2 < NORMAL_CV2) {
    const z = (limit - mean) / deviation;
    const share = z < -8 ? 0 : z > 8 ? 1 : normalCdf(z);
    const density = z < -8 || z > 8 ? 0 : exp((-z * z) / 2) / SQRT_2PI;
    within.share = share;
    within.first = Math.max(0, mean * share - deviation * density);
    within.second = Math.max(0, (mean * mean + variance) * share - deviation * (limit + mean) * density);
    return;
  }
  if (cv2 > 0.5005 && cv2 < 0.998) {
    cutTwoStages(mean, variance, limit);
    return;
  }
  const shape = 1 / cv2;
  // Beyond here is less than exp(-shape (r - 1 - ln r)) (Chernoff), r being the limit in means; ln r <= (r - 1) / sqrt(r).
  const ratio = limit / mean;
  if (shape * (ratio - 1) * (1 - 1 / Math.sqrt(ratio)) > NOTHING) {
    within.share = ratio > 1 ? 1 : 0;
    within.first = ratio > 1 ? mean : 0;
    within.second = ratio > 1 ? variance + mean * mean : 0;
    return;
  }
  const scale = variance / mean;
  const x = limit / scale;
  // P(k+1, x) = P(k, x) - x^k e^-x / Gamma(k+1): the partial moments of a gamma distribution by recurrence.
  const isExponential = cv2 > 0.999999 && cv2 < 1.000001;
  const term = isExponential ? x * exp(-x) : exp(shape * log(x) - x - lgamma(shape + 1));
  const share = isExponential ? 1 - exp(-x) : gammaincP(shape, x);
  const second = Math.max(0, share - term);
  const third = Math.max(0, second - (term * x) / (shape + 1));
  within.share = share;
  within.first = mean * second;
  within.second = (variance + mean * mean) * third;
}

/** Two exponential stages with means a > b: exact for a wait and a service, and as smooth as the gamma between. */
function cutTwoStages(mean: number, variance: number, limit: number): void {
  const gap = Math.sqrt(2 * variance - mean * mean);
  const a = (mean + gap) / 2;
  const b = (mean - gap) / 2;
  const ta = limit / a;
  // The tail is at most a e^-ta / gap, and a / gap at most 17 where two stages are taken.
  if (ta > NOTHING + 3) {
    within.share = 1;
    within.first = mean;
    within.second = variance + mean * mean;
    return;
  }
  const tb = limit / b;
  const ea = exp(-ta);
  const eb = exp(-tb);
  within.share = 1 - (a * ea - b * eb) / gap;
  within.first = Math.max(0, (a * a * (1 - ea * (1 + ta)) - b * b * (1 - eb * (1 + tb))) / gap);
  within.second = Math.max(
    0,
    (2 * (a * a * a * (1 - ea * (1 + ta + (ta * ta) / 2)) - b * b * b * (1 - eb * (1 + tb + (tb * tb) / 2)))) / gap,
  );
}

/** Reduces `count` components at the start of `mixture` to at most `most`; returns how many are left, sorted by mean. */
export function reduce(mixture: Float64Array, count: number, most: number): number {
  let n = dropEmpty(mixture, count);
  sortByMean(mixture, n);
  while (n > most) {
    let best = 0;
    let bestCost = Number.POSITIVE_INFINITY;
    for (let i = 0; i + 1 < n; i++) {
      const a = i * STRIDE;
      const b = a + STRIDE;
      const gap = (mixture[b + 1] - mixture[a + 1]) / (mixture[b + 1] + mixture[a + 1] + 1e-12);
      const cost = (gap * gap * mixture[a] * mixture[b]) / (mixture[a] + mixture[b]);
      if (cost < bestCost) {
        bestCost = cost;
        best = i;
      }
    }
    mergeNext(mixture, best, n);
    n--;
  }
  return n;
}

/** Sum of the weights. */
export function weightOf(mixture: Float64Array, start: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += mixture[start + i * STRIDE];
  return sum;
}

function dropEmpty(mixture: Float64Array, count: number): number {
  let n = 0;
  for (let i = 0; i < count; i++) {
    if (mixture[i * STRIDE] <= 1e-12) continue;
    if (n !== i) move(mixture, i, n);
    n++;
  }
  return n;
}

/** Insertion sort: there are a dozen at most, mostly in order. */
function sortByMean(mixture: Float64Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const w = mixture[i * STRIDE];
    const m = mixture[i * STRIDE + 1];
    const v = mixture[i * STRIDE + 2];
    let j = i - 1;
    while (j >= 0 && mixture[j * STRIDE + 1] > m) {
      move(mixture, j, j + 1);
      j--;
    }
    const at = (j + 1) * STRIDE;
    mixture[at] = w;
    mixture[at + 1] = m;
    mixture[at + 2] = v;
  }
}

/** Merges component `i` with the next one, keeping weight, mean and variance of the two together. */
function mergeNext(mixture: Float64Array, i: number, count: number): void {
  const a = i * STRIDE;
  const b = a + STRIDE;
  const weight = mixture[a] + mixture[b];
  const share = mixture[b] / weight;
  const gap = mixture[b + 1] - mixture[a + 1];
  mixture[a] = weight;
  mixture[a + 1] += share * gap;
  mixture[a + 2] = (1 - share) * mixture[a + 2] + share * mixture[b + 2] + share * (1 - share) * gap * gap;
  for (let k = i + 1; k < count - 1; k++) move(mixture, k + 1, k);
}

/** Three assignments: for so few, `copyWithin` is slower. */
function move(mixture: Float64Array, from: number, to: number): void {
  const a = from * STRIDE;
  const b = to * STRIDE;
  mixture[b] = mixture[a];
  mixture[b + 1] = mixture[a + 1];
  mixture[b + 2] = mixture[a + 2];
}

/** Adds a component behind the first `count`; returns how many there are then. */
export function append(mixture: Float64Array, count: number, weight: number, mean: number, variance: number): number {
  const at = count * STRIDE;
  mixture[at] = weight;
  mixture[at + 1] = mean;
  mixture[at + 2] = variance;
  return count + 1;
}

/** Whether two shares differ by more than the solver minds. */
export function shareMoved(a: number, b: number, eps: number): boolean {
  return Math.abs(a - b) > eps;
}

/** Whether two times do: ten times the tolerance, relative to themselves. */
export function timeMoved(a: number, b: number, eps: number): boolean {
  return Math.abs(a - b) > 10 * eps * (a + b) + 1e-9;
}
