import type { FlowScheduler } from './contract.js';
import { FLOW_EVENT_COUNT } from './contract.js';

const MICROSECONDS = 1e6;
const NONE = -1;

/** One pending event for each kind of the flow's events and target: setting it again takes the old one back. */
export class FlowTimers {
  /** Events that are to come, by kind. */
  readonly pending = new Int32Array(FLOW_EVENT_COUNT);
  private readonly handles: readonly Float64Array[];
  private readonly scheduler: FlowScheduler;

  /** @param targets how many targets a kind may have */
  constructor(scheduler: FlowScheduler, targets: number) {
    this.scheduler = scheduler;
    this.handles = Array.from({ length: FLOW_EVENT_COUNT }, () => new Float64Array(targets).fill(NONE));
  }

  /** The event has come: there is nothing to take back. */
  rang(kind: number, target: number): void {
    this.handles[kind][target] = NONE;
    this.pending[kind]--;
  }

  /** @param seconds from now, rounded up to whole microseconds, at least one; Infinity: no event */
  set(kind: number, target: number, seconds: number): void {
    const handles = this.handles[kind];
    if (handles[target] !== NONE) {
      this.scheduler.cancel(handles[target]);
      handles[target] = NONE;
      this.pending[kind]--;
    }
    if (seconds === Number.POSITIVE_INFINITY) return;
    this.put(kind, target, this.scheduler.now() + Math.max(1, Math.ceil(seconds * MICROSECONDS)));
  }

  /**
   * As `set`, but a little later: at a whole multiple of the largest power of two microseconds within `seconds` or, where
   * that is more, `least`. What moves at about one pace then moves in the same instants, and the flow settles once for
   * all of it.
   */
  setAligned(kind: number, target: number, seconds: number, least: number): void {
    if (seconds === Number.POSITIVE_INFINITY) {
      this.set(kind, target, seconds);
      return;
    }
    const now = this.scheduler.now();
    const step = Math.max(1, Math.max(seconds, least) * MICROSECONDS);
    const at = Math.ceil((now + step) / gridOf(step)) * gridOf(step);
    this.set(kind, target, (at - now) / MICROSECONDS);
  }

  /**
   * As `set`, but an event that is pending stays, and a new one comes at a whole multiple of the largest power of two
   * microseconds within `seconds`: what moves in steps of about one length then moves in the same instants.
   */
  setOnGrid(kind: number, target: number, seconds: number): void {
    const handles = this.handles[kind];
    if (handles[target] !== NONE) return;
    const grid = gridOf(seconds * MICROSECONDS);
    this.put(kind, target, (Math.floor(this.scheduler.now() / grid) + 1) * grid);
  }

  private put(kind: number, target: number, at: number): void {
    if (at > Number.MAX_SAFE_INTEGER) return;
    this.handles[kind][target] = this.scheduler.schedule(at, kind, target);
    this.pending[kind]++;
  }
}

/** The largest power of two within `step`; at least 1. */
function gridOf(step: number): number {
  let grid = 1;
  while (grid * 2 <= step && grid < Number.MAX_SAFE_INTEGER) grid *= 2;
  return grid;
}
