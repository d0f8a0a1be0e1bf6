/**
 * A request's own work and its calls, folded in order into a small mixture of good answers and errors.
 *
 * Left out: dependence between the calls of one request.
 */
import { pow } from '../../engine/portable-math.js';
import { append, reduce, STRIDE } from './mixture.js';
import {
  ASYNC,
  CALL_FAIL_PARTS,
  CALL_GOOD_PARTS,
  ERROR_PARTS,
  GOOD_PARTS,
  type Network,
  OPTIONAL,
  REQUIRED,
} from './network.js';

/** Room for the largest product of mixtures before it is reduced. */
const SCRATCH = 96 * STRIDE;
const goodNow = new Float64Array(SCRATCH);
const goodNext = new Float64Array(SCRATCH);
const errorNow = new Float64Array(SCRATCH);
const groupGood = new Float64Array(SCRATCH);
const groupError = new Float64Array(SCRATCH);
const memberGood = new Float64Array(SCRATCH);
const memberFail = new Float64Array(SCRATCH);

/** Folds own work and the calls of node `i`, in order; sets `hold` and each call's `reach`. */
export function foldNode(net: Network, i: number): void {
  const work = net.workTime[i] * net.factor[i];
  let good = append(goodNow, 0, 1, work, net.workVariance[i] * net.factor[i] * net.factor[i]);
  let errors = 0;
  const end = net.callStart[i + 1];
  for (let e = net.callStart[i]; e < end; e++) {
    const alive = total(goodNow, good);
    if (net.callKind[e] === ASYNC) {
      net.reach[e] = alive * net.callCount[e];
      continue;
    }
    if (net.callParallel[e] >= 0) {
      const last = lastOfGroup(net, e, end);
      const parts = foldGroup(net, e, last, alive);
      const at = combine(good, groupGood, parts & 0xff, errors, groupError, parts >> 8);
      good = at & 0xff;
      errors = at >> 8;
      e = last;
      continue;
    }
    const parts = member(net, e, alive);
    if (parts === 0) continue;
    const at = combine(good, memberGood, parts & 0xff, errors, memberFail, parts >> 8);
    good = at & 0xff;
    errors = at >> 8;
  }
  let hold = 0;
  const goodAt = i * GOOD_PARTS * STRIDE;
  for (let k = 0; k < good * STRIDE; k += STRIDE) hold += goodNow[k] * goodNow[k + 1];
  for (let k = 0; k < good * STRIDE; k++) net.bareGood[goodAt + k] = goodNow[k];
  net.bareGoodCount[i] = good;
  const errorAt = i * ERROR_PARTS * STRIDE;
  for (let k = 0; k < errors * STRIDE; k += STRIDE) hold += errorNow[k] * errorNow[k + 1];
  for (let k = 0; k < errors * STRIDE; k++) net.bareError[errorAt + k] = errorNow[k];
  net.bareErrorCount[i] = errors;
  net.hold[i] = hold;
  stickErrors(net, i);
}

/**
 * Of the node's errors, those that a request would meet again if it came straight back: what made the call fail must
 * not have been forgotten while the request waits and works here before it calls. Both are taken as exponential times.
 */
function stickErrors(net: Network, i: number): void {
  let errors = 0;
  let stuck = 0;
  let memory = 0;
  const before = net.workTime[i] * net.factor[i] + net.waitChance[i] * net.waitMean[i];
  for (let e = net.callStart[i]; e < net.callStart[i + 1]; e++) {
    if (net.callKind[e] !== REQUIRED) continue;
    const quick = net.reach[e] * net.callFail[e * CALL_FAIL_PARTS * STRIDE];
    const slow = net.reach[e] * net.callFail[(e * CALL_FAIL_PARTS + 1) * STRIDE];
    if (quick + slow <= 0) continue;
    const again = (quick * net.stuckFails[e]) / (1 + net.failMemory[e] * before);
    errors += quick + slow;
    stuck += again;
    memory += again * net.failMemory[e];
  }
  net.stuckError[i] = errors > 0 ? stuck / errors : 0;
  net.errorMemory[i] = stuck > 0 ? memory / stuck : 0;
}

