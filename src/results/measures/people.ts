/** What people lost in all, each counted once. */
import { integral, maximum, type StepFunction } from '../../record/steps.js';
import { combine, product, sumOf } from '../../record/steps-algebra.js';
import { affectedInAll, affectedPopulations } from '../affected.js';
import { hoursByCause } from '../affected-by-service.js';
import { type ByCause, sumByCause, total } from '../by-cause.js';
import { firstWhere, steadyFrom } from '../milestones.js';
import { type Reading, shareOfAll } from '../reading.js';
import { reaches } from '../thresholds.js';
import { requestsFailed } from './loss.js';
import type { Measure } from './measure.js';
import { secondsTo } from './return.js';

/** User-hours lost by cause, people of one population counted once (a lower bound, see affected.ts). */
export function userHoursInAll(reading: Reading): ByCause {
  return sumByCause(affectedPopulations(reading).map(({ affected }) => hoursByCause(affected, 0, reading.end)));
}

/** Share of what users who are there want that succeeds, at each instant; 1 while nobody wants anything. */
export function servedShare(reading: Reading): StepFunction {
  return reading.remember('served share', () => shareServed(reading));
}

function shareServed(reading: Reading): StepFunction {
  const users = reading.subjects.filter((subject) => subject.users !== null);
  const served = sumOf(users.map((subject) => product(subject.wanted, subject.share)));
  return combine(served, sumOf(users.map((subject) => subject.wanted)), (some, all) => (all > 0 ? some / all : 1));
}

/** Seconds since T+0 until `share` of demand is served and stays so: 0 when it always was, null when it never is. */
export function servedAfterSeconds(reading: Reading, share: number): number | null {
  const served = servedShare(reading);
  const lost = firstWhere(served, reading.origin, reading.end, (value) => !reaches(value, share));
  return secondsTo(reading, lost, lost === null ? null : steadyFrom(served, share, lost, reading.end));
}

export function requestsFailedInAll(reading: Reading): number {
  return reading.subjects.reduce(
    (sum, subject) => sum + (subject.users === null ? 0 : requestsFailed(reading, subject)),
    0,
  );
}

/** Revenue of the requests that failed; null where the scenario states no currency or no revenue. */
export function revenueLost(reading: Reading): number | null {
  const paying = reading.subjects.filter((subject) => (subject.users?.revenuePerRequest ?? 0) > 0);
  if (reading.scenario.currency === null || paying.length === 0) return null;
  return paying.reduce(
    (sum, subject) => sum + requestsFailed(reading, subject) * (subject.users?.revenuePerRequest ?? 0),
    0,
  );
}

export const peopleMeasures: readonly Measure[] = [
  {
    name: 'userHoursLost',
    nullMeans: 'unknown',
    label: { en: 'lost', ko: '손실' },
    unit: 'person-hours',
    of: 'run',
    better: 'lower',
    meaning: 'User-hours lost in all; people hit by several services count once: a lower bound.',
    compute: (reading) => total(userHoursInAll(reading)),
  },
  {
    name: 'peakUsersAffected',
    nullMeans: 'unknown',
    label: { en: 'most people affected', ko: '최대 영향 인원' },
    unit: 'people',
    of: 'run',
    better: 'lower',
    meaning: 'Most people affected at one time, each counted once.',
    compute: (reading) => maximum(affectedInAll(reading).all, 0, reading.end),
  },
  {
    name: 'served50AfterSeconds',
    nullMeans: 'never',
    label: { en: '50 % served after', ko: '수요 50% 처리까지' },
    unit: 'seconds',
    of: 'run',
    better: 'lower',
    meaning: 'Until half of all demand is served and stays so.',
    compute: (reading) => servedAfterSeconds(reading, 0.5),
  },
  {
    name: 'served95AfterSeconds',
    nullMeans: 'never',
    label: { en: '95 % served after', ko: '수요 95% 처리까지' },
    unit: 'seconds',
    of: 'run',
    better: 'lower',
    meaning: 'Until 95 % of all demand is served and stays so.',
    compute: (reading) => servedAfterSeconds(reading, 0.95),
  },
  {
    name: 'availability',
    nullMeans: 'unknown',
    label: { en: 'available', ko: '가용률' },
    unit: 'share',
    of: 'run',
    better: 'higher',
    meaning: 'Share of all wanted requests that succeeded, over the whole run.',
    compute: (reading) => demandServed(reading),
  },
  {
    name: 'requestsFailed',
    nullMeans: 'unknown',
    label: { en: 'requests failed', ko: '실패한 요청' },
    unit: 'requests',
    of: 'run',
    better: 'lower',
    meaning: 'Wanted requests of users that never succeeded.',
    compute: requestsFailedInAll,
  },
  {
    name: 'revenueLost',
    nullMeans: 'unknown',
    label: { en: 'revenue lost', ko: '매출 손실' },
    unit: 'money',
    of: 'run',
    better: 'lower',
    meaning: 'What the failed requests would have brought, in the scenario’s currency.',
    compute: revenueLost,
  },
];

/** Those who left want it too, and do not get it. */
function demandServed(reading: Reading): number | null {
  const users = reading.subjects.filter((subject) => subject.users !== null);
  const wanted = users.reduce((sum, subject) => sum + integral(subject.wanted, 0, reading.end), 0);
  if (wanted <= 0) return null;
  return (
    users.reduce((sum, subject) => sum + integral(product(subject.wanted, shareOfAll(subject)), 0, reading.end), 0) /
    wanted
  );
}
