/**
 * The answers of a node as its callers meet them: the wait in the queue, then the folded work and calls.
 *
 * Left out: dependence between a request's wait and its work.
 */
import { append, reduce, STRIDE, shareMoved, timeMoved } from './mixture.js';
import { ERROR_PARTS, GOOD_PARTS, type Network } from './network.js';

const scratch = new Float64Array(2 * GOOD_PARTS * STRIDE);

/** Adds the wait in the queue to the bare answers of node `i`; true when what callers meet has changed. */
export function addWait(net: Network, i: number, eps: number): boolean {
  const goods = withWait(net, i, net.bareGood, i * GOOD_PARTS * STRIDE, net.bareGoodCount[i], GOOD_PARTS);
  let moved = store(net.good, i * GOOD_PARTS * STRIDE, net.goodCount, i, goods, eps);
  const errors = withWait(net, i, net.bareError, i * ERROR_PARTS * STRIDE, net.bareErrorCount[i], ERROR_PARTS);
  moved = store(net.error, i * ERROR_PARTS * STRIDE, net.errorCount, i, errors, eps) || moved;
  return moved;
}

function withWait(net: Network, i: number, from: Float64Array, at: number, count: number, most: number): number {
  const chance = net.waitChance[i];
  let parts = 0;
  for (let k = 0; k < count * STRIDE; k += STRIDE) {
    const weight = from[at + k];
    if (chance < 1) parts = append(scratch, parts, weight * (1 - chance), from[at + k + 1], from[at + k + 2]);
    if (chance > 1e-9)
      parts = append(
        scratch,
        parts,
        weight * chance,
        from[at + k + 1] + net.waitMean[i],
        from[at + k + 2] + net.waitVariance[i],
      );
  }
  return reduce(scratch, parts, most);
}

function store(to: Float64Array, at: number, counts: Uint8Array, i: number, count: number, eps: number): boolean {
  let moved = counts[i] !== count;
  for (let k = 0; k < count * STRIDE && !moved; k += STRIDE) {
    moved =
      shareMoved(to[at + k], scratch[k], eps) ||
      timeMoved(to[at + k + 1], scratch[k + 1], eps) ||
      timeMoved(Math.sqrt(to[at + k + 2]), Math.sqrt(scratch[k + 2]), 3 * eps);
  }
  if (!moved) return false;
  counts[i] = count;
  for (let k = 0; k < count * STRIDE; k++) to[at + k] = scratch[k];
  return true;
}
