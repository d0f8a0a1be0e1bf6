import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AdviseError, advise } from '../../../../src/library/advise.js';
import { loadScenario } from '../../../../src/library/load-scenario.js';
import { run } from '../../../../src/library/run.js';
import { layoutCost } from '../../../../src/results/layout-cost.js';
import { sameEverywhere } from '../../../../src/studies/advise/same-everywhere.js';
import { inProcessPool } from '../../../../src/studies/pool/in-process-pool.js';
import { bundledScenario } from '../../../support/bundled-scenarios.js';

const twoKeys = bundledScenario('two-keys');

describe('advice', async () => {
  const document = await advise(twoKeys, { budget: 20_000, seeds: 3 });

  it('finds the pair of which neither helps alone', () => {
    const [first] = document.steps;
    expect(first.changes.map(({ id }) => id).sort()).toEqual(['copy:accounts@south', 'copy:signatures@south']);
    // Whoever lacks one of them fails like whoever lacks both.
    const all = document.userHoursLost;
    for (const alone of first.savedAlone) expect(Math.abs(alone)).toBeLessThan(all * 0.02);
    expect(first.saved).toBeGreaterThan(all * 0.9);
    expect(first.betterIn).toBe(3);
    expect(first.ci95?.[0]).toBeGreaterThan(0);
  });

  it('knows what it costs: two times twelve servers at 300', () => {
    expect(document.steps[0]).toMatchObject({ cost: 7200, spent: 7200 });
    expect(document.steps[0].savedPerCost).toBeCloseTo(document.steps[0].saved / 7200, 9);
  });

  it('beats the same money on more servers of everything, everywhere', () => {
    // A tenth more of the four deployments changes nothing for a site without power.
    expect(document.sameEverywhere?.userHoursLost).toBeGreaterThan(document.userHoursLost * 0.95);
    expect(document.sameEverywhere?.timesAdvice).toBeGreaterThan(5);
    expect(document.sameEverywhere?.cost).toBeLessThanOrEqual(document.spent);
  });

  it('is a layout that gives the same hours when it is written into the file', () => {
    const file = 'scenarios/two-keys.yaml';
    const text = readFileSync(file, 'utf8');
    const written = text.replace('layouts:\n', `layouts:\n  advised: ${JSON.stringify(document.asLayout)}\n`);
    const advised = loadScenario(written, { file, layout: 'advised' });
    const hours = ['1', '2', '3'].map(
      (seed) => run({ ...advised, expectations: [] }, { seed }).document.totals.userHoursLost,
    );
    const mean = hours.reduce((sum, each) => sum + each, 0) / 3;
    expect(mean).toBeCloseTo(document.steps.at(-1)?.userHoursLost ?? 0, 6);
    expect((layoutCost(advised)?.all ?? 0) - document.cost).toBe(document.spent);
  });

  it('spends no more than the budget, and says when nothing can be paid', async () => {
    const poor = await advise(twoKeys, { budget: 4000, seeds: 3 });
    // One copy is 3,600: it saves nothing alone, and both are 7,200.
    expect(poor).toMatchObject({ spent: 0, sameEverywhere: null });
    expect(poor.steps.filter(({ cost }) => cost > 0)).toEqual([]);
  });

  it('is the same document in the same order of seeds, and keeps its steps when it is stopped', async () => {
    expect(JSON.stringify(await advise(twoKeys, { budget: 20_000, seeds: 3 }))).toBe(JSON.stringify(document));
    const stopped = await advise(twoKeys, { budget: 20_000, seeds: 3, pool: inProcessPool({ pause: () => false }) });
    expect(stopped).toMatchObject({ ended: 'interrupted', steps: [], sameEverywhere: null });
  });

  it('needs prices', async () => {
    await expect(advise(bundledScenario('two-sites'), { budget: 1 })).rejects.toBeInstanceOf(AdviseError);
  });
});

describe('the same servers everywhere', () => {
  it('are as many more of each as the money buys, rounded down', () => {
    // 64 servers at 300 are 19,200; 9,600 buys half as many again: 30, 30, 18, 18.
    const found = sameEverywhere(twoKeys, 9600);
    expect(found?.factor).toBe(1.5);
    const all = found?.scenario.services.flatMap(({ deployments }) => deployments) ?? [];
    expect(all.map(({ servers }) => servers).sort((a, b) => a - b)).toEqual([18, 18, 30, 30]);
    expect(all.every(({ servers, zones }) => zones.reduce((sum, zone) => sum + zone.servers, 0) === servers)).toBe(
      true,
    );
    expect(layoutCost(found?.scenario ?? twoKeys)?.servers).toBe(28_800);
  });
});
