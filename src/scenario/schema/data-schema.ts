import { z } from 'zod';
import { DEFAULTS } from '../defaults.js';
import { optional, required } from './leaf.js';
import { dataRate, duration, positiveCount, positiveDuration, reference, share, size } from './values.js';

const backups = z.strictObject({
  every: required(positiveDuration, 'Between two of them, counted from the start of the scenario.', '1d'),
  at: required(reference, 'Site that they are kept in.', ''),
  keep: optional(positiveCount, 'How many are kept, the newest; all when left out.'),
});

const merge = z.strictObject({
  perWrite: optional(duration, 'Work on each write of the other side.', DEFAULTS.mergePerWrite),
  lost: optional(share, 'Share of them that no work saves.', '0%'),
});

/** What a service keeps. Names and sums are `build/build-data.ts`. */
export const dataSchema = z.strictObject({
  copies: required(z.array(reference), 'Sites that have one.', []),
  replication: optional(
    z.enum(['none', 'async', 'sync']),
    '`none`: one copy; `async`: the others follow behind; `sync`: a write counts once a quorum has it.',
    'async',
  ),
  lag: optional(
    duration,
    'How far a copy is behind: each async one, and a sync one that is not needed for the quorum.',
    DEFAULTS.lag,
  ),
  quorum: optional(
    positiveCount,
    'With sync: how many votes (copies, and the witness) a write needs; the majority when left out.',
  ),
  witness: optional(reference, 'With sync: a site that votes and has no copy: the third vote of two sites.'),
  onSplit: optional(
    z.enum(['stop', 'split']),
    'When sites do not reach each other: `stop`: a side without a quorum (async: without the lead) writes nothing; `split`: where no side has one, each writes on by itself.',
    'stop',
  ),
  merge: optional(merge, 'With `split`: what it costs when the sides meet again.'),
  writes: optional(share, 'Share of requests that write.', DEFAULTS.writes),
  size: optional(size, 'How much there is; when left out a restore takes no time beyond the check.'),
  restoreRate: optional(dataRate, 'How fast it is restored or copied.', DEFAULTS.restoreRate),
  tolerates: optional(
    share,
    'Share of the servers of a copy that may be destroyed before the copy is lost.',
    DEFAULTS.tolerates,
  ),
  backups: optional(backups, 'Copies that no error travels to; none when left out.'),
});
