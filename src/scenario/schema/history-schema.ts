import { z } from 'zod';
import { optional, required } from './leaf.js';
import { id, moment, reference } from './values.js';

const interval = z.strictObject({
  after: optional(
    moment,
    'Last moment at which it is known not to be so; the row is listed, not scored, when left out.',
  ),
  by: optional(moment, 'First moment at which it is known to be so; likewise.'),
});

const rowSchema = z.strictObject({
  id: optional(id, 'Its name; the service when left out.'),
  service: required(reference, 'Service or journey that it is about.', ''),
  firstFunction: optional(interval, 'Success is back at 50%.'),
  restored: optional(interval, 'Success is back at 99%.'),
  fullFunction: optional(interval, 'Every check and backlog is done.'),
});

export const historySchema = z.strictObject({
  since: optional(moment, 'Durations of the rows count from here, and so does the score.', '0s'),
  rows: required(z.array(rowSchema), 'What really happened, as intervals: a notice says "back by", not "back at".', []),
});