/**
 * What one call (or a run of calls one after another) adds to a request: good outcomes into `memberGood`, ending ones
 * into `memberFail`; returns the two counts packed, 0 when nothing is called. Sets the call's reach.
 */
function member(net: Network, e: number, alive: number): number {
  const count = net.callCount[e] * net.miss[e];
  if (count <= 0) {
    net.reach[e] = 0;
    return 0;
  }
  const times = count > 1 ? count : 1;
  const chance = count > 1 ? 1 : count;
  const s = net.success[e];
  const parts = net.callGoodCount[e];
  const at = e * CALL_GOOD_PARTS * STRIDE;
  const failAt = e * CALL_FAIL_PARTS * STRIDE;
  let good = 0;
  let fails = 0;
  if (chance < 1) good = append(memberGood, good, 1 - chance, 0, 0);
  if (times === 1) {
    net.reach[e] = alive * chance;
    for (let k = 0; k < parts * STRIDE; k += STRIDE) {
      good = append(
        memberGood,
        good,
        chance * net.callGood[at + k],
        net.callGood[at + k + 1],
        net.callGood[at + k + 2],
      );
    }
    for (let k = 0; k < CALL_FAIL_PARTS * STRIDE; k += STRIDE) {
      const weight = chance * net.callFail[failAt + k];
      if (weight > 1e-12)
        fails = append(memberFail, fails, weight, net.callFail[failAt + k + 1], net.callFail[failAt + k + 2]);
    }
  } else {
    // All good: all fast, or some slow; the mean over both is that of `times` calls.
    const next = net.nextSuccess[e];
    const all = s * pow(next, times - 1);
    net.reach[e] = alive * (1 + net.nextCalls[e]);
    let mean = 0;
    let variance = 0;
    for (let k = 0; k < parts * STRIDE; k += STRIDE) mean += net.callGood[at + k] * net.callGood[at + k + 1];
    if (s > 0) mean /= s;
    for (let k = 0; k < parts * STRIDE; k += STRIDE) {
      const gap = net.callGood[at + k + 1] - mean;
      variance += net.callGood[at + k] * (net.callGood[at + k + 2] + gap * gap);
    }
    if (s > 0) variance /= s;
    const fast = parts > 1 && s > 0 ? pow(net.callGood[at], times) * pow(next / s, times - 1) : 0;
    if (fast > 1e-9 && all - fast > 1e-9) {
      const fastMean = times * net.callGood[at + 1];
      good = append(memberGood, good, fast, fastMean, times * net.callGood[at + 2]);
      const slowMean = (all * times * mean - fast * fastMean) / (all - fast);
      good = append(memberGood, good, all - fast, Math.max(fastMean, slowMean), times * variance);
    } else if (all > 1e-12) {
      good = append(memberGood, good, all, times * mean, times * variance);
    }
    if (1 - all > 1e-12) {
      const before = goodBeforeFailure(s, next, times) / (1 - all);
      const failShare = Math.max(1e-12, 1 - s);
      for (let k = 0; k < CALL_FAIL_PARTS * STRIDE; k += STRIDE) {
        const weight = ((1 - all) * net.callFail[failAt + k]) / failShare;
        if (weight > 1e-12) {
          fails = append(
            memberFail,
            fails,
            weight,
            Math.max(0, before) * mean + net.callFail[failAt + k + 1],
            net.callFail[failAt + k + 2] + Math.max(0, before) * variance,
          );
        }
      }
    }
  }
  if (net.callKind[e] === OPTIONAL) {
    for (let k = 0; k < fails * STRIDE; k += STRIDE)
      good = append(memberGood, good, memberFail[k], memberFail[k + 1], memberFail[k + 2]);
    fails = 0;
  }
  return good | (fails << 8);
}

