/** What people lost through one service: hours, requests. */
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
];
