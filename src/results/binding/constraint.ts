/**
 * A constraint that keeps a service from being up, as a question that is asked at an instant, and its answer.
 *
 * Each kind of constraint is one file in `kinds/`: it says in words what binds, since when and until when in this run,
 * where in the file it stands, which event explains it, and which further questions it raises. The graph of all answers
 * is `graph.ts`. Left out: what would bind next.
 */
import type { WaitKind } from '../../record/wait-kinds.js';
import type { Language } from '../amounts.js';
import type { Reading } from '../reading.js';

/** Beside what tasks wait for: what services and deployments are held by. */
export type ConstraintName =
  | WaitKind
  | 'down'
  | 'task'
  | 'fault'
  | 'overload'
  | 'belief'
  | 'decision'
  | 'night'
  | 'short'
  | 'since';

export interface Question {
  readonly kind: ConstraintName;
  /** What it is about: a service, a site, a zone, a team, a task ... */
  readonly entity: number;
  /** Task that asks; -1: none. */
  readonly task: number;
}

export interface Answer {
  /** Microseconds from which it binds; null when that is no instant of this run. */
  readonly since: number | null;
  /** Microseconds at which it ceases to bind in this run; null: it does not within the run. */
  readonly until: number | null;
  /** Scenario path of what binds: the thing itself or, better, the value that says so; may be empty. */
  readonly path: string;
  /** The event that explains it; -1: it is a fact that the scenario states. */
  readonly event: number;
  readonly text: (say: Say) => string;
  readonly next: readonly Question[];
}

/** The instant that is asked about. */
export interface Moment {
  readonly reading: Reading;
  /** Microseconds since the run's start. */
  readonly time: number;
}

export interface Constraint {
  /** Null: it does not bind. */
  readonly answer: (at: Moment, question: Question) => Answer | null;
}

/** Words in one language. */
export interface Say {
  readonly language: Language;
  readonly in: (en: string, ko: string) => string;
  readonly name: (entity: number) => string;
  /** Names in a row: `a, b and c`. */
  readonly list: (names: readonly string[]) => string;
  /** `16:02`, with the day when it is another than the one asked about. */
  readonly clock: (microseconds: number) => string;
  /** ` at 16:02`, ` on 19 Oct at 05:00`. */
  readonly atClock: (microseconds: number) => string;
  /** ` until 16:02`, or that it does not end within the run. */
  readonly until: (microseconds: number | null) => string;
  readonly since: (microseconds: number | null) => string;
  /** `from 15:27 to 16 Oct 05:41`, both with their days when these differ and one is told; or until the end of the run. */
  readonly span: (since: number, until: number | null) => string;
  readonly duration: (microseconds: number) => string;
  readonly count: (value: number) => string;
  readonly share: (value: number) => string;
}

export const ask = (kind: ConstraintName, entity: number, task = -1): Question => ({ kind, entity, task });
