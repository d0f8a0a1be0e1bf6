/**
 * The answers of a node as its callers meet them: the wait in the queue, then the folded work and calls.
 *
 * Left out: dependence between a request's wait and its work.
 */
import { append, reduce, STRIDE, shareMoved, timeMoved } from './mixture.js';
import { ERROR_PARTS, GOOD_PARTS, type Network } from './network.js';

const goodNow = new Float64Array(2 * GOOD_PARTS * STRIDE);
const errorNow = new Float64Array(2 * ERROR_PARTS * STRIDE);

/**
 * Adds the wait in the queue to the bare answers of node `i`; true when what callers meet has changed.
 * Good answers and errors are kept or replaced together: their weights are shares of the same requests.
 */
export function addWait(net: Network, i: number, eps: number): boolean {
  const goodAt = i * GOOD_PARTS * STRIDE;
  const errorAt = i * ERROR_PARTS * STRIDE;
  const goods = withWait(net, i, net.bareGood, goodAt, net.bareGoodCount[i], goodNow, GOOD_PARTS);
  const errors = withWait(net, i, net.bareError, errorAt, net.bareErrorCount[i], errorNow, ERROR_PARTS);
  if (
    net.goodCount[i] === goods &&
    net.errorCount[i] === errors &&
    !moved(net.good, goodAt, goodNow, goods, eps) &&
    !moved(net.error, errorAt, errorNow, errors, eps)
  )
    return false;
  net.goodCount[i] = goods;
  net.errorCount[i] = errors;
  for (let k = 0; k < goods * STRIDE; k++) net.good[goodAt + k] = goodNow[k];
  for (let k = 0; k < errors * STRIDE; k++) net.error[errorAt + k] = errorNow[k];
  return true;
}

function withWait(
  net: Network,
  i: number,
  from: Float64Array,
  at: number,
  count: number,
  into: Float64Array,
  most: number,
): number {
  const chance = net.waitChance[i];
  let parts = 0;
  for (let k = 0; k < count * STRIDE; k += STRIDE) {
    const weight = from[at + k];
    if (chance < 1) parts = append(into, parts, weight * (1 - chance), from[at + k + 1], from[at + k + 2]);
    if (chance > 1e-9)
      parts = append(
        into,
        parts,
        weight * chance,
        from[at + k + 1] + net.waitMean[i],
        from[at + k + 2] + net.waitVariance[i],
      );
  }
  return reduce(into, parts, most);
}

function moved(before: Float64Array, at: number, now: Float64Array, count: number, eps: number): boolean {
  for (let k = 0; k < count * STRIDE; k += STRIDE) {
    if (
      shareMoved(before[at + k], now[k], eps) ||
      timeMoved(before[at + k + 1], now[k + 1], eps) ||
      timeMoved(Math.sqrt(before[at + k + 2]), Math.sqrt(now[k + 2]), 3 * eps)
    )
      return true;
  }
  return false;
}
