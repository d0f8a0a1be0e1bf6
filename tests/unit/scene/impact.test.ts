import { describe, expect, it } from 'vitest';
import { runDocument } from '../../../src/results/run-document.js';
import { CAUSE_TABLE } from '../../../src/scene/cause-table.js';
import { impactLayers, impactPath, readImpact } from '../../../src/scene/impact.js';
import { burning, MINUTE } from './burning-record.js';

const reading = burning();
const impact = readImpact(reading);

describe('the impact chart', () => {
  it('peaks where the run document says', () => {
    expect(impact.peak).toBe(runDocument(reading).totals.peakUsersAffected);
    // Mail's 50,000 people, talk's 100,000 and chat's 10,000, of the latter two a fifth each: from minute 4.
    expect(impact.peak).toBeCloseTo(50_000 + 20_000 + 2_000, 6);
    expect(impact.peakAt).toBe(4 * MINUTE);
  });

  it('has an area that is the user-hours lost, by cause', () => {
    const { causes } = runDocument(reading).totals;
    const layers = impactLayers(impact, { from: 0, to: 120 * MINUTE, buckets: 37 });
    const hours = 2 / 37;
    for (const { cause, lower, upper } of layers) {
      expect(upper.reduce((sum, top, i) => sum + (top - lower[i]) * hours, 0)).toBeCloseTo(causes[cause], 6);
    }
  });

  it('stacks causes in one fixed order', () => {
    const layers = impactLayers(impact, { from: 0, to: 120 * MINUTE, buckets: 10 });
    expect(layers.map((layer) => layer.cause)).toEqual(CAUSE_TABLE.map((style) => style.cause));
    expect(layers[1].lower).toEqual(layers[0].upper);
  });

  it('draws a bucket as wide as the others, the last one too', () => {
    const path = impactPath(
      { cause: 'site', lower: [0, 0], upper: [1, 2], empty: false },
      (i) => i * 10,
      (people) => 10 - people,
    );
    expect(path).toBe('M0,9L10,9L10,8L20,8L20,8L20,10L20,10L10,10L10,10L0,10Z');
  });
});
