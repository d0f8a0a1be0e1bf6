import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/library/load-scenario.js';
import { densityOf, densityScene } from '../../../src/scene/density.js';
import { focusLanes, focusSet, MOST_FOCUSED } from '../../../src/scene/focus.js';
import { fitLanes } from '../../../src/scene/lane-geometry.js';
import { layLanes } from '../../../src/scene/lanes.js';
import type { StripRow } from '../../../src/scene/strip.js';
import { generateScenario } from '../../../src/studies/generate/generate-scenario.js';
import { bundledScenario } from '../../support/bundled-scenarios.js';

const thousand = loadScenario(generateScenario({ services: 1000, sites: 3 }));

describe('a stage of a thousand services', () => {
  const lanes = layLanes(thousand);

  it('has a square for everything that runs in each site, no two at one place, all within the width', () => {
    const { detail, bands, slotWidth, width } = fitLanes(lanes, { width: 1000, height: 400 });
    expect(detail).toBe('waffle');
    for (const { site, slots, height } of bands) {
      const here = thousand.services.filter(({ deployments }) => deployments.some((each) => each.site === site));
      expect([...slots.keys()].sort()).toEqual(here.map(({ id }) => id).sort());
      expect(new Set([...slots.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(slots.size);
      for (const { x, y } of slots.values()) {
        expect(x + slotWidth).toBeLessThanOrEqual(width);
        expect(y + slotWidth).toBeLessThanOrEqual(height);
      }
    }
  });

  it('fits a phone’s width, and scrolls down', () => {
    const geometry = fitLanes(lanes, { width: 390, height: 300 });
    expect(geometry.width).toBe(390);
    expect(geometry.height).toBeGreaterThan(300);
  });

  it('groups squares by domain, in the order of the lanes within', () => {
    const domains = new Map(thousand.services.map(({ id }, i) => [id, i % 2 === 0 ? 'zoo' : 'air']));
    const [{ slots }] = fitLanes({ ...lanes, domains }, { width: 1000, height: 400 }).bands;
    const names = [...slots.keys()].map((id) => domains.get(id));
    expect(names).toEqual([...names].sort());
  });
});

describe('the focus on one service', () => {
  it('is what is within so many steps, both ways', () => {
    // Two sites: the shop needs login, and that is all.
    const { services } = bundledScenario('two-sites');
    expect([...focusSet({ ...bundledScenario('two-sites'), services }, 'login', 1).ids]).toEqual(['login', 'shop']);
    const kakao = bundledScenario('kakao-2022');
    const [{ id, needs }] = kakao.services.filter((each) => each.needs.length > 1);
    const callers = [...kakao.services, ...kakao.journeys].filter((each) =>
      each.needs.some((need) => need.service === id),
    );
    const near = new Set([id, ...needs.map(({ service }) => service), ...callers.map((each) => each.id)]);
    expect([...focusSet(kakao, id, 1).ids].sort()).toEqual([...near].sort());
  });

  it('never holds more than a stage can show, nearest first, and says how far it went', () => {
    const [{ id }] = thousand.services;
    const set = focusSet(thousand, id, 6);
    expect(set.ids.size).toBe(MOST_FOCUSED);
    expect(set.hops).toBeLessThan(6);
    for (const near of focusSet(thousand, id, set.hops).ids) expect(set.ids.has(near)).toBe(true);
  });

  it('has lanes of its own, with names and columns', () => {
    const [{ id }] = thousand.services;
    const set = focusSet(thousand, id, 2, 40);
    const lanes = focusLanes(thousand, [], set);
    expect(new Set(lanes.columns.flat())).toEqual(set.ids);
    expect(fitLanes(lanes, { width: 1000, height: 400 }).detail).toBeUndefined();
  });
});

describe('the density of rows', () => {
  const row = (...pieces: [number, number, 'down' | 'degraded'][]) =>
    ({ pieces: pieces.map(([from, to, state]) => ({ from, to, state, cause: 'own' })) }) as unknown as StripRow;
  // Two buckets of ten: in the first one row is down all of it and another degraded for half; in the second one is down for 2.
  const rows = [row([0, 10, 'down'], [18, 20, 'down']), row([5, 10, 'degraded']), row(), row()];

  it('counts rows by state, for as much of a bucket as they are in it', () => {
    const counts = densityOf(rows, 0, 20, 2);
    expect([...(counts.get('down') ?? [])]).toEqual([1, 0.2]);
    expect([...(counts.get('degraded') ?? [])]).toEqual([0.5, 0]);
  });

  it('is as high as the share of all rows', () => {
    const { shapes } = densityScene(rows, { from: 0, to: 20, width: 6, height: 40, theme: 'light' });
    // A quarter of the rows are down in the first bucket, an eighth degraded, a twentieth down in the second.
    expect(shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape.height] : []))).toEqual([10, 5, 2]);
  });
});
