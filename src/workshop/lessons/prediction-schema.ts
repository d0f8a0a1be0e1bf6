/**
 * A prediction in a lesson's front matter, of any kind: which keys a kind takes is in `PREDICTION_KEYS`.
 *
 * What it is compared with is a measure, or a series, of the run: computed in `src/workshop/predictions`, never in the page.
 */
import { z } from 'zod';
import { optional, required } from '../../scenario/schema/leaf.js';
import { amount, count, duration, id, positiveAmount, ratio, reference } from '../../scenario/schema/values.js';
import { both, NO_TEXT } from './lesson-leaves.js';

export const PREDICTION_KINDS = ['pick', 'number', 'draw'] as const;
export type PredictionKind = (typeof PREDICTION_KINDS)[number];

/** What a curve is of: `affected`, people in all; `load`, what a deployment or site is asked for over what it can do; `share`, success. */
export const SERIES = ['affected', 'load', 'share'] as const;

const limit = z.union([z.string(), z.number()]);

/** The number of the run that the answer is held against. */
const truth = z.strictObject({
  measure: required(reference, 'A measure by its name, as in expectations.', 'userHoursLost'),
  of: optional(reference, 'Service, journey or site; of a `pick` each choice in turn.'),
  layout: optional(reference, 'The layout that is run; the watched one when left out.'),
  atMost: optional(limit, 'Of a set: chosen rightly are those with at most this.'),
  atLeast: optional(limit, 'Of a set: chosen rightly are those with at least this.'),
  first: optional(
    z.enum(['least', 'most']),
    'Of an order, or of one: which comes first. A time that never came is most.',
  ),
});

export const predictionSchema = z.strictObject({
  id: required(id, 'Its name in tokens.', 'p'),
  kind: required(z.enum(PREDICTION_KINDS), '`pick`, `number` or `draw`.', 'number'),
  ask: required(both, 'The question.', NO_TEXT),
  how: optional(z.enum(['set', 'order', 'one']), 'Of a pick: which ones, in which order, or which one.'),
  among: optional(z.enum(['services', 'sites', 'layouts']), 'What the choices of a pick are.'),
  choices: optional(z.array(reference), 'Their ids.'),
  names: optional(z.record(id, both), 'What choices are called, where the scenario does not name them (layouts).'),
  unit: optional(z.enum(['minutes', 'hours', 'people', 'percent', 'count']), 'Of a number: what it is asked in.'),
  least: optional(amount, 'Of a number or curve: lower end of the scale, in its unit; 0 when left out.'),
  most: optional(amount, 'Of a number or curve: upper end of the scale, in its unit.'),
  step: optional(positiveAmount, 'Of a number: from one to the next.'),
  never: optional(z.literal(true), 'Of a number: "not within the run" is an answer, too.'),
  close: optional(ratio, 'Of a number: how far off is right all the same, as a share of the truth: 25%.'),
  series: optional(z.enum(SERIES), 'Of a curve.'),
  of: optional(reference, 'Of a curve of load or share: deployment `login@anyang`, site, or service.'),
  layout: optional(reference, 'Of a curve: the layout that is run; the watched one when left out.'),
  from: optional(duration, 'Of a curve: where it begins, from the start of the run.'),
  to: optional(duration, 'Of a curve: where it ends.'),
  points: optional(count, 'Of a curve: how many are drawn, evenly; 9 when left out.'),
  truth: optional(truth, 'What it is compared with.'),
  reply: optional(both, 'What to say to the answer that most give, for the instructor.'),
});

/** The keys of each kind beside those of all; those with `?` may be left out. */
export const PREDICTION_KEYS: Readonly<Record<PredictionKind, readonly string[]>> = {
  pick: ['how', 'among?', 'choices', 'names?', 'truth'],
  number: ['unit', 'least?', 'most', 'step?', 'never?', 'close?', 'truth'],
  draw: ['series', 'of?', 'layout?', 'from', 'to', 'points?', 'least?', 'most?'],
};

export const KEYS_OF_ALL_PREDICTIONS: readonly string[] = ['id', 'kind', 'ask', 'reply'];
