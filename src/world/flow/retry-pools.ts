/**
 * Retries that wait: after a late answer or a back-off, an attempt comes again only when its delay is over.
 *
 * Each round of a call has a pool of two compartments in a row, each left at the rate 2/d (an Erlang delay of mean d =
 * timeout + back-off): one compartment lets half of the retries come far too early, two are enough to tell a system
 * that recovers from one that does not. A pool whose outflow is within a quantum of its inflow rests, and follows it;
 * else it moves in steps of d/6 or more by the exact law of two compartments with constant inflow.
 * A pool that turns again and again with no fact from outside swings about its balance, because its long steps feed back
 * on themselves: from then on its steps are short, and if that does not help, what counts as near grows. One that still
 * turns swings for ever (a full queue that refuses, and so is spared, and so lets in, and so hangs its callers): it is held
 * at its mean over the turns seen, until the next fact.
 * Left out: jitter, and the spread of the delays of one round.
 */
import { exp } from '../../engine/portable-math.js';
import type { Network } from './network.js';

/** Of the call's attempts: outflow nearer than this to the inflow is the inflow. */
const QUANTUM = 0.02;
/** Steps per delay at most. */
const STEPS = 6;
/** Delays that differ by less, as a share, are the same. */
const SAME_DELAY = 0.05;
/**
 * Turns without a fact from outside after which a pool swings about its balance, and its steps are short; and after which
 * short steps have not helped, and more is near with each further turn, up to so many times.
 */
const MOST_TURNS = 6;
const MOST_SHORT_TURNS = 24;
const MOST_WIDER = 4;
/** Turns after which a pool is held at its mean over the last so many. */
const MOST_TURNS_IN_ALL = 60;
const TURNS_OF_MEAN = 20;

export class RetryPools {
  /** 1 while the pools of a call move by themselves. */
  readonly active: Uint8Array;
  /** Of the call that was weighed last. */
  fresh = 0;
  stuck = 0;
  won = 0;
  /** Requests of the call that {@link countBeside} counted last. */
  succeededBeside = 0;
  failedBeside = 0;
  private readonly net: Network;
  private readonly tolerance: number;
  private readonly start: Int32Array;
  private readonly first: Float64Array;
  private readonly second: Float64Array;
  /** First attempts and ratio of rounds since `since`. */
  private readonly rate: Float64Array;
  private readonly again: Float64Array;
  private readonly since: Float64Array;
  /** All rounds a second at the end of the last settle. */
  private readonly settled: Float64Array;
  /** Mean delay that the pools work with. */
  private readonly span: Float64Array;
  /** Since which moment turns are counted; how many; whether more than the balance came (1) or less (-1) at the last. */
  private readonly stamp: Float64Array;
  private readonly turns: Uint8Array;
  private readonly side: Int8Array;
  /** 1: held at its mean. Beside it, sums for that mean: seconds, and what waited in the second compartments over them. */
  private readonly held: Uint8Array;
  private readonly summed: Float64Array;
  private readonly sum: Float64Array;
  /** Attempts that left each pool in the last step beside those that the flow counted. */
  private readonly beside: Float64Array;

  constructor(net: Network, tolerance: number) {
    this.net = net;
    this.tolerance = tolerance;
    this.active = new Uint8Array(net.calls);
    this.start = new Int32Array(net.calls + 1);
    for (let e = 0; e < net.calls; e++) this.start[e + 1] = this.start[e] + net.callRetries[e];
    const pools = this.start[net.calls];
    this.first = new Float64Array(pools);
    this.second = new Float64Array(pools);
    this.rate = new Float64Array(net.calls);
    this.again = new Float64Array(net.calls);
    this.since = new Float64Array(net.calls);
    this.settled = new Float64Array(net.calls);
    this.stamp = new Float64Array(net.calls);
    this.turns = new Uint8Array(net.calls);
    this.side = new Int8Array(net.calls);
    this.held = new Uint8Array(net.calls);
    this.summed = new Float64Array(net.calls);
    this.sum = new Float64Array(pools);
    this.beside = new Float64Array(pools);
    this.span = Float64Array.from({ length: net.calls }, (_, e) => this.delay(e));
  }

  /** Mean delay of a retry that begins to wait now, seconds. */
  private delay(e: number): number {
    const { net } = this;
    const backoff = net.callBackoff[e];
    if (backoff <= 0) return net.callTimeout[e];
    const failing = net.atOnce[e] + net.late[e];
    return (
      backoff + (failing > 0 ? (net.atOnce[e] * net.atOnceTime[e] + net.late[e] * net.callTimeout[e]) / failing : 0)
    );
  }

