/**
 * User-hours by root cause: each hour that is lost is put down to one root, or to several at once, which is stated.
 *
 * A person-hour has the root of the state that the service was in (blame-roots.ts). Where one instant has several roots
 * the hour is `shared`. In all, people of one population count once, with the root of the service that hits most of
 * them: the same hours as `totals.userHoursLost`.
 */
import { eachPiece, type StepFunction } from '../record/steps.js';
import { greatestOf } from './affected.js';
import { type Affected, affectedBy, labelled, NOBODY } from './affected-by-service.js';
import { blameRoots } from './blame-roots.js';
import type { Reading, Subject } from './reading.js';

export interface HoursByRoot {
  readonly userHours: number;
  /** Most hours first. `root`: number of the root event. */
  readonly roots: readonly { readonly root: number; readonly userHours: number }[];
  /** Hours that several roots share, and which; they are in none of the above. */
  readonly shared: { readonly userHours: number; readonly roots: readonly number[] };
  /** Hours lost while the log tells of no change: 0 but for a service that nobody watched. */
  readonly unexplained: number;
}

/** Of one service or journey. */
export function hoursByRoot(reading: Reading, subject: Subject): HoursByRoot {
  const labels = labelsOf(reading);
  return sum(reading, [withRoots(reading, subject, labels)], labels);
}

/** Of all, each person once. */
export function hoursByRootInAll(reading: Reading): HoursByRoot {
  return reading.remember('hours by root', () => {
    const labels = labelsOf(reading);
    const populations = reading.scenario.populations.map(({ id }) =>
      greatestOf(
        reading.subjects
          .filter(({ users }) => users?.population === id)
          .map((subject) => withRoots(reading, subject, labels)),
      ),
    );
    return sum(reading, populations, labels);
  });
}

/** Sets of roots that occur, as labels; place 0: none is known. */
interface Labels {
  readonly sets: (readonly number[])[];
  readonly known: Map<string, number>;
}

const labelsOf = (reading: Reading): Labels =>
  reading.remember('root labels', () => ({ sets: [[]], known: new Map([['', 0]]) }));

function labelOf({ sets, known }: Labels, roots: readonly number[]): number {
  const key = roots.join(' ');
  const found = known.get(key);
  if (found !== undefined) return found;
  known.set(key, sets.length);
  return sets.push(roots) - 1;
}

function withRoots(reading: Reading, subject: Subject, labels: Labels): Affected {
  return reading.remember(`roots ${subject.entity} ${subject.id}`, () => {
    if (affectedBy(reading, subject) === NOBODY) return NOBODY;
    return labelled(reading, subject, rootSteps(reading, subject, labels));
  });
}

/** Label of the root of the present state, from each change of it. Of events in one instant the last holds. */
function rootSteps(reading: Reading, { entity }: Subject, labels: Labels): StepFunction {
  const { view } = reading;
  const times: number[] = [];
  const values: number[] = [];
  for (const index of view.eventsOf(entity)) {
    const { rule, time } = view.event(index);
    if (rule !== 'state.changed' && rule !== 'cause.changed') continue;
    const label = labelOf(labels, blameRoots(reading, index));
    if (times.at(-1) === time) values[values.length - 1] = label;
    else {
      times.push(time);
      values.push(label);
    }
  }
  return { times: Float64Array.from(times), values: Float64Array.from(values) };
}

function sum(reading: Reading, all: readonly Affected[], { sets }: Labels): HoursByRoot {
  const hours = new Float64Array(sets.length);
  for (const { times, people, cause } of all) {
    let place = 0;
    eachPiece({ times, values: people }, reading.origin, reading.end, (value, start, end) => {
      while (place + 1 < times.length && times[place + 1] <= start) place++;
      hours[cause[place]] += (value * (end - start)) / 3600e6;
    });
  }
  const single = new Map<number, number>();
  const sharing = new Set<number>();
  let shared = 0;
  sets.forEach((roots, label) => {
    if (roots.length === 1) single.set(roots[0], (single.get(roots[0]) ?? 0) + hours[label]);
    else if (roots.length > 1 && hours[label] > 0) {
      shared += hours[label];
      for (const root of roots) sharing.add(root);
    }
  });
  return {
    userHours: hours.reduce((total, each) => total + each, 0),
    roots: [...single]
      .filter(([, userHours]) => userHours > 0)
      .map(([root, userHours]) => ({ root, userHours }))
      .sort((a, b) => b.userHours - a.userHours || a.root - b.root),
    shared: { userHours: shared, roots: [...sharing].sort((a, b) => a - b) },
    unexplained: hours[0],
  };
}
