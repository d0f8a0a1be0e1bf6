/**
 * Users who leave for a substitute while it is out, and those of them who return once it is back.
 *
 * Of the users who are still there, dP/dt = -f (h + g t) P while success is under 99 %, f being the share of their
 * requests that fails and t the time since the outage began: after an outage in which everything fails,
 * P = exp(-(h t + g t²/2)). Of those who left, a stated share means to return, and does with a time constant once
 * success is 99 % again: dR/dt = -R/tau; the others stay away. Both laws are exact between events.
 * Who is away does not ask, so demand follows P; it is moved when somebody would notice, in steps of a fifth of those who
 * are away (between 0.1 % and 2 % of all), each at its middle, and is set right soon after the way turns and when it ends.
 * Left out: people who leave before they have met an outage, requests of those who left that still wait to be tried
 * again, growth by word of mouth, and a second outage that is remembered (its clock starts anew).
 */
import { exp, log } from '../../engine/portable-math.js';
import type { Topology } from '../topology.js';

const HOUR = 3600;
/** Demand follows those who are there in steps of this share of those who are away, between these shares of all. */
const STEP_OF_AWAY = 0.2;
const LEAST_STEP = 0.001;
const MOST_STEP = 0.02;
/** Of a step: those who are still to return when demand is set to the end of their way. */
const LAST_PART = 0.1;
/** Of their requests: from this on users have an outage (design: not up). */
const OUTAGE = 0.01;

export class LeavingUsers {
  /** Share of all users who are reckoned to ask, until the next event. */
  readonly asking: Float64Array;
  /** Shares of all users who ever left, and who came back. */
  readonly left: Float64Array;
  readonly returned: Float64Array;
  private readonly hazard: Float64Array;
  private readonly growth: Float64Array;
  private readonly returnShare: Float64Array;
  private readonly returnAfter: Float64Array;
  private readonly leaves: Uint8Array;
  /** Shares of all users: there; away and back some day; away for good. */
  private readonly here: Float64Array;
  private readonly returning: Float64Array;
  private readonly gone: Float64Array;
  private readonly failing: Float64Array;
  /** Since when it is out, seconds from the start; NaN while it is not. */
  private readonly outSince: Float64Array;
  private readonly since: Float64Array;
  /** Those who were there when demand was set, or when the way turned. */
  private readonly anchor: Float64Array;
  /** The step that demand is on. */
  private readonly step: Float64Array;
  /** 1: the way has just turned, and demand is not set right yet. */
  private readonly turned: Uint8Array;
  private readonly tolerance: number;

  constructor(topology: Topology, tolerance: number) {
    const { sources } = topology;
    const n = sources.length;
    this.tolerance = tolerance;
    this.hazard = Float64Array.from(sources, ({ users }) => users.leave.hazardPerHour / HOUR);
    this.growth = Float64Array.from(sources, ({ users }) => users.leave.growthPerHour / HOUR / HOUR);
    this.returnShare = Float64Array.from(sources, ({ users }) => users.leave.returnShare);
    this.returnAfter = Float64Array.from(sources, ({ users }) => Math.max(1e-3, users.leave.returnAfterSeconds));
    this.leaves = Uint8Array.from(sources, (_, s) => (this.hazard[s] > 0 || this.growth[s] > 0 ? 1 : 0));
    this.asking = new Float64Array(n).fill(1);
    this.here = new Float64Array(n).fill(1);
    this.left = new Float64Array(n);
    this.returned = new Float64Array(n);
    this.returning = new Float64Array(n);
    this.gone = new Float64Array(n);
    this.failing = new Float64Array(n);
    this.outSince = new Float64Array(n).fill(Number.NaN);
    this.since = new Float64Array(n);
    this.anchor = new Float64Array(n).fill(1);
    this.turned = new Uint8Array(n);
    this.step = new Float64Array(n).fill(LEAST_STEP * tolerance);
  }

  /** Whether users of this source leave at all. */
  may(s: number): boolean {
    return this.leaves[s] === 1;
  }

