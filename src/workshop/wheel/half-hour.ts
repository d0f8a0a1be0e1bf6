/** What a role said at a stop about the next half hour, beside what came: people affected, as a number of the lesson's own kind. */
import { type StepFunction, valueAt } from '../../record/steps.js';
import type { NumberPrediction } from '../lessons/lesson.js';
import { type Compared, compareAnswer } from '../predictions/compare-answer.js';

/** How far a role looks ahead, seconds. */
export const LOOK_AHEAD = 1800;
/** Within a quarter is right, as with the lessons' own predictions. */
const CLOSE = 0.25;

/**
 * @param people that were said to be affected; null: nothing was said
 * @param affected people affected over time, `affectedInAll(reading).all`
 * @returns null when nothing was said
 */
export function compareHalfHour(people: number | null, affected: StepFunction, saidAtSeconds: number): Compared | null {
  if (people === null || !(people >= 0)) return null;
  const value = Math.round(valueAt(affected, (saidAtSeconds + LOOK_AHEAD) * 1e6) || 0);
  return compareAnswer(QUESTION, { value: people, confidence: 50 }, { kind: 'number', value }, (id) => id);
}

const QUESTION: NumberPrediction = {
  id: 'half-hour',
  kind: 'number',
  ask: { en: '', ko: '' },
  reply: null,
  unit: 'people',
  least: 0,
  most: 0,
  step: 1,
  never: false,
  close: CLOSE,
  truth: { measure: '', of: null, layout: '', atMost: null, atLeast: null, first: 'most' },
};
