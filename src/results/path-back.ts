/**
 * The critical path back: which chain of work and waiting decided when a service was back, and the slack of the rest.
 *
 * The events that led to the return are a schedule as it was realised: an event happens a fixed time (its own lag) after
 * the last of its causes. Backwards from the return (Kelley and Walker 1959): an event's latest time is the smallest,
 * over the events that follow from it, of their latest time less their own lag; its slack is the latest less the actual
 * time: so much later it could have been, all lags and the order of the work unchanged, without delaying the service.
 * On the path slack is zero, and the path follows the last cause of each event. Left out: people who would have been
 * sent elsewhere had something been late (order and lags are taken as they were), and needs that never failed.
 */
import { causesOf } from '../record/causes.js';
import type { EventColumns } from '../record/record.js';
import type { RuleId } from '../record/rules.js';
import type { Reading, Subject } from './reading.js';

export interface PathEvent {
  /** Number of the event. */
  readonly event: number;
  /** Number of the event before it on the path; -1 for the first. */
  readonly from: number;
}

export interface SlackEvent {
  readonly event: number;
  /** Seconds that it could have been later. */
  readonly slackSeconds: number;
}

export interface PathBack {
  /** First to last; ends with the return. */
  readonly path: readonly PathEvent[];
  /** What was done or came back off the path, least slack first. */
  readonly offPath: readonly SlackEvent[];
}

/** What a person would call a step: work that is done, something that is there again. */
const STEPS: readonly RuleId[] = [
  'power.returned',
  'cooling.returned',
  'entry.allowed',
  'link.restored',
  'servers.recovered',
  'demand.normal',
  'team.returned',
  'failover.decided',
  'failover.done',
  'failback.done',
  'task.finished',
  'boot.finished',
  'circle.broken',
  'rebuild.finished',
  'health.seen',
  'overload.ended',
  'fault.ended',
  'cache.warmed',
];

/**
 * @param back number of the event by which the subject was back
 * @param from microseconds at which it failed: the path does not go further back than what made it fail
 */
export function pathBack(reading: Reading, back: number, from: number): PathBack {
  const { record, view } = reading;
  const { events } = record;
  const path: PathEvent[] = [];
  const onPath = new Set<number>();
  for (let at = back; at >= 0; ) {
    const last = events.time[at] > from ? lastCause(reading, at) : -1;
    path.unshift({ event: at, from: last });
    onPath.add(at);
    at = last;
  }
  const latest = latestTimes(reading, back, from);
  const offPath: SlackEvent[] = [];
  for (const [event, time] of latest) {
    if (onPath.has(event) || events.time[event] <= from || !STEPS.includes(view.event(event).rule)) continue;
    offPath.push({ event, slackSeconds: (time - events.time[event]) / 1e6 });
  }
  return { path, offPath: offPath.sort((a, b) => a.slackSeconds - b.slackSeconds || a.event - b.event) };
}

/** The event by which a subject came to a time that a milestone gives; -1: none. */
export function returnEvent({ view, record }: Reading, subject: Subject, time: number, rule: RuleId): number {
  const all = view.eventsOf(subject.entity);
  let found = -1;
  for (const index of all) {
    if (record.events.time[index] > time) break;
    if (view.event(index).rule === rule) found = index;
  }
  return found;
}

/**
 * The last of the causes. Of several in one instant the one that is itself explained by what happened last: a state that
 * changed with the work that ended says less than the work. What brings power back by plan follows from its loss.
 */
function lastCause(reading: Reading, event: number): number {
  const { events } = reading.record;
  const lost = lossOfPower(reading, event);
  if (lost >= 0) return lost;
  let last = -1;
  for (const cause of causesOf(events, event)) {
    if (
      last < 0 ||
      events.time[cause] > events.time[last] ||
      (events.time[cause] === events.time[last] && isNearer(reading, event, cause, last))
    )
      last = cause;
  }
  return last;
}

function isNearer({ record, view }: Reading, event: number, a: number, b: number): boolean {
  const [ofA, ofB] = [latestOf(record.events, a), latestOf(record.events, b)];
  if (ofA !== ofB) return ofA > ofB;
  // Of two pieces of work that ended together, its own deployment's says more than that of whoever freed the people.
  const about = (each: number): number => view.entity(record.events.entity[each]).of[0] ?? -1;
  const [isOwnA, isOwnB] = [about(a) === about(event), about(b) === about(event)];
  return isOwnA === isOwnB ? a > b : isOwnA;
}

function latestOf(events: EventColumns, event: number): number {
  return causesOf(events, event).reduce((latest, cause) => Math.max(latest, events.time[cause]), -1);
}

/** When the zone lost the power that this event brings back; -1: it brings none. */
function lossOfPower({ view }: Reading, event: number): number {
  const { rule, entity } = view.event(event);
  if (rule !== 'power.returned') return -1;
  return view.eventsOf(entity).findLast((each) => each < event && view.event(each).rule === 'power.lost') ?? -1;
}

/** By event that led to the return: the latest time at which it could have happened. */
function latestTimes(reading: Reading, back: number, from: number): ReadonlyMap<number, number> {
  const { events } = reading.record;
  const latest = new Map<number, number>([[back, events.time[back]]]);
  // Causes point backwards, so that in descending order all that follows from an event is known before it.
  const open = [back];
  const seen = new Set(open);
  for (let head = 0; head < open.length; head++) {
    for (const cause of causesOf(events, open[head])) {
      if (seen.has(cause) || events.time[cause] < from) continue;
      seen.add(cause);
      open.push(cause);
    }
  }
  for (const event of open.sort((a, b) => b - a)) {
    const time = latest.get(event) as number;
    const last = lastCause(reading, event);
    // What the file plans comes when it is planned, whatever its causes do.
    if (last < 0 || lossOfPower(reading, event) >= 0) continue;
    const lag = events.time[event] - events.time[last];
    for (const cause of causesOf(events, event)) {
      latest.set(cause, Math.min(latest.get(cause) ?? Number.POSITIVE_INFINITY, time - lag));
    }
  }
  return latest;
}
