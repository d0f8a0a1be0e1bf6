/**
 * People affected through one service: how many at each instant, and by which cause.
 *
 * Those are the people who would use it at that time of day (in a surge of demand more, up to the whole population),
 * times the share of their requests that fails. Those who left for a substitute are affected for as long as they are
 * away, by the cause that drove them off.
 */
import { CAUSES } from '../record/record.js';
import { eachPiece, type StepFunction } from '../record/steps.js';
import { mapped, product } from '../record/steps-algebra.js';
import { type ByCause, eachCause, LOSS_CAUSE_OF_CODE, LOSS_CAUSES } from './by-cause.js';
import { type Reading, type Subject, shareOfAll } from './reading.js';

const NO_CAUSE = CAUSES.indexOf('none');

/** People affected and, at the same times, the cause (place in LOSS_CAUSES). */
export interface Affected {
  readonly times: Float64Array;
  readonly people: Float64Array;
  readonly cause: Uint32Array;
}

export const NOBODY: Affected = { times: new Float64Array(0), people: new Float64Array(0), cause: new Uint32Array(0) };

/** People affected through one service or journey; nobody when it has no users. */
export function affectedBy(reading: Reading, subject: Subject): Affected {
  return reading.remember(`affected ${subject.entity} ${subject.id}`, () => throughOne(reading, subject));
}

function throughOne(reading: Reading, subject: Subject): Affected {
  return labelled(
    reading,
    subject,
    mapped(subject.away === null ? subject.cause : lasting(subject.cause), (code) => LOSS_CAUSE_OF_CODE[code]),
  );
}

/** The same with another label than the cause beside it: any whole number; 0 before its first. */
export function labelled(reading: Reading, subject: Subject, label: StepFunction): Affected {
  const { users } = subject;
  if (users === null || users.peakPerSecond <= 0) return NOBODY;
  const population = reading.scenario.populations.find((each) => each.id === users.population);
  const most = population?.people ?? 0;
  const perRequest = (most * users.share) / users.peakPerSecond;
  const refused = mapped(shareOfAll(subject), (share) => Math.max(0, 1 - share));
  const people = product(
    mapped(subject.wanted, (wanted) => Math.min(most, wanted * perRequest)),
    refused,
  );
  return withLabel(people, label);
}

/** While nothing is wrong any more, the cause of what was wrong before holds. */
function lasting(cause: StepFunction): StepFunction {
  let last = NO_CAUSE;
  return mapped(cause, (code) => {
    if (code !== NO_CAUSE) last = code;
    return last;
  });
}

/** Person-hours by cause over `[from, to)`. */
export function hoursByCause(affected: Affected, from: number, to: number): ByCause {
  const hours = new Float64Array(LOSS_CAUSES.length);
  let place = 0;
  eachPiece({ times: affected.times, values: affected.people }, from, to, (people, start, end) => {
    while (place + 1 < affected.times.length && affected.times[place + 1] <= start) place++;
    hours[affected.cause[place]] += (people * (end - start)) / 3600e6;
  });
  return eachCause((place) => hours[place]);
}

/** A sample where either changes. */
function withLabel(people: StepFunction, cause: StepFunction): Affected {
  const size = people.times.length + cause.times.length;
  const result = { times: new Float64Array(size), people: new Float64Array(size), cause: new Uint32Array(size) };
  let count = 0;
  for (let p = 0, c = 0; p < people.times.length || c < cause.times.length; count++) {
    const time = Math.min(timeOf(people, p), timeOf(cause, c));
    if (timeOf(people, p) === time) p++;
    if (timeOf(cause, c) === time) c++;
    result.times[count] = time;
    result.people[count] = p === 0 ? 0 : people.values[p - 1];
    result.cause[count] = c === 0 ? 0 : cause.values[c - 1];
  }
  return cutTo(result, count);
}

/** A function that has no more samples changes never. */
export function timeOf(of: { readonly times: Float64Array }, place: number): number {
  return place < of.times.length ? of.times[place] : Number.POSITIVE_INFINITY;
}

export function cutTo(all: Affected, count: number): Affected {
  return {
    times: all.times.subarray(0, count),
    people: all.people.subarray(0, count),
    cause: all.cause.subarray(0, count),
  };
}