  isOut(s: number): boolean {
    return !Number.isNaN(this.outSince[s]);
  }

  away(s: number): number {
    return this.returning[s] + this.gone[s];
  }

  advance(s: number, now: number): void {
    const from = this.since[s];
    this.since[s] = now;
    if (this.leaves[s] === 0 || now <= from) return;
    if (this.isOut(s)) {
      const t = from - this.outSince[s];
      const dt = now - from;
      const remains = exp(-this.failing[s] * dt * (this.hazard[s] + this.growth[s] * (t + dt / 2)));
      const leaving = this.here[s] * (1 - remains);
      this.here[s] -= leaving;
      this.left[s] += leaving;
      this.returning[s] += leaving * this.returnShare[s];
      this.gone[s] += leaving * (1 - this.returnShare[s]);
    } else if (this.returning[s] > 0) {
      const back = this.returning[s] * (1 - exp(-(now - from) / this.returnAfter[s]));
      this.returning[s] -= back;
      this.returned[s] += back;
      this.here[s] += back;
    }
  }

  /** An event of its own may have come: demand follows those who are there. True when it moved. */
  follow(s: number): boolean {
    if (this.leaves[s] === 0) return false;
    const all = 1 - this.gone[s];
    const half = this.nextStep(s) / 2;
    if (this.turned[s] === 1) {
      this.turned[s] = 0;
      this.asking[s] = this.here[s];
      return true;
    }
    if (!this.isOut(s) && this.returning[s] <= 2 * LAST_PART * half) {
      if (this.asking[s] === all) return false;
      this.asking[s] = all;
    } else {
      const target = this.target(s);
      const reached = this.isOut(s) ? this.here[s] <= target + 1e-12 : this.here[s] >= target - 1e-12;
      if (!reached) return false;
      this.step[s] = 2 * half;
      this.anchor[s] = this.here[s];
      // The middle of the coming step, so that what is not asked is right in the mean.
      this.asking[s] = this.isOut(s) ? Math.max(0, this.here[s] - half) : Math.min(this.here[s] + half, all);
    }
    return true;
  }

  /** After a settle: the share that fails from `now` on; seconds to the next event. */
  commit(s: number, failing: number, now: number): number {
    if (this.leaves[s] === 0) return Number.POSITIVE_INFINITY;
    this.failing[s] = failing;
    const wasOut = this.isOut(s);
    if (failing <= OUTAGE) this.outSince[s] = Number.NaN;
    else if (!wasOut) this.outSince[s] = now;
    if (wasOut !== this.isOut(s)) {
      this.anchor[s] = this.here[s];
      this.step[s] = LEAST_STEP * this.tolerance;
      if (!this.isOut(s) && this.asking[s] !== this.here[s]) this.turned[s] = 1;
    }
    if (this.turned[s] === 1) return 0;
    const target = this.target(s);
    if (this.isOut(s)) {
      if (target <= 0) return Number.POSITIVE_INFINITY;
      const goal = Math.max(0, log(this.here[s] / target)) / failing;
      const rate = this.hazard[s] + this.growth[s] * (now - this.outSince[s]);
      const root = Math.sqrt(rate * rate + 2 * this.growth[s] * goal);
      return goal === 0 ? 0 : (2 * goal) / (rate + root);
    }
    const all = 1 - this.gone[s];
    if (this.asking[s] === all || this.returning[s] <= 0) return Number.POSITIVE_INFINITY;
    const left = Math.max(all - target, LAST_PART * this.nextStep(s));
    return Math.max(0, log(this.returning[s] / left)) * this.returnAfter[s];
  }

  /** Where demand moves next: a step beyond where it was set, or where the way turned, to the side to which users move. */
  private target(s: number): number {
    return this.anchor[s] + (this.isOut(s) ? -1 : 1) * this.step[s];
  }

  private nextStep(s: number): number {
    return this.tolerance * Math.min(MOST_STEP, Math.max(LEAST_STEP, STEP_OF_AWAY * this.away(s)));
  }
}
