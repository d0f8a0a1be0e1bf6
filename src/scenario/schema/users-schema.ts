import { z } from 'zod';
import { DEFAULTS } from '../defaults.js';
import { optional, required } from './leaf.js';
import {
  amount,
  count,
  duration,
  positiveAmount,
  positiveDuration,
  positiveShare,
  rate,
  ratio,
  reference,
  share,
} from './values.js';

export const usersSchema = z.strictObject({
  population: required(
    z.union([positiveAmount, reference]),
    'People who may use it: a number (a population of its own), or the id of one of `populations`.',
    1,
  ),
  share: optional(positiveShare, 'Share of the population who use it at the peak.', '100%'),
  peak: required(rate, "Requests at the profile's peak.", '1/s'),
  profile: optional(reference, 'Daily shape of demand: a built-in one or one of `profiles`.', 'flat'),
  timeout: optional(positiveDuration, 'How long a user waits for one attempt.', DEFAULTS.userTimeout),
  retries: optional(count, "Immediate attempts of the user's client after the first.", '0'),
  backoff: optional(duration, 'Wait before each of those.', '0s'),
  retryBudget: optional(ratio, 'Retries at most this share of first attempts; no budget when left out.'),
  comeBack: optional(
    z.strictObject({
      probability: required(share, 'Of those refused for good, how many try again.', '0%'),
      after: optional(positiveDuration, 'After how long, on average.', DEFAULTS.comeBackAfter),
    }),
    'Users who were refused and try again later; nobody when left out.',
  ),
  putOff: optional(
    z.strictObject({
      probability: required(share, 'Of those refused for good, how many put it off until it works.', '0%'),
      after: optional(positiveDuration, 'How long after that they come, on average.', DEFAULTS.putOffAfter),
    }),
    'Users who were refused and come back once it works, at a time of their choosing; nobody when left out.',
  ),
  dnsTtl: optional(duration, 'How long users go on calling a site that is known to be dead.', DEFAULTS.dnsTtl),
  substitutes: optional(
    z.union([z.array(reference), z.record(z.string(), positiveShare)]),
    'What users leave for: with shares that sum to 100%, or a list among which they are spread evenly.',
  ),
  leave: optional(
    z.strictObject({
      perHour: required(ratio, 'Users who leave per hour, as an outage begins.', 0),
      growth: optional(ratio, 'How much each hour of outage adds to that.', '0'),
      return: optional(share, 'Share of them who come back.', '0%'),
      returnAfter: optional(positiveDuration, 'How long after it is back, on average.', DEFAULTS.returnAfter),
    }),
    'Users who leave for a substitute while it is out; nobody when left out.',
  ),
  revenue: optional(amount, "Money that one successful request brings, in the scenario's currency.", '0'),
});
