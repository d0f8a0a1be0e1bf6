import { expect, test } from 'vitest';
import { momentOf } from '../../../src/library/moment.js';
import { buildScenario } from '../../support/scenario-builder.js';

/** 15 October 2022, 15:19 in Korea. */
const scenario = {
  ...buildScenario({ durationSeconds: 6 * 86_400, sites: { a: {} }, services: {} }),
  start: { epochMilliseconds: Date.UTC(2022, 9, 15, 6, 19), offsetMinutes: 540 },
};
const HOUR = 3600e6;
const MINUTE = 60e6;

test.each([
  ['8h', 'start', 8 * HOUR],
  ['2h30m', 'start', 2.5 * HOUR],
  ['T+8h', 'origin', 8 * HOUR],
  ['t-3m', 'origin', -3 * MINUTE],
  ['T+8:05', 'origin', 8 * HOUR + 5 * MINUTE],
  // 18:00 is 2 h 41 min after 15:19; 15:18 comes again only 23 h 59 min later.
  ['18:00', 'start', 2 * HOUR + 41 * MINUTE],
  ['15:18', 'start', 23 * HOUR + 59 * MINUTE],
  ['15:19', 'start', 0],
  ['18:00:30', 'start', 2 * HOUR + 41.5 * MINUTE],
  ['2022-10-15T18:00', 'start', 2 * HOUR + 41 * MINUTE],
  // 09:00 in UTC is 18:00 in Korea.
  ['2022-10-15T09:00:00Z', 'start', 2 * HOUR + 41 * MINUTE],
  ['2022-10-16T18:00+09:00', 'start', 26 * HOUR + 41 * MINUTE],
] as const)('%s is a moment', (text, since, microseconds) => {
  expect(momentOf(scenario, text)).toEqual({ since, microseconds });
});

test.each([
  '',
  '8',
  '8 h',
  '24:00',
  '18:60',
  '6pm',
  'noon',
  'T+',
  'T8h',
  '-8h',
  '2022-13-01T00:00',
  '2022-10-15',
  '1e3s',
])('%j is none', (text) => {
  expect(momentOf(scenario, text)).toBeNull();
});
