import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CompareError, compare, comparedLayouts } from '../../../../src/library/compare.js';
import { loadScenario } from '../../../../src/library/load-scenario.js';
import { run } from '../../../../src/library/run.js';
import type { CompareDocument, LayoutComparison } from '../../../../src/studies/compare/comparison.js';
import { doJob } from '../../../../src/studies/pool/do-job.js';
import { inProcessPool } from '../../../../src/studies/pool/in-process-pool.js';
import { othersOf } from '../../../../src/studies/pool/job.js';
import type { Pool } from '../../../../src/studies/pool/pool.js';

const FILE = 'scenarios/two-sites.yaml';
const text = readFileSync(FILE, 'utf8');
const PRICED = `${text}
currency: EUR
frequency: 0.1/y
prices: { perServer: 100, perPerson: 5000 }
`.replace(
  'layouts:\n  as-it-is: {}\n',
  `layouts:
  as-it-is: {}
  gold-plated: { sites: { south: { servers: 140, spare: 100 } } }
  no-fire: { faults: [{ at: 23h, kind: power-loss, site: north }] }
`,
);
const scenario = loadScenario(PRICED, { file: FILE });

const layout = (document: CompareDocument, id: string): LayoutComparison =>
  document.layouts.find((each) => each.id === id) as LayoutComparison;

describe('layouts side by side', async () => {
  const document = await compare(scenario, { seeds: 5 });

  it('have the numbers of their runs', () => {
    const hours = ['1', '2', '3', '4', '5'].map(
      (seed) => run({ ...scenario, expectations: [] }, { seed }).document.totals.userHoursLost,
    );
    const { mean, missing } = layout(document, 'as-it-is').measures.userHoursLost;
    expect(mean).toBeCloseTo(hours.reduce((sum, each) => sum + each, 0) / 5, 6);
    expect(missing).toBe(0);
    expect(document).toMatchObject({ format: 'firebreak.compare/1', baseline: 'as-it-is', seeds: 5, partial: false });
  });

  it('cost what their servers and people cost, and differ by it', () => {
    // 20 + 20 + 10 servers x 100 and 5 people x 5000 = 30,000; ten servers more, or a hundred spare ones.
    expect(document.layouts.map(({ id, cost, costDifference }) => [id, cost, costDifference])).toEqual([
      ['as-it-is', 30_000, null],
      ['gold-plated', 40_000, 10_000],
      ['no-fire', 30_000, 0],
      ['login-in-both', 31_000, 1000],
    ]);
    expect(layout(document, 'login-in-both').changes).toEqual(['+ login@south']);
  });

  it('are better by the count of seeds and the interval, and the same where nothing differs', () => {
    const { userHoursLost } = layout(document, 'login-in-both').measures;
    expect(userHoursLost).toMatchObject({ betterIn: 5, worseIn: 0, sameIn: 0, pairs: 5, shown: 'better' });
    const { ci95, pairedDifference } = userHoursLost;
    expect(ci95?.[0]).toBeLessThan(pairedDifference as number);
    expect(ci95?.[1]).toBeLessThan(0);
    expect(layout(document, 'gold-plated').measures.userHoursLost).toMatchObject({
      pairedDifference: 0,
      sameIn: 5,
      shown: 'none',
    });
  });

  it('are dominated by what costs less for the same; another disaster is no choice', () => {
    expect(layout(document, 'gold-plated')).toMatchObject({ dominated: true, sameDisaster: true });
    expect(layout(document, 'gold-plated').dominatedBy).toContain('as-it-is');
    // It loses next to nothing, for nothing: but it is another fire.
    expect(layout(document, 'no-fire')).toMatchObject({ sameDisaster: false, dominatedBy: [] });
    expect(document.front).toEqual(['as-it-is', 'login-in-both']);
    expect(document.ranking.map(({ fewer, more }) => [fewer, more])).not.toContainEqual(
      expect.arrayContaining(['no-fire']),
    );
  });

  it('are ranked only as far as it is shown', () => {
    const [first, second] = document.ranking;
    expect(first).toMatchObject({ fewer: 'login-in-both', betterIn: 5, of: 5, shown: true });
    expect(first.ratio).toBeGreaterThan(5);
    expect(second).toMatchObject({ betterIn: 0, worseIn: 0, shown: false, ratio: 1 });
  });

  it('part first where the fire hits, for a reason that the log has', () => {
    // Login stands in North alone; the power goes at T+0.
    const found = layout(document, 'login-in-both').divergence;
    expect(found).toMatchObject({
      afterSeconds: 0,
      id: 'login',
      share: { baseline: 0, layout: 1 },
      changedIn: 'as-it-is',
    });
    expect(found?.why[0].text).toMatch(/^power loss/);
    expect(layout(document, 'gold-plated').divergence).toBeNull();
  });

  it('are judged over all seeds: met in 95 % of them or not', () => {
    // The shop waits for login seven hours: failed in all five; with login in both it is back in a quarter of an hour.
    expect(layout(document, 'as-it-is').expectations[0]).toMatchObject({ verdict: 'failed', failedIn: 5, metIn: 0 });
    expect(layout(document, 'login-in-both').expectations[0]).toMatchObject({ verdict: 'met', metIn: 5 });
  });

  it('tell people affected over time whose area is the user-hours lost', () => {
    const { affected, measures } = layout(document, 'as-it-is');
    const hours = affected.reduce((sum, people) => sum + people, 0) * (24 / affected.length);
    expect(hours / (measures.userHoursLost.mean as number)).toBeCloseTo(1, 9);
    expect(document.affectedAtSeconds).toHaveLength(affected.length + 1);
  });
});

