/**
 * A stage of the way back of one deployment: either a wait for something to be so, or a task that people do.
 *
 * Stages are files beside `index.ts`, which puts them in order; adding one is a file and a line there.
 */
import type { ServiceClass, TaskPlan, TaskStage } from '../../../scenario/model.js';
import type { Access } from '../../access.js';
import type { Data } from '../../data/data.js';
import type { FlowControl } from '../../flow/contract.js';
import type { Machines } from '../../machines.js';
import type { RunContext } from '../../run-context.js';
import type { Blocker } from './blocker.js';

export interface StageView {
  readonly context: RunContext;
  readonly machines: Machines;
  readonly access: Access;
  readonly flow: FlowControl;
  readonly data: Pick<Data, 'needsRestore' | 'secondsToRestore' | 'restoreBlockers' | 'restored'>;
  /** Warmth of a deployment's coldest cache, 0..1. */
  warmth(deployment: number): number;
  /** A deployment does not let everybody in yet. */
  isRamping(deployment: number): boolean;
  /** Somebody knows that the deployment has failed. */
  isNoticed(deployment: number): boolean;
  /** Boot work at a site needs hands there now. */
  bootsByHand(site: number): boolean;
  /** Entity of the boot task of a site that is next or under way; -1: none. */
  bootTask(site: number): number;
}

export interface WaitStage {
  readonly sort: 'wait';
  readonly name: string;
  /** It moves only with the flow: looked at after each settle. */
  readonly followsFlow: boolean;
  /** What keeps the deployment here now; none: it goes on. */
  blockers(view: StageView, deployment: number, kind: ServiceClass): readonly Blocker[];
}

export interface WorkStage {
  readonly sort: 'work';
  readonly name: TaskStage;
  /** The class's plan for it; null: it has no such stage, or there is nothing to do. */
  plan(kind: ServiceClass, view: StageView, deployment: number): TaskPlan | null;
  /** Its start-up needs must be serving before it begins. */
  readonly needsStartup: boolean;
  /** The service itself must be serving: what does not work cannot be verified. */
  readonly needsItself: boolean;
  /** What it waits for beside people, tools and services. */
  also?(view: StageView, deployment: number): readonly Blocker[];
  done?(view: StageView, deployment: number, event: number): void;
}

/** From here on it serves. */
export interface ServeStage {
  readonly sort: 'serve';
  readonly name: 'serve';
}

export type Stage = WaitStage | WorkStage | ServeStage;
