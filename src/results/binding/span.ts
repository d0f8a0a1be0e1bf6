/** Since when and until when something that holds at an instant holds, from a step function or from events. */

import type { RuleId } from '../../record/rules.js';
import { intervalsWhere, type StepFunction } from '../../record/steps.js';
import type { Reading } from '../reading.js';

export interface Span {
  readonly since: number | null;
  /** Null: to the end of the run. */
  readonly until: number | null;
}

/** The span around `time` in which the predicate holds; null when it does not hold then. */
export function spanAt(
  steps: StepFunction | null,
  time: number,
  end: number,
  holds: (value: number) => boolean,
): { readonly since: number; readonly until: number | null } | null {
  if (steps === null) return null;
  const found = intervalsWhere(steps, 0, end, holds).find(({ from, to }) => from <= time && time < to);
  return found === undefined ? null : { since: found.from, until: found.to >= end ? null : found.to };
}

/** A time that may be infinite, as it is told. */
export const finite = (time: number): number | null => (Number.isFinite(time) ? time : null);

/** Number of the last event about an entity by one of the rules at or before a time; -1: none. */
export function lastBy({ view, record }: Reading, entity: number, rules: readonly RuleId[], time: number): number {
  const all = view.eventsOf(entity);
  for (let i = all.length - 1; i >= 0; i--) {
    if (record.events.time[all[i]] > time) continue;
    if (rules.includes(view.event(all[i]).rule)) return all[i];
  }
  return -1;
}

/** The first by one of the rules after a time; -1: none. */
export function firstAfter({ view }: Reading, entity: number, rules: readonly RuleId[], time: number): number {
  return view.firstEvent(entity, time, (event) => event.time > time && rules.includes(event.rule));
}
