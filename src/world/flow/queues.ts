/**
 * The queue of each deployment: a state that moves by a known law between events.
 *
 * `waiting` is the mean number of waiting requests x. While chance makes the queue (`STATIONARY`) it follows the
 * pointwise stationary fluid flow approximation, dx/dt = L - M rho(x) (Tipper and Sundareshan 1990), and rests where
 * rho = L / M; its wait is that of M/M/c. Once the drift has outrun chance (`FLUID`: x (L - M) > M, the point where a
 * backlog grown by drift is as long as the stationary queue of that spare capacity) it is a backlog, dx/dt = L - M,
 * and its wait has mean x/M and spread sqrt(x + s^2)/M, s being the queue at the change. A backlog that has drained to
 * the stationary length is a stationary queue again. At its limit, what does not fit is refused.
 * A queue whose callers wait for it (few workers, all of them held here) is kept where it is by them: it too is a backlog.
 * Between events the law is a line; an event comes when x has moved so far that somebody's answer changes.
 * Left out: refusals of a finite queue below saturation; the memory of the arrival process.
 */
import { Balances } from './balances.js';
import { isQuiet } from './erlang.js';
import { STRIDE } from './mixture.js';
import { GOOD_PARTS, type Network } from './network.js';
import { StationaryQueues } from './stationary-queues.js';
import { UneasyRests } from './uneasy-rests.js';

export const STATIONARY = 0;
export const FLUID = 1;

/** The law is a line over a step of at most this share of the wait, or of the distance to a caller's timeout. */
const STEP_SHARE = 0.2;
const STEP_OF_DISTANCE = 0.25;
const STEP_OF_SPREAD = 0.3;
/** Steps shorter than this share of the bare answer, or of the shortest timeout, change nothing that anybody sees. */
const FLOOR_OF_ANSWER = 0.1;
const FLOOR_OF_TIMEOUT = 0.003;
/** A queue whose wait is below this share of the hold is as good as none. */
const TINY = 0.005;
/** Beyond this many spreads past the longest timeout everything is late, and only the limit matters. */
const HOPELESS = 4;
/** Drift, as a share of capacity, at which a queue that was seen to swing comes to rest. */
const REST_DRIFT = 0.004;
/** A stationary queue this near to its balance, as a share of itself, is there. */
const NEAR = 0.02;
/** To come to rest it must be nearer than to stay there, or it would come and go in one instant. */
const NEARER = 0.4;
/** From this many times as far on it passes on what its length says; nearer, ever more of what comes. */
const APPROACH = 5;
/** Times that a queue may leave its rest before it counts as swinging for ever. */
const MOST_WAKES = 12;
/** Drift, as a share of capacity, from which on a queue that rests where it changes sign does so uneasily. */
const UNEASY_DRIFT = 0.025;
/** Times that a queue may leave its rest within one instant while the solver looks for the flows; then it moves. */
const MOST_DEPARTURES = 2;
/** Known that well, as a share of the queue, a balance is found. */
const BALANCE_WIDTH = 0.02;

