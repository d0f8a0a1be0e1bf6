import { describe, expect, it } from 'vitest';
import { changedSlots } from '../../../src/scene/changed-slots.js';
import { bandPath, differenceOf, differencePath } from '../../../src/scene/difference.js';
import type { ImpactCurve } from '../../../src/scene/impact.js';
import { fitLanes } from '../../../src/scene/lane-geometry.js';
import { layLanes, sharedLanes } from '../../../src/scene/lanes.js';
import { bundledScenario } from '../../support/bundled-scenarios.js';

function curve(times: number[], values: number[]): ImpactCurve {
  const all = { times: Float64Array.from(times), values: Float64Array.from(values) };
  return { peak: Math.max(...values), peakAt: 0, affected: { all, byCause: {} as never } };
}

describe('the difference of two runs', () => {
  // Of four buckets of ten each: the run has 0, 8, 8, 2 affected, the other 4, 4, 8, 8.
  const run = curve([0, 10, 30], [0, 8, 2]);
  const base = curve([0, 20], [4, 8]);

  it('is more above and fewer below nothing, by bucket', () => {
    expect(differenceOf(run, base, { from: 0, to: 40, buckets: 4 })).toEqual({ people: [-4, 4, 0, -6], most: 8 });
  });

  it('is drawn as steps, each side for itself', () => {
    const difference = differenceOf(run, base, { from: 0, to: 40, buckets: 4 });
    const [x, y] = [(bucket: number) => bucket * 10, (people: number) => 50 - people];
    expect(differencePath(difference, 'more', x, y)).toBe('M10,50V46H20V50Z');
    expect(differencePath(difference, 'fewer', x, y)).toBe('M0,50V54H10V50ZM30,50V56H40V50Z');
  });

  it('is nothing between a run and itself', () => {
    const difference = differenceOf(base, base, { from: 0, to: 40, buckets: 4 });
    for (const side of ['more', 'fewer'] as const) expect(differencePath(difference, side, Number, Number)).toBe('');
    expect(differenceOf(curve([0], [0]), base, { from: 0, to: 1, buckets: 1 }).people).toEqual([-4]);
  });

  it('has a band that goes along above and back below', () => {
    expect(
      bandPath(
        [1, 2],
        [3, 5],
        (i) => i * 10,
        (people) => people,
      ),
    ).toBe('M0,3 10,3 10,5 20,5 20,2 10,2 10,1 0,1Z');
  });
});

describe('layouts side by side', () => {
  const base = bundledScenario('two-sites');
  const other = bundledScenario('two-sites', 'login-in-both');

  it('mark what the other has otherwise, each on its own stage', () => {
    expect([...changedSlots(other, [base])]).toEqual(['deployment:login@south']);
    expect([...changedSlots(base, [other])]).toEqual([]);
    const [login] = base.services.filter(({ id }) => id === 'login');
    const more = {
      ...base,
      services: [{ ...login, deployments: login.deployments.map((each) => ({ ...each, servers: 11 })) }],
    };
    expect([...changedSlots(more, [base])]).toEqual(['deployment:login@north']);
  });

  it('have every service at one place: a band has room for what runs there in any of them', () => {
    const lanes = [layLanes(base, base.otherLayouts), layLanes(other, other.otherLayouts)];
    const geometry = fitLanes(sharedLanes(lanes), { width: 900, height: 500 });
    const south = geometry.bands.find(({ site }) => site === 'south');
    expect(south?.slots.has('login')).toBe(true);
    expect(geometry).toEqual(fitLanes(sharedLanes([...lanes].reverse()), { width: 900, height: 500 }));
  });

  it('do without names rather than be scrolled through', () => {
    const kakao = bundledScenario('kakao-2022');
    const lanes = layLanes(kakao, kakao.otherLayouts);
    const room = { width: 1000, height: 260 };
    // Named slots are 76 pixels wide at least, those without names 34 at most.
    expect(fitLanes(lanes, room, Number.POSITIVE_INFINITY).slotWidth).toBeGreaterThanOrEqual(76);
    expect(fitLanes(lanes, room, 1).slotWidth).toBeLessThanOrEqual(34);
  });
});
