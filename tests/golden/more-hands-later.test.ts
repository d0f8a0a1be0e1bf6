/** `scenarios/more-hands-later.yaml`: Graham's example, layout by layout, against the hours that he gives. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadScenario, run } from '../../src/index.js';

const FILE = 'scenarios/more-hands-later.yaml';
const text = readFileSync(FILE, 'utf8');

/** Graham 1969, with his schedules as in the file's header; hours after the power, which is back after one. */
const LAYOUTS = [
  { layout: 'three-people', hours: 12 },
  // 0-2 mail, wiki, bus; 2-6 orders, shipping, billing; 3-7 reports; so the warehouse, ready at 3, waits until 6.
  { layout: 'four-people', hours: 15 },
  // 0-2 directory, 0-1 mail, wiki, 1-2 bus; 2-5 orders, shipping, billing; then reports and, 5-13, the warehouse.
  { layout: 'shorter-work', hours: 13 },
  // 2-6 orders, 3-7 shipping, 2-4 bus, 4-8 billing, 6-10 reports; the warehouse 7-16.
  { layout: 'fewer-needs', hours: 16 },
  // 3 + 9, the longest chain: nothing is faster.
  { layout: 'four-people-longest-first', hours: 12 },
  { layout: 'people-without-number', hours: 12 },
] as const;

describe.each(LAYOUTS)('$layout', ({ layout, hours }) => {
  const { document } = run(loadScenario(text, { file: FILE, layout }), { seed: 1 });
  const late = Math.max(...document.services.map(({ restoredAfterSeconds }) => restoredAfterSeconds ?? Number.NaN));

  it(`is done ${hours} hours after the power`, () => {
    // Nine servers' boot takes seconds, and users see health 30 s later and keep dead addresses for a minute: two minutes.
    expect(late / 60 - (hours + 1) * 60).toBeGreaterThanOrEqual(0);
    expect(late / 60 - (hours + 1) * 60).toBeLessThan(2);
  });

  it(`${hours > 12 ? 'fails' : 'meets'} what the file expects`, () => {
    const verdict = hours > 12 ? 'failed' : 'met';
    expect(document.expectations.map((each) => each.verdict)).toEqual([verdict, verdict]);
  });
});

it('has no other layouts', () => {
  expect(loadScenario(text, { file: FILE }).layouts).toEqual(LAYOUTS.map(({ layout }) => layout));
});
