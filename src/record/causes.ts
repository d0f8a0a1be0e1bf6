/**
 * The graph of causes: which earlier events an event follows from.
 *
 * The log is in order of time and causes point backwards, so the graph has no circle and walking it ends.
 */
import type { EventColumns } from './record.js';

/** Events that a given one names as its causes. */
export function causesOf(events: EventColumns, event: number): Uint32Array {
  return events.causes.subarray(events.causesStart[event], events.causesStart[event + 1]);
}

/** All earlier events that led to `event`, itself included, in the order of the log. */
export function ancestry(events: EventColumns, event: number): number[] {
  const seen = new Set<number>([event]);
  const open = [event];
  while (open.length > 0) {
    for (const cause of causesOf(events, open.pop() as number)) {
      if (seen.has(cause)) continue;
      seen.add(cause);
      open.push(cause);
    }
  }
  return [...seen].sort((a, b) => a - b);
}

/** The events without causes that led to `event`: faults, interventions, facts of the scenario; in order of the log. */
export function rootsOf(events: EventColumns, event: number): number[] {
  return ancestry(events, event).filter((index) => events.causesStart[index] === events.causesStart[index + 1]);
}

/**
 * The events of the shortest ways from the nearest roots to `event`, in the order of the log: what a person needs to
 * read. Among ways of equal length the one through the causes that were named first is taken.
 */
export function shortestChains(events: EventColumns, event: number, maximumRoots = 4): number[] {
  const towards = new Map<number, number>([[event, -1]]);
  const queue = [event];
  const roots: number[] = [];
  for (let head = 0; head < queue.length && roots.length < maximumRoots; head++) {
    const causes = causesOf(events, queue[head]);
    if (causes.length === 0) roots.push(queue[head]);
    for (const cause of causes) {
      if (towards.has(cause)) continue;
      towards.set(cause, queue[head]);
      queue.push(cause);
    }
  }
  const kept = new Set<number>();
  for (const root of roots) {
    for (let step = root; step !== -1; step = towards.get(step) as number) kept.add(step);
  }
  return [...kept].sort((a, b) => a - b);
}
