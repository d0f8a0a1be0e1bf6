/**
 * Users who were refused for good and come back: with probability pi, after theta on average, one compartment.
 *
 * dz/dt = pi F - w, F being the requests that fail for good and w the returns, z/theta. While the failing share f holds,
 * F = f (D + w), and z goes to its goal as an exponential of rate (1 - pi f)/theta, which says when it has moved by a step.
 * Over a step w is held at its middle, and F with it, so that z is a line and everybody who waits was counted as failed, and
 * everybody who returns waited: to the last request.
 * Near its goal the flow of returns is held for one more time constant, in which as many come at that pace as would have
 * come in all, and is at its goal from then on. Who is left then, or too many, comes back at that instant.
 * Those who put off, give up or leave for a substitute have laws of their own beside this one (`refused-users.ts`).
 * Left out: impatience that grows with each refusal.
 */
import { log1p } from '../../engine/portable-math.js';
import type { Topology } from '../topology.js';

/** Of the flow: returns that moved by less change nothing. */
const QUANTUM = 0.02;
const REST = 0.004;
/** Of the flow: returns that nobody would miss. */
const NONE = 1e-6;
/** Events come at whole microseconds. */
const ONE_MICROSECOND = 1e-6;

export class ReturningUsers {
  private readonly probability: Float64Array;
  private readonly after: Float64Array;
  private readonly waiting: Float64Array;
  private readonly demand: Float64Array;
  private readonly failing: Float64Array;
  /** Failures for good a second of those who do not return from an earlier one. */
  private readonly fresh: Float64Array;
  /** Failures for good, and returns, a second, as the flow counts them until the next settle. */
  private readonly failed: Float64Array;
  private readonly returns: Float64Array;
  private readonly since: Float64Array;
  /** Until when the last of a way is held; Infinity: it is not on its last. */
  private readonly until: Float64Array;
  /** Returns a second until then. */
  private readonly held: Float64Array;
  private readonly tolerance: number;

  constructor(topology: Topology, tolerance: number) {
    const n = topology.sources.length;
    this.tolerance = tolerance;
    this.probability = Float64Array.from(topology.sources, (s) => s.users.comeBack.probability);
    this.after = Float64Array.from(topology.sources, (s) => Math.max(1e-3, s.users.comeBack.afterSeconds));
    this.waiting = new Float64Array(n);
    this.demand = new Float64Array(n);
    this.failing = new Float64Array(n);
    this.fresh = new Float64Array(n);
    this.failed = new Float64Array(n);
    this.returns = new Float64Array(n);
    this.since = new Float64Array(n);
    this.held = new Float64Array(n);
    this.until = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  }

  pending(s: number): number {
    return this.waiting[s];
  }

  /** Of those that fail for good, how many are tried again. */
  share(s: number): number {
    return this.probability[s];
  }

  /** Brings the waiting to `now`; requests that failed for good meanwhile, those of users who came back among them. */
  advance(s: number, now: number): number {
    const dt = now - this.since[s];
    this.since[s] = now;
    if (dt <= 0) return 0;
    const failed = this.failed[s] * dt;
    this.waiting[s] += this.probability[s] * failed - this.returns[s] * dt;
    return failed;
  }

  /** An event of its own may have come: the last come back. How many more they are than the returns so far; less than 0: fewer. */
  turn(s: number, now: number): number {
    if (now < this.until[s] - ONE_MICROSECOND) return 0;
    const last = this.waiting[s] - this.goal(s);
    this.until[s] = Number.POSITIVE_INFINITY;
    this.waiting[s] = this.goal(s);
    return last;
  }

  /** Takes back that `requests` failed for good, as far as their users wait to try again; how many those are. */
  takeBack(s: number, requests: number): number {
    const returning = Math.min(this.waiting[s], this.probability[s] * requests);
    this.waiting[s] -= returning;
    return returning;
  }

  /** Returns a second as they count until the next event: those of the middle of the coming step. */
  outflow(s: number): number {
    const now = this.waiting[s] / this.after[s];
    if (this.probability[s] <= 0) return now;
    if (this.until[s] < Number.POSITIVE_INFINITY) return this.held[s];
    const left = this.goal(s) / this.after[s] - now;
    if (Math.abs(left) <= NONE * (this.demand[s] + now)) return now + left;
    const most = Math.min(Math.abs(left) / 2, QUANTUM * this.tolerance * (this.demand[s] + now));
    return now + (Math.sign(left) * most) / 2;
  }

  /**
   * After a settle: demand, first attempts and final failures a second that hold from now on; seconds to the next event.
   *
   * @param follows whether those who return fail as all others do now (no retries of theirs are still waiting): then
   *   what fails grows and shrinks with them, else it is a flow that holds until the next event
   */
  commit(s: number, demand: number, first: number, failing: number, follows: boolean, now: number): number {
    const flow = demand + this.waiting[s] / this.after[s];
    this.demand[s] = demand;
    this.failing[s] = follows && first > 0 ? Math.min(1, failing / first) : 0;
    this.fresh[s] = follows ? this.failing[s] * demand : failing;
    this.failed[s] = failing;
    this.returns[s] = Math.max(0, first - demand);
    if (this.probability[s] <= 0) return Number.POSITIVE_INFINITY;
    const left = Math.abs(this.goal(s) - this.waiting[s]) / this.after[s];
    if (left <= REST * this.tolerance * flow + 1e-9) return this.hold(s, left, flow, now);
    this.until[s] = Number.POSITIVE_INFINITY;
    const step = Math.min(left * 0.5, Math.max(QUANTUM * this.tolerance * flow, REST * flow));
    return -log1p(-step / left) / this.rate(s);
  }

  /** The pace that has just been set brings the last of a way back within as long as that takes; seconds to its end. */
  private hold(s: number, left: number, flow: number, now: number): number {
    if (this.until[s] === Number.POSITIVE_INFINITY) {
      if (left <= NONE * flow) return Number.POSITIVE_INFINITY;
      this.held[s] = this.outflow(s);
      const beyond = Math.abs(this.held[s] - this.goal(s) / this.after[s]);
      this.until[s] = now + left / beyond / this.rate(s);
    }
    return Math.max(0, this.until[s] - now);
  }

  private rate(s: number): number {
    return Math.max(1e-9, 1 - this.probability[s] * this.failing[s]) / this.after[s];
  }

  private goal(s: number): number {
    return (this.probability[s] * this.fresh[s]) / this.rate(s);
  }
}
