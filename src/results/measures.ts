/**
 * The registry of measures: every number that an expectation may limit and a study may compare.
 *
 * Adding a measure: one entry in a file of `measures/`, its list named here, and its test.
 */
import { availabilityMeasures } from './measures/availability.js';
import { creditsDueMeasure } from './measures/credits-due.js';
import { dataMeasures } from './measures/data.js';
import { layoutMeasures } from './measures/layout.js';
import { lossMeasures } from './measures/loss.js';
import type { Measure, MeasureOf } from './measures/measure.js';
import { merchantsLostMeasure } from './measures/merchants-lost.js';
import { moneyLostMeasure } from './measures/money-lost.js';
import { peopleMeasures } from './measures/people.js';
import { restorationCostMeasure } from './measures/restoration-cost.js';
import { returnMeasures } from './measures/return.js';
import { servicesMeasures } from './measures/services.js';
import { siteMeasures } from './measures/sites.js';
import { uncoveredLossMeasure } from './measures/uncovered-loss.js';
import { usersLeftMeasure } from './measures/users-left.js';
import { workBouncedMeasures } from './measures/work-bounced.js';
import type { Reading } from './reading.js';

export const MEASURES: readonly Measure[] = [
  ...availabilityMeasures,
  ...returnMeasures,
  ...lossMeasures,
  ...dataMeasures,
  ...peopleMeasures,
  usersLeftMeasure,
  ...workBouncedMeasures,
  merchantsLostMeasure,
  restorationCostMeasure,
  creditsDueMeasure,
  uncoveredLossMeasure,
  moneyLostMeasure,
  ...servicesMeasures,
  ...siteMeasures,
  ...layoutMeasures,
];

/** A measure's value and what is needed to judge and print it. */
export interface Measured {
  readonly measure: Measure;
  /** Null: unknown, or never came. */
  readonly value: number | null;
  /** Id of the service, journey or site that it is of; the worst service when a service's measure is asked of a run. */
  readonly id: string | null;
}

/**
 * The value of a measure for a service, journey or site, or (`of` null) for the run or layout. A measure that only
 * services have is, of the whole run, that of the worst service with users (of any service where nobody has users).
 * Null for a name, or an id, that there is not.
 */
export function measure(reading: Reading, name: string, of: string | null): Measured | null {
  if (of !== null) {
    const found = find(name, reading.subject(of) === null ? 'site' : 'service');
    return found === null ? null : { measure: found, value: found.compute(reading, of), id: of };
  }
  const whole = find(name, 'run') ?? find(name, 'layout');
  if (whole !== null) return { measure: whole, value: whole.compute(reading, ''), id: null };
  const single = find(name, 'service');
  return single === null ? null : worst(reading, single);
}

function find(name: string, of: MeasureOf): Measure | null {
  return MEASURES.find((each) => each.name === name && each.of === of) ?? null;
}

/** Null is worst of all; among equals the first in the file's order. */
function worst(reading: Reading, single: Measure): Measured | null {
  const withUsers = reading.subjects.filter((subject) => subject.users !== null);
  const sign = single.better === 'lower' ? 1 : -1;
  const badness = (value: number | null): number => (value === null ? Number.POSITIVE_INFINITY : sign * value);
  let found: Measured | null = null;
  for (const { id } of withUsers.length > 0 ? withUsers : reading.subjects) {
    const value = single.compute(reading, id);
    if (found === null || badness(value) > badness(found.value)) found = { measure: single, value, id };
  }
  return found;
}
