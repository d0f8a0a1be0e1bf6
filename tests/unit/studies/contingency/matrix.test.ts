import { describe, expect, it } from 'vitest';
import { failureAlone } from '../../../../src/library/failure-alone.js';
import { run } from '../../../../src/library/run.js';
import { type ContingencyCase, contingencyOf } from '../../../../src/studies/contingency/contingency.js';
import { sharedServices } from '../../../../src/studies/contingency/failures.js';
import { matrixRows, mostLost } from '../../../../src/studies/contingency/matrix.js';
import { inProcessPool } from '../../../../src/studies/pool/in-process-pool.js';
import { bundledScenario } from '../../../support/bundled-scenarios.js';

const scenario = bundledScenario('two-sites');
const { otherLayouts, ...own } = scenario;
const LAYOUTS = [own, ...otherLayouts];
const NAMES = LAYOUTS.map(({ layout }) => layout);

function cell(layout: string, id: string, userHoursLost: number, over: Partial<ContingencyCase> = {}): ContingencyCase {
  return {
    layout,
    failed: [id],
    kinds: ['site'],
    touched: true,
    userHoursLost,
    verdict: null,
    failedExpectations: [],
    down: 0,
    worst: [],
    unexpected: [],
    ...over,
  };
}

describe('the matrix of a contingency', () => {
  const cases = [cell('a', 'north', 5), cell('a', 'south', 9), cell('b', 'north', 20), cell('b', 'east', 1)];

  it('has a row for each thing and a column for each layout, the worst row first', () => {
    const rows = matrixRows(['a', 'b'], cases, 'worst');
    expect(
      rows.map(({ failed, cells }) => [failed[0].id, ...cells.map((each) => each?.userHoursLost ?? null)]),
    ).toEqual([
      ['north', 5, 20],
      ['south', 9, null],
      ['east', null, 1],
    ]);
    expect(mostLost(cases)).toBe(20);
  });

  it('is sorted by one layout, what is not known last, or left in the order of the runs', () => {
    const order = (by: Parameters<typeof matrixRows>[2]) =>
      matrixRows(['a', 'b'], cases, by).map(({ failed }) => failed[0].id);
    expect(order({ layout: 'a' })).toEqual(['south', 'north', 'east']);
    expect(order('tried')).toEqual(['north', 'south', 'east']);
  });

  it('has a row for each pair, and keeps a site and a service of one name apart', () => {
    const service = cell('a', 'north', 3, { kinds: ['service'] });
    const pair = cell('a', 'x', 3, { failed: ['north', 'south'], kinds: ['site', 'site'] });
    expect(matrixRows(['a'], [cell('a', 'north', 5), service, pair], 'tried').map(({ key }) => key)).toEqual([
      'site north',
      'service north',
      'site north + site south',
    ]);
  });
});

describe('a contingency', () => {
  it('tells each case as it is done, in the order of the layouts', async () => {
    const told: [string, number, number][] = [];
    const document = await contingencyOf(LAYOUTS, {
      pool: inProcessPool(),
      kinds: ['site'],
      told: ({ layout, failed }, done, of) => told.push([`${layout} ${failed}`, done, of]),
    });
    expect(told).toEqual([
      ['as-it-is north', 1, 4],
      ['as-it-is south', 2, 4],
      ['login-in-both north', 3, 4],
      ['login-in-both south', 4, 4],
    ]);
    expect(document.cases.map(({ layout }) => layout).sort()).toEqual(told.map(([name]) => name.split(' ')[0]).sort());
  });

  it('tries of services only those that are shared, if asked', async () => {
    // One service needs login, which nobody uses: that is no platform yet.
    expect([...sharedServices(scenario)]).toEqual([]);
    const shop = scenario.services.find(({ id }) => id === 'shop');
    if (shop === undefined) throw new Error('there is a shop');
    const twice = { ...scenario, services: [...scenario.services, { ...shop, id: 'cart', deployments: [] }] };
    expect([...sharedServices(twice)]).toEqual(['login']);
    const { cases } = await contingencyOf([{ ...twice, services: scenario.services }], {
      pool: inProcessPool(),
      kinds: ['site', 'service'],
      sharedOnly: true,
    });
    expect(cases.map(({ failed }) => failed[0]).sort()).toEqual(['north', 'south']);
  });

  it.each(NAMES)('has the cases of %s that their runs have, looked at alone', async (layout) => {
    const loaded = bundledScenario('two-sites', layout);
    const { otherLayouts: _, ...single } = loaded;
    const { cases } = await contingencyOf([single], { pool: inProcessPool(), kinds: ['site', 'zone'], order: 2 });
    expect(cases.some(({ failed }) => failed.length === 2)).toBe(true);
    for (const { failed, kinds, userHoursLost } of cases) {
      const alone = failureAlone(
        loaded,
        failed.map((id, i) => ({ kind: kinds[i], id })),
      );
      if (alone === null) throw new Error(`${failed} fails in no run`);
      expect([failed, run(alone).document.totals.userHoursLost]).toEqual([failed, userHoursLost]);
    }
  });
});

describe('a failure alone', () => {
  it('takes the place of the faults of the file in all its layouts, at the time of the first', () => {
    const alone = failureAlone(scenario, [{ kind: 'site', id: 'south' }]);
    for (const each of [alone, ...(alone?.otherLayouts ?? [])]) {
      // The file cuts the power of the north after one hour.
      expect(each?.faults.map(({ kind, atSeconds, parameters }) => [kind, atSeconds, parameters.site])).toEqual([
        ['power-loss', 3600, 'south'],
      ]);
    }
  });

  it('leaves beside it what was made by hand, whose time is not the file’s', () => {
    const [fault] = scenario.faults;
    const byHand = { ...fault, id: 'live-1', atSeconds: 60 };
    const alone = failureAlone(
      { ...scenario, faults: [...scenario.faults, byHand] },
      [{ kind: 'site', id: 'south' }],
      new Set(['live-1']),
    );
    expect(alone?.faults.map(({ id, atSeconds }) => [id, atSeconds])).toEqual([
      ['case-power-loss-south', 3600],
      ['live-1', 60],
    ]);
  });

  it('is nothing where the layout has nothing of that name', () => {
    expect(failureAlone(scenario, [{ kind: 'site', id: 'moon' }])).toBeNull();
    const both = [
      { kind: 'site', id: 'south' },
      { kind: 'service', id: 'north' },
    ] as const;
    expect(failureAlone(scenario, both)).toBeNull();
  });
});
