/**
 * The queue of each deployment: a state that moves by a known law between events.
 *
 * `waiting` is the mean number of waiting requests x. While chance makes the queue (`STATIONARY`) it follows the
 * pointwise stationary fluid flow approximation, dx/dt = L - M rho(x) (Tipper and Sundareshan 1990), and rests where
 * rho = L / M; its wait is that of M/M/c. Once the drift has outrun chance (`FLUID`: x (L - M) > M, the point where a
 * backlog grown by drift is as long as the stationary queue of that spare capacity) it is a backlog, dx/dt = L - M,
 * and its wait has mean x/M and spread sqrt(x + s^2)/M, s being the queue at the change. A backlog that has drained to
 * the stationary length is a stationary queue again. At its limit, what does not fit is refused.
 * Between events the law is a line; an event comes when x has moved so far that somebody's answer changes.
 * Left out: refusals of a finite queue below saturation; the memory of the arrival process.
 */
import { erlangC, isQuiet, meanQueue, utilisationAt } from './erlang.js';
import { STRIDE } from './mixture.js';
import { GOOD_PARTS, type Network } from './network.js';

export const STATIONARY = 0;
export const FLUID = 1;

/** The law is a line over a step of at most this share of the wait, or of the distance to a caller's timeout. */
const STEP_SHARE = 0.2;
const STEP_OF_DISTANCE = 0.25;
const STEP_OF_SPREAD = 0.3;
/** Steps shorter than this share of the bare answer, or of the shortest timeout, change nothing that anybody sees. */
const FLOOR_OF_ANSWER = 0.1;
const FLOOR_OF_TIMEOUT = 0.003;
/** Beyond this many spreads past the longest timeout everything is late, and only the limit matters. */
const HOPELESS = 4;
/** Drift, as a share of capacity, at which a queue that was seen to swing comes to rest. */
const REST_DRIFT = 0.004;

export class Queues {
  readonly waiting: Float64Array;
  readonly kind: Uint8Array;
  /** dx/dt as of the last {@link evaluate}. */
  readonly drift: Float64Array;
  /** 1 while at rest: what comes in goes out. */
  readonly resting: Uint8Array;
  /** 1 while the queue is at its limit and refuses. */
  readonly full: Uint8Array;
  /** Where the present line ends; the event's target. */
  readonly next: Float64Array;
  private readonly since: Float64Array;
  private readonly spread: Float64Array;
  private readonly rho: Float64Array;
  private readonly restTolerance: Float64Array;
  private readonly reversals: Uint8Array;
  private readonly lastDrift: Float64Array;
  private readonly lastAt: Float64Array;
  private readonly stamp: Float64Array;
  /** Distinct patience of the callers of each node, ascending. */
  private readonly patience: readonly Float64Array[];
  private readonly net: Network;
  private readonly tolerance: number;

  constructor(net: Network, tolerance: number) {
    this.net = net;
    this.tolerance = tolerance;
    const n = net.nodes;
    this.waiting = new Float64Array(n);
    this.kind = new Uint8Array(n);
    this.drift = new Float64Array(n);
    this.resting = new Uint8Array(n).fill(1);
    this.full = new Uint8Array(n);
    this.next = new Float64Array(n);
    this.since = new Float64Array(n);
    this.spread = new Float64Array(n);
    this.rho = new Float64Array(n);
    this.restTolerance = new Float64Array(n).fill(REST_DRIFT * tolerance);
    this.reversals = new Uint8Array(n);
    this.lastDrift = new Float64Array(n);
    this.lastAt = new Float64Array(n);
    this.stamp = new Float64Array(n);
    this.patience = Array.from({ length: n }, (_, i) => {
      const all = new Set<number>();
      for (let k = net.inStart[i]; k < net.inStart[i + 1]; k++) all.add(Math.round(net.arcPatience[net.inArcs[k]] * 1e4) / 1e4);
      return Float64Array.from([...all].sort((a, b) => a - b));
    });
  }

  /** Brings the queue to `now` (seconds) along its line. */
  advance(i: number, now: number): void {
    if (this.drift[i] !== 0) {
      const x = this.waiting[i] + this.drift[i] * (now - this.since[i]);
      // Never past the end of the line: rounding the event's time to microseconds may overshoot by a hair.
      this.waiting[i] = this.drift[i] > 0 ? Math.min(x, this.next[i]) : Math.max(x, this.next[i]);
    }
    this.since[i] = now;
  }

  /** The most that may wait. */
  limit(i: number): number {
    return this.net.queuePerServer[i] * this.net.servers[i];
  }

  /** Takes away `share` of the backlog (servers were lost) and whatever is above the new limit; returns the requests lost. */
  lose(i: number, share: number): number {
    const before = this.waiting[i];
    this.waiting[i] = Math.min(before * (1 - share), this.limit(i));
    if (this.waiting[i] === 0) this.kind[i] = STATIONARY;
    this.drift[i] = 0;
    return before - this.waiting[i];
  }

