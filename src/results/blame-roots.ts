/**
 * The root that an event is put down to: its first cause, that one's first cause, and so on.
 *
 * The world names the deciding cause first (the loss before the ban on entry, the need that fails most before the rest),
 * so the way along first causes is the way of blame. Where a state has several causes that began in one instant
 * (`shared`), each of them is followed. Left out: what only took part, such as the people who were not free.
 */
import { causesOf } from '../record/causes.js';
import { CAUSES } from '../record/record.js';
import { ruleNumber } from '../record/rules.js';
import type { Reading } from './reading.js';

const SHARED = CAUSES.indexOf('shared');
const OF_STATE: readonly number[] = [ruleNumber('state.changed'), ruleNumber('cause.changed')];

/** Numbers of the root events, ascending; the event itself when it has no cause. */
export function blameRoots(reading: Reading, event: number): readonly number[] {
  const known = reading.remember('blame roots', () => new Map<number, readonly number[]>());
  const found = known.get(event);
  if (found !== undefined) return found;
  const { events } = reading.record;
  // Downwards without recursion where there is one way: chains are as long as a repair.
  const way: number[] = [];
  let at = event;
  let roots: readonly number[] | undefined;
  for (;;) {
    roots = known.get(at);
    if (roots !== undefined) break;
    way.push(at);
    const causes = causesOf(events, at);
    if (causes.length === 0) {
      roots = [at];
      break;
    }
    if (causes.length > 1 && isShared(reading, at)) {
      roots = [...new Set([...causes].flatMap((cause) => blameRoots(reading, cause)))].sort((a, b) => a - b);
      break;
    }
    at = causes[0];
  }
  for (const each of way) known.set(each, roots);
  return roots;
}

function isShared({ view, record }: Reading, event: number): boolean {
  const { rule, entity, time } = record.events;
  return OF_STATE.includes(rule[event]) && view.at(entity[event], 'cause', time[event]) === SHARED;
}
