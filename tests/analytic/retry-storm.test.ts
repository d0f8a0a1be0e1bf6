/**
 * `scenarios/retry-storm.yaml`, layout by layout: the verdicts, and the numbers that a pencil gives, from both engines.
 *
 * 800/s on a store of 1,000/s that does 500/s from 120 s to 180 s. The same arithmetic as in the third and fourth of
 * the model's cases, with a shop between the users and the store.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadScenario, run } from '../../src/index.js';
import { ENGINES, observe } from '../support/observation.js';

const FILE = 'scenarios/retry-storm.yaml';
const text = readFileSync(FILE, 'utf8');
const load = (layout: string) => loadScenario(text, { file: FILE, layout });
/** Seven minutes of the twenty, by which all is decided: request by request, minutes are long. */
const begin = (layout: string) => ({ ...load(layout), durationSeconds: 420 });

/** Seconds after the fault's begin at which the shop is good again: see each. */
const layouts = [
  // A queue of 20 a server takes 0.2 s: what is let in is in time, and all is once the other half is back.
  { layout: 'short-queue', back: 60 },
  // 880/s on 1,000/s: the 5,000 that wait become 990 (one second of work, less the work itself) after 4,010/120 s.
  { layout: 'retry-budget', back: 60 + 4010 / 120 },
  // 800/s on 1,000/s: after 4,010/200 s.
  { layout: 'no-retries', back: 60 + 4010 / 200 },
] as const;

test('as it is, it stays down although nothing is broken any more: metastable', () => {
  const { document } = run(load('as-it-is'), { seed: '1' });
  expect(document.stability).toBe('metastable');
  expect(document.expectations.map(({ verdict }) => verdict)).toEqual(['failed']);
  expect(document.services.find(({ id }) => id === 'shop')?.restoredAfterSeconds).toBeNull();
});

test('the first layout is as it is', () => {
  expect(loadScenario(text, { file: FILE }).layout).toBe('as-it-is');
});

describe.each(layouts)('$layout', ({ layout, back }) => {
  test('comes back, and the expectation is met', () => {
    const { document } = run(load(layout), { seed: '1' });
    expect(document.stability).not.toBe('metastable');
    expect(document.expectations.map(({ verdict }) => verdict)).toEqual(['met']);
  });

  test.each(ENGINES)('at the time that a pencil says: %s', (engine) => {
    const seen = observe(engine, begin(layout));
    // Seconds of full success in the 100 s around the time; half a second of slack for what is half good.
    const well = seen.success('shop', 120 + back - 10, 120 + back + 90) * 100;
    const before = layout === 'short-queue' ? 10 * 0.625 : 0;
    expect(Math.abs(well - 90 - before)).toBeLessThan(engine === 'fluid' ? 1 : 3);
  });
});

test.each(ENGINES)('as it is, four attempts of each request keep the queue full for ever: %s', (engine) => {
  const seen = observe(engine, begin('as-it-is'));
  expect(seen.success('shop', 240, 410)).toBeLessThan(0.01);
  expect(Math.abs(seen.offered('store@home', 240, 410) / 3200 - 1)).toBeLessThan(0.02);
});