  /** Puts the queue to its equilibrium at once: for the start of a run, which begins in a quiet state. */
  relax(i: number): void {
    const net = this.net;
    const load = net.arrivals[i] * net.admission[i];
    const capacity = net.capacity[i];
    this.kind[i] = STATIONARY;
    this.rho[i] = capacity > 0 ? Math.min(load / capacity, 0.999999) : 0;
    this.waiting[i] = capacity > 0 && load < capacity ? Math.min(this.stationary(i, load), this.limit(i)) : load > capacity ? this.limit(i) : 0;
    if (load > capacity) this.kind[i] = FLUID;
  }

  /**
   * From arrivals and capacity as they are now: acceptance, throughput and drift of node `i`. No time passes.
   * `moment` marks the facts of this instant: swings are counted between facts only.
   */
  evaluate(i: number, moment: number): void {
    const net = this.net;
    const capacity = net.capacity[i];
    const admitted = net.admission[i];
    const load = net.arrivals[i] * admitted;
    if (this.stamp[i] !== moment) {
      this.stamp[i] = moment;
      this.reversals[i] = 0;
      this.restTolerance[i] = REST_DRIFT * this.tolerance;
    }
    this.full[i] = 0;
    const limit = this.limit(i);
    if (this.kind[i] === STATIONARY && load > capacity && (this.waiting[i] * (load - capacity) > capacity || this.waiting[i] >= limit * 0.999)) {
      this.kind[i] = FLUID;
      this.spread[i] = Math.min(this.waiting[i], limit * 0.1);
      this.resting[i] = 0;
    } else if (this.kind[i] === FLUID && load < capacity && this.waiting[i] <= this.stationary(i, load)) {
      this.kind[i] = STATIONARY;
      this.resting[i] = 0;
    }
    if (this.kind[i] === FLUID) this.evaluateBacklog(i, load, capacity, limit, admitted);
    else this.evaluateStationary(i, load, capacity, limit, admitted);
  }

  private evaluateBacklog(i: number, load: number, capacity: number, limit: number, admitted: number): void {
    const net = this.net;
    if (this.waiting[i] >= limit * (1 - 1e-9) && load >= capacity) {
      this.full[i] = 1;
      this.waiting[i] = limit;
      this.resting[i] = 1;
      this.settle(i, (admitted * capacity) / load, capacity, 0);
    } else if (this.resting[i] && !this.wasFull(i, limit) && Math.abs(load - capacity) <= this.restTolerance[i] * capacity) {
      this.settle(i, admitted, load, 0);
    } else {
      this.resting[i] = 0;
      this.settle(i, admitted, capacity, load - capacity);
    }
    net.throughput[i] = Math.max(0, net.throughput[i]);
  }

  private wasFull(i: number, limit: number): boolean {
    return this.waiting[i] >= limit * (1 - 1e-9);
  }

  private evaluateStationary(i: number, load: number, capacity: number, limit: number, admitted: number): void {
    const net = this.net;
    const channels = net.channels[i];
    const target = load < capacity ? Math.min(this.stationary(i, load), limit) : limit;
    const x = this.waiting[i];
    const step = this.step(i) * capacity;
    const near = Math.abs(target - x) <= step;
    if (load < capacity && near) {
      if (!this.resting[i] || isQuiet(channels, load / capacity) || this.stale(i, load, capacity)) {
        this.rho[i] = load / capacity;
        this.waiting[i] = target;
      }
      this.resting[i] = 1;
      this.settle(i, admitted, load, 0);
      return;
    }
    if (this.resting[i] && this.reversals[i] > 3 && Math.abs(load - net.throughput[i]) <= this.restTolerance[i] * capacity) {
      this.settle(i, admitted, load, 0);
      return;
    }
    const tiny = x <= FLOOR_OF_ANSWER * net.hold[i] * capacity * 0.05;
    this.rho[i] = tiny ? Math.min(0.9999, load / capacity) : utilisationAt(channels, x);
    const throughput = capacity * this.rho[i];
    let drift = load - throughput;
    // On the way up from nothing the queue fills while the servers do: the mean of the line to the target.
    if (tiny && drift <= 0) drift = Math.max(1e-6, load) * (target > x ? 0.05 : -0.05);
    if (drift > 0 !== target > x) {
      this.resting[i] = 1;
      this.settle(i, admitted, load, 0);
      return;
    }
    this.resting[i] = 0;
    this.settle(i, admitted, Math.min(throughput, capacity), drift);
  }

  /** Whether the resting utilisation no longer describes the resting queue, because the capacity changed under it. */
  private stale(i: number, load: number, capacity: number): boolean {
    return Math.abs(load / capacity - this.rho[i]) > 0.02;
  }

  private settle(i: number, acceptance: number, throughput: number, drift: number): void {
    this.net.acceptance[i] = acceptance;
    this.net.throughput[i] = throughput;
    this.drift[i] = drift;
  }

  private stationary(i: number, load: number): number {
    const rho = load / this.net.capacity[i];
    return rho >= 1 ? Number.POSITIVE_INFINITY : isQuiet(this.net.channels[i], rho) ? 0 : meanQueue(this.net.channels[i], rho);
  }

