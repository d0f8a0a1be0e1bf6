/**
 * Circuit breakers of callers, one a call (a calling deployment and a called service).
 *
 * Closed: passes everything; when the failing share of attempts stays at the threshold for the window, it opens. Open:
 * refuses at once, without sending. After its time it probes: it closes if a probe would now be answered, else it
 * looks again whenever the truth changes. A breaker that closed and opened four times with no new fact in between
 * passes its average share from then on, which is recorded as flapping, until something else changes.
 * Left out: half-open as a state of its own with a limited rate (probes weigh nothing), slow-call thresholds.
 */
import type { Network } from './network.js';

const CLOSED = 0;
const TRIPPING = 1;
const OPEN = 2;
const WATCHING = 3;
const AVERAGED = 4;
const CYCLES = 4;

export interface BreakerChange {
  readonly call: number;
  readonly to: 'opened' | 'closed' | 'averaged';
  readonly failing: number;
}

export class Breakers {
  readonly calls: readonly number[];
  private readonly net: Network;
  private readonly state: Uint8Array;
  private readonly cycles: Uint8Array;
  private readonly stamp: Float64Array;

  constructor(net: Network) {
    this.net = net;
    this.calls = net.callBreaker.flatMap((breaker, e) => (breaker ? [e] : []));
    this.state = new Uint8Array(net.calls);
    this.cycles = new Uint8Array(net.calls);
    this.stamp = new Float64Array(net.calls);
  }

  isOpen(e: number): boolean {
    return this.state[e] === OPEN || this.state[e] === WATCHING;
  }

  /** Share of attempts that would fail if they were sent. */
  failing(e: number): number {
    const { net } = this;
    let well = 0;
    for (let a = net.arcStart[e]; a < net.arcStart[e + 1]; a++)
      well += Math.min(1, net.arcWeight[a]) * net.arcInTime[a];
    return 1 - well;
  }

  /**
   * After a settle: what the breaker of call `e` does next. Returns seconds until its timer (0: none, NaN: the present
   * timer stays), and reports a change through `report`.
   */
  commit(e: number, moment: number, report: (change: BreakerChange) => void): number {
    const breaker = this.net.callBreaker[e];
    if (!breaker) return 0;
    if (this.stamp[e] !== moment) {
      this.stamp[e] = moment;
      this.cycles[e] = 0;
      if (this.state[e] === AVERAGED) {
        this.state[e] = CLOSED;
        this.net.passing[e] = 1;
        report({ call: e, to: 'closed', failing: this.failing(e) });
      }
    }
    const failing = this.failing(e);
    const bad = failing >= breaker.failureShare;
    switch (this.state[e]) {
      case CLOSED:
        if (!bad) return 0;
        this.state[e] = TRIPPING;
        return breaker.windowSeconds;
      case TRIPPING:
        if (bad) return Number.NaN;
        this.state[e] = CLOSED;
        return 0;
      case WATCHING:
        if (!bad) this.close(e, failing, report);
        return 0;
      default:
        return Number.NaN;
    }
  }

  /** The timer has come: seconds until the next one, 0 for none. */
  happen(e: number, report: (change: BreakerChange) => void): number {
    const breaker = this.net.callBreaker[e];
    if (!breaker) return 0;
    const failing = this.failing(e);
    if (this.state[e] === TRIPPING) {
      if (this.cycles[e] >= CYCLES) {
        this.state[e] = AVERAGED;
        this.net.passing[e] = breaker.windowSeconds / (breaker.windowSeconds + breaker.openSeconds);
        report({ call: e, to: 'averaged', failing });
        return 0;
      }
      this.state[e] = OPEN;
      this.net.passing[e] = 0;
      report({ call: e, to: 'opened', failing });
      return breaker.openSeconds;
    }
    if (this.state[e] === OPEN) {
      if (failing < breaker.failureShare) this.close(e, failing, report);
      else this.state[e] = WATCHING;
    }
    return 0;
  }

  private close(e: number, failing: number, report: (change: BreakerChange) => void): void {
    this.state[e] = CLOSED;
    this.net.passing[e] = 1;
    this.cycles[e] = Math.min(250, this.cycles[e] + 1);
    report({ call: e, to: 'closed', failing });
  }
}
