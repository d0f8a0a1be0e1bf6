/**
 * Users who put off what was refused, and come for it when it works again, each at a time of their choosing.
 *
 * dq/dt = delta F - w, F being the requests that fail for good and delta the share of them that is put off. While the
 * service is down (success under 50 %) nobody of them comes: w = 0. Once it works they come as q/phi, phi being how
 * long after the return they choose to come, on average. Unlike those who retry they do not load what is down.
 * w is held between events, at the mean of a step over which it would move by 2 % of the flow, so that at the end of
 * each step q is what the exponential towards delta F phi says. They hear of the return a thousandth of phi late.
 * Left out: people who put off without having tried, a preferred hour of the day, and forgetting.
 */
import { log1p } from '../../engine/portable-math.js';
import type { Topology } from '../topology.js';

/** Of the flow: arrivals that moved by less change nothing. */
const QUANTUM = 0.02;
/** Of the flow: what is left below this comes as it is. */
const REST = 0.004;
/** Of the mean time after which they come. */
const HEARD = 0.001;
/** Below this success it does not work (design: down). */
const WORKS = 0.5;
/** Events come at whole microseconds. */
const ONE_MICROSECOND = 1e-6;

export class DeferringUsers {
  private readonly probability: Float64Array;
  private readonly after: Float64Array;
  private readonly waiting: Float64Array;
  /** Arrivals a second that hold until `until` (seconds from the start). */
  private readonly arriving: Float64Array;
  private readonly until: Float64Array;
  private readonly working: Uint8Array;
  /** Requests a second that are put off. */
  private readonly inflow: Float64Array;
  private readonly tolerance: number;

  constructor(topology: Topology, tolerance: number) {
    const n = topology.sources.length;
    this.tolerance = tolerance;
    this.probability = Float64Array.from(topology.sources, ({ users }) => users.putOff.probability);
    this.after = Float64Array.from(topology.sources, ({ users }) => Math.max(1e-3, users.putOff.afterSeconds));
    this.waiting = new Float64Array(n);
    this.arriving = new Float64Array(n);
    this.until = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
    this.working = new Uint8Array(n).fill(1);
    this.inflow = new Float64Array(n);
  }

  /** Requests that are put off. */
  pending(s: number): number {
    // Events come at whole microseconds: a hair less than nobody may be left.
    return Math.max(0, this.waiting[s]);
  }

  /** Arrivals a second until the next event. */
  outflow(s: number): number {
    return this.arriving[s];
  }

  /** `dt` seconds with `failed` requests that failed for good: what of them is put off. */
  advance(s: number, dt: number, failed: number): number {
    const added = this.probability[s] * failed;
    this.waiting[s] += added - this.arriving[s] * dt;
    return added;
  }

  /** Takes back that `requests` failed for good. */
  takeBack(s: number, requests: number): number {
    const taken = Math.min(this.waiting[s], this.probability[s] * requests);
    this.waiting[s] -= taken;
    return taken;
  }

  /** An event of its own may have come: arrivals that hold from `now` on, beside `flow` requests a second of others. */
  turn(s: number, now: number, flow: number): void {
    if (now < this.until[s] - ONE_MICROSECOND) return;
    const rest = this.waiting[s];
    const after = this.after[s];
    this.until[s] = Number.POSITIVE_INFINITY;
    this.arriving[s] = 0;
    if (this.working[s] === 0 || rest <= 0) return;
    const way = this.inflow[s] * after - rest;
    if (Math.abs(way) <= REST * this.tolerance * flow * after + 1e-9) {
      // In balance with what is put off anew, or the last few: they come within the time that is left to them.
      this.arriving[s] = rest / after;
      if (this.inflow[s] * after < rest / 2) this.until[s] = now + after;
      return;
    }
    const step = Math.min(Math.abs(way) / 2, Math.max(QUANTUM * this.tolerance * flow * after, REST * rest));
    const seconds = -log1p(-step / Math.abs(way)) * after;
    this.arriving[s] = Math.min(rest / seconds, Math.max(0, this.inflow[s] - (Math.sign(way) * step) / seconds));
    this.until[s] = now + seconds;
  }

  /** After a settle in which the share `failing` fails, `failed` requests a second for good: seconds to the next event. */
  commit(s: number, failing: number, failed: number, flow: number, now: number): number {
    if (this.probability[s] <= 0) return Number.POSITIVE_INFINITY;
    this.inflow[s] = this.probability[s] * failed;
    const working = 1 - failing >= WORKS ? 1 : 0;
    const way = Math.abs(this.inflow[s] - this.arriving[s]) * this.after[s];
    const idle = this.until[s] === Number.POSITIVE_INFINITY;
    if (
      working !== this.working[s] ||
      (idle && working === 1 && this.waiting[s] > 0 && way > 2 * REST * this.tolerance * flow * this.after[s] + 1e-9)
    ) {
      this.until[s] = Math.min(this.until[s], now + HEARD * this.after[s]);
    }
    this.working[s] = working;
    return Math.max(0, this.until[s] - now);
  }
}