describe('a comparison', () => {
  it('is the same document, byte for byte, whoever was first', async () => {
    const backwards: Pool = {
      async do({ kind, scenarios, jobs }, answered) {
        for (let i = jobs.length - 1; i >= 0; i--) {
          const job = jobs[i];
          answered(doJob(kind.name, scenarios[job.scenario], job, othersOf(scenarios, job)) as never, i);
        }
        return true;
      },
    };
    const options = { seeds: 3, layouts: ['as-it-is', 'login-in-both'] };
    const written = JSON.stringify(await compare(scenario, options));
    expect(JSON.stringify(await compare(scenario, { ...options, pool: backwards }))).toBe(written);
  });

  it('that was stopped tells the seeds that were done in all layouts, and that it is partial', async () => {
    const pool = inProcessPool({ pause: (done) => done <= 5 });
    const options = { layouts: ['as-it-is', 'login-in-both'] };
    const stopped = await compare(scenario, { ...options, seeds: 10, pool });
    // Five runs of two layouts: two whole seeds.
    expect(stopped).toMatchObject({ seeds: 2, seedsAsked: 10, partial: true });
    const whole = await compare(scenario, { ...options, seeds: 2 });
    expect(stopped.layouts.map(({ measures }) => measures)).toEqual(whole.layouts.map(({ measures }) => measures));
  });

  it('claims nothing from one seed', async () => {
    const { ranking, layouts } = await compare(scenario, { seeds: 1, layouts: ['as-it-is', 'login-in-both'] });
    expect(ranking[0].shown).toBe(false);
    expect(layouts[1].measures.userHoursLost).toMatchObject({ sd: null, ci95: null, shown: 'none', betterIn: 1 });
  });

  it('takes the first layout named as the baseline', async () => {
    const options = { seeds: 2, layouts: ['login-in-both', 'as-it-is'], judge: false };
    const turned = await compare(scenario, options);
    expect(turned.baseline).toBe('login-in-both');
    expect(layout(turned, 'as-it-is')).toMatchObject({ changes: [], undone: ['+ login@south'], costDifference: -1000 });
    expect(layout(turned, 'as-it-is').measures.userHoursLost.shown).toBe('worse');
    expect(layout(turned, 'as-it-is').expectations[0].metIn).toBe(0);
  });

  it('refuses what cannot be compared', () => {
    const refused = (names?: readonly string[], of = scenario): string => {
      try {
        comparedLayouts(of, names);
      } catch (error) {
        if (error instanceof CompareError) return `${error.code} ${error.message}`;
      }
      return '';
    };
    expect(refused(['as-it-is', 'login-in-booth'])).toBe(
      'unknown-layout there is no layout "login-in-booth"; did you mean "login-in-both"?',
    );
    expect(refused(['as-it-is', 'as-it-is'])).toMatch(/^same-layout/);
    expect(refused(['as-it-is'])).toMatch(/^one-layout there is one layout, "as-it-is"/);
  });
});
