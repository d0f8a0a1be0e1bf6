/**
 * Why deployments lack servers: the losses of one instant put together, one event a kind of loss, with all its causes.
 *
 * Left out: which loss a server that comes back had suffered.
 */
import type { Recorder } from '../record/recorder.js';

export type LossRule = 'servers.lost' | 'servers.destroyed' | 'servers.crashed';
const RULES: readonly LossRule[] = ['servers.lost', 'servers.destroyed', 'servers.crashed'];

interface Pending {
  readonly counts: Record<LossRule, number>;
  readonly causes: Record<LossRule, number[]>;
  gains: number[];
}

export class LossLog {
  private readonly latestLoss: Int32Array;
  private readonly pending = new Map<number, Pending>();

  constructor(deployments: number) {
    this.latestLoss = new Int32Array(deployments).fill(-1);
  }

  latest(deployment: number): number {
    return this.latestLoss[deployment];
  }

  clear(deployment: number): void {
    this.latestLoss[deployment] = -1;
  }

  add(deployment: number, rule: LossRule, count: number, cause: number): void {
    const pending = this.of(deployment);
    pending.counts[rule] += count;
    pending.causes[rule].push(cause);
  }

  gain(deployment: number, cause: number): void {
    this.of(deployment).gains.push(cause);
  }

  /** Writes what has gathered. @returns the last event written, or -1 */
  record(deployment: number, serving: number, more: boolean, recorder: Recorder, now: number, entity: number): number {
    const pending = this.pending.get(deployment);
    if (!pending) return -1;
    this.pending.delete(deployment);
    let last = -1;
    for (const rule of RULES) {
      if (pending.counts[rule] <= 0) continue;
      last = recorder.event(now, rule, entity, pending.causes[rule], pending.counts[rule], serving);
      this.latestLoss[deployment] = last;
    }
    if (last < 0 && more) last = recorder.event(now, 'servers.recovered', entity, pending.gains, serving);
    return last;
  }

  private of(deployment: number): Pending {
    let pending = this.pending.get(deployment);
    if (!pending) {
      pending = {
        counts: { 'servers.lost': 0, 'servers.destroyed': 0, 'servers.crashed': 0 },
        causes: { 'servers.lost': [], 'servers.destroyed': [], 'servers.crashed': [] },
        gains: [],
      };
      this.pending.set(deployment, pending);
    }
    return pending;
  }
}
