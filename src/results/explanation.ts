/**
 * All that one run tells about one service at one instant: `firebreak.explain/1` without what needs further runs.
 *
 * Left out: what would have saved it (`src/studies/saved-by`).
 */
import { STATES, type State } from '../record/record.js';
import { type Interval, intervalsWhere } from '../record/steps.js';
import type { Text } from '../scenario/model.js';
import type { Language } from './amounts.js';
import { sayIn } from './binding/say.js';
import { type HoursByRoot, hoursByRoot, hoursByRootInAll } from './hours-by-root.js';
import { instantOf } from './instant.js';
import { lineOf } from './line-of.js';
import { worstRecoveryPoint, writesLostInAll } from './measures/data.js';
import { milestones } from './milestones.js';
import { pathBack, returnEvent } from './path-back.js';
import { offPathSteps, type PathStep, pathSteps } from './path-steps.js';
import type { Reading, Subject } from './reading.js';
import { sentencesOf } from './sentences.js';
import { type BindingStep, stillDown } from './still-down.js';
import { DOWN_SHARE, isDown, isUp, UP_SHARE } from './thresholds.js';
import { type Step, stepsTo } from './went-down.js';

export interface Explanation {
  readonly format: 'firebreak.explain/1';
  readonly scenario: { readonly id: string; readonly title: Text; readonly sha256: string };
  readonly layout: string;
  readonly seed: string;
  readonly service: string;
  readonly name: Text;
  /** ISO 8601: the instant that is asked about. */
  readonly at: string;
  readonly state: State;
  readonly share: number;
  /** The time not up around `at`; null: it is up then. `toAt` is null when it lasts to the end of the run. */
  readonly outage: { readonly fromAt: string; readonly toAt: string | null } | null;
  readonly downtimeSeconds: number;
  readonly notUpSeconds: number;
  /** Of all services: writes lost, and the recovery point of the worst; null where nothing is known of data. */
  readonly writesLost: number | null;
  readonly recoveryPointSeconds: number | null;
  readonly wentDown: readonly Step[];
  readonly stillDown: readonly BindingStep[];
  /** To the end of the outage; empty when it does not end. */
  readonly pathBack: readonly PathStep[];
  /** Off that path, least slack first. */
  readonly offPath: readonly PathStep[];
  /** On to full function; empty when that came with the return, or not within the run. */
  readonly pathToFull: readonly PathStep[];
  /** User-hours by root cause: of this service, and of all (each person once). */
  readonly userHours: { readonly service: RootHours; readonly all: RootHours };
}

export interface RootHours {
  readonly lost: number;
  readonly roots: readonly {
    readonly root: string;
    readonly text: string;
    readonly line: number | null;
    readonly userHours: number;
  }[];
  /** Lost to several roots at once, named. */
  readonly shared: { readonly userHours: number; readonly roots: readonly string[] };
  /** Lost while it counted as up from the start: 0 but for rounding. */
  readonly unexplained: number;
}

/** When nothing is asked for: the middle of the longest time down or, failing that, not up; T+0 when it never failed. */
export function usualMoment(reading: Reading, subject: Subject): number {
  for (const isBad of [isDown, (share: number) => !isUp(share)]) {
    const spans = intervalsWhere(subject.share, 0, reading.end, isBad);
    const longest = spans.reduce<Interval | null>(
      (best, span) => (best === null || span.to - span.from > best.to - best.from ? span : best),
      null,
    );
    if (longest !== null) return Math.floor((longest.from + longest.to) / 2e6) * 1e6 || longest.from;
  }
  return reading.origin;
}

