import { describe, expect, it } from 'vitest';
import { run } from '../../../../src/library/run.js';
import { readRun } from '../../../../src/results/reading.js';
import { failureCases } from '../../../../src/studies/cases.js';
import { contingencyOf } from '../../../../src/studies/contingency/contingency.js';
import { doJob } from '../../../../src/studies/pool/do-job.js';
import { inProcessPool } from '../../../../src/studies/pool/in-process-pool.js';
import type { FailureEffect } from '../../../../src/studies/pool/kinds/failure.js';
import { caseHorizon, caseResult } from '../../../../src/studies/survives.js';
import { simulate } from '../../../../src/world/simulate.js';
import { activeIn } from '../../../support/audit-findings.js';
import { bundledScenarios } from '../../../support/bundled-scenarios.js';
import { buildScenario, type ScenarioSpec } from '../../../support/scenario-builder.js';

const bundled = bundledScenarios();
const pool = inProcessPool();

describe('a contingency of two-sites.yaml', () => {
  const layouts = ['as-it-is', 'login-in-both'].map((layout) => bundled.get(`two-sites ${layout}`)!);

  it('ranks what fails by what it costs, in each layout', async () => {
    const { cases, done, asked, partial } = await contingencyOf(layouts, { pool });
    expect({ done, asked, partial }).toEqual({ done: 14, asked: 14, partial: false });
    for (const layout of ['as-it-is', 'login-in-both']) {
      const own = cases.filter((each) => each.layout === layout);
      const lost = own.map(({ userHoursLost }) => userHoursLost);
      expect(lost).toEqual([...lost].sort((a, b) => b - a));
      // The link carries nothing, and the south a standby.
      expect(own.slice(-2).map(({ failed, userHoursLost }) => [failed, userHoursLost])).toEqual([
        [['north-south'], 0],
        [['south'], 0],
      ]);
    }
  });

  it('tells of the site that the file itself lets fail what a run of the file tells', async () => {
    const { cases } = await contingencyOf(layouts.slice(0, 1), { pool });
    const { document } = run(bundled.get('two-sites as-it-is')!, { seed: '1' });
    const north = cases.find(({ failed }) => failed.join() === 'north');
    expect(north?.userHoursLost).toBe(document.totals.userHoursLost);
    expect(north?.worst[0]).toEqual({ id: 'shop', downtimeSeconds: document.services[0].downtimeSeconds });
  });
});

describe('a survives expectation', () => {
  it.each(['two-sites as-it-is', 'two-sites login-in-both', 'kakao-2022 as-it-was'])(
    'of %s is judged word for word as a run judges it',
    async (name) => {
      const scenario = bundled.get(name)!;
      const { layouts } = await contingencyOf([scenario], { pool, kinds: ['site'] });
      const { document } = run(scenario, { seed: '1' });
      const survives = scenario.expectations.findIndex(({ measure }) => measure === 'survives');
      expect(layouts[0].expectations).toEqual([document.expectations[survives]]);
    },
  );

  it('sees in the run of a whole day what a run up to its horizon shows', () => {
    const scenario = bundled.get('two-sites as-it-is')!;
    for (const failure of failureCases(scenario, 'any')) {
      for (const within of [60, 600, 3600, 6 * 3600]) {
        const short = { ...scenario, durationSeconds: caseHorizon(scenario, failure, within) };
        const record = simulate(short, { seed: '1', faults: failure.faults });
        const alone = caseResult(readRun(short, record), failure, within);
        const asked = {
          ...scenario,
          expectations: [{ ...scenario.expectations[1], of: failure.id, withinSeconds: within, atMost: null }],
        };
        const effect = doJob('failure', asked, {
          scenario: 0,
          seed: '1',
          faults: failure.faults,
          ask: { failure: [failure], parts: 0 },
        }) as FailureEffect;
        expect(effect.survived).toEqual([{ place: 0, result: alone }]);
      }
    }
  });
});

