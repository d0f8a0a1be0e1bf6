import { expect, it } from 'vitest';
import { fitLanes } from '../../../src/scene/lane-geometry.js';
import { layLanes } from '../../../src/scene/lanes.js';
import { type StageView, stageScene } from '../../../src/scene/stage.js';
import { stagePicture } from '../../../src/scene/stage-picture.js';
import { STATE_TABLE } from '../../../src/scene/state-table.js';
import { paintSvg } from '../../../src/scene/svg.js';
import { estimateText } from '../../../src/scene/text-fit.js';
import { burning, MINUTE } from './burning-record.js';

const reading = burning();
const lanes = layLanes(reading.scenario);
const view: StageView = {
  lanes,
  geometry: fitLanes(lanes, { width: 900, height: 400 }),
  theme: 'light',
  language: 'en',
  chosen: 'deployment:mail@west',
  pointed: null,
  measure: estimateText,
};

it('a picture of the stage says what, when and which run, and has all of the legend', () => {
  const picture = stagePicture(reading, 10 * MINUTE, view, 'abcdef0123');
  const texts = picture.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
  expect(texts).toContain('The burning of <west>');
  // The fault is at minute 3, at 15:22.
  expect(texts.some((text) => /T\+00:07:00 · 15 Oct 15:29/.test(text))).toBe(true);
  expect(texts.some((text) => text.endsWith('abcdef01'))).toBe(true);
  for (const { name } of STATE_TABLE) expect(texts).toContain(name.en);
});

it('its stage is the stage, moved down as a whole', () => {
  const stage = stageScene(reading, 10 * MINUTE, view);
  const picture = stagePicture(reading, 10 * MINUTE, view, '');
  const svg = paintSvg(picture, { title: 'x' });
  expect(svg).not.toMatch(/NaN|undefined/);
  const places = (shapes: typeof stage.shapes): number[] =>
    shapes.map((shape) => (shape.kind === 'line' ? shape.from[1] : shape.y));
  const [, , ...rest] = picture.shapes;
  const moved = places(rest.slice(0, stage.shapes.length)).map((y, i) => y - places(stage.shapes)[i]);
  expect(new Set(moved.map((each) => Math.round(each * 1e6))).size).toBe(1);
  expect(picture.height).toBeGreaterThan(stage.height);
});
