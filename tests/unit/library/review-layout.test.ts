import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/library/load-scenario.js';
import { reviewLayout } from '../../../src/library/review-layout.js';
import type { Edit } from '../../../src/scenario/edits/edit.js';
import { type EditedScenario, editScenario } from '../../../src/scenario/edits/edit-scenario.js';
import { siteRooms } from '../../../src/scenario/site-room.js';

const two = readFileSync(join(import.meta.dirname, '../../../scenarios/two-sites.yaml'), 'utf8');
const PRICES = 'currency: KRW\nprices: { perServer: 3, perSite: 100 }\n';

function review(text: string, ...edits: readonly Edit[]) {
  const made: EditedScenario = editScenario(text, edits);
  const after = loadScenario(made.text, { layout: made.layout });
  return reviewLayout(loadScenario(text), after, made.changes);
}

describe('a layout that was changed', () => {
  it('is counted by what is added, changed and removed', () => {
    const { added, changed, removed, cost } = review(
      two,
      { kind: 'move', service: 'login', from: 'north', to: 'south' },
      { kind: 'role', service: 'shop', site: 'south', role: 'active' },
    );
    expect([added, changed, removed, cost]).toEqual([1, 1, 1, null]);
  });

  it('costs what its servers cost more', () => {
    // 50 servers of 3 and two sites of 100; 10 servers more.
    const { cost } = review(two + PRICES, { kind: 'add', service: 'login', site: 'south' });
    expect(cost).toEqual({ before: 350, after: 380, currency: 'KRW' });
  });

  it('tells what an audit says only now, and what it says no more', () => {
    const { worse, better } = review(two, { kind: 'add', service: 'login', site: 'south' });
    expect(better.map(({ rule, subject }) => [rule, subject])).toContainEqual(['redundant-in-name-only', 'login']);
    expect(worse).toEqual([]);
    const back = review(two, { kind: 'remove', service: 'shop', site: 'south' });
    expect(back.worse.map(({ rule }) => rule)).toContain('single-point-site');
  });
});

it('the room of a site is what its deployments leave', () => {
  expect(siteRooms(loadScenario(two))).toEqual([
    { site: 'north', servers: 40, used: 30, free: 10 },
    { site: 'south', servers: 40, used: 20, free: 20 },
  ]);
});