/** @param time microseconds since the run's start */
export function explanation(reading: Reading, subject: Subject, time: number, language: Language = 'en'): Explanation {
  const { record, scenario, view, end } = reading;
  const outage = outageAt(reading, subject, time);
  const measured = timesBad(reading, subject);
  const failure = failureIn(reading, subject, outage);
  return {
    format: 'firebreak.explain/1',
    scenario: { id: scenario.id, title: scenario.title, sha256: scenario.sha256 },
    layout: record.layout,
    seed: record.seed,
    service: subject.id,
    name: subject.name,
    at: instantOf(record, time),
    state: STATES[view.at(subject.entity, 'state', time)] ?? 'up',
    share: view.at(subject.entity, 'share', time),
    outage:
      outage === null
        ? null
        : { fromAt: instantOf(record, outage.from), toAt: outage.to >= end ? null : instantOf(record, outage.to) },
    ...measured,
    writesLost: writesLostInAll(reading),
    recoveryPointSeconds: worstRecoveryPoint(reading),
    wentDown: failure < 0 ? [] : stepsTo(scenario, view, failure, language),
    stillDown: stillDown(reading, subject, time, language),
    ...waysBack(reading, subject, outage, language, time),
    userHours: {
      service: rootHours(reading, hoursByRoot(reading, subject), language),
      all: rootHours(reading, hoursByRootInAll(reading), language),
    },
  };
}

/** The time not up around an instant; null when it is up then. */
export function outageAt(reading: Reading, subject: Subject, time: number): Interval | null {
  const spans = intervalsWhere(subject.share, 0, reading.end, (share) => !isUp(share));
  return spans.find(({ from, to }) => from <= time && time < to) ?? null;
}

/** Seconds of the run down and not up. */
export function timesBad(reading: Reading, subject: Subject): { downtimeSeconds: number; notUpSeconds: number } {
  const seconds = (isBad: (share: number) => boolean): number =>
    intervalsWhere(subject.share, reading.origin, reading.end, isBad).reduce(
      (sum, { from, to }) => sum + to - from,
      0,
    ) / 1e6;
  return { downtimeSeconds: seconds(isDown), notUpSeconds: seconds((share) => !isUp(share)) };
}

/** The event by which it lost its function in an outage or, failing that, was first not up; of the first one when up. */
export function failureIn({ view }: Reading, { entity }: Subject, outage: Interval | null): number {
  const from = outage?.from ?? 0;
  const to = outage?.to ?? Number.POSITIVE_INFINITY;
  for (const share of [DOWN_SHARE, UP_SHARE, Number.POSITIVE_INFINITY]) {
    const event = view.firstEvent(
      entity,
      from,
      ({ rule, time, numbers }) =>
        time < to && rule === 'state.changed' && STATES[numbers.to] !== 'up' && numbers.share < share,
    );
    if (event >= 0) return event;
  }
  // Its state did not change with it: the last change before says why.
  return outage === null ? -1 : (view.eventsOf(entity).findLast((each) => view.event(each).time <= from) ?? -1);
}

function waysBack(
  reading: Reading,
  subject: Subject,
  outage: Interval | null,
  language: Language,
  time: number,
): Pick<Explanation, 'pathBack' | 'offPath' | 'pathToFull'> {
  if (outage === null || outage.to >= reading.end) return { pathBack: [], offPath: [], pathToFull: [] };
  const back = returnEvent(reading, subject, outage.to, 'state.changed');
  const path = back < 0 ? null : pathBack(reading, back, outage.from);
  const { fullFunction } = milestones(reading, subject);
  const full =
    fullFunction === null || fullFunction <= outage.to
      ? -1
      : returnEvent(reading, subject, fullFunction, 'function.complete');
  return {
    pathBack: path === null ? [] : pathSteps(reading, path, language, time),
    offPath: path === null ? [] : offPathSteps(reading, path, language, time),
    pathToFull: full < 0 ? [] : pathSteps(reading, pathBack(reading, full, outage.from), language, time),
  };
}

function rootHours(
  reading: Reading,
  { userHours, roots, shared, unexplained }: HoursByRoot,
  language: Language,
): RootHours {
  const { view, scenario } = reading;
  const say = sayIn(scenario, view, language, reading.origin);
  const sentence = sentencesOf(scenario, view, language);
  const idOf = (root: number): string => view.entity(view.event(root).entity).id;
  const known = roots.map(({ root, userHours: hours }) => {
    const event = view.event(root);
    const entity = view.entity(event.entity);
    const text = entity.kind === 'fault' ? say.name(event.entity) : sentence(event);
    return { root: entity.id, text, line: lineOf(scenario, entity.path), userHours: hours };
  });
  return {
    lost: userHours,
    roots: known,
    shared: { userHours: shared.userHours, roots: shared.roots.map(idOf) },
    unexplained,
  };
}
