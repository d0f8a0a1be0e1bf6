/**
 * What a caller gets from one call, retries included: the callees' answers, cut at the caller's timeout.
 *
 * Left out: hedged requests, and streaming answers.
 */
import { exp, pow } from '../../engine/portable-math.js';
import { type Attempt, type Chain, chain, type Immediate, retryAtOnce } from './attempts.js';
import { append, cut, reduce, STRIDE, shareMoved, timeMoved, within } from './mixture.js';
import { CALL_FAIL_PARTS, CALL_GOOD_PARTS, ERROR_PARTS, GOOD_PARTS, HANG, type Network } from './network.js';

/** Room for the good parts of all targets of one call. */
let scratch = new Float64Array(64 * STRIDE);
const first: Attempt = { p: 1, u: 0, h: 0, stuck: 0, elsewhere: 0 };
const next: Attempt = { p: 1, u: 0, h: 0, stuck: 0, elsewhere: 0 };
const outcome: Chain = { success: 1, attempts: 1, again: 0, allowed: 1 };
const outcomeOfNext: Chain = { success: 1, attempts: 1, again: 0, allowed: 1 };
const atOnce: Immediate = { fresh: 0, stuck: 0, wins: 0, stuckInTheEnd: 0 };
const atOnceOfNext: Immediate = { fresh: 0, stuck: 0, wins: 0, stuckInTheEnd: 0 };

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
  first.p = p;
  first.u = u;
  first.h = h;
  const memory = stick(net, e, spill);
  const pass = net.passing[e];
  if (pass < 1) {
    // What the breaker refuses is refused by chance: its retry is as good as a first attempt.
    const before = u;
    p *= pass;
    h *= pass;
    u = u * pass + (1 - pass);
    uTime *= pass;
    first.p = p;
    first.u = u;
    first.h = h;
    first.stuck *= (before * pass) / u;
    first.elsewhere *= pass;
  }
  const count = reduce(scratch, parts / STRIDE, CALL_GOOD_PARTS);
  return conclude(net, e, u > 0 ? uTime / u : 0, count, memory, eps);
}

/**
 * Which failures at once are stuck: refused by a queue that is as full when the retry comes, or ended by an error whose
 * reason has not passed. A full queue forgets at the rate at which places in it are left and taken, arrivals + capacity.
 * Fills the arcs' shares of retries, `first.stuck` and `first.elsewhere`; returns how fast what is stuck is forgotten.
 */
function stick(net: Network, e: number, spill: boolean): number {
  const from = net.arcStart[e];
  const to = net.arcStart[e + 1];
  const { u } = first;
  let all = 0;
  let memory = 0;
  let refused = 1;
  for (let a = from; a < to; a++) {
    net.arcStuck[a] = 0;
    net.arcMoved[a] = 0;
    const w = net.arcWeight[a];
    if (w <= 0 || u <= 0) continue;
    const j = net.arcTarget[a];
    const rate = net.servers[j] > 0 ? net.arrivals[j] + net.capacity[j] : 0;
    const still = net.arcRefused[a] > 0 ? remembered(rate, 2 * net.arcLatency[a]) : 0;
    const errors = w * net.arcError[a] * net.stuckError[j];
    refused *= net.arcRefused[a];
    const own = spill ? errors : w * net.arcRefused[a] * still + errors;
    net.arcStuck[a] = own;
    all += own;
    memory += spill ? errors * net.errorMemory[j] : w * net.arcRefused[a] * still * rate + errors * net.errorMemory[j];
  }
  // A request that spills over is refused by all places, and by all of them again.
  if (spill && u > 0) all += refused;
  first.stuck = u > 0 ? Math.min(1, all / u) : 0;
  first.elsewhere = 0;
  if (all <= 0) return 0;
  for (let a = from; a < to; a++) {
    const w = net.arcWeight[a];
    if (w <= 0) continue;
    const origin = net.arcStuck[a] / all;
    net.arcStuck[a] = spill ? refused / all + origin : w * origin;
    net.arcMoved[a] = spill ? 0 : w * (1 - origin);
    if (!spill) first.elsewhere += w * net.arcInTime[a] * (1 - origin);
  }
  first.elsewhere = Math.min(1, first.elsewhere);
  return memory / all;
}

/** Chance that what forgets at `rate` a second has not done so after `seconds`. */
function remembered(rate: number, seconds: number): number {
  return seconds > 0 ? exp(-Math.min(700, rate * seconds)) : 1;
}

/**
 * A further call on the heels of a good one: the answer has left room in the queue that it came from, so there it is let
 * in. Fills `next` and the arcs' shares; false when it is as any other call.
 */
