/** What people lost through one service: hours, requests, writes. */
import { integral } from '../../record/steps.js';
import { mapped, product } from '../../record/steps-algebra.js';
import { affectedBy, hoursByCause } from '../affected-by-service.js';
import { type ByCause, total } from '../by-cause.js';
import type { Reading, Subject } from '../reading.js';
import type { Measure } from './measure.js';
import { serviceMeasure } from './service-measure.js';

/** User-hours lost by cause; their sum is the measure. All zero without users. */
export function userHoursByCause(reading: Reading, subject: Subject): ByCause {
  return hoursByCause(affectedBy(reading, subject), 0, reading.end);
}

/** By the client's ledger where the run kept one, else what was wanted times the share that failed. */
export function requestsFailed(reading: Reading, subject: Subject): number {
  const line = reading.record.ledgers.client.find((each) => each.entity === subject.entity);
  if (line !== undefined) return line.failed;
  const failing = mapped(subject.share, (share) => Math.max(0, 1 - share));
  return integral(product(subject.wanted, failing), 0, reading.end);
}

/** A service without data loses none; with data it is unknown until the data model tells. */
export function writesLost(reading: Reading, subject: Subject): number | null {
  return dataOf(reading, subject) === null ? 0 : null;
}

function dataOf(reading: Reading, subject: Subject): object | null {
  return subject.kind === 'service'
    ? (reading.scenario.services.find((each) => each.id === subject.id)?.data ?? null)
    : null;
}

export const lossMeasures: readonly Measure[] = [
  serviceMeasure(
    {
      name: 'userHoursLost',
      nullMeans: 'unknown',
      label: { en: 'lost', ko: '손실' },
      unit: 'person-hours',
      better: 'lower',
      meaning: 'People who would use it then, times the share refused, over time.',
    },
    (reading, subject) => total(userHoursByCause(reading, subject)),
  ),
  serviceMeasure(
    {
      name: 'requestsFailed',
      nullMeans: 'unknown',
      label: { en: 'requests failed', ko: '실패한 요청' },
      unit: 'requests',
      better: 'lower',
      meaning: 'Wanted requests that never succeeded.',
    },
    requestsFailed,
  ),
  serviceMeasure(
    {
      name: 'writesLost',
      nullMeans: 'unknown',
      label: { en: 'writes lost', ko: '유실된 쓰기' },
      unit: 'count',
      better: 'lower',
      meaning: 'Writes that no copy has.',
    },
    writesLost,
  ),
  serviceMeasure(
    {
      name: 'recoveryPointSeconds',
      nullMeans: 'unknown',
      label: { en: 'recovery point', ko: '복구 시점' },
      unit: 'seconds',
      better: 'lower',
      meaning: 'Age of the newest write that survived.',
    },
    () => null,
  ),
];
