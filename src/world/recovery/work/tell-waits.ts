/**
 * Tells the record which constraints bind a piece of repair work, whenever they change.
 *
 * All that bind are told, not only the first: who asks why something is still down wants the whole list. A wait that
 * ends because the work begins, finishes or is called off needs no event of its own.
 */
import { WAIT_KINDS } from '../../../record/wait-kinds.js';
import type { RunContext } from '../../run-context.js';
import type { Blocker } from './blocker.js';

/** @param because events that the work itself follows from; none of them negative alone */
export function tellWaits(
  { recorder, timeline }: RunContext,
  entity: number,
  before: readonly Blocker[],
  after: readonly Blocker[],
  because: readonly number[],
): void {
  if (before === after) return;
  const now = timeline.now();
  for (const each of before) {
    if (isAmong(each, after)) continue;
    const causes = [...because, recorder.lastEvent(each.entity)];
    recorder.event(now, 'wait.ended', entity, causes, WAIT_KINDS.indexOf(each.kind), each.entity);
  }
  after.forEach((each, i) => {
    if (isAmong(each, before) || isAmong(each, after.slice(0, i))) return;
    recorder.event(now, 'wait.began', entity, [...because, each.event], WAIT_KINDS.indexOf(each.kind), each.entity);
  });
}

function isAmong({ kind, entity }: Blocker, all: readonly Blocker[]): boolean {
  return all.some((each) => each.kind === kind && each.entity === entity);
}
