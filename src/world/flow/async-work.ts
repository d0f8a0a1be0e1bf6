/**
 * Work that a caller keeps for an asynchronous callee until it can be delivered.
 *
 * It comes in at the rate at which the caller works and goes out as the callee takes it: what fails is sent again, so in
 * balance inflow / s is sent, s being the success of an attempt. Once a second's worth of work waits and the callee
 * answers, it is sent at `catchUp` times the inflow until none waits. The sender learns of another s a second late,
 * assumed. Work older than the age limit is
 * lost (bounced): the queue is never longer than what came in within that age.
 * Left out: priorities within the queue, and its storage running full.
 */
import type { Network } from './network.js';

/** A callee that takes less than this share is down: only new work tries. */
const ANSWERS = 0.5;
/** The sender follows a success that has moved by more than this share of itself. */
const FOLLOWS = 0.02;
const REACTION_SECONDS = 1;
/** Changes without a new fact after which the sender keeps its pace. */
const MOST_CHANGES = 12;
/** Work is sent at least this much faster than in balance when it catches up. */
const LEAST_CATCH_UP = 1.1;

export class AsyncWork {
  readonly waiting: Float64Array;
  readonly bounced: Float64Array;
  private readonly drift: Float64Array;
  private readonly losing: Float64Array;
  /** What was lost before the present spell of losing. */
  private readonly before: Float64Array;
  private readonly since: Float64Array;
  /** Success that the sender reckons with; 0 while the callee is down. */
  private readonly reckoned: Float64Array;
  private readonly stamp: Float64Array;
  private readonly changes: Uint8Array;
  /** 1 while the sender catches up: from a second's worth of work that waits until none does. */
  private readonly catching: Uint8Array;
  private readonly enough: Float64Array;
  private readonly net: Network;

  constructor(net: Network) {
    this.net = net;
    this.waiting = new Float64Array(net.calls);
    this.bounced = new Float64Array(net.calls);
    this.drift = new Float64Array(net.calls);
    this.losing = new Float64Array(net.calls);
    this.before = new Float64Array(net.calls);
    this.since = new Float64Array(net.calls);
    this.reckoned = new Float64Array(net.calls).fill(1);
    this.stamp = new Float64Array(net.calls);
    this.changes = new Uint8Array(net.calls);
    this.catching = new Uint8Array(net.calls);
    this.enough = new Float64Array(net.calls).fill(Number.POSITIVE_INFINITY);
  }

  advance(e: number, now: number): void {
    const dt = now - this.since[e];
    this.since[e] = now;
    if (dt <= 0) return;
    this.waiting[e] = Math.max(0, this.waiting[e] + this.drift[e] * dt);
    if (this.waiting[e] < 1e-6) this.waiting[e] = 0;
    if (this.waiting[e] === 0) this.catching[e] = 0;
    else if (this.waiting[e] >= this.enough[e] * (1 - 1e-9)) this.catching[e] = 1;
    this.bounced[e] += this.losing[e] * dt;
  }

  /** Of one dependency, over all callers: work that was too old and is lost, and work that still waits. */
  bouncedOver(dependency: number): number {
    return this.over(dependency, this.bounced);
  }

  waitingOver(dependency: number): number {
    return this.over(dependency, this.waiting);
  }

  /** The sender's second is over: it reckons with what the callee takes now. */
  react(e: number): void {
    this.reckoned[e] = this.net.success[e] >= ANSWERS ? this.net.success[e] : 0;
  }

  /** First attempts a second, new work and old, when `inflow` comes in. */
  sending(e: number, inflow: number): number {
    const success = this.reckoned[e];
    if (success <= 0) return inflow;
    const balance = inflow / success;
    if (this.catching[e] === 0) return balance;
    const catchUp = this.net.callDependencySpec[e]?.catchUp ?? 1;
    return Math.max(inflow * catchUp, balance * LEAST_CATCH_UP);
  }

  /**
   * After a settle: flows that hold from now on; seconds to the next change (empty, as old as allowed, another pace).
   * `moment` numbers the facts from outside.
   */
  commit(e: number, inflow: number, sent: number, moment: number): number {
    if (this.stamp[e] !== moment) {
      this.stamp[e] = moment;
      this.changes[e] = 0;
    }
    const success = this.net.success[e];
    const delivered = sent * success;
    const age = this.net.callDependencySpec[e]?.ageLimitSeconds ?? Number.POSITIVE_INFINITY;
    const most = inflow * age;
    let drift = inflow - delivered;
    if (Math.abs(drift) <= FOLLOWS * inflow && this.waiting[e] === 0) drift = 0;
    this.losing[e] = 0;
    if (drift > 0 && this.waiting[e] >= most * (1 - 1e-9)) {
      this.losing[e] = drift;
      drift = 0;
    }
    this.drift[e] = drift;
    this.enough[e] = Math.min(inflow * REACTION_SECONDS, most);
    let next = Number.POSITIVE_INFINITY;
    if (drift > 0) next = ((this.catching[e] === 0 ? this.enough[e] : most) - this.waiting[e]) / drift;
    else if (drift < 0 && this.waiting[e] > 0) next = this.waiting[e] / -drift;
    const wanted = success >= ANSWERS ? success : 0;
    if (
      Math.abs(wanted - this.reckoned[e]) > FOLLOWS * Math.max(wanted, this.reckoned[e]) &&
      this.changes[e] < MOST_CHANGES
    ) {
      this.changes[e]++;
      next = Math.min(next, REACTION_SECONDS);
    }
    return next;
  }

  /** What a spell of losing took that has ended (`whole`: or is cut off by the end of the run); 0 when none has. */
  spellEnded(e: number, whole: boolean): number {
    if (!whole && (this.losing[e] > 0 || this.drift[e] > 0)) return 0;
    const lost = this.bounced[e] - this.before[e];
    this.before[e] = this.bounced[e];
    return lost;
  }

  private over(dependency: number, of: Float64Array): number {
    return of.reduce((sum, each, e) => (this.net.callDependency[e] === dependency ? sum + each : sum), 0);
  }
}
