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
  dnsTtl: optional(duration, 'How long users go on calling a site that is known to be dead.', DEFAULTS.dnsTtl),
  substitutes: optional(z.array(reference), 'What users leave for, best first.'),
  leave: optional(
    z.strictObject({
      perHour: required(ratio, 'Users who leave per hour of outage, in its first hour.', 0),
      growth: optional(ratio, 'How much that grows with each further hour.', '0'),
      return: optional(share, 'Share of them who come back in the end.', '0%'),
    }),
    'Users who leave for a substitute while it is out; nobody when left out.',
  ),
  revenue: optional(amount, "Money that one successful request brings, in the scenario's currency.", '0'),
});
