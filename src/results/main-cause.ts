/** What mostly kept a service from being up: the cause that held longest, and the site or service behind it. */
import { ancestry } from '../record/causes.js';
import { CAUSES } from '../record/record.js';
import { eachPiece } from '../record/steps.js';
import { combine } from '../record/steps-algebra.js';
import type { LossCause } from './by-cause.js';
import type { Reading, Subject } from './reading.js';
import { isUp } from './thresholds.js';
import { firstFailure } from './went-down.js';

export interface Blame {
  readonly cause: LossCause;
  /** The site (cause `site`) or the needed service (cause `dependency`); null when the log does not name it. */
  readonly of: string | null;
}

export function mainCause(reading: Reading, subject: Subject): Blame {
  const cause = longestCause(reading, subject);
  if (cause === 'site') return { cause, of: lostSite(reading, subject) };
  if (cause === 'dependency') return { cause, of: missingNeed(reading, subject) };
  return { cause, of: null };
}

/** By time not up; `none` counts as own. */
function longestCause(reading: Reading, subject: Subject): LossCause {
  const badCause = combine(subject.share, subject.cause, (share, cause) => (isUp(share) ? -1 : cause), 1);
  const time = new Float64Array(CAUSES.length);
  eachPiece(badCause, 0, reading.end, (code, from, to) => {
    if (code >= 0) time[CAUSES[code] === 'none' ? CAUSES.indexOf('own') : code] += to - from;
  });
  const longest = time.indexOf(Math.max(...time));
  return CAUSES[longest] === 'none' ? 'own' : (CAUSES[longest] as LossCause);
}

/** The last site or zone among the events that led to the failure. */
function lostSite(reading: Reading, subject: Subject): string | null {
  return lastAncestor(reading, subject, (entity) => {
    if (entity.kind === 'site') return entity.id;
    return entity.kind === 'zone' ? reading.view.entity(entity.of[0]).id : null;
  });
}

/** The last service among them that the subject needs. */
function missingNeed(reading: Reading, subject: Subject): string | null {
  const owner = subject.kind === 'service' ? reading.scenario.services : reading.scenario.journeys;
  const needs = new Set(owner.find(({ id }) => id === subject.id)?.needs.map((need) => need.service));
  return lastAncestor(reading, subject, (entity) => {
    const id = entity.kind === 'deployment' ? reading.view.entity(entity.of[0]).id : entity.id;
    return (entity.kind === 'service' || entity.kind === 'deployment') && needs.has(id) ? id : null;
  });
}

function lastAncestor(
  reading: Reading,
  subject: Subject,
  pick: (entity: ReturnType<Reading['view']['entity']>) => string | null,
): string | null {
  const failure = firstFailure(reading.view, subject.entity);
  if (failure < 0) return null;
  for (const index of ancestry(reading.record.events, failure).reverse()) {
    const picked = pick(reading.view.entity(reading.record.events.entity[index]));
    if (picked !== null) return picked;
  }
  return null;
}
