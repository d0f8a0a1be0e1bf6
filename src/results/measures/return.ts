/** How long until a service was back, in seconds since T+0; 0 when it never left, null when it did not come back. */
import { valueAt } from '../../record/steps.js';
import { type Milestones, milestones } from '../milestones.js';
import { afterSeconds, type Reading, type Subject } from '../reading.js';
import { isUp } from '../thresholds.js';
import type { Measure } from './measure.js';
import { serviceMeasure } from './service-measure.js';

/** Seconds to a milestone that counts from a loss: 0 without the loss, null without the return. */
export function secondsTo(reading: Reading, lost: number | null, back: number | null): number | null {
  return lost === null ? 0 : afterSeconds(reading, back);
}

function returnMeasure(
  name: string,
  label: Measure['label'],
  meaning: string,
  back: (m: Milestones, reading: Reading, subject: Subject) => readonly [number | null, number | null],
): Measure {
  return serviceMeasure(
    { name, label, meaning, unit: 'seconds', better: 'lower', nullMeans: 'never' },
    (reading, subject) => {
      const [lost, returned] = back(milestones(reading, subject), reading, subject);
      return secondsTo(reading, lost, returned);
    },
  );
}

function upAtEnd(reading: Reading, subject: Subject): boolean {
  return isUp(valueAt(subject.share, reading.end));
}

export const returnMeasures: readonly Measure[] = [
  returnMeasure(
    'firstFunctionAfterSeconds',
    { en: 'first function after', ko: '첫 기능 회복까지' },
    'Until success is at 50 % again and stays.',
    (m) => [m.down, m.firstFunction],
  ),
  returnMeasure(
    'restoredAfterSeconds',
    { en: 'restored after', ko: '복구까지' },
    'Until success is at 99 % again and stays.',
    (m) => [m.failed, m.restored],
  ),
  returnMeasure(
    'fullFunctionAfterSeconds',
    { en: 'full function after', ko: '완전 복구까지' },
    'Until every check and backlog is done as well.',
    (m) => [m.fullFunction ?? m.failed, m.fullFunction],
  ),
  returnMeasure(
    'recoveredAfterSeconds',
    { en: 'restored and still up after', ko: '복구 후 유지까지' },
    'Until it is restored, if it is still up at the end of the run.',
    (m, reading, subject) => [m.failed, upAtEnd(reading, subject) ? m.restored : null],
  ),
  serviceMeasure(
    {
      name: 'relapses',
      nullMeans: 'unknown',
      label: { en: 'relapses', ko: '재발' },
      unit: 'count',
      better: 'lower',
      meaning: 'Times it fell under 99 % again after it was restored.',
    },
    (reading, subject) => milestones(reading, subject).relapses,
  ),
];
