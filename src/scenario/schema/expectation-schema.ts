import { z } from 'zod';
import { optional, required } from './leaf.js';
import { duration, reference, text } from './values.js';

const within = z.strictObject({ within: required(duration, 'Counted from the first fault that takes effect.', '0s') });

const share = required(z.union([z.string(), z.number()]), 'Share of the other value, such as 40%.', 1);
const otherLayout = required(reference, 'The other layout; `base` is the file without one.', 'base');

/**
 * A number in the unit of the measure, or a share of what another layout gets; read by `build-expectations.ts`.
 * Both spellings of the key: it reads as two words, and the other keys are written as one.
 */
const limit = z.union([
  z.string(),
  z.number(),
  z.strictObject({ share, ofLayout: otherLayout }),
  z.strictObject({ share, 'of-layout': otherLayout }),
]);

export const expectationSchema = z.strictObject({
  name: optional(text, 'One sentence; made from the rest when left out.'),
  measure: optional(reference, 'The structured form: a measure by its name in the JSON output.'),
  of: optional(reference, 'Service, journey or site that it is of; the whole run when left out.'),
  service: optional(reference, 'The same, in the short forms.'),
  atMost: optional(limit, 'Upper limit, in the unit of the measure.'),
  atLeast: optional(limit, 'Lower limit, in the unit of the measure.'),
  restored: optional(within, 'Short for `restoredAfterSeconds`: success is back at 99% and stays.'),
  firstFunction: optional(within, 'Short for `firstFunctionAfterSeconds`: success is back at 50%.'),
  fullFunction: optional(within, 'Short for `fullFunctionAfterSeconds`: every check and backlog is done.'),
  recovered: optional(within, 'Short for `recoveredAfterSeconds`: restored, and still up at the end.'),
  sustained: optional(z.literal(true), 'Short for `lowestShare` at least 99%: it stays up throughout.'),
  survives: optional(reference, '`any-site`, `any-zone`, `any-link`, `any`, or one of them by its id; with `within`.'),
  within: optional(duration, 'With `survives`: time allowed to come back.'),
  untouched: optional(z.literal('passes'), 'It is met, not inconclusive, when no fault reaches it.'),
});
