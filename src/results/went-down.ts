/**
 * Why did it go down? The earlier events from the root fault to the first failure, as numbered sentences.
 *
 * The causal log has all ancestors of a failure, often hundreds. Shown is the shortest way from each of the nearest
 * roots: what a person needs in order to believe it. Left out: why it is still down (the constraints that bind now) and what would
 * have saved it.
 */
import { shortestChains } from '../record/causes.js';
import { STATES } from '../record/record.js';
import type { RecordView } from '../record/view.js';
import type { Scenario } from '../scenario/model.js';
import type { Language } from './amounts.js';
import { instantOf } from './instant.js';
import type { Reading, Subject } from './reading.js';
import { sentencesOf } from './sentences.js';
import { DOWN_SHARE, UP_SHARE } from './thresholds.js';

/** One step of an explanation, as in `firebreak.explain/1`. */
export interface Step {
  /** ISO 8601. */
  readonly at: string;
  readonly rule: string;
  readonly subject: string;
  readonly text: string;
  /** Line of the scenario file where the subject is written, or null. */
  readonly line: number | null;
  /** Places of earlier steps of this list that it follows from. */
  readonly causes: readonly number[];
}

const UP = STATES.indexOf('up');

/**
 * The chain that ends in the first time that the subject lost its function (success under 50 %), or, when it never did,
 * in the first time that it was not up. Empty when it never failed, or the log tells nothing about it.
 */
export function wentDown(
  reading: Reading,
  subject: Subject,
  language: Language = 'en',
  maximumRoots = 4,
): readonly Step[] {
  const failure = firstFailure(reading.view, subject.entity);
  return failure < 0 ? [] : stepsTo(reading.scenario, reading.view, failure, language, maximumRoots);
}

/** The chain that ends in an event. */
export function stepsTo(
  scenario: Scenario,
  view: RecordView,
  event: number,
  language: Language,
  maximumRoots = 4,
): readonly Step[] {
  const all = shortestChains(view.record.events, event, maximumRoots);
  const chain = all.filter((index) => !isPassedBy(view, index, all));
  const sentence = sentencesOf(scenario, view, language);
  return chain.map((index) => {
    const each = view.event(index);
    const entity = view.entity(each.entity);
    return {
      at: instantOf(view.record, each.time),
      rule: each.rule,
      subject: entity.id,
      text: sentence(each),
      line: scenario.positions[entity.path]?.[0] ?? null,
      causes: each.causes.map((cause) => chain.indexOf(beforeGrowth(view, cause, chain))).filter((place) => place >= 0),
    };
  });
}

/** A fault that grew only to grow on, and did nothing else of what is told: its last size says it all. */
function isPassedBy(view: RecordView, index: number, chain: readonly number[]): boolean {
  const { rule, entity } = view.event(index);
  const followers = chain.filter((each) => view.event(each).causes.includes(index));
  return (
    rule === 'fault.stepped' &&
    followers.length > 0 &&
    followers.every((each) => view.event(each).rule === 'fault.stepped' && view.event(each).entity === entity)
  );
}

/** The cause itself or, of a growth that is not told, what it grew from. */
function beforeGrowth(view: RecordView, cause: number, chain: readonly number[]): number {
  let at = cause;
  while (!chain.includes(at) && view.event(at).rule === 'fault.stepped') at = view.event(at).causes[0] ?? -1;
  return at;
}

/**
 * Number of the event by which an entity first lost its function (under 50 %) or, failing that, first was not up by its
 * success (under 99 %) or, failing that, by its state: overloaded, or without an optional need. -1 when it never was.
 */
export function firstFailure(view: RecordView, entity: number): number {
  const firstBelow = (share: number): number =>
    view.firstEvent(
      entity,
      0,
      ({ rule, numbers }) => rule === 'state.changed' && numbers.to !== UP && numbers.share < share,
    );
  for (const share of [DOWN_SHARE, UP_SHARE, Number.POSITIVE_INFINITY]) {
    const failure = firstBelow(share);
    if (failure >= 0) return failure;
  }
  return -1;
}
