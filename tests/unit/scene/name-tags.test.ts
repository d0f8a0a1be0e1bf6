import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/library/load-scenario.js';
import { run } from '../../../src/library/run.js';
import type { RectShape, TextShape } from '../../../src/scene/display-list.js';
import { fitLanes } from '../../../src/scene/lane-geometry.js';
import { layLanes } from '../../../src/scene/lanes.js';
import { nameTags } from '../../../src/scene/name-tags.js';
import { statusAt } from '../../../src/scene/node-status.js';
import { type StageView, stageScene } from '../../../src/scene/stage.js';
import { slotsOf } from '../../../src/scene/stage-slots.js';
import { estimateText } from '../../../src/scene/text-fit.js';
import { generateScenario } from '../../../src/studies/generate/generate-scenario.js';

const text = generateScenario({ services: 200, sites: 3 }).replace('duration: 1d', 'duration: 70m');
const { reading } = run(loadScenario(text, { file: 'many.yaml' }));
const lanes = layLanes(reading.scenario, []);
const ROOM = { width: 1022, height: 360 };
const VIEW: StageView = {
  lanes,
  geometry: fitLanes(lanes, ROOM),
  theme: 'light',
  language: 'en',
  chosen: null,
  pointed: null,
  measure: estimateText,
};
/** Two minutes into the power cut after an hour: most are not well. */
const TIME = 62 * 60e6;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function shared(a: number, long: number, b: number, other: number): number {
  return Math.min(a + long, b + other) - Math.max(a, b);
}

function overlaps(boxes: readonly Box[]): number {
  let count = 0;
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1))
      if (shared(a.x, a.width, b.x, b.width) > 0.01 && shared(a.y, a.height, b.y, b.height) > 0.01) count++;
  });
  return count;
}

describe('two hundred services in a room for signs alone', () => {
  const slots = slotsOf(reading, VIEW.geometry);
  const states = slots.map(({ entity }) => statusAt(reading.view, entity, TIME).state);
  const { shapes, troubled, named } = nameTags(slots, states, VIEW);
  const tags = shapes.filter((shape): shape is RectShape => shape.kind === 'rect');

  it('have names for what is in trouble, as many as fit, and no tag lies on another or on such a sign', () => {
    expect(VIEW.geometry.detail).toBe('discs');
    expect(troubled).toBeGreaterThan(20);
    expect(named).toBe(tags.length);
    expect(named).toBeGreaterThan(10);
    const bad = slots.filter((_, i) => !['up', 'standby'].includes(states[i]));
    expect(overlaps([...tags, ...bad])).toBe(0);
  });

  it('say how many of them bear no name', () => {
    const texts = stageScene(reading, TIME, VIEW).shapes.flatMap((shape) => (shape.kind === 'text' ? shape.text : []));
    expect(texts).toContain(`${named} of ${troubled} in trouble are named`);
  });

  it('name what is chosen always, and keep its place free of others', () => {
    const [chosen] = slots.filter((_, i) => states[i] === 'up');
    const list = stageScene(reading, TIME, { ...VIEW, chosen: chosen.key }).shapes;
    const own = list.filter((shape) => shape.kind === 'text' && shape.text === chosen.id);
    expect(own.length).toBe(1);
  });

  it('have none, nor a count of them, where they are squares', () => {
    const squares: StageView = { ...VIEW, geometry: { ...VIEW.geometry, detail: 'waffle' } };
    expect(nameTags(slots, states, squares)).toEqual({ shapes: [], troubled: 0, named: 0 });
  });

  it('a step nearer have all their names in full, none over another', () => {
    const geometry = fitLanes(lanes, ROOM, undefined, true);
    const all = slotsOf(reading, geometry);
    const list = stageScene(reading, 0, { ...VIEW, geometry }).shapes;
    const texts = list.filter((shape): shape is TextShape => shape.kind === 'text' && shape.size <= 13);
    const read = texts.map((shape) => shape.text).join('');
    for (const { id } of all) expect(read).toContain(id);
    // Letters reach from their base line up by about their size.
    const boxes = texts
      .filter(({ anchor = 'start' }) => anchor === 'start')
      .map(({ x, y, text: words, size, bold = false }) => ({
        x,
        y: y - 0.8 * size,
        width: estimateText(words, size, bold),
        height: size,
      }));
    expect(boxes.length).toBeGreaterThanOrEqual(all.length);
    expect(overlaps(boxes)).toBe(0);
  });
});
