import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantOf, isoInstant, timeOfInstant } from '../../../src/results/instant.js';
import { record, scenario } from './synthetic.js';

it.each([
  [0, 0, '1970-01-01T00:00:00+00:00'],
  [1_665_814_740_000, 540, '2022-10-15T15:19:00+09:00'],
  [1_665_814_740_000, -210, '2022-10-15T02:49:00-03:30'],
  [951_782_400_000, 0, '2000-02-29T00:00:00+00:00'],
  [-1, 0, '1969-12-31T23:59:59.999+00:00'],
  [1_665_814_740_250, 540, '2022-10-15T15:19:00.250+09:00'],
])('%i ms after 1970 at %i minutes east is %s', (milliseconds, offset, text) => {
  expect(isoInstant(milliseconds, offset)).toBe(text);
});

it('an instant reads as in the platform’s own calendar, for every millisecond of the years 1 to 9999', () => {
  const first = -62_135_596_800_000;
  const last = 253_402_300_799_999;
  fc.assert(
    fc.property(fc.integer({ min: first, max: last }), (milliseconds) => {
      const platform = new Date(milliseconds).toISOString().replace('.000Z', '+00:00').replace('Z', '+00:00');
      expect(isoInstant(milliseconds, 0)).toBe(platform);
    }),
    { numRuns: 2000 },
  );
});

it('a run’s microsecond is its start plus that, and nothing is at no time', () => {
  const run = record(scenario());
  // 11 minutes after 15:19
  expect(instantOf(run, 660e6)).toBe('2022-10-15T15:30:00+09:00');
  expect(instantOf(run, null)).toBeNull();
});

it('an instant that a document tells leads back to what happened then', () => {
  const run = record(scenario());
  expect(timeOfInstant(run, '2022-10-15T15:30:00+09:00')).toBe(660e6);
  expect(timeOfInstant(run, 'soon')).toBeNaN();
  // Cut off to milliseconds, an event 400 microseconds later would not have happened yet.
  const events = { ...run.events, count: 1, time: Float64Array.of(660e6 + 400) };
  expect(timeOfInstant({ ...run, events }, '2022-10-15T15:30:00+09:00')).toBe(660e6 + 400);
});
