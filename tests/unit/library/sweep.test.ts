import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadScenario, openSweep, run, ScenarioError, SweepError, sweep } from '../../../src/index.js';

const text = (name: string): string => readFileSync(`scenarios/${name}.yaml`, 'utf8');
const STORM = text('retry-storm');
const TWO = text('two-sites');

describe('a sweep', () => {
  it('finds the number of retries at which the storm outlives its cause', async () => {
    const { points, tippingPoint, expectations } = await sweep(STORM, {
      vary: 'services.shop.needs.store.retries=0..3',
      seeds: 3,
    });
    expect(points.map(({ value }) => value)).toEqual(['0', '1', '2', '3']);
    expect(tippingPoint).toMatchObject({ measure: 'userHoursLost', between: ['0', '1'] });
    expect(expectations).toEqual(['the shop comes back by itself']);
    expect(points.map(({ met }) => met)).toEqual([[3], [0], [0], [0]]);
  });

  it('gives at each value what a run with that setting gives', async () => {
    const vary = 'services.login.deploy.north.servers=5..10:2';
    const { points } = await sweep(TWO, { vary, seeds: 1, measures: ['userHoursLost', 'restoredAfterSeconds:shop'] });
    for (const { value, measures } of points) {
      const set = [`services.login.deploy.north.servers=${value}`];
      const { totals, services } = run(loadScenario(TWO, { set }), { seed: '1' }).document;
      expect(measures.userHoursLost.mean).toBe(totals.userHoursLost);
      const shop = services.find(({ id }) => id === 'shop');
      expect(measures['restoredAfterSeconds:shop'].mean).toBe(shop?.restoredAfterSeconds);
    }
  });

  it('names a fault by its id, and varies how long it lasts', () => {
    const named = STORM.replace('- { at: 2m, until: 3m,', '- { id: halved, at: 2m, until: 3m,');
    const open = openSweep(named, { vary: 'faults.halved.for=30s..2m:4' });
    expect(open.points.map(({ scenario }) => scenario.faults[0].untilSeconds)).toEqual([150, 180, 210, 240]);
    const shares = openSweep(named, { vary: 'faults.halved.share=20%..40%:3' });
    expect(shares.points.map(({ scenario }) => scenario.faults[0].parameters.share)).toEqual([0.2, 0.3, 0.4]);
    const placed = openSweep(STORM, { vary: 'faults[0].for=30s..60s:2' });
    expect(placed.points.map(({ scenario }) => scenario.faults[0].untilSeconds)).toEqual([150, 180]);
  });

  it('sees the same luck at every value', async () => {
    // Nothing depends on what a shop that nobody may leave is called; 200 and 201 servers in the site change no draw.
    const { points } = await sweep(TWO, { vary: 'sites.south.servers=200..201', seeds: 4 });
    expect(points[0].measures).toEqual(points[1].measures);
    expect(points[0].measures.userHoursLost.sd).toBeGreaterThan(0);
  });

  it.each([
    ['services.shop.capacity', 'no-path'],
    ['services.shop.capacity=50/s', 'no-range'],
    ['services.shop.capacity=50/s..60%', 'units-differ'],
  ])('%s is refused: %s', (vary, code) => {
    expect(() => openSweep(TWO, { vary })).toThrow(expect.objectContaining({ name: 'SweepError', code }));
  });

  it('refuses a measure and a service that there is not, with the nearest name', () => {
    const asked = (measure: string) => () =>
      openSweep(TWO, { vary: 'services.shop.capacity=50/s..60/s:2', measures: [measure] });
    expect(asked('userHourLost')).toThrow('there is no measure "userHourLost"; did you mean "userHoursLost"?');
    expect(asked('downtimeSeconds:shopp')).toThrow(SweepError);
  });

  it('refuses a path that there is not, and a value that it does not take, before any run', () => {
    expect(() => openSweep(TWO, { vary: 'services.shopp.capacity=50/s..60/s' })).toThrow(ScenarioError);
    // Retries are whole.
    expect(() => openSweep(TWO, { vary: 'services.shop.needs.login.retries=0..1:3' })).toThrow(ScenarioError);
  });
});
