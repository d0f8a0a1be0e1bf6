/**
 * Work that a caller keeps for an asynchronous callee until it can be delivered.
 *
 * It comes in at the rate at which the caller works and goes out as the callee takes it: what fails stays. While work
 * waits and the callee answers, it is sent at `catchUp` times the inflow. Work older than the age limit is lost
 * (bounced): the queue is never longer than what came in within that age.
 * Left out: priorities within the queue, and its storage running full.
 */
import type { Network } from './network.js';

/** A callee that takes less than this share is down: only new work tries. */
const ANSWERS = 0.5;

export class AsyncWork {
  readonly calls: readonly number[];
  readonly waiting: Float64Array;
  readonly bounced: Float64Array;
  private readonly drift: Float64Array;
  private readonly losing: Float64Array;
  private readonly since: Float64Array;
  private readonly net: Network;

  constructor(net: Network, isAsync: (e: number) => boolean) {
    this.net = net;
    this.calls = Array.from({ length: net.calls }, (_, e) => e).filter(isAsync);
    this.waiting = new Float64Array(net.calls);
    this.bounced = new Float64Array(net.calls);
    this.drift = new Float64Array(net.calls);
    this.losing = new Float64Array(net.calls);
    this.since = new Float64Array(net.calls);
  }

  advance(e: number, now: number): void {
    const dt = now - this.since[e];
    this.since[e] = now;
    if (dt <= 0) return;
    this.waiting[e] = Math.max(0, this.waiting[e] + this.drift[e] * dt);
    if (this.waiting[e] < 1e-6) this.waiting[e] = 0;
    this.bounced[e] += this.losing[e] * dt;
  }

  /** First attempts a second, new work and old, when `inflow` comes in. */
  sending(e: number, inflow: number): number {
    const spec = this.net.callDependencySpec[e];
    return this.waiting[e] > 0 && this.net.success[e] >= ANSWERS && spec ? inflow * Math.max(1, spec.catchUp) : inflow;
  }

  /** After a settle: flows that hold from now on; seconds to the next change (empty, or as old as allowed). */
  commit(e: number, inflow: number, sent: number): number {
    const delivered = sent * this.net.success[e];
    const age = this.net.callDependencySpec[e]?.ageLimitSeconds ?? Number.POSITIVE_INFINITY;
    const most = inflow * age;
    let drift = inflow - delivered;
    if (Math.abs(drift) < 1e-4 * inflow && this.waiting[e] === 0) drift = 0;
    this.losing[e] = 0;
    if (drift > 0 && this.waiting[e] >= most * (1 - 1e-9)) {
      this.losing[e] = drift;
      drift = 0;
    }
    this.drift[e] = drift;
    if (drift > 0) return (most - this.waiting[e]) / drift;
    return drift < 0 && this.waiting[e] > 0 ? this.waiting[e] / -drift : Number.POSITIVE_INFINITY;
  }
}