describe('verdicts of a case', () => {
  const users = { peakPerSecond: 10 };
  const spec = (expectations: ScenarioSpec['expectations']): ScenarioSpec => ({
    durationSeconds: 3600,
    sites: { north: {}, south: {} },
    services: {
      shop: { users, deployments: activeIn('north', 'south') },
      mail: { users, deployments: activeIn('north') },
    },
    expectations,
  });
  const expectation = (of: string): NonNullable<ScenarioSpec['expectations']>[number] => ({
    name: { en: of },
    path: `expect.${of}`,
    measure: 'downtimeSeconds',
    of,
    atLeast: null,
    atMost: 60,
    relativeTo: null,
    withinSeconds: null,
    untouchedPasses: false,
  });

  it('are those of the expectations that the case can reach', async () => {
    const scenario = buildScenario(spec([expectation('shop'), expectation('mail')]));
    const { cases } = await contingencyOf([scenario], { pool, kinds: ['site'] });
    expect(cases.map(({ failed, verdict, failedExpectations }) => [failed, verdict, failedExpectations])).toEqual([
      // Mail stands only there and is down for the rest of the run; the shop serves on.
      [['north'], 'failed', [1]],
      [['south'], 'met', []],
    ]);
  });

  it('are none where nothing is expected', async () => {
    const { cases } = await contingencyOf([buildScenario(spec([]))], { pool, kinds: ['site'] });
    expect(cases.map(({ verdict }) => verdict)).toEqual([null, null]);
  });
});

describe('pairs', () => {
  it('show what no single failure does: each store alone is harmless, both together are not', async () => {
    const users = { peakPerSecond: 100 };
    const scenario = buildScenario({
      durationSeconds: 3600,
      sites: { east: {}, north: {}, south: {} },
      services: {
        shop: { users, servers: 4, deployments: activeIn('east', 'north') },
      },
    });
    const { cases, layouts } = await contingencyOf([scenario], { pool, order: 2, kinds: ['site'] });
    expect(layouts[0].pairs).toMatchObject({ how: 'all', possible: 1 });
    const [worst, ...others] = cases;
    expect(worst.failed).toEqual(['east', 'north']);
    // From 6 min (a tenth of the run) to its end nobody of 100,000 is served: 54 min; alone for some seconds at most.
    expect(worst.userHoursLost).toBeCloseTo(100_000 * 0.9, -3);
    for (const { userHoursLost } of others) expect(userHoursLost).toBeLessThan(500);
  });

  it('that are too many are sampled, and how sure that is, is said', async () => {
    const services = Object.fromEntries(
      Array.from({ length: 6 }, (_, i) => [`s${i}`, { users: { peakPerSecond: 10 }, deployments: activeIn('north') }]),
    );
    const scenario = buildScenario({ durationSeconds: 600, sites: { north: {} }, services });
    const { layouts, cases } = await contingencyOf([scenario], { pool, order: 2, most: 6, kinds: ['service'] });
    const worst = Math.max(
      ...cases.filter(({ failed }) => failed.length === 2).map(({ userHoursLost }) => userHoursLost),
    );
    expect(layouts[0].pairs).toMatchObject({ how: 'some', possible: 15, picked: 3, drawn: 3, shareWorseAtMost: 1 });
    expect(layouts[0].pairs.worstDrawnUserHours).toBeLessThanOrEqual(worst);
  });
});

describe('a contingency that is stopped', () => {
  it('tells what was done, says that it is partial, and judges nothing that it has not seen whole', async () => {
    const scenario = bundled.get('two-sites as-it-is')!;
    const stopping = inProcessPool({ pause: (done) => done < 1.5 });
    const document = await contingencyOf([scenario], { pool: stopping });
    expect(document).toMatchObject({ partial: true, done: 1, asked: 7 });
    expect(document.cases).toHaveLength(1);
    expect(document.layouts[0].expectations).toEqual([]);
  });
});
