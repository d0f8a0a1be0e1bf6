/**
 * People affected: how many at each instant, and by which cause.
 *
 * A service with users affects, at an instant, the people who would use it at that time of day, times the share of
 * their requests that fails. People of one population who are hit by several services at once are counted once: the
 * greatest number holds, with the cause of the service that has it. That is a lower bound, since the hit ones of two
 * services need not be the same people; what is true lies between it and the sum.
 */
import { CAUSES, type Cause } from '../record/record.js';
import { eachPiece, type StepFunction } from '../record/steps.js';
import { mapped, product, sumOf } from '../record/steps-algebra.js';
import type { Reading, Subject } from './reading.js';

/** The causes that results speak of; what is lost while nothing is wrong enough to have a cause counts as `own`. */
export const LOSS_CAUSES = ['own', 'site', 'dependency', 'overload', 'operator', 'shared'] as const;
export type LossCause = (typeof LOSS_CAUSES)[number];
export type ByCause = Readonly<Record<LossCause, number>>;

/** People affected and, at the same times, the cause (index into LOSS_CAUSES). */
export interface Affected {
  readonly times: Float64Array;
  readonly people: Float64Array;
  readonly cause: Uint8Array;
}

const CODE_OF_CAUSE = CAUSES.map((cause: Cause) => Math.max(0, (LOSS_CAUSES as readonly string[]).indexOf(cause)));
const NOBODY: Affected = { times: new Float64Array(0), people: new Float64Array(0), cause: new Uint8Array(0) };

/** People affected through one service or journey; nobody when it has no users. */
export function affectedBy(reading: Reading, subject: Subject): Affected {
  const { users } = subject;
  if (users === null || users.peakPerSecond <= 0) return NOBODY;
  const population = reading.scenario.populations.find((each) => each.id === users.population);
  const perRequest = ((population?.people ?? 0) * users.share) / users.peakPerSecond;
  const refused = mapped(subject.share, (share) => Math.max(0, 1 - share));
  const people = product(
    mapped(subject.wanted, (wanted) => wanted * perRequest),
    refused,
  );
  return withCause(people, subject.cause);
}

/** By population (those of the scenario that have users, in its order): the greatest of its services, instant by instant. */
export function affectedPopulations(
  reading: Reading,
): readonly { readonly population: string; readonly affected: Affected }[] {
  const members = new Map<string, Affected[]>(reading.scenario.populations.map(({ id }) => [id, []]));
  for (const subject of reading.subjects) {
    if (subject.users !== null) members.get(subject.users.population)?.push(affectedBy(reading, subject));
  }
  return [...members].map(([population, all]) => ({ population, affected: greatest(all) }));
}

/** All people affected, each counted once; by cause too. */
export function affectedInAll(reading: Reading): {
  readonly all: StepFunction;
  readonly byCause: Readonly<Record<LossCause, StepFunction>>;
} {
  const populations = affectedPopulations(reading).map(({ affected }) => affected);
  const of = (cause: number): StepFunction =>
    sumOf(
      populations.map((affected) => ({
        times: affected.times,
        values: affected.people.map((people, i) => (affected.cause[i] === cause ? people : 0)),
      })),
    );
  return {
    all: sumOf(populations.map((affected) => ({ times: affected.times, values: affected.people }))),
    byCause: Object.fromEntries(LOSS_CAUSES.map((cause, code) => [cause, of(code)])) as Record<LossCause, StepFunction>,
  };
}

/** Person-hours by cause over `[from, to)`. */
export function hoursByCause(affected: Affected, from: number, to: number): ByCause {
  const hours = new Float64Array(LOSS_CAUSES.length);
  let place = 0;
  eachPiece({ times: affected.times, values: affected.people }, from, to, (people, start, end) => {
    while (place + 1 < affected.times.length && affected.times[place + 1] <= start) place++;
    hours[affected.cause[place]] += (people * (end - start)) / 3600e6;
  });
  return Object.fromEntries(LOSS_CAUSES.map((cause, code) => [cause, hours[code]])) as Record<LossCause, number>;
}

export function sumByCause(all: readonly ByCause[]): ByCause {
  return Object.fromEntries(
    LOSS_CAUSES.map((cause) => [cause, all.reduce((sum, each) => sum + each[cause], 0)]),
  ) as Record<LossCause, number>;
}

/** The causes added up: what was lost in all. */
export function total(byCause: ByCause): number {
  return LOSS_CAUSES.reduce((sum, cause) => sum + byCause[cause], 0);
}

function withCause(people: StepFunction, cause: StepFunction): Affected {
  const all = Float64Array.from(new Set([...people.times, ...cause.times])).sort();
  const result = { times: all, people: new Float64Array(all.length), cause: new Uint8Array(all.length) };
  let p = -1;
  let c = -1;
  all.forEach((time, i) => {
    while (p + 1 < people.times.length && people.times[p + 1] <= time) p++;
    while (c + 1 < cause.times.length && cause.times[c + 1] <= time) c++;
    result.people[i] = p < 0 ? 0 : people.values[p];
    result.cause[i] = c < 0 ? 0 : CODE_OF_CAUSE[cause.values[c]];
  });
  return result;
}

/** Pairwise, as a tree: the first of equals holds. */
function greatest(all: readonly Affected[]): Affected {
  if (all.length === 0) return NOBODY;
  if (all.length === 1) return all[0];
  const middle = all.length >> 1;
  return greater(greatest(all.slice(0, middle)), greatest(all.slice(middle)));
}

function greater(a: Affected, b: Affected): Affected {
  const times = new Float64Array(a.times.length + b.times.length);
  const people = new Float64Array(times.length);
  const cause = new Uint8Array(times.length);
  let count = 0;
  for (let i = 0, j = 0; i < a.times.length || j < b.times.length; count++) {
    const time = Math.min(a.times[i] ?? Number.POSITIVE_INFINITY, b.times[j] ?? Number.POSITIVE_INFINITY);
    if (a.times[i] === time) i++;
    if (b.times[j] === time) j++;
    const [first, second] = [i > 0 ? a.people[i - 1] : 0, j > 0 ? b.people[j - 1] : 0];
    times[count] = time;
    people[count] = Math.max(first, second);
    cause[count] = first >= second && i > 0 ? a.cause[i - 1] : (b.cause[j - 1] ?? 0);
  }
  return { times: times.subarray(0, count), people: people.subarray(0, count), cause: cause.subarray(0, count) };
}
