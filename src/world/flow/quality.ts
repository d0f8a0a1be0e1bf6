/**
 * Quality: how well a node answers, from how well its callees do. Worked out from the data side up.
 *
 * Three steps, each kept so that only what changed is done again: {@link viewCall} (what a caller gets from one call,
 * retries included), {@link foldNode} (own work and all calls of a request, in order), {@link addWait} (the queue).
 * Left out: dependence between the calls of one request; hedged requests; streaming answers.
 */
import { pow } from '../../engine/portable-math.js';
import { type Chain, chain, immediateRetries } from './attempts.js';
import { cut, reduce, STRIDE, within } from './mixture.js';
import {
  ASYNC,
  CALL_FAIL_PARTS,
  CALL_GOOD_PARTS,
  ERROR_PARTS,
  GOOD_PARTS,
  HANG,
  type Network,
  OPTIONAL,
} from './network.js';

/** Room for the largest product of mixtures before it is reduced. */
const SCRATCH = 96 * STRIDE;
const scratch = new Float64Array(SCRATCH);
const goodNow = new Float64Array(SCRATCH);
const goodNext = new Float64Array(SCRATCH);
const errorNow = new Float64Array(SCRATCH);
const groupGood = new Float64Array(SCRATCH);
const groupError = new Float64Array(SCRATCH);
const memberGood = new Float64Array(SCRATCH);
const memberFail = new Float64Array(SCRATCH);
const outcome: Chain = { success: 1, attempts: 1, again: 0, allowed: 1 };

/** Two numbers are the same to the solver: shares to `eps`, times to ten times that of themselves. */
function shareMoved(a: number, b: number, eps: number): boolean {
  return Math.abs(a - b) > eps;
}
function timeMoved(a: number, b: number, eps: number): boolean {
  return Math.abs(a - b) > 10 * eps * (a + b) + 1e-9;
}

/** Works call `e` out from its targets; true when what its caller sees has changed. */
export function viewCall(net: Network, e: number, spill: boolean, eps: number): boolean {
  const from = net.arcStart[e];
  const to = net.arcStart[e + 1];
  let p = 0;
  let u = 0;
  let h = 0;
  let uTime = 0;
  let parts = 0;
  let sent = 0;
  let left = 1;
  for (let a = from; a < to; a++) {
    net.arcRefused[a] = 0;
    net.arcError[a] = 0;
    net.arcInTime[a] = 0;
    if (spill && net.arcWeight[a] > 0) net.arcWeight[a] = Math.max(left, 1e-12);
    const w = net.arcWeight[a];
    if (w <= 0) continue;
    const j = net.arcTarget[a];
    const dead = net.servers[j] <= 0;
    if (!net.arcReachable[a] || (dead && net.failure[j] === HANG)) {
      h += w;
      sent += w;
      left = 0;
      continue;
    }
    if (dead) {
      net.arcRefused[a] = 1;
      if (!spill) {
        u += w;
        sent += w;
      }
      continue;
    }
    const accepted = net.acceptance[j];
    const way = 2 * net.arcLatency[a];
    const patience = net.arcPatience[a];
    let inTime = 0;
    let errors = 0;
    let errorTime = 0;
    let late = 0;
    for (let k = 0, at = j * GOOD_PARTS * STRIDE; k < net.goodCount[j]; k++, at += STRIDE) {
      const weight = net.good[at];
      cut(net.good[at + 1], net.good[at + 2], patience);
      const share = within.share;
      inTime += weight * share;
      late += weight * (1 - share);
      if (share > 0) {
        const mean = within.first / share;
        scratch[parts] = w * accepted * weight * share;
        scratch[parts + 1] = mean + way;
        scratch[parts + 2] = Math.max(0, within.second / share - mean * mean);
        parts += STRIDE;
      }
    }
    for (let k = 0, at = j * ERROR_PARTS * STRIDE; k < net.errorCount[j]; k++, at += STRIDE) {
      const weight = net.error[at];
      cut(net.error[at + 1], net.error[at + 2], patience);
      errors += weight * within.share;
      errorTime += weight * (within.first + way * within.share);
      late += weight * (1 - within.share);
    }
    net.arcRefused[a] = 1 - accepted;
    net.arcError[a] = accepted * errors;
    net.arcInTime[a] = accepted * inTime;
    p += w * accepted * inTime;
    h += w * accepted * late;
    u += w * accepted * errors;
    uTime += w * accepted * errorTime;
    if (spill) {
      left *= 1 - accepted;
      sent += w * accepted;
    } else {
      u += w * (1 - accepted);
      sent += w;
    }
  }
  if (sent < 1) u += 1 - sent;
  const pass = net.passing[e];
  if (pass < 1) {
    p *= pass;
    h *= pass;
    u = u * pass + (1 - pass);
    uTime *= pass;
  }
  const count = reduce(scratch, parts / STRIDE, CALL_GOOD_PARTS);
  return conclude(net, e, p, u, h, u > 0 ? uTime / u : 0, count, pass, spill, eps);
}

