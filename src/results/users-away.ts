/**
 * People who left for a substitute: how many are there at each instant, ever went, and stayed.
 *
 * A service's users are the share of its population who use it at its busiest, whatever the hour: who leaves at night
 * has left as well. People of one population who leave several services count once for each substitute, and once in
 * all, by the maximum: a lower bound, as for people affected. Left out: who uses a substitute without having left.
 */
import { maximum, type StepFunction, valueAt } from '../record/steps.js';
import { mapped, maximumOf, sumOf } from '../record/steps-algebra.js';
import type { Text } from '../scenario/model.js';
import type { Reading, Subject } from './reading.js';

export interface SubstituteResult {
  readonly id: string;
  readonly name: Text;
  /** People who ever left for it. */
  readonly went: number;
  /** Most of them who were there at one time. */
  readonly peakUsers: number;
  /** Those who were still there at the end of the run. */
  readonly stayed: number;
}

/** In the order of the scenario's substitutes; those for which nobody could leave have zeros. */
export function substituteResults(reading: Reading): readonly SubstituteResult[] {
  return reading.scenario.substitutes.map(({ id, name }) => {
    const there = peopleAway(reading, (subject) => shareOf(subject, id));
    const went = [...byPopulation(reading, (subject) => everLeft(reading, subject) * shareOf(subject, id)).values()];
    return {
      id,
      name,
      went: went.reduce((sum, each) => sum + Math.max(0, ...each), 0),
      peakUsers: there.times.length === 0 ? 0 : maximum(there, 0, reading.end),
      stayed: atTheEnd(reading, there),
    };
  });
}

/** People who left, for whatever substitute, and are away at the end of the run. */
export function usersLeft(reading: Reading): number {
  return atTheEnd(
    reading,
    peopleAway(reading, () => 1),
  );
}

function atTheEnd(reading: Reading, there: StepFunction): number {
  const value = valueAt(there, reading.end);
  return Number.isNaN(value) ? 0 : value;
}

/** People away at each instant; `part` says which share of those who left a subject counts. */
function peopleAway(reading: Reading, part: (subject: Subject) => number): StepFunction {
  const all = byPopulation(reading, (subject) => {
    const people = usersOf(reading, subject) * part(subject);
    return mapped(subject.away as StepFunction, (away) => away * people);
  });
  return sumOf([...all.values()].map(maximumOf));
}

/** Of each subject whose users may leave, by population. */
function byPopulation<Value>(reading: Reading, value: (subject: Subject) => Value): ReadonlyMap<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const subject of reading.subjects) {
    if (subject.users === null || subject.away === null) continue;
    const { population } = subject.users;
    found.set(population, [...(found.get(population) ?? []), value(subject)]);
  }
  return found;
}

function everLeft(reading: Reading, subject: Subject): number {
  const line = reading.record.ledgers.client.find(({ entity }) => entity === subject.entity);
  return (line?.left ?? 0) * usersOf(reading, subject);
}

function shareOf(subject: Subject, substitute: string): number {
  return subject.users?.substitutes.find(({ id }) => id === substitute)?.share ?? 0;
}

function usersOf(reading: Reading, { users }: Subject): number {
  if (users === null) return 0;
  const population = reading.scenario.populations.find(({ id }) => id === users.population);
  return (population?.people ?? 0) * users.share;
}
