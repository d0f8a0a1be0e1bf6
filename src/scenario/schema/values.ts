/** The values that a file may contain, each with the reader that understands it. */
import { z } from 'zod';
import { readAmount, readCount, readPositiveAmount, readPositiveCount, readRetries } from '../units/amount.js';
import { readDataRate, readSize } from '../units/bytes.js';
import { readDistribution, readPositiveDistribution } from '../units/distribution.js';
import { readDuration, readPositiveDuration } from '../units/duration.js';
import { readInstant, readTimeOfDay } from '../units/instant.js';
import { readMoment } from '../units/moment.js';
import { readRate } from '../units/rate.js';
import { readPositiveShare, readRatio, readShare } from '../units/share.js';
import { readCoordinates, readLine, readText } from '../units/text.js';
import { leaf } from './leaf.js';

const DURATION = '^(\\d+(\\.\\d+)?(d|h|m|s|ms|us))+$';
const durationJson = { type: 'string', pattern: DURATION, examples: ['90s', '2h30m', '5d'], title: 'duration' };
const amountJson = {
  title: 'number',
  anyOf: [
    { type: 'number', minimum: 0 },
    { type: 'string', pattern: '^\\d+(\\.\\d+)?[kMGT]?$' },
  ],
  examples: ['41.12M', 800],
};
const countJson = { ...amountJson, title: 'count', anyOf: [{ type: 'integer', minimum: 0 }, amountJson.anyOf[1]] };
const shareJson = { type: 'string', pattern: '^\\d+(\\.\\d+)?%$', examples: ['4%'], title: 'share' };
const durationSchema = { type: 'string', pattern: DURATION };
const distributionJson = {
  title: 'duration or distribution',
  anyOf: [
    durationSchema,
    ...[['median', 'p95'], ['min', 'max'], ['mean']].map((keys) => ({
      type: 'object',
      properties: Object.fromEntries(keys.map((key) => [key, durationSchema])),
      required: keys,
      additionalProperties: false,
    })),
  ],
  examples: ['45m', { median: '45m', p95: '3h' }, { min: '5m', max: '20m' }, { mean: '4h' }],
};
const instantJson = {
  title: 'date and time',
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,3})?)?(Z|[+-]\\d\\d:\\d\\d)$',
  examples: ['2022-10-15T15:19:00+09:00'],
};

export const duration = leaf('duration', durationJson, readDuration);
export const positiveDuration = leaf('positiveDuration', durationJson, readPositiveDuration);
export const distribution = leaf('distribution', distributionJson, readDistribution);
export const positiveDistribution = leaf('positiveDistribution', distributionJson, readPositiveDistribution);
export const rate = leaf(
  'rate',
  { type: 'string', title: 'rate', pattern: '^\\d+(\\.\\d+)?[kMGT]?/(s|m|min|h|d|y)$', examples: ['150/s', '80k/s'] },
  readRate,
);
export const size = leaf(
  'size',
  { type: 'string', title: 'size', pattern: '^\\d+(\\.\\d+)?[kMGTP]?B$', examples: ['30GB', '2TB'] },
  readSize,
);
export const dataRate = leaf(
  'dataRate',
  {
    type: 'string',
    title: 'rate of data',
    pattern: '^\\d+(\\.\\d+)?[kMGTP]?B/(s|m|min|h|d)$',
    examples: ['500GB/h', '100MB/s'],
  },
  readDataRate,
);
export const amount = leaf('amount', amountJson, readAmount);
export const positiveAmount = leaf('positiveAmount', amountJson, readPositiveAmount);
export const count = leaf('count', countJson, readCount);
export const positiveCount = leaf('positiveCount', countJson, readPositiveCount);
export const retries = leaf('retries', { ...countJson, title: 'retries', examples: [2] }, readRetries);
export const share = leaf('share', shareJson, readShare);
export const positiveShare = leaf('positiveShare', shareJson, readPositiveShare);
export const ratio = leaf(
  'ratio',
  {
    title: 'ratio',
    anyOf: [
      { type: 'number', minimum: 0 },
      { type: 'string', pattern: '^\\d+(\\.\\d+)?%$' },
    ],
    examples: [0.02, '2%'],
  },
  readRatio,
);
export const instant = leaf('instant', instantJson, readInstant);
export const moment = leaf(
  'moment',
  { title: 'duration from start, or date and time', type: 'string', examples: ['3m', '2022-10-15T15:22:00+09:00'] },
  readMoment,
);
export const timeOfDay = leaf(
  'timeOfDay',
  { title: 'time of day', type: 'string', pattern: '^\\d{1,2}:\\d\\d$', examples: ['23:30'] },
  readTimeOfDay,
);
export const text = leaf(
  'text',
  {
    title: 'text',
    anyOf: [
      { type: 'string' },
      {
        type: 'object',
        properties: { en: { type: 'string' }, ko: { type: 'string' } },
        minProperties: 1,
        additionalProperties: false,
      },
    ],
    examples: ['Mail', { en: 'Mail', ko: '메일' }],
  },
  readText,
);
export const line = leaf('line', { type: 'string', minLength: 1, title: 'line', examples: ['KRW'] }, readLine);
export const coordinates = leaf(
  'coordinates',
  {
    title: 'latitude, longitude',
    type: 'array',
    prefixItems: [
      { type: 'number', minimum: -90, maximum: 90 },
      { type: 'number', minimum: -180, maximum: 180 },
    ],
    minItems: 2,
    maxItems: 2,
    examples: [[37.4, 127.1]],
  },
  readCoordinates,
);

/** Ids are also parts of names such as `mail@anyang` and `pangyo/a1`, so they keep away from dots and slashes. */
export const ID_PATTERN = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u;
export const id = z.string().regex(ID_PATTERN);
/** A name of something else in the file. */
export const reference = z.string();