/** From one attempt to all of them: fills the call's success, ratios and times. `scratch` holds the good parts. */
function conclude(
  net: Network,
  e: number,
  p: number,
  u: number,
  h: number,
  uTime: number,
  goodParts: number,
  pass: number,
  spill: boolean,
  eps: number,
): boolean {
  const retries = net.callRetries[e];
  const backoff = net.callBackoff[e];
  const delayed = backoff > 0;
  const other = u > 0 && !delayed && !spill ? elsewhere(net, e) : 0;
  chain(p, u, h, retries, delayed, net.callBudget[e], other, outcome);

  // The mean good answer, for those that come after failures.
  let mean = 0;
  let second = 0;
  for (let k = 0, at = 0; k < goodParts; k++, at += STRIDE) {
    if (pass < 1) scratch[at] *= pass;
    mean += scratch[at] * scratch[at + 1];
    second += scratch[at] * (scratch[at + 2] + scratch[at + 1] * scratch[at + 1]);
  }
  if (p > 0) {
    mean /= p;
    second /= p;
  }
  let parts = goodParts;
  const failing = delayed ? u + h : h;
  const timeout = net.callTimeout[e];
  const failTime = failing > 0 ? (delayed ? (u * uTime + h * timeout) / failing : timeout) : 0;
  const round = failTime + backoff;

  // What ends in the first round without delay is quick; the rest, good or bad, took more than one: a slow part each.
  let slowWeight = 0;
  let slowFirst = 0;
  let slowSecond = 0;
  let failWeight = 0;
  let failFirst = 0;
  let failSecond = 0;
  let quickFail = 0;
  let quickTime = 0;
  const notRetried = Math.max(0, failing - outcome.again);
  let share = 1;
  for (let k = 0; k <= retries && share > 1e-12; k++) {
    const elapsed = k * round;
    const immediate = delayed ? 0 : immediateRetries(retries - k, outcome.allowed, other);
    const wins = delayed ? 0 : u * immediate * other;
    const fails = delayed ? 0 : Math.max(0, u - wins);
    const time = elapsed + (1 + immediate) * uTime;
    if (k === 0) {
      quickFail = fails;
      quickTime = time;
      if (wins > 1e-12) parts = append(scratch, parts, wins, mean + uTime, Math.max(0, second - mean * mean));
    } else {
      const w = share * (p + wins);
      slowWeight += w;
      slowFirst += w * (elapsed + mean);
      slowSecond += w * (second + 2 * elapsed * mean + elapsed * elapsed);
      failWeight += share * fails;
      failFirst += share * fails * time;
      failSecond += share * fails * time * time;
    }
    const final = share * (k === retries ? failing : notRetried);
    failWeight += final;
    failFirst += final * (elapsed + failTime);
    failSecond += final * (elapsed + failTime) * (elapsed + failTime);
    share *= outcome.again;
  }
  if (slowWeight > 1e-12)
    parts = append(scratch, parts, slowWeight, slowFirst / slowWeight, spread(slowWeight, slowFirst, slowSecond));
  parts = reduce(scratch, parts, CALL_GOOD_PARTS);

  let moved =
    shareMoved(net.success[e], outcome.success, eps) ||
    shareMoved(net.inTime[e], p, eps) ||
    shareMoved(net.atOnce[e], u, eps) ||
    shareMoved(net.late[e], h, eps) ||
    shareMoved(net.allowed[e], outcome.allowed, eps) ||
    shareMoved(net.elsewhere[e], other, eps) ||
    net.callGoodCount[e] !== parts;
  const goodAt = e * CALL_GOOD_PARTS * STRIDE;
  for (let k = 0; k < parts * STRIDE; k += STRIDE) {
    moved ||=
      shareMoved(net.callGood[goodAt + k], scratch[k], eps) ||
      timeMoved(net.callGood[goodAt + k + 1], scratch[k + 1], eps);
  }
  const failAt = e * CALL_FAIL_PARTS * STRIDE;
  const failMean = failWeight > 1e-12 ? failFirst / failWeight : 0;
  moved ||=
    shareMoved(net.callFail[failAt], quickFail, eps) ||
    shareMoved(net.callFail[failAt + STRIDE], failWeight, eps) ||
    timeMoved(net.callFail[failAt + 1], quickTime, eps) ||
    timeMoved(net.callFail[failAt + STRIDE + 1], failMean, eps);
  if (!moved) return false;
  net.success[e] = outcome.success;
  net.inTime[e] = p;
  net.atOnce[e] = u;
  net.late[e] = h;
  net.atOnceTime[e] = uTime;
  net.again[e] = outcome.again;
  net.allowed[e] = outcome.allowed;
  net.elsewhere[e] = other;
  net.callGoodCount[e] = parts;
  for (let k = 0; k < parts * STRIDE; k++) net.callGood[goodAt + k] = scratch[k];
  net.callFailCount[e] = CALL_FAIL_PARTS;
  net.callFail[failAt] = quickFail;
  net.callFail[failAt + 1] = quickTime;
  net.callFail[failAt + 2] = quickTime * quickTime * 0.1;
  net.callFail[failAt + STRIDE] = failWeight;
  net.callFail[failAt + STRIDE + 1] = failMean;
  net.callFail[failAt + STRIDE + 2] = failWeight > 1e-12 ? spread(failWeight, failFirst, failSecond) : 0;
  return true;
}