function follow(net: Network, e: number): boolean {
  next.p = 0;
  next.u = 0;
  let any = false;
  for (let a = net.arcStart[e]; a < net.arcStart[e + 1]; a++) {
    net.arcNext[a] = 0;
    const w = net.arcWeight[a];
    if (w <= 0) continue;
    const j = net.arcTarget[a];
    const refused = net.arcRefused[a];
    let finds = 0;
    if (refused > 0 && refused < 1 && first.p > 0 && net.admission[j] >= 1) {
      const same = Math.min(1, (w * net.arcInTime[a]) / first.p);
      finds = same * remembered(net.arrivals[j] + net.capacity[j], 2 * net.arcLatency[a]);
      any = true;
    }
    net.arcNext[a] = w * finds;
    const gain = finds / (1 - refused) + (1 - finds);
    next.p += w * net.arcInTime[a] * (refused < 1 ? gain : 1);
    next.u += w * ((refused < 1 ? net.arcError[a] * gain : 0) + refused * (1 - finds));
  }
  next.p = Math.min(1, next.p);
  next.u = Math.min(1 - next.p, next.u);
  next.h = Math.max(0, 1 - next.p - next.u);
  next.stuck = first.stuck;
  next.elsewhere = first.elsewhere;
  return any;
}

/** From one attempt to all of them: fills the call's success, ratios and times. `scratch` holds the good parts. */
function conclude(net: Network, e: number, uTime: number, goodParts: number, memory: number, eps: number): boolean {
  const { p, u, h } = first;
  const pass = net.passing[e];
  const retries = net.callRetries[e];
  const backoff = net.callBackoff[e];
  const delayed = backoff > 0;
  chain(first, retries, delayed, net.callBudget[e], outcome);
  const times = net.callCount[e] * net.miss[e];
  const follows = times > 1 && net.callParallel[e] < 0 && pass >= 1 && follow(net, e);
  if (follows) chain(next, retries, delayed, net.callBudget[e], outcomeOfNext);
  const nextSuccess = follows ? outcomeOfNext.success : outcome.success;
  const nextCalls = times > 1 ? outcome.success * inARow(nextSuccess, times - 1) : 0;
  const share = nextCalls / (1 + nextCalls);
  const again = follows ? (1 - share) * outcome.again + share * outcomeOfNext.again : outcome.again;

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
  let weight = 1;
  let stuckFails = 0;
  for (let k = 0; k <= retries && weight > 1e-12; k++) {
    const elapsed = k * round;
    retryAtOnce(first, delayed ? 0 : retries - k, outcome.allowed, atOnce);
    const wins = u * atOnce.wins;
    const fails = delayed ? 0 : Math.max(0, u - wins);
    const time = elapsed + (1 + atOnce.fresh + atOnce.stuck) * uTime;
    if (k === 0) {
      quickFail = fails;
      quickTime = time;
      stuckFails = atOnce.stuckInTheEnd;
      if (wins > 1e-12) parts = append(scratch, parts, wins, mean + uTime, Math.max(0, second - mean * mean));
    } else {
      const w = weight * (p + wins);
      slowWeight += w;
      slowFirst += w * (elapsed + mean);
      slowSecond += w * (second + 2 * elapsed * mean + elapsed * elapsed);
      failWeight += weight * fails;
      failFirst += weight * fails * time;
      failSecond += weight * fails * time * time;
    }
    const final = weight * (k === retries ? failing : notRetried);
    failWeight += final;
    failFirst += final * (elapsed + failTime);
    failSecond += final * (elapsed + failTime) * (elapsed + failTime);
    weight *= outcome.again;
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
    shareMoved(net.nextSuccess[e], nextSuccess, eps) ||
    shareMoved(net.stuckFails[e] * quickFail, stuckFails * quickFail, eps) ||
    timeMoved(net.failMemory[e], memory, 10 * eps) ||
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
  net.again[e] = again;
  net.allowed[e] = outcome.allowed;
  net.stuckFails[e] = stuckFails;
  net.failMemory[e] = memory;
  net.nextCalls[e] = nextCalls;
  net.nextSuccess[e] = nextSuccess;
  for (let k = 0; k <= retries; k++) {
    const at = net.roundStart[e] + k;
    retryAtOnce(first, delayed ? 0 : retries - k, outcome.allowed, atOnce);
    net.retryFresh[at] = u * atOnce.fresh;
    net.retryStuck[at] = u * atOnce.stuck;
    net.retryWins[at] = u * atOnce.wins;
    if (!follows) continue;
    retryAtOnce(next, delayed ? 0 : retries - k, outcomeOfNext.allowed, atOnceOfNext);
    net.retryFresh[at] += share * (next.u * atOnceOfNext.fresh - net.retryFresh[at]);
    net.retryStuck[at] += share * (next.u * atOnceOfNext.stuck - net.retryStuck[at]);
    net.retryWins[at] += share * (next.u * atOnceOfNext.wins - net.retryWins[at]);
  }
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

/** Calls made of `most` in a row that end at the first failure, each succeeding with chance `s`; `most` need not be whole. */
function inARow(s: number, most: number): number {
  return s > 0.999999 ? most : (1 - pow(s, most)) / (1 - s);
}

function spread(weight: number, first: number, second: number): number {
  const mean = first / weight;
  return Math.max(0, second / weight - mean * mean);
}
