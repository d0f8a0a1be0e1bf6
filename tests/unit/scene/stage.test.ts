import { describe, expect, it } from 'vitest';
import { STATES } from '../../../src/record/record.js';
import type { DisplayList } from '../../../src/scene/display-list.js';
import { fitLanes } from '../../../src/scene/lane-geometry.js';
import { layLanes } from '../../../src/scene/lanes.js';
import { legendOf, legendSign } from '../../../src/scene/legend.js';
import { statusAt } from '../../../src/scene/node-status.js';
import { type StageView, slotAt, stageScene } from '../../../src/scene/stage.js';
import { disc, nodeShapes } from '../../../src/scene/stage-node.js';
import { slotsOf } from '../../../src/scene/stage-slots.js';
import { STATE_TABLE } from '../../../src/scene/state-table.js';
import { paintSvg } from '../../../src/scene/svg.js';
import { estimateText } from '../../../src/scene/text-fit.js';
import { THEMES } from '../../../src/scene/theme.js';
import { burning, MINUTE } from './burning-record.js';

const reading = burning();
const lanes = layLanes(reading.scenario);
const geometry = fitLanes(lanes, { width: 900, height: 400 });
const VIEW: StageView = {
  lanes,
  geometry,
  theme: 'light',
  language: 'en',
  chosen: null,
  pointed: null,
  measure: estimateText,
};

const texts = (list: DisplayList): string[] =>
  list.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

describe('the stage', () => {
  it('says in words what is wrong with a site, and since when', () => {
    expect(texts(stageScene(reading, 10 * MINUTE, VIEW))).toContain('no power since 15:22');
    expect(texts(stageScene(reading, 10 * MINUTE, { ...VIEW, language: 'ko' }))).toContain('전원 없음 (15:22부터)');
    expect(texts(stageScene(reading, 2 * MINUTE, VIEW))).not.toContain('no power since 15:22');
  });

  it('keeps everything where it is when time passes', () => {
    const places = (minute: number) =>
      stageScene(reading, minute * MINUTE, VIEW).shapes.flatMap((shape) =>
        shape.kind === 'text' && shape.text === 'mail' ? [[shape.x, shape.y]] : [],
      );
    expect(places(10)).toEqual(places(1));
  });

  it('gives a load over capacity its figure', () => {
    // 10 servers of 100/s in the east are asked 1,420/s.
    expect(texts(stageScene(reading, 10 * MINUTE, VIEW))).toContain('142 %');
  });

  it('shows the sign of the blocked only while something is blocked', () => {
    const chains = (minute: number) =>
      stageScene(reading, minute * MINUTE, VIEW).shapes.filter(
        (shape) => shape.kind === 'glyph' && shape.glyph === 'chain',
      ).length;
    // The journey and the service's survivor in the east.
    expect([chains(1), chains(10), chains(100)]).toEqual([0, 2, 1]);
  });

  it('is the same text whenever it is painted', () => {
    const paint = () => paintSvg(stageScene(reading, 10 * MINUTE, VIEW), { title: 'stage' });
    expect(paint()).toBe(paint());
    expect(paint()).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('names, where there is no room for names, what is pointed at, and nothing else', () => {
    const narrow = { ...geometry, slotWidth: 26, slotHeight: 24, journeyWidth: 26 };
    const none = texts(stageScene(reading, MINUTE, { ...VIEW, geometry: narrow }));
    expect(none).not.toContain('mail');
    const one = texts(stageScene(reading, MINUTE, { ...VIEW, geometry: narrow, pointed: 'deployment:mail@west' }));
    expect(one.filter((text) => !none.includes(text))).toEqual(['mail']);
  });

  it('writes a name a little smaller rather than breaking a word of it in two', () => {
    // Every character is as wide as its size, so that mail is 44 pixels wide at 11, and 40 at 10.
    const measure = (text: string, size: number): number => text.length * size;
    const [slot] = slotsOf(reading, geometry).filter(({ key }) => key === 'deployment:mail@west');
    const names = (width: number) => {
      // A disc of 10.8 in a slot of 32, 7 before and after it, 6 behind the name: 41.6 pixels are not the name's.
      const place = { ...slot, width, labelWidth: width, height: 32 };
      const status = statusAt(reading.view, slot.entity, MINUTE);
      const shapes = nodeShapes(place, status, { ...VIEW, measure }, null);
      return shapes.flatMap((shape) => (shape.kind === 'text' ? [[shape.text, shape.size]] : []));
    };
    expect(names(41.6 + 45)).toEqual([['mail', 11]]);
    expect(names(41.6 + 42)).toEqual([['mail', 10]]);
  });

  it('finds the slot under a point', () => {
    const slots = slotsOf(reading, geometry);
    const mail = slots.find((slot) => slot.key === 'deployment:mail@west');
    expect(slotAt(slots, (mail?.x ?? 0) + 3, (mail?.y ?? 0) + 3)?.key).toBe('deployment:mail@west');
    expect(slotAt(slots, 1, 1)).toBeNull();
  });

  it('draws the needs of what is chosen, crossed where the callee cannot answer', () => {
    const chosen = stageScene(reading, 10 * MINUTE, { ...VIEW, chosen: 'deployment:mail@west' });
    const bent = chosen.shapes.filter((shape) => shape.kind === 'line' && shape.bend !== undefined);
    expect(bent).toHaveLength(2);
    expect(bent.map((shape) => (shape.kind === 'line' ? shape.dash : null))).toContainEqual([1.5, 4]);
  });
});

describe('the legend', () => {
  it('has every state in the order of the record, and the sign of the blocked', () => {
    expect(legendOf(reading).map((entry) => entry.key)).toEqual([...STATES, 'blocked']);
  });

  it('keeps states that do not occur, and says so', () => {
    const occurs = Object.fromEntries(legendOf(reading).map((entry) => [entry.key, entry.occurs]));
    expect(occurs).toMatchObject({
      up: true,
      down: true,
      recovering: true,
      warming: false,
      standby: true,
      blocked: true,
    });
  });

  it.each(THEMES)('draws each state as the stage does, in the %s theme', (theme) => {
    for (const { state, fill, glyph, texture } of STATE_TABLE) {
      const sign = legendSign(state, theme, 24);
      expect(sign.shapes).toEqual(disc(12, 12, 10, { state }, theme));
      expect(sign.shapes).toContainEqual(expect.objectContaining({ kind: 'glyph', glyph }));
      expect(sign.shapes[0]).toMatchObject({ kind: 'circle', hatch: texture, ...(fill && { fill: fill[theme] }) });
    }
  });

  it('tells of every state of a drawn stage', () => {
    const names = new Set(legendOf(null).map((entry) => entry.key));
    expect(STATE_TABLE.every(({ state }) => names.has(state))).toBe(true);
  });
});
