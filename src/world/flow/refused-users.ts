/**
 * What becomes of users who are refused: they retry, put it off, give up, or leave for a substitute.
 *
 * Of the requests that fail for good the share pi is tried again (`returning-users.ts`), delta is put off until it works
 * (`deferring-users.ts`), and the rest is given up. Beside that, users leave (`leaving-users.ts`) and ask for nothing
 * while they are away. So of what users would have asked, each request succeeded, was given up, was never asked because
 * its user was away, or is still to be tried: nobody is in two places. All of it by source of demand.
 */
import type { Topology } from '../topology.js';
import { DeferringUsers } from './deferring-users.js';
import { LeavingUsers } from './leaving-users.js';
import { ReturningUsers } from './returning-users.js';

export class RefusedUsers {
  readonly leaving: LeavingUsers;
  /** Requests so far that users who were away would have made. */
  readonly notAsked: Float64Array;
  /** Requests a second that users who are there make of their own, by the last `commit`. */
  readonly asked: Float64Array;
  /** Sources whose users began to leave or to return in this instant. */
  readonly turned: number[] = [];
  private readonly retrying: ReturningUsers;
  private readonly deferring: DeferringUsers;
  private readonly lost: Float64Array;
  private readonly missing: Float64Array;
  private readonly since: Float64Array;

  constructor(topology: Topology, tolerance: number) {
    const n = topology.sources.length;
    this.retrying = new ReturningUsers(topology, tolerance);
    this.deferring = new DeferringUsers(topology, tolerance);
    this.leaving = new LeavingUsers(topology, tolerance);
    this.notAsked = new Float64Array(n);
    this.asked = new Float64Array(n);
    this.lost = new Float64Array(n);
    this.missing = new Float64Array(n);
    this.since = new Float64Array(n);
  }

  /** Requests that will be tried again, at once or once it works. */
  pending(s: number): number {
    return this.retrying.pending(s) + this.deferring.pending(s);
  }

  deferred(s: number): number {
    return this.deferring.pending(s);
  }

  /** Requests so far that failed for good and whose users do not come back for them. */
  gaveUp(s: number): number {
    return this.lost[s];
  }

  /** Requests a second of a source that would ask `demand` had nothing failed. */
  rate(s: number, demand: number): number {
    return demand * this.leaving.asking[s] + this.deferring.outflow(s) + this.retrying.outflow(s);
  }

  advance(s: number, now: number): void {
    const dt = now - this.since[s];
    this.since[s] = now;
    if (dt <= 0) return;
    const failed = this.retrying.advance(s, now);
    const tried = failed * this.retrying.share(s);
    this.lost[s] += failed - tried - this.deferring.advance(s, dt, failed);
    this.notAsked[s] += this.missing[s] * dt;
    this.leaving.advance(s, now);
  }

  /**
   * Takes back that `requests` failed for good: they still wait to be tried again. Less than 0: so many more failed. How many of
   * them had not failed at all.
   */
  takeBack(s: number, requests: number): number {
    const others = this.retrying.takeBack(s, requests) + this.deferring.takeBack(s, requests);
    const own = Math.min(requests - others, this.lost[s]);
    this.lost[s] -= own;
    return requests - others - own;
  }

  /**
   * An event of theirs has come. Requests that are tried at this very instant beside the flow: the last of those who retry, of
   * which the share `success` does not fail.
   */
  turn(s: number, demand: number, now: number, success: number): number {
    this.leaving.follow(s);
    const last = this.retrying.turn(s, now);
    this.lost[s] += last * (1 - success);
    this.deferring.turn(s, now, demand);
    return last;
  }

  /**
   * After a settle: first attempts and final failures a second that hold from now on, and the share of requests that
   * fails; seconds to the next event. `follows` as in `ReturningUsers.commit`.
   */
  commit(
    s: number,
    demand: number,
    first: number,
    final: number,
    failing: number,
    follows: boolean,
    now: number,
  ): number {
    const wasOut = this.leaving.isOut(s);
    this.asked[s] = demand * this.leaving.asking[s];
    this.missing[s] = demand - this.asked[s];
    const retries = this.retrying.commit(s, this.asked[s] + this.deferring.outflow(s), first, final, follows, now);
    const deferred = this.deferring.commit(s, failing, final, demand, now);
    const leaving = this.leaving.commit(s, failing, now);
    if (wasOut !== this.leaving.isOut(s)) this.turned.push(s);
    return Math.min(retries, deferred, leaving);
  }
}
