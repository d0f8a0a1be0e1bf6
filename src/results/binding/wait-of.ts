/** The wait that a question of a task is about. */
import type { Reading } from '../reading.js';
import { taskLives, type Wait } from '../task-lives.js';
import type { Question } from './constraint.js';
import { finite, type Span } from './span.js';

export interface AskedWait {
  readonly span: Span;
  readonly event: number;
}

/** The event that says so follows first from the task's own, then from what explains the constraint: the last counts. */
export function waitOf(reading: Reading, { kind, entity, task }: Question, time: number): AskedWait | null {
  const life = taskLives(reading).get(task);
  const wait = life?.waits.find((each) => each.kind === kind && each.on === entity && isAt(each, time));
  return wait === undefined ? null : { span: { since: wait.from, until: finite(wait.to) }, event: wait.event };
}

const isAt = ({ from, to }: Wait, time: number): boolean => from <= time && to > time;