/**
 * Calls that go well before one that fails, E[K; K < n], of `times` n: the first succeeds with chance `s`, each further one
 * with `q`: s (1 - q) (1 + 2 q + ... + (n-1) q^(n-2)).
 */
function goodBeforeFailure(s: number, q: number, times: number): number {
  const n = times - 1;
  if (q > 0.999999) return (s * (1 - q) * n * (n + 1)) / 2;
  const last = pow(q, n);
  return (s * (1 - (n + 1) * last + n * last * q)) / (1 - q);
}

/** Multiplies `goodNow` by the outcomes of a step: good ones go on, failed ones join `errorNow`. Returns packed counts. */
function combine(
  good: number,
  stepGood: Float64Array,
  stepCount: number,
  errors: number,
  stepFail: Float64Array,
  failCount: number,
): number {
  let next = 0;
  let failed = errors;
  for (let a = 0; a < good * STRIDE; a += STRIDE) {
    for (let b = 0; b < stepCount * STRIDE; b += STRIDE) {
      next = append(
        goodNext,
        next,
        goodNow[a] * stepGood[b],
        goodNow[a + 1] + stepGood[b + 1],
        goodNow[a + 2] + stepGood[b + 2],
      );
    }
    for (let b = 0; b < failCount * STRIDE; b += STRIDE) {
      failed = append(
        errorNow,
        failed,
        goodNow[a] * stepFail[b],
        goodNow[a + 1] + stepFail[b + 1],
        goodNow[a + 2] + stepFail[b + 2],
      );
    }
  }
  const left = reduce(goodNext, next, GOOD_PARTS);
  for (let k = 0; k < left * STRIDE; k++) goodNow[k] = goodNext[k];
  return left | (reduce(errorNow, failed, ERROR_PARTS) << 8);
}

function lastOfGroup(net: Network, first: number, end: number): number {
  let last = first;
  while (last + 1 < end && net.callParallel[last + 1] === net.callParallel[first]) last++;
  return last;
}

/** Calls made at the same time: it takes as long as the slowest, and fails when a required one fails. */
function foldGroup(net: Network, first: number, last: number, alive: number): number {
  let good = append(groupGood, 0, 1, 0, 0);
  let errors = 0;
  for (let e = first; e <= last; e++) {
    if (net.callKind[e] === ASYNC) {
      net.reach[e] = alive * net.callCount[e];
      continue;
    }
    const parts = member(net, e, alive);
    if (parts === 0) continue;
    const stepCount = parts & 0xff;
    const failCount = parts >> 8;
    let next = 0;
    let failed = errors;
    for (let a = 0; a < good * STRIDE; a += STRIDE) {
      for (let b = 0; b < stepCount * STRIDE; b += STRIDE)
        next = appendLater(goodNext, next, groupGood, a, memberGood, b);
      for (let b = 0; b < failCount * STRIDE; b += STRIDE)
        failed = appendLater(groupError, failed, groupGood, a, memberFail, b);
    }
    good = reduce(goodNext, next, GOOD_PARTS);
    for (let k = 0; k < good * STRIDE; k++) groupGood[k] = goodNext[k];
    errors = reduce(groupError, failed, ERROR_PARTS);
  }
  return good | (errors << 8);
}

/** The later of two parts, whichever has the greater mean. */
function appendLater(
  into: Float64Array,
  count: number,
  a: Float64Array,
  i: number,
  b: Float64Array,
  k: number,
): number {
  const first = a[i + 1] >= b[k + 1];
  return append(into, count, a[i] * b[k], first ? a[i + 1] : b[k + 1], first ? a[i + 2] : b[k + 2]);
}

function total(mixture: Float64Array, count: number): number {
  let sum = 0;
  for (let k = 0; k < count * STRIDE; k += STRIDE) sum += mixture[k];
  return sum;
}
