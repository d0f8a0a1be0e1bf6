import { describe, expect, it } from 'vitest';
import { fitLanes } from '../../../src/scene/lane-geometry.js';
import { layLanes } from '../../../src/scene/lanes.js';
import { slotsOf } from '../../../src/scene/stage-slots.js';
import { buildScenario, type ServiceSpec } from '../../support/scenario-builder.js';
import { burning, burningScenario } from './burning-record.js';

describe('lanes', () => {
  it('have users on the left, what they call on the right, and tools behind', () => {
    const lanes = layLanes(burningScenario());
    // Talk runs in the east too, so it comes before mail.
    expect(lanes.columns).toEqual([['talk', 'mail'], ['login'], ['deploy-tool']]);
    expect(lanes.hasTools).toBe(true);
    expect(lanes.bands).toEqual(['west', 'east']);
    expect(lanes.journeys).toEqual(['chat']);
  });

  it('do not depend on the order of the file', () => {
    const scenario = burningScenario();
    const turned = { ...scenario, services: [...scenario.services].reverse() };
    expect(layLanes(turned).columns).toEqual(layLanes(scenario).columns);
  });

  it('put a service beside those it calls', () => {
    // a calls z and b calls y: by id alone the lines would cross.
    const services: Record<string, ServiceSpec> = {
      a: { needs: [{ service: 'z' }] },
      b: { needs: [{ service: 'y' }] },
      y: {},
      z: {},
    };
    const [callers, callees] = layLanes(buildScenario({ services })).columns;
    expect(callers.map((id) => ({ a: 'z', b: 'y' })[id])).toEqual(callees);
  });
});

describe('the geometry of lanes', () => {
  const scenario = burningScenario();
  const lanes = layLanes(scenario);

  it('gives a service the same slot in every band', () => {
    const reading = burning();
    const slots = slotsOf(reading, fitLanes(lanes, { width: 1000, height: 500 }));
    const [west, east] = ['west', 'east'].map((site) => slots.find((slot) => slot.key === `deployment:talk@${site}`));
    expect(west?.x).toBe(east?.x);
    expect(east?.y).toBeGreaterThan(west?.y ?? 0);
  });

  it('gives a service the same slot in every layout of the file', () => {
    const moved = {
      ...scenario,
      services: scenario.services.map((each) => ({ ...each, deployments: each.deployments.slice(0, 1) })),
    };
    const room = { width: 1000, height: 500 };
    const [one, other] = [fitLanes(layLanes(scenario, [moved]), room), fitLanes(layLanes(moved, [scenario]), room)];
    expect(other.bands.map(({ slots }) => slots)).toEqual(one.bands.map(({ slots }) => slots));
  });

  it('makes a band as high as the rows that it uses', () => {
    const services: Record<string, ServiceSpec> = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`s${i}`, { deployments: { big: {}, ...(i === 7 && { small: {} }) } }]),
    );
    const lopsided = layLanes(buildScenario({ sites: { big: {}, small: {}, empty: {} }, services }));
    const { bands, slotHeight } = fitLanes(lopsided, { width: 600, height: 400 });
    const [big, small, empty] = bands;
    expect((small.height - empty.height) / slotHeight).toBeLessThan(2);
    expect(big.height).toBeGreaterThan(small.height);
  });

  it('never makes a slot too small to hit, however little room there is', () => {
    const { slotWidth, slotHeight, height } = fitLanes(lanes, { width: 100, height: 50 });
    expect(slotWidth).toBeGreaterThanOrEqual(24);
    expect(slotHeight).toBeGreaterThanOrEqual(24);
    expect(height).toBeGreaterThan(50);
  });

  it('wraps a long column into several beside each other, filled evenly', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`s${i}`, {}]));
    const wide = layLanes(buildScenario({ services: many }));
    const { bands, columns, slotWidth } = fitLanes(wide, { width: 1000, height: 300 });
    expect(columns[0].width / slotWidth).toBeGreaterThan(2);
    expect(new Set([...bands[0].slots.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(30);
  });

  it('does without names where they would take several screens, and then all states have room', () => {
    const ids = Array.from({ length: 200 }, (_, i) => `s${i}`);
    const many = {
      ...lanes,
      columns: [ids.slice(0, 100), ids.slice(100)],
      bands: ['a', 'b', 'c', 'd'],
      deployed: new Map(['a', 'b', 'c', 'd'].map((site) => [site, new Set(ids)])),
    };
    const { slotWidth, slotHeight, height } = fitLanes(many, { width: 1000, height: 360 });
    // With names: a slot of at least 76 x 30, so 12 beside each other, 17 rows, 4 bands: some 2,000 pixels.
    expect([slotWidth >= 24, slotWidth < 40, slotHeight >= 24]).toEqual([true, true, true]);
    expect(height).toBeLessThan(2000 / 2);
    // Fewer keep their names, though they are scrolled.
    const few = { ...many, columns: [ids.slice(0, 20), ids.slice(20, 40)] };
    expect(fitLanes(few, { width: 1000, height: 360 }).slotWidth).toBeGreaterThanOrEqual(76);
  });

  it('on a phone has three beside each other, in each band only what runs there, in the order of the lanes', () => {
    // 390 px less the page's margins: (366 - 2 x 8) / 3 is 116.7 px for a sign and a name.
    const { width, bands, slotWidth, slotHeight } = fitLanes(lanes, { width: 366, height: 500 });
    expect(width).toBe(366);
    expect(slotWidth).toBeCloseTo(350 / 3, 9);
    const [west, east] = bands;
    expect([...west.slots.keys()]).toEqual(['talk', 'mail', 'login', 'deploy-tool']);
    // The fourth wraps.
    expect(west.slots.get('deploy-tool')).toEqual({ x: 8, y: slotHeight });
    expect([...east.slots.keys()]).toEqual(['talk', 'login']);
    expect(east.y).toBeGreaterThanOrEqual(west.top + 2 * slotHeight);
  });
});
