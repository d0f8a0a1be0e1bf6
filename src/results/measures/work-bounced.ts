import type { Reading, Subject } from '../reading.js';
import type { Measure } from './measure.js';
import { serviceMeasure } from './service-measure.js';

/** Pieces of queued work that the async needs of a service or journey lost for their age: mail that was sent back. */
export function workBounced({ record }: Reading, subject: Subject): number {
  return record.ledgers.work.reduce(
    (sum, { entity, bounced }) => (record.entities[entity].of[0] === subject.entity ? sum + bounced : sum),
    0,
  );
}

export function workBouncedInAll({ record }: Reading): number {
  return record.ledgers.work.reduce((sum, { bounced }) => sum + bounced, 0);
}

const HEAD = {
  name: 'workBounced',
  nullMeans: 'unknown',
  label: { en: 'sent back', ko: '반송' },
  unit: 'count',
  better: 'lower',
  meaning: 'Queued work that was too old to be delivered and is lost, such as mail that was sent back.',
} as const;

export const workBouncedMeasures: readonly Measure[] = [
  serviceMeasure(HEAD, workBounced),
  { ...HEAD, of: 'run', compute: workBouncedInAll },
];