  /** Sets chance, mean and variance of the wait that an arrival meets now. */
  setWait(i: number): void {
    const net = this.net;
    const capacity = net.capacity[i];
    const x = this.waiting[i];
    if (this.kind[i] === FLUID) {
      net.waitChance[i] = 1;
      net.waitMean[i] = x / capacity;
      net.waitVariance[i] = this.variance(i) / (capacity * capacity);
      return;
    }
    const rho = this.rho[i];
    if (rho <= 0 || isQuiet(net.channels[i], rho)) {
      net.waitChance[i] = 0;
      return;
    }
    const mean = Math.min(1 / (capacity * (1 - rho)), this.limit(i) / capacity);
    net.waitChance[i] = erlangC(net.channels[i], rho);
    net.waitMean[i] = mean;
    net.waitVariance[i] = mean * mean;
  }

  private variance(i: number): number {
    return this.waiting[i] + (this.full[i] ? 0 : this.spread[i] * this.spread[i]);
  }

  /** How far the wait may move, in seconds, before somebody's answer changes. */
  private step(i: number): number {
    const net = this.net;
    const capacity = net.capacity[i];
    const wait = this.waiting[i] / capacity;
    const answer = net.bareGood[i * GOOD_PARTS * STRIDE + 1];
    const patience = this.patience[i];
    const spread = this.kind[i] === FLUID ? Math.sqrt(this.variance(i)) / capacity : wait;
    let step = Number.POSITIVE_INFINITY;
    for (let k = 0; k < patience.length; k++) {
      const distance = Math.abs(patience[k] - answer - wait);
      const most = Math.max(STEP_OF_SPREAD * spread, STEP_OF_DISTANCE * distance, FLOOR_OF_TIMEOUT * patience[k]);
      if (most < step) step = most;
    }
    const longest = patience.length > 0 ? patience[patience.length - 1] : 0;
    if (wait - HOPELESS * spread < longest) {
      step = Math.min(step, Math.max(STEP_SHARE * wait, FLOOR_OF_ANSWER * answer));
    }
    return step * this.tolerance;
  }

  /**
   * After a settle: seconds until the line of node `i` ends (Infinity: never), setting `next`. Called only for queues
   * that move. A queue whose drift has turned since its last event, with no new fact in between, is closing in on a
   * balance: the next line ends where the two drifts say the balance is, and after a few of those it rests.
   */
  plan(i: number): number {
    const drift = this.drift[i];
    if (drift === 0) return Number.POSITIVE_INFINITY;
    const net = this.net;
    const x = this.waiting[i];
    const capacity = net.capacity[i];
    const limit = this.limit(i);
    const load = net.arrivals[i] * net.admission[i];
    if (this.lastDrift[i] !== 0 && this.lastDrift[i] > 0 !== drift > 0) {
      this.reversals[i] = Math.min(250, this.reversals[i] + 1);
      if (this.reversals[i] > 4) {
        this.restTolerance[i] = Math.min(0.5, Math.max(REST_DRIFT * this.tolerance, (1.5 * Math.abs(drift)) / capacity) * (1 << Math.min(6, this.reversals[i] - 4)));
        this.resting[i] = 1;
        this.lastDrift[i] = drift;
        this.lastAt[i] = x;
        this.drift[i] = 0;
        net.throughput[i] = load;
        return Number.POSITIVE_INFINITY;
      }
    }
    let goal: number;
    if (this.reversals[i] > 0 && this.lastDrift[i] > 0 !== drift > 0 && this.lastAt[i] !== x) {
      const weight = Math.abs(drift) / (Math.abs(drift) + Math.abs(this.lastDrift[i]));
      goal = x + (this.lastAt[i] - x) * weight;
      if (goal > x !== drift > 0) goal = x + Math.sign(drift) * Math.abs(goal - x);
    } else {
      goal = x + Math.sign(drift) * this.step(i) * capacity;
    }
    if (drift > 0) {
      if (this.kind[i] === STATIONARY && load < capacity) goal = Math.min(goal, this.stationary(i, load));
      goal = Math.min(goal, limit);
    } else {
      goal = Math.max(goal, this.floor(i, load, x));
    }
    this.lastDrift[i] = drift;
    this.lastAt[i] = x;
    this.next[i] = goal;
    return (goal - x) / drift;
  }

  /** Where a shrinking queue next meets something: the longest timeout from above, the stationary queue, nothing. */
  private floor(i: number, load: number, x: number): number {
    const net = this.net;
    const capacity = net.capacity[i];
    const bottom = load < capacity ? Math.min(x, this.stationary(i, load)) : 0;
    if (this.kind[i] !== FLUID || this.patience[i].length === 0) return bottom;
    const answer = net.bareGood[i * GOOD_PARTS * STRIDE + 1];
    const longest = this.patience[i][this.patience[i].length - 1] - answer;
    const edge = longest * capacity + (HOPELESS - 0.5) * Math.sqrt(this.variance(i));
    return edge < x * (1 - 1e-9) ? Math.max(bottom, edge) : bottom;
  }

  /** Forgets swings seen so far (called when an event of this queue happens after new facts). */
  isMoving(i: number): boolean {
    return this.drift[i] !== 0;
  }
}