export class Queues {
  readonly waiting: Float64Array;
  readonly kind: Uint8Array;
  /** dx/dt as of the last {@link evaluate}. */
  readonly drift: Float64Array;
  /** 1 while at rest: what comes in goes out. */
  readonly resting: Uint8Array;
  private readonly rests: Uint8Array;
  /** 1 while the queue is at its limit and refuses. */
  readonly full: Uint8Array;
  /** Where the present line ends; the event's target. */
  readonly next: Float64Array;
  private readonly since: Float64Array;
  private readonly spread: Float64Array;
  private readonly law: StationaryQueues;
  private readonly restTolerance: Float64Array;
  private readonly balance: Balances;
  /** How often it woke. */
  private readonly wakes: Uint8Array;
  /** How often the queue has left its rest in the present instant. */
  private readonly departures: Uint8Array;
  private readonly moved: number[] = [];
  private readonly uneasy: UneasyRests;
  /** 1 while the queue is known to be held by callers who wait for it: a backlog whose balance is not chance. */
  private readonly closed: Uint8Array;
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
    this.rests = new Uint8Array(n);
    this.full = new Uint8Array(n);
    this.next = new Float64Array(n);
    this.since = new Float64Array(n);
    this.spread = new Float64Array(n);
    this.law = new StationaryQueues(net);
    this.restTolerance = new Float64Array(n).fill(REST_DRIFT * tolerance);
    this.balance = new Balances(n);
    this.wakes = new Uint8Array(n);
    this.departures = new Uint8Array(n);
    this.uneasy = new UneasyRests(n);
    this.closed = new Uint8Array(n);
    this.stamp = new Float64Array(n);
    this.patience = Array.from({ length: n }, (_, i) => {
      const all = new Set<number>();
      for (let k = net.inStart[i]; k < net.inStart[i + 1]; k++)
        all.add(Math.round(net.arcPatience[net.inArcs[k]] * 1e4) / 1e4);
      return Float64Array.from([...all].sort((a, b) => a - b));
    });
  }

  /** A new instant: all may rest again. */
  begin(): void {
    for (const i of this.moved) this.departures[i] = 0;
    this.moved.length = 0;
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

  /** Puts the queue to its equilibrium at once: a run begins in balance; where demand is above capacity, with no queue. */
  relax(i: number): void {
    const load = this.load(i);
    const capacity = this.net.capacity[i];
    this.kind[i] = STATIONARY;
    this.resting[i] = 1;
    this.waiting[i] = load < capacity ? Math.min(this.law.length(i, load), this.limit(i)) : 0;
  }

  /**
   * From arrivals and capacity as they are now: acceptance, throughput and drift of node `i`. Changes no state, so the
   * solver may ask as often as it likes on its way to the equilibrium. At the limit the acceptance may come out above 1:
   * the solver needs to know by how much there is room.
   */
  evaluate(i: number): void {
    const load = this.load(i);
    const capacity = this.net.capacity[i];
    const limit = this.limit(i);
    const admitted = this.net.admission[i];
    const atLimit = this.isFull(i);
    const rested = this.rests[i] === 1;
    this.full[i] = 0;
    this.rests[i] = 0;
    if (this.swings(i)) {
      this.rests[i] = 1;
      this.set(i, load > capacity ? (admitted * capacity) / load : admitted, Math.min(load, capacity), 0);
      this.net.hopelessServed[i] = this.net.hopeless[i] * this.net.acceptance[i];
      return;
    }
    if (atLimit && load >= capacity) {
      this.full[i] = 1;
      this.rests[i] = 1;
      this.set(i, admitted, capacity, 0);
    } else if (this.resting[i] && !atLimit && !this.mustMove(i) && this.mayRest(i, load, capacity)) {
      this.rests[i] = 1;
      this.set(i, admitted, load, 0);
    } else if (this.kind[i] === FLUID) {
      this.set(i, admitted, capacity, load - capacity);
    } else {
      this.evaluateStationary(i, load, capacity, Math.min(limit, this.law.length(i, load)), admitted);
    }
    if (rested && !this.rests[i] && this.departures[i]++ === 0) this.moved.push(i);
    // At the limit, hopeless retries get what room is left; elsewhere they wait and are served like all others.
    const hopeless = this.net.hopeless[i] * admitted;
    const useful = this.net.arrivals[i] * admitted;
    this.net.hopelessServed[i] = atLimit ? Math.min(hopeless, Math.max(0, capacity - useful)) : hopeless;
    const sure = this.net.sure[i] * admitted;
    if (atLimit && useful > sure) this.net.acceptance[i] = (admitted * Math.max(0, capacity - sure)) / (useful - sure);
  }

  /**
   * Whether the queue has left its rest so often, with no new fact in between, that it would go on for ever: it is held
   * where it is then, and takes what it can serve, until something else changes.
   */
  swings(i: number): boolean {
    return this.wakes[i] >= MOST_WAKES && this.resting[i] === 1;
  }

  private mustMove(i: number): boolean {
    return this.departures[i] >= MOST_DEPARTURES;
  }

  /** Whether nothing more may wait: what comes above capacity is refused. */
  isFull(i: number): boolean {
    return this.waiting[i] >= this.limit(i) * (1 - 1e-9);
  }

  /** At rest where two drifts balance, or where the stationary queue of the load is within a step of the present one. */
  private mayRest(i: number, load: number, capacity: number): boolean {
    const served = this.kind[i] === FLUID ? capacity : capacity * this.law.utilisation(i, this.waiting[i]);
    const over = (load - served) / capacity;
    // Less may come than is served, as long as it did when the queue came to rest; more only by a hair.
    if (over <= 2 * REST_DRIFT * this.tolerance && -over <= this.restTolerance[i]) return true;
    return this.kind[i] === STATIONARY && load < capacity && this.isNear(i, this.law.length(i, load));
  }

  /** Nobody would notice the difference between the queue and `target`. */
  private isNear(i: number, target: number): boolean {
    return Math.abs(target - this.waiting[i]) <= this.noticed(i);
  }

  /**
   * 1 where the queue comes to rest at `target`, falling to 0 where it is far from there. While it is near, its wait is as good
   * as that at rest; a flow that jumped from what its length says to what comes would be seen by all callees.
   */
  private nearness(i: number, target: number): number {
    const distance = Math.abs(target - this.waiting[i]) / (NEARER * this.noticed(i) + 1e-12);
    return Math.min(1, Math.max(0, (APPROACH - distance) / (APPROACH - 1)));
  }

  /** Requests by which the queue may be longer or shorter and nobody notices. */
  private noticed(i: number): number {
    return Math.max(NEAR * this.tolerance * this.waiting[i], 0.5 * this.floorStep(i) * this.net.capacity[i]);
  }

  /** Seconds of wait that change nothing that anybody sees. */
  private floorStep(i: number): number {
    const answer = this.net.bareGood[i * GOOD_PARTS * STRIDE + 1];
    const shortest = this.patience[i].length > 0 ? this.patience[i][0] : 0;
    return Math.max(FLOOR_OF_ANSWER * answer, FLOOR_OF_TIMEOUT * shortest) * this.tolerance;
  }

  private evaluateStationary(i: number, load: number, capacity: number, target: number, admitted: number): void {
    const x = this.waiting[i];
    const throughput = capacity * this.law.utilisation(i, this.waiting[i]);
    // A queue of next to nothing fills or empties at once: what comes is served, as far as there are servers.
    const tiny = Math.min(1, Math.max(0, 2 - x / (TINY * this.net.hold[i] * capacity + 1e-12)));
    const near = load < capacity ? this.nearness(i, target) : 0;
    const served = throughput + Math.max(tiny, near) * (Math.min(load, capacity) - throughput);
    const drift = load - (load > capacity ? served : throughput + near * (load - throughput));
    if ((near >= 1 && !this.mustMove(i)) || drift === 0 || drift > 0 !== target > x) {
      this.rests[i] = 1;
      this.set(i, admitted, Math.min(load, capacity), 0);
    } else {
      this.set(i, admitted, served, drift);
    }
  }

  private set(i: number, acceptance: number, throughput: number, drift: number): void {
    this.net.acceptance[i] = acceptance;
    this.net.throughput[i] = throughput;
    this.drift[i] = drift;
  }

  /** Requests let in a second, hopeless retries among them. */
  private load(i: number): number {
    return (this.net.arrivals[i] + this.net.hopeless[i]) * this.net.admission[i];
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
    const rho = this.law.utilisation(i, this.waiting[i]);
    if (rho <= 0 || isQuiet(net.channels[i], rho)) {
      net.waitChance[i] = 0;
      return;
    }
    const mean = Math.min(1 / (capacity * (1 - rho)), this.limit(i) / capacity);
    net.waitChance[i] = this.law.chance(i, x);
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
   * After a solve: takes over what the solve decided (rest or motion, chance or drift). True when that changes what
   * callers meet, so that the solver must look again; then `plan` is not yet due.
   * `moment` numbers the facts from outside: what is learned about a balance holds until the next one.
   */
  commit(i: number, moment: number): boolean {
    const load = this.load(i);
    const capacity = this.net.capacity[i];
    if (this.stamp[i] !== moment) {
      this.stamp[i] = moment;
      this.wakes[i] = 0;
      this.restTolerance[i] = REST_DRIFT * this.tolerance;
      this.uneasy.forget(i);
      this.closed[i] = 0;
      this.balance.forget(i);
    }
    const x = this.waiting[i];
    if (this.kind[i] === STATIONARY && load > capacity && (x * (load - capacity) > capacity || this.isFull(i))) {
      this.kind[i] = FLUID;
      this.spread[i] = Math.min(x, 0.1 * this.limit(i));
      this.resting[i] = 0;
      return true;
    }
    if (
      this.kind[i] === FLUID &&
      load < capacity &&
      x <= this.law.length(i, load) &&
      !this.rests[i] &&
      !this.closed[i]
    ) {
      this.kind[i] = STATIONARY;
      this.resting[i] = 0;
      return true;
    }
    if (!this.rests[i]) {
      if (this.resting[i]) {
        this.resting[i] = 0;
        this.wakes[i] = Math.min(MOST_WAKES, this.wakes[i] + 1);
        this.balance.forget(i);
      }
      return false;
    }
    this.resting[i] = 1;
    if (this.full[i]) this.waiting[i] = this.limit(i);
    return false;
  }

  /**
   * After the last commit of an instant: seconds until the line of node `i` ends (Infinity: never), setting `next`.
   * Once the drift is known on both sides of a balance, with no new fact in between, the line ends where the two drifts
   * say that the balance is; when the two sides are near enough, the queue rests between them.
   */
  plan(i: number): number {
    const drift = this.drift[i];
    if (drift === 0) {
      if (this.swings(i)) this.uneasy.begin(i, this.since[i]);
      return this.secondsToTest(i);
    }
    const x = this.waiting[i];
    const capacity = this.net.capacity[i];
    const load = this.load(i);
    this.balance.note(i, x, drift);
    let goal: number;
    if (this.balance.isBetween(i) && this.kind[i] === STATIONARY) {
      // Drifts of both signs under one load would not be: the callers wait for this queue and keep it where it is.
      this.kind[i] = FLUID;
      this.closed[i] = 1;
      this.spread[i] = 0;
      this.balance.forget(i);
      this.next[i] = x;
      return 0;
    }
    if (this.closed[i] && Math.abs(drift) <= REST_DRIFT * this.tolerance * capacity) {
      // Held by callers who wait for it, it is where it belongs as soon as it hardly moves.
      this.rest(i, load, drift, capacity);
      return this.secondsToTest(i);
    }
    if (this.balance.isBetween(i)) {
      const gap = this.balance.gap(i);
      const width = Math.max(BALANCE_WIDTH * this.tolerance * (x + 1), 0.1 * this.step(i) * capacity);
      if (Math.abs(drift) <= REST_DRIFT * this.tolerance * capacity || (gap <= width && drift < 0)) {
        this.rest(i, load, drift, capacity);
        return this.secondsToTest(i);
      }
      // Found well enough, but from below: a queue rests only where it serves what comes, so step over.
      goal = gap <= width ? this.balance.above[i] : this.balance.guess(i);
    } else {
      this.balance.forgetOther(i, drift);
      goal = x + Math.sign(drift) * this.step(i) * capacity;
    }
    if (drift > 0) {
      if (this.kind[i] === STATIONARY && load < capacity) goal = Math.min(goal, this.law.length(i, load));
      goal = Math.min(goal, this.limit(i));
    } else {
      goal = Math.max(goal, this.floor(i, load, x));
    }
    if (Math.abs(goal - x) <= 1e-9 * (x + 1)) {
      if (drift < 0) {
        this.rest(i, load, drift, capacity);
        return this.secondsToTest(i);
      }
      // There but for a rounding: at the limit, or on the other side of a balance, from the next instant on.
      this.waiting[i] = goal;
      this.next[i] = goal;
      return 0;
    }
    this.next[i] = goal;
    return (goal - x) / drift;
  }

  private rest(i: number, load: number, drift: number, capacity: number): void {
    this.resting[i] = 1;
    this.restTolerance[i] =
      Math.max(this.restTolerance[i], (2 * Math.abs(drift)) / capacity) * (this.wakes[i] > 3 ? 2 : 1);
    this.drift[i] = 0;
    this.net.throughput[i] = load;
    if (Math.abs(drift) > UNEASY_DRIFT * this.tolerance * capacity) this.uneasy.begin(i, this.since[i]);
  }

  private secondsToTest(i: number): number {
    if (!this.resting[i]) return Number.POSITIVE_INFINITY;
    const shortest = this.patience[i].length > 0 ? this.patience[i][0] : 0;
    return this.uneasy.secondsToTest(i, shortest, this.since[i]);
  }

  /** The queue's event has come: if it is at rest between two drifts, it is let go, and will rest again if it must. */
  rang(i: number): void {
    if (!this.resting[i] || !this.uneasy.test(i)) return;
    this.resting[i] = 0;
    this.wakes[i] = 0;
    this.restTolerance[i] = REST_DRIFT * this.tolerance;
    this.balance.forget(i);
  }

  /** Where a shrinking queue next meets something: the longest timeout from above, the stationary queue, nothing. */
  private floor(i: number, load: number, x: number): number {
    const net = this.net;
    const capacity = net.capacity[i];
    const bottom = load < capacity && !this.closed[i] ? Math.min(x, this.law.length(i, load)) : 0;
    if (this.kind[i] !== FLUID || this.patience[i].length === 0) return bottom;
    const answer = net.bareGood[i * GOOD_PARTS * STRIDE + 1];
    const longest = this.patience[i][this.patience[i].length - 1] - answer;
    const edge = longest * capacity + (HOPELESS - 0.5) * Math.sqrt(this.variance(i));
    return edge < x * (1 - 1e-9) ? Math.max(bottom, edge) : bottom;
  }

  isMoving(i: number): boolean {
    return this.drift[i] !== 0;
  }
}