  /** Whether the pools of a call move by themselves, and are not held. */
  isMoving(e: number): boolean {
    return this.active[e] === 1 && this.held[e] === 0;
  }

  /** Whether the pools of a call would swing for ever, and are held at their mean. */
  swings(e: number): boolean {
    return this.held[e] === 1;
  }

  /** Until the outflow of an active pool has changed enough to matter, seconds: at least a sixth of the delay, at most all. */
  stepSeconds(e: number): number {
    const half = this.span[e] / 2;
    let flow = this.rate[e];
    let change = 0;
    for (let k = this.start[e]; k < this.start[e + 1]; k++) {
      flow += this.second[k] / half;
      change += Math.abs(this.first[k] - this.second[k]) / (half * half);
    }
    const least = this.span[e] / STEPS;
    const most = this.turns[e] > MOST_TURNS ? least : this.span[e];
    const step = change > 0 ? Math.min(most, (QUANTUM * flow) / change) : most;
    return Math.max(1e-4, least, step) * this.tolerance;
  }

  /** Brings the pools of call `e` to `now` with the flows that held since they were last brought forward. */
  advance(e: number, now: number): void {
    const dt = now - this.since[e];
    this.since[e] = now;
    if (!this.isMoving(e) || dt <= 0) return;
    const half = this.span[e] / 2;
    const counts = this.turns[e] >= MOST_TURNS_IN_ALL - TURNS_OF_MEAN;
    if (counts) this.summed[e] += dt;
    const decay = exp(-dt / half);
    let inflow = this.rate[e] * this.again[e];
    for (let k = this.start[e]; k < this.start[e + 1]; k++) {
      const level = inflow * half;
      const a = this.first[k] - level;
      const b = this.second[k] - level;
      const counted = this.second[k] / half;
      const before = this.first[k] + this.second[k];
      this.first[k] = level + a * decay;
      this.second[k] = level + (b + (a * dt) / half) * decay;
      // What has come in and is not there has gone out: to the last request.
      const outflow = inflow - (this.first[k] + this.second[k] - before) / dt;
      if (counts) this.sum[k] += outflow * dt;
      this.beside[k] = (outflow - counted) * dt;
      inflow = outflow * this.again[e];
    }
  }

  /**
   * The flow counts what left the pools as if it had left at one pace since its last settle. What left beside that is tried,
   * too: fills {@link succeededBeside} and {@link failedBeside} (for good), and counts it once.
   */
  countBeside(e: number): void {
    const { net } = this;
    this.succeededBeside = 0;
    this.failedBeside = 0;
    const from = this.start[e];
    const to = this.start[e + 1];
    for (let k = from; k < to; k++) {
      const success = net.inTime[e] + net.retryWins[net.roundStart[e] + 1 + k - from];
      const again = k + 1 < to ? this.again[e] : 0;
      this.succeededBeside += this.beside[k] * success;
      this.failedBeside += this.beside[k] * (1 - success - again);
      this.beside[k] = 0;
    }
  }

  /**
   * All rounds of attempts a second, given first attempts `rate` and the share `again` that comes again later.
   * May wake the pools; never lets time pass.
   */
  rounds(e: number, rate: number, again: number): number {
    const from = this.start[e];
    const to = this.start[e + 1];
    if (from === to) return rate;
    if (!this.active[e]) {
      let share = 1;
      let balance = rate;
      for (let k = from; k < to; k++) {
        share *= again;
        balance += rate * share;
      }
      const before = this.settled[e] - this.rate[e];
      const change = Math.abs(balance - rate - before);
      if (change <= this.quantum(e) * Math.max(balance, this.settled[e]) + 1e-9) return balance;
      this.fill(e);
    }
    const half = this.span[e] / 2;
    let sum = rate;
    for (let k = from; k < to; k++) sum += this.second[k] / half;
    return sum;
  }

  /**
   * Of the rounds of call `e`, a second: retries that are fresh, and stuck, as they arrive (`fresh`, `stuck`), and what
   * is won (`won`).
   */
  weighAll(e: number, rate: number, again: number): void {
    const { net } = this;
    const at = net.roundStart[e];
    if (this.start[e] === this.start[e + 1]) {
      this.fresh = rate * net.retryFresh[at];
      this.stuck = rate * net.retryStuck[at];
      this.won = rate * net.retryWins[at];
      return;
    }
    this.fresh = this.weigh(e, rate, again, net.retryFresh);
    this.stuck = this.weigh(e, rate, again, net.retryStuck);
    this.won = this.weigh(e, rate, again, net.retryWins);
  }