/** Chance that a request which failed at once at one place succeeds when it is sent again: other places only. */
function elsewhere(net: Network, e: number): number {
  let failed = 0;
  for (let a = net.arcStart[e]; a < net.arcStart[e + 1]; a++)
    failed += net.arcWeight[a] * (net.arcRefused[a] + net.arcError[a]);
  if (failed <= 0) return 0;
  let sum = 0;
  for (let a = net.arcStart[e]; a < net.arcStart[e + 1]; a++) {
    const own = net.arcWeight[a] * (net.arcRefused[a] + net.arcError[a]);
    sum += net.arcWeight[a] * net.arcInTime[a] * (1 - own / failed);
  }
  return Math.min(1, sum);
}

function spread(weight: number, first: number, second: number): number {
  const mean = first / weight;
  return Math.max(0, second / weight - mean * mean);
}

function append(mixture: Float64Array, count: number, weight: number, mean: number, variance: number): number {
  const at = count * STRIDE;
  mixture[at] = weight;
  mixture[at + 1] = mean;
  mixture[at + 2] = variance;
  return count + 1;
}

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
    const all = pow(s, times);
    net.reach[e] = alive * (s > 0.999999 ? times : (1 - all) / (1 - s));
    let mean = 0;
    let variance = 0;
    for (let k = 0; k < parts * STRIDE; k += STRIDE) mean += net.callGood[at + k] * net.callGood[at + k + 1];
    if (s > 0) mean /= s;
    for (let k = 0; k < parts * STRIDE; k += STRIDE) {
      const gap = net.callGood[at + k + 1] - mean;
      variance += net.callGood[at + k] * (net.callGood[at + k + 2] + gap * gap);
    }
    if (s > 0) variance /= s;
    const fast = parts > 1 ? pow(net.callGood[at], times) : 0;
    if (fast > 1e-9 && all - fast > 1e-9) {
      const fastMean = times * net.callGood[at + 1];
      good = append(memberGood, good, fast, fastMean, times * net.callGood[at + 2]);
      const slowMean = (all * times * mean - fast * fastMean) / (all - fast);
      good = append(memberGood, good, all - fast, Math.max(fastMean, slowMean), times * variance);
    } else if (all > 1e-12) {
      good = append(memberGood, good, all, times * mean, times * variance);
    }
    if (1 - all > 1e-12) {
      // Calls that went well before the one that failed: E[K; K < n] / P(fail), K geometric.
      const before = s > 0.999999 ? (times - 1) / 2 : s / (1 - s) - (times * all) / (1 - all);
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
