/** The curve that a drawing is compared with: means of the run around each of its points. */
import { constant, integral, type StepFunction } from '../../record/steps.js';
import { affectedInAll } from '../../results/affected.js';
import { loadOf } from '../../results/load-of.js';
import type { Reading } from '../../results/reading.js';
import type { DrawPrediction } from '../lessons/lesson.js';

/** Seconds from the run's start of each point, evenly from the first to the last. */
export function pointTimes({ fromSeconds, toSeconds, points }: DrawPrediction): readonly number[] {
  const step = points > 1 ? (toSeconds - fromSeconds) / (points - 1) : 0;
  return Array.from({ length: points }, (_, i) => fromSeconds + i * step);
}

/** The series as a step function of the run (microseconds): people, a ratio, or a share. */
export function seriesOf(reading: Reading, { series, of }: Pick<DrawPrediction, 'series' | 'of'>): StepFunction {
  if (series === 'share') return reading.subject(of ?? '')?.share ?? constant(0);
  if (series === 'affected') return affectedInAll(reading).all;
  const { view } = reading;
  const site = view.find('site', of ?? '');
  const deployment = view.find('deployment', of ?? '');
  const inSite = view.ofKind('deployment').filter((each) => view.entity(each).of.includes(site));
  return loadOf(reading, deployment >= 0 ? [deployment] : site >= 0 ? inSite : []);
}

/** The run at each point: its mean over half a step before and after. */
export function pointValues(reading: Reading, prediction: DrawPrediction): readonly number[] {
  const steps = seriesOf(reading, prediction);
  const times = pointTimes(prediction);
  const half = times.length > 1 ? (times[1] - times[0]) / 2 : 0.5;
  return times.map((seconds) => {
    const from = Math.max(0, Math.round((seconds - half) * 1e6));
    const to = Math.min(reading.end, Math.round((seconds + half) * 1e6));
    // `integral` is in the value's unit times seconds.
    return to > from ? (integral(steps, from, to) * 1e6) / (to - from) : 0;
  });
}
