import { z } from 'zod';
import { DEFAULT_ZONE, DEFAULTS } from '../defaults.js';
import { optional, required } from './leaf.js';
import { amount, coordinates, count, duration, id, positiveCount, positiveShare, reference, text } from './values.js';

/** Zones with their shares, or only named: then they are alike. */
const zones = z.union([z.array(id), z.record(id, positiveShare)]);

export const siteSchema = z.strictObject({
  name: optional(text, 'Its name; the id when left out.'),
  at: optional(coordinates, 'Where it is: latitude, longitude.'),
  servers: optional(
    positiveCount,
    'Your servers in it, at least those of its deployments; exactly those when left out.',
  ),
  zones: optional(
    zones,
    'Parts that share a power feed, with their shares of the servers (they sum to 100%), or a list of equal ones.',
    `{ ${DEFAULT_ZONE}: 100% }`,
  ),
  spare: optional(
    z.union([count, z.strictObject({ servers: required(count, 'How many.', 0) })]),
    "Servers free for rebuilding other sites' services.",
    '0',
  ),
  cost: optional(amount, "Cost a month, in the scenario's currency.", '0'),
});

export const linkSchema = z.strictObject({
  id: optional(id, 'Its name; the two sites joined by "-" when left out.'),
  between: required(z.array(reference), 'The two sites.', []),
  latency: optional(duration, 'One way.', DEFAULTS.linkLatency),
  cost: optional(amount, "Cost a month, in the scenario's currency.", '0'),
});
