/**
 * The way back of one deployment: where it stands among the stages, and what it waits for there.
 *
 * A deployment that fails again on the way starts anew as another case. Left out: deployments that share one way back.
 */
import type { Blocker } from './blocker.js';
import type { Stage } from './stage.js';
import type { Task } from './task.js';

/** Why a way back began: its servers went, its software crashed, a cold standby is wanted, or it serves for another. */
export type CaseOrigin = 'lost' | 'crashed' | 'cold' | 'takeover';

export class RecoveryCase {
  readonly deployment: number;
  /** Counted per deployment, from 1. */
  readonly number: number;
  readonly origin: CaseOrigin;
  readonly stages: readonly Stage[];
  at = 0;
  /** Events that the next event of this case follows from. */
  because: readonly number[];
  /** Of a wait stage that did not pass at once: its entity, since when, and what binds. */
  waiting: {
    readonly entity: number;
    readonly since: number;
    blockers: readonly Blocker[];
    /** What the record knows of what binds, later stages included. */
    told: readonly Blocker[];
  } | null = null;
  task: Task | null = null;

  constructor(
    deployment: number,
    number: number,
    origin: CaseOrigin,
    stages: readonly Stage[],
    because: readonly number[],
  ) {
    this.deployment = deployment;
    this.number = number;
    this.origin = origin;
    this.stages = stages;
    this.because = because;
  }

  get stage(): Stage | null {
    return this.stages[this.at] ?? null;
  }

  /** It serves already, and what is left is checks. */
  get isServing(): boolean {
    const serve = this.stages.findIndex(({ sort }) => sort === 'serve');
    return this.at > serve;
  }
}
