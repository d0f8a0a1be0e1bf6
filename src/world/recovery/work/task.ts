/**
 * A task: a piece of repair work that may hold people of a team, and what it needs before it can begin.
 *
 * Left out: tasks that are interrupted and taken up again; one that is called off starts anew as another task.
 */
import type { Distribution } from '../../../engine/distributions.js';
import type { TaskStage } from '../../../scenario/model.js';
import type { Blocker } from './blocker.js';
import type { Held } from './teams.js';

export interface TaskSpec {
  /** Unique, for example `mail@pangyo:check#1`. */
  readonly id: string;
  readonly path: string;
  /** Of which people do it. */
  readonly stage: TaskStage;
  /** Entity that it works on. */
  readonly subject: number;
  /** Index of the service and deployment that recover by it; -1: none. */
  readonly service: number;
  readonly deployment: number;
  readonly site: number;
  /** -1: nobody is needed. */
  readonly team: number;
  readonly people: number;
  /** People are held only when the tools are dead. */
  readonly peopleOnlyByHand: boolean;
  /** Services that the people need for it. */
  readonly tools: readonly number[];
  /** Without them: this many times longer; null: it waits for them. */
  readonly byHandFactor: number | null;
  /** Services that must be serving, and what it costs to do without each (null: impossible). */
  readonly startup: readonly { readonly service: number; readonly byHand: Distribution | null }[];
  /** Needs hands in the site, whoever does it. */
  readonly entry: (byHand: boolean) => boolean;
  /** Further constraints of its own. */
  readonly also: () => readonly Blocker[];
  /** Seconds it takes with its tools; asked once, when it begins. */
  readonly begin: (byHand: boolean) => number;
  readonly finished: (event: number, byHand: boolean) => void;
  readonly calledOff?: () => void;
  /** It has to wait for something new; `event` says so. */
  readonly blocked?: (event: number, first: Blocker) => void;
  /** The smallest begins first. */
  readonly rank: () => number;
}

export type TaskState = 'waiting' | 'queued' | 'running' | 'done' | 'called-off';

/** Identity and life of a task; only the scheduler changes it. */
export class Task {
  readonly index: number;
  readonly entity: number;
  readonly spec: TaskSpec;
  state: TaskState = 'waiting';
  /** What binds while it waits. */
  blockers: readonly Blocker[] = [];
  /** What the record knows of that. */
  told: readonly Blocker[] = [];
  /** Events that led to it; the next event about it follows from them. */
  because: readonly number[];
  readonly since: number;
  beganAt = -1;
  people = 0;
  held: Held = [];
  byHand = false;
  handle = -1;
  /** Start-up needs that were broken by hand, and what that adds, in seconds. */
  readonly broken = new Set<number>();
  brokenSeconds = 0;

  constructor(index: number, entity: number, spec: TaskSpec, because: readonly number[], since: number) {
    this.index = index;
    this.entity = entity;
    this.spec = spec;
    this.because = because;
    this.since = since;
  }

  get isOpen(): boolean {
    return this.state !== 'done' && this.state !== 'called-off';
  }
}
