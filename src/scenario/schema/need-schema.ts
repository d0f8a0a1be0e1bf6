import { z } from 'zod';
import { DEFAULTS } from '../defaults.js';
import { optional, required } from './leaf.js';
import {
  count,
  distribution,
  duration,
  positiveCount,
  positiveDuration,
  positiveShare,
  ratio,
  reference,
  retries,
  share,
} from './values.js';

export const needKind = z.enum(['required', 'optional', 'async', 'startup', 'operate']);

const parts = {
  kind: optional(
    z.union([needKind, z.array(needKind)]),
    '`required`; `optional` (the caller degrades without it); `async` (work queues until it is back); `startup` (needed only to start); `operate` (needed by the people who repair). A list when it is several.',
    'required',
  ),
  calls: optional(ratio, 'Calls per request; below 1 the share of requests that make the call.', '1'),
  timeout: optional(positiveDuration, 'How long the caller waits for one attempt.', DEFAULTS.callTimeout),
  retries: optional(retries, 'Attempts after the first, at most 100.', '0'),
  backoff: optional(duration, 'Wait before each of those.', '0s'),
  retryBudget: optional(ratio, 'Retries at most this share of first attempts; no budget when left out.'),
  parallel: optional(count, 'Calls with the same number are made at the same time; one after another when left out.'),
  breaker: optional(
    z.strictObject({
      failures: optional(positiveShare, 'Opens when this share of attempts fails.', DEFAULTS.breakerFailures),
      window: optional(positiveDuration, 'Over this long.', DEFAULTS.breakerWindow),
      open: optional(positiveDuration, 'Stays open this long before it probes.', DEFAULTS.breakerOpen),
    }),
    'A circuit breaker; none when left out.',
  ),
  cache: optional(
    z.strictObject({
      entries: required(positiveCount, 'Entries when full.', 1),
      hits: optional(share, 'Share of requests that it answers when warm.', DEFAULTS.cacheHits),
      cold: optional(z.boolean(), 'Whether it is empty at the start.', 'false'),
    }),
    'A cache in front of it, warmed by what it serves; none when left out.',
  ),
  ageLimit: optional(positiveDuration, 'Async only: older work is lost; never when left out.'),
  catchUp: optional(ratio, 'Async only: backlog is sent at this many times the normal flow.', DEFAULTS.catchUp),
  byHand: optional(
    distribution,
    'Startup and operate: time that a piece of work takes longer when the need is broken by hand, which people do once nothing else can end a circle; it cannot be broken when left out.',
  ),
};

/** An entry of a mapping: the service is its key. */
export const needSchema = z.strictObject({
  ...parts,
  order: optional(count, 'Place among the calls; those without come last, by id.'),
});

/** An entry of a list: the order is that of the calls. */
export const listedNeedSchema = z.strictObject({
  service: required(reference, 'The service that is called.', ''),
  ...parts,
});

export const needsSchema = z.union([
  z.array(z.union([reference, listedNeedSchema])),
  z.record(z.string(), z.union([needKind, needSchema])),
]);
