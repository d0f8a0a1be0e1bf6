/**
 * What a caller gets from one call, retries included: the callees' answers, cut at the caller's timeout.
 *
 * Left out: hedged requests, and streaming answers.
 */
import { type Chain, chain, immediateRetries } from './attempts.js';
import { append, cut, reduce, STRIDE, shareMoved, timeMoved, within } from './mixture.js';
import { CALL_FAIL_PARTS, CALL_GOOD_PARTS, ERROR_PARTS, GOOD_PARTS, HANG, type Network } from './network.js';

/** Room for the good parts of all targets of one call. */
let scratch = new Float64Array(64 * STRIDE);
const outcome: Chain = { success: 1, attempts: 1, again: 0, allowed: 1 };

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
  const room = (to - from) * (GOOD_PARTS + 1) * STRIDE + 8 * STRIDE;
  if (scratch.length < room) scratch = new Float64Array(2 * room);
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
