import { z } from 'zod';
import { DEFAULTS } from '../defaults.js';
import { dataSchema } from './data-schema.js';
import { optional, required } from './leaf.js';
import { needsSchema } from './need-schema.js';
import { usersSchema } from './users-schema.js';
import {
  amount,
  count,
  distribution,
  line,
  positiveAmount,
  positiveCount,
  positiveDistribution,
  positiveDuration,
  positiveShare,
  rate,
  reference,
  share,
  text,
} from './values.js';

export const byHandFactor = z.union([z.literal('never'), positiveAmount]);

export const admissionSchema = z.union([
  z.literal('none'),
  z.strictObject({
    shares: required(z.array(positiveShare), 'Share of the requests that each step lets in, ascending; then all.', []),
    each: optional(positiveDuration, 'How long a step lasts.', DEFAULTS.admissionEach),
    untilWell: optional(
      z.boolean(),
      'Whether a step ends only once what it lets in has been served well for that long.',
      'false',
    ),
  }),
]);

export const deploymentSchema = z.strictObject({
  servers: required(positiveCount, 'How many.', 1),
  zones: optional(
    z.union([z.array(reference), z.record(z.string(), positiveShare)]),
    "Where they stand: zones with shares that sum to 100%, or a list among which they are spread; over all of the site's zones when left out.",
  ),
  role: optional(
    z.enum(['active', 'hot-standby', 'warm-standby', 'cold-standby']),
    'Whether it serves, or how fast it could.',
    'active',
  ),
  capacity: optional(rate, "Requests that one server can do when it waits for nobody; the service's when left out."),
  workers: optional(positiveCount, 'Requests that one server holds at once (threads, connections).', DEFAULTS.workers),
  cost: optional(amount, "Cost a server and month, in the scenario's currency.", '0'),
});

export const failoverSchema = z.strictObject({
  noticed: optional(distribution, 'A person notices, after this long; the health check detects when left out.'),
  decide: optional(distribution, 'A person decides, after this long; automatic when left out.'),
  promote: optional(distribution, 'How long a promotion takes.', DEFAULTS.promote),
  tested: optional(z.boolean(), 'Whether the switch was ever tried; what was not fails more often.', 'true'),
  failChance: optional(
    share,
    `Chance that a promotion fails and becomes repair work; untested ${DEFAULTS.untestedFails.written} (${DEFAULTS.untestedFails.why}).`,
    '0%',
  ),
  byHand: optional(
    byHandFactor,
    'Without its tools, so many times slower by hand; `never`: it waits for the tools.',
    'never',
  ),
  team: optional(reference, 'Team that promotes; nobody is needed when left out.'),
  people: optional(count, 'How many of it.', '1'),
  failback: optional(z.boolean(), 'Back to the first site once it is healthy.', 'true'),
});

export const serviceSchema = z.strictObject({
  name: optional(text, 'Its name; the id when left out.'),
  domain: optional(line, 'Group for drawing and listing.'),
  class: optional(
    reference,
    'How it is brought back: a built-in class or one of `classes`.',
    'stateful with `data`, else stateless',
  ),
  users: optional(usersSchema, 'People or machines who ask it directly.'),
  routing: optional(
    z.enum(['nearest', 'spill', 'spread']),
    'Which deployment a call goes to: the `nearest` believed healthy, `spill` to the next when full, or `spread` by capacity.',
    'nearest',
  ),
  serviceTime: optional(
    positiveDistribution,
    'Own work on one request. Cores of a server = capacity x mean service time.',
    DEFAULTS.serviceTime,
  ),
  capacity: optional(rate, 'Of deployments that do not say.'),
  queue: optional(count, 'Waiting requests at most, per serving server.', DEFAULTS.queue),
  health: optional(
    z.strictObject({
      interval: optional(positiveDuration, 'Between two checks.', DEFAULTS.healthInterval),
      threshold: optional(positiveCount, 'Failed checks until it is believed dead.', DEFAULTS.healthThreshold),
    }),
    'What callers believe, and how soon.',
  ),
  failover: optional(failoverSchema, 'How a standby comes to serve.'),
  admission: optional(
    admissionSchema,
    "What it lets in when it comes back, in steps; `none`: everybody at once; its class's when left out.",
  ),
  data: optional(dataSchema, 'Data that it keeps.'),
  deploy: required(z.record(z.string(), deploymentSchema), 'Its servers, by site.', {}),
  needs: optional(
    needsSchema,
    'Services that it calls or needs: a list in the order of the calls, or a mapping by service.',
  ),
});

export const journeySchema = z.strictObject({
  name: optional(text, 'Its name; the id when left out.'),
  users: required(usersSchema, 'Who does it.', { population: 1, peak: '1/s' }),
  needs: required(needsSchema, 'What it calls.', []),
});