  /** Sum over the rounds of call `e`, each weighed by `per` (by round, from `roundStart`): a second. */
  private weigh(e: number, rate: number, again: number, per: Float64Array): number {
    const from = this.start[e];
    const to = this.start[e + 1];
    const at = this.net.roundStart[e];
    const half = this.span[e] / 2;
    let flow = rate;
    let sum = 0;
    for (let k = from; k <= to; k++) {
      sum += flow * per[at + k - from];
      if (k < to) flow = this.active[e] ? this.second[k] / half : flow * again;
    }
    return sum;
  }

  /** Starts to move from the balance that held before. */
  private fill(e: number): void {
    const half = this.span[e] / 2;
    let flow = this.rate[e];
    for (let k = this.start[e]; k < this.start[e + 1]; k++) {
      flow *= this.again[e];
      this.first[k] = flow * half;
      this.second[k] = flow * half;
    }
    this.active[e] = 1;
  }

  /**
   * After a settle: remembers the flows that hold from now on; puts the pools to rest when they are in balance. Returns
   * by how many requests that changes what waits: pools at rest hold what their flow says, whatever it was before.
   * `moment` numbers the facts from outside.
   */
  commit(e: number, rate: number, again: number, moment: number): number {
    if (this.start[e] === this.start[e + 1]) {
      this.rate[e] = rate;
      this.again[e] = again;
      return 0;
    }
    const before = this.pending(e);
    this.learnDelay(e);
    this.rate[e] = rate;
    this.again[e] = again;
    const from = this.start[e];
    const to = this.start[e + 1];
    if (this.stamp[e] !== moment) {
      this.stamp[e] = moment;
      this.turns[e] = 0;
      this.side[e] = 0;
      this.held[e] = 0;
      this.summed[e] = 0;
      this.sum.fill(0, from, to);
    }
    if (this.isMoving(e)) {
      const half = this.span[e] / 2;
      let side = 0;
      let flow = rate;
      let all = rate;
      let distance = 0;
      for (let k = from; k < to; k++) {
        flow *= again;
        all += Math.max(flow, this.second[k] / half);
        side += this.second[k] / half - flow;
        distance += Math.abs(this.second[k] / half - flow) + Math.abs(this.first[k] / half - flow);
      }
      this.turn(e, Math.sign(side));
      if (distance <= 0.5 * this.quantum(e) * all + 1e-9) this.active[e] = 0;
    }
    this.settled[e] = this.rounds(e, rate, again);
    return this.pending(e) - before;
  }

  /** Outflow nearer than this share of the call's attempts to the inflow is the inflow. */
  private quantum(e: number): number {
    const wider = Math.min(MOST_WIDER, 1 + Math.max(0, this.turns[e] - MOST_SHORT_TURNS));
    return QUANTUM * this.tolerance * wider;
  }

  private turn(e: number, side: number): void {
    if (side * this.side[e] < 0) {
      this.turns[e] = Math.min(MOST_TURNS_IN_ALL, this.turns[e] + 1);
      // What users wait for is counted request by request: theirs goes on.
      if (this.turns[e] === MOST_TURNS_IN_ALL && this.net.callSource[e] < 0 && this.summed[e] > 0) this.hold(e);
    }
    if (side !== 0) this.side[e] = side;
  }

  private hold(e: number): void {
    this.held[e] = 1;
    for (let k = this.start[e]; k < this.start[e + 1]; k++) {
      const outflow = this.sum[k] / this.summed[e];
      this.first[k] = (outflow * this.span[e]) / 2;
      this.second[k] = this.first[k];
    }
  }

  /** What waits goes on to wait when the delay changes; only its pace is another. */
  private learnDelay(e: number): void {
    const delay = this.delay(e);
    const before = this.span[e];
    if (Math.abs(delay - before) <= SAME_DELAY * before) return;
    if (!this.active[e] && this.again[e] > 0 && this.rate[e] > 0 && before > 0) this.fill(e);
    this.span[e] = delay;
  }

  /** Rounds a second that are the last allowed: their late failures are final. */
  lastRound(e: number, rate: number, again: number): number {
    const from = this.start[e];
    const to = this.start[e + 1];
    if (from === to) return rate;
    if (this.active[e]) return this.second[to - 1] / (this.span[e] / 2);
    let flow = rate;
    for (let k = from; k < to; k++) flow *= again;
    return flow;
  }

  /** Requests that wait to be tried again. */
  pending(e: number): number {
    const from = this.start[e];
    const to = this.start[e + 1];
    let sum = 0;
    if (this.active[e]) for (let k = from; k < to; k++) sum += this.first[k] + this.second[k];
    else {
      let flow = this.rate[e];
      for (let k = from; k < to; k++) {
        flow *= this.again[e];
        sum += flow * this.span[e];
      }
    }
    return sum;
  }
}
