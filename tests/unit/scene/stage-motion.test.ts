import { describe, expect, it } from 'vitest';
import { run } from '../../../src/library/run.js';
import { flowEdges, greatestFlow } from '../../../src/scene/flow-edges.js';
import { fitLanes } from '../../../src/scene/lane-geometry.js';
import { layLanes } from '../../../src/scene/lanes.js';
import { MOTION_KEYS, motionSign } from '../../../src/scene/motion-legend.js';
import type { StageView } from '../../../src/scene/stage.js';
import { MOST_PARTICLES, runningWork, stageMotion } from '../../../src/scene/stage-motion.js';
import { slotsOf } from '../../../src/scene/stage-slots.js';
import { bundledScenario } from '../../support/bundled-scenarios.js';

function stage(name: string) {
  const { reading } = run(bundledScenario(name));
  const lanes = layLanes(reading.scenario, []);
  const view: StageView = {
    lanes,
    geometry: fitLanes(lanes, { width: 900, height: 500 }),
    theme: 'light',
    language: 'en',
    chosen: null,
    pointed: null,
    measure: (text, size) => text.length * size * 0.5,
  };
  return { reading, view };
}

const { reading, view } = stage('two-sites');
const HOUR = 3600e6;

describe('what moves on the stage', () => {
  it('is requests, by how many a caller makes: 0.3 calls of login for each request of the shop', () => {
    const slots = slotsOf(reading, view.geometry);
    const [edge, ...others] = flowEdges(reading, slots, HOUR / 2);
    expect(others).toEqual([]);
    const offered = reading.view.at(reading.view.find('deployment', 'shop@north'), 'offered', HOUR / 2);
    expect([edge.from.key, edge.to.key, edge.failing]).toEqual(['deployment:shop@north', 'deployment:login@north', 0]);
    expect(edge.rate).toBeCloseTo(0.3 * offered, 6);
    expect(greatestFlow(reading)).toBeGreaterThanOrEqual(edge.rate);
  });

  it('are diamonds while the callee does not answer, and none where nobody asks', () => {
    const glyphs = (time: number): number =>
      stageMotion(reading, time, view, 0.25).shapes.filter(({ kind }) => kind === 'glyph').length;
    expect(glyphs(HOUR / 2)).toBe(0);
    // Two hours in the shop runs in the south, and login is dark.
    expect(glyphs(2 * HOUR)).toBeGreaterThan(0);
  });

  it('is never more than can be drawn, and nothing without a phase', () => {
    const kakao = stage('kakao-2022');
    for (const time of [0, 2 * HOUR, 30 * HOUR]) {
      const dots = (phase: number | null) =>
        stageMotion(kakao.reading, time, kakao.view, phase).shapes.filter(({ kind }) => kind !== 'arc').length;
      expect(dots(0.5)).toBeGreaterThan(0);
      expect(dots(0.5)).toBeLessThanOrEqual(MOST_PARTICLES);
      expect(dots(null)).toBe(0);
    }
  });

  it('has an arc that empties while work goes on', () => {
    const entity = reading.view.find('deployment', 'login@north');
    const at = Array.from({ length: 24 * 60 }, (_, i) => i * 60e6).find(
      (time) => runningWork(reading, entity, time) !== null,
    );
    if (at === undefined) throw new Error('login is brought back by work');
    const life = runningWork(reading, entity, at);
    if (life === null) throw new Error('there is work');
    const left = (time: number): number => {
      const arcs = stageMotion(reading, time, view, null).shapes.flatMap((shape) =>
        shape.kind === 'arc' ? [shape.to] : [],
      );
      return Math.max(...arcs);
    };
    const middle = (life.beganAt + life.endedAt) / 2;
    expect(left(middle)).toBeLessThan(left(life.beganAt) + 1e-9);
    expect(left(middle)).toBeGreaterThan(0);
  });

  it('is in the legend by the same shapes', () => {
    for (const key of MOTION_KEYS) expect(motionSign(key, 'light').shapes).toHaveLength(1);
  });
});
