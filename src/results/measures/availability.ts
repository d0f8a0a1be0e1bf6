/** Share and time of success of a service, over the whole run. */
import { integral, maximum, secondsWhere } from '../../record/steps.js';
import { mapped, product } from '../../record/steps-algebra.js';
import type { Reading, Subject } from '../reading.js';
import { isDown, isUp } from '../thresholds.js';
import type { Measure } from './measure.js';
import { serviceMeasure } from './service-measure.js';

/**
 * Requests that succeeded over requests that would have been made had nothing failed, so retries do not count twice.
 * Without users: what callers would ask, times the share that succeeds. Null when nothing was wanted.
 */
export function availability(reading: Reading, subject: Subject): number | null {
  const wanted = integral(subject.wanted, 0, reading.end);
  if (wanted <= 0) return null;
  return Math.min(1, succeeded(reading, subject) / wanted);
}

function succeeded(reading: Reading, subject: Subject): number {
  const track = subject.users === null ? null : reading.view.track(subject.entity, 'succeeded');
  return integral(track ?? product(subject.wanted, subject.share), 0, reading.end);
}

export const availabilityMeasures: readonly Measure[] = [
  serviceMeasure(
    {
      name: 'availability',
      nullMeans: 'unknown',
      label: { en: 'available', ko: '가용률' },
      unit: 'share',
      better: 'higher',
      meaning: 'Requests that succeeded over requests wanted.',
    },
    availability,
  ),
  serviceMeasure(
    {
      name: 'downtimeSeconds',
      nullMeans: 'unknown',
      label: { en: 'down for', ko: '중단 시간' },
      unit: 'seconds',
      better: 'lower',
      meaning: 'Time with less than 50 % success.',
    },
    (reading, subject) => secondsWhere(subject.share, 0, reading.end, isDown),
  ),
  serviceMeasure(
    {
      name: 'notUpSeconds',
      nullMeans: 'unknown',
      label: { en: 'not up for', ko: '비정상 시간' },
      unit: 'seconds',
      better: 'lower',
      meaning: 'Time with less than 99 % success.',
    },
    (reading, subject) => secondsWhere(subject.share, 0, reading.end, (share) => !isUp(share)),
  ),
  serviceMeasure(
    {
      name: 'lowestShare',
      nullMeans: 'unknown',
      label: { en: 'lowest success', ko: '최저 성공률' },
      unit: 'share',
      better: 'higher',
      meaning: 'Lowest success at any time since T+0.',
    },
    (reading, subject) => lowestShare(reading, subject),
  ),
];

function lowestShare(reading: Reading, subject: Subject): number {
  return (
    1 -
    maximum(
      mapped(subject.share, (share) => 1 - share),
      reading.origin,
      reading.end,
    )
  );
}
