/**
 * People affected in all, each counted once.
 *
 * People of one population who are hit by several services at once count once: the greatest number holds, with the
 * cause of the service that has it. That is a lower bound, since the people whom two services hit need not be the same
 * ones; what is true lies between it and the sum.
 */
import type { StepFunction } from '../record/steps.js';
import { sumOf } from '../record/steps-algebra.js';
import { type Affected, affectedBy, cutTo, NOBODY, timeOf } from './affected-by-service.js';
import { eachCause, type LossCause } from './by-cause.js';
import type { Reading } from './reading.js';

export type { LossCause } from './by-cause.js';

/** Step functions over the run. */
export interface PeopleAffected {
  readonly all: StepFunction;
  /** By the cause that they are put down to; the causes add up to `all`. */
  readonly byCause: Readonly<Record<LossCause, StepFunction>>;
}

export function affectedInAll(reading: Reading): PeopleAffected {
  return reading.remember('affected in all', () => {
    const populations = affectedPopulations(reading).map(({ affected }) => affected);
    const ofCause = (place: number): StepFunction =>
      sumOf(
        populations.map(({ times, people, cause }) => ({
          times,
          values: people.map((x, i) => (cause[i] === place ? x : 0)),
        })),
      );
    return {
      all: sumOf(populations.map(({ times, people }) => ({ times, values: people }))),
      byCause: eachCause(ofCause),
    };
  });
}

/** By population (those of the scenario that have users, in its order): the greatest of its services, instant by instant. */
export function affectedPopulations(
  reading: Reading,
): readonly { readonly population: string; readonly affected: Affected }[] {
  return reading.remember('affected populations', () => byPopulation(reading));
}

function byPopulation(reading: Reading): { readonly population: string; readonly affected: Affected }[] {
  const members = new Map<string, Affected[]>(reading.scenario.populations.map(({ id }) => [id, []]));
  for (const subject of reading.subjects) {
    if (subject.users !== null) members.get(subject.users.population)?.push(affectedBy(reading, subject));
  }
  return [...members].map(([population, all]) => ({ population, affected: greatestOf(all) }));
}

/** Pairwise, as a tree: the first of equals holds. */
export function greatestOf(all: readonly Affected[]): Affected {
  if (all.length === 0) return NOBODY;
  if (all.length === 1) return all[0];
  const middle = all.length >> 1;
  return greater(greatestOf(all.slice(0, middle)), greatestOf(all.slice(middle)));
}

function greater(a: Affected, b: Affected): Affected {
  const size = a.times.length + b.times.length;
  const result = { times: new Float64Array(size), people: new Float64Array(size), cause: new Uint32Array(size) };
  let count = 0;
  for (let i = 0, j = 0; i < a.times.length || j < b.times.length; count++) {
    const time = Math.min(timeOf(a, i), timeOf(b, j));
    if (timeOf(a, i) === time) i++;
    if (timeOf(b, j) === time) j++;
    const first = i === 0 ? 0 : a.people[i - 1];
    const second = j === 0 ? 0 : b.people[j - 1];
    const isFirst = j === 0 || (i > 0 && first >= second);
    result.times[count] = time;
    result.people[count] = isFirst ? first : second;
    result.cause[count] = isFirst ? a.cause[i - 1] : b.cause[j - 1];
  }
  return cutTo(result, count);
}
