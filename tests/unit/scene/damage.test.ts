import { describe, expect, it } from 'vitest';
import { run } from '../../../src/library/run.js';
import { boundsOf } from '../../../src/scene/bounds.js';
import { damageBetween } from '../../../src/scene/damage.js';
import type { DisplayList, Shape } from '../../../src/scene/display-list.js';
import { drawnStatusAt } from '../../../src/scene/drawn-status.js';
import { fitLanes } from '../../../src/scene/lane-geometry.js';
import { layLanes } from '../../../src/scene/lanes.js';
import { type StageView, stageScene } from '../../../src/scene/stage.js';
import { slotsOf } from '../../../src/scene/stage-slots.js';
import { bundledScenario } from '../../support/bundled-scenarios.js';

function square(x: number, fill = 'black'): Shape[] {
  return [{ kind: 'rect', x, y: 0, width: 10, height: 10, fill }];
}

function picture(...pieces: (readonly Shape[])[]): DisplayList {
  return { width: 100, height: 20, background: 'white', shapes: pieces.flat(), pieces };
}

describe('what has to be painted anew', () => {
  it('is nothing where pieces say the same, whether or not they are the same object', () => {
    expect(damageBetween(picture(square(0)), picture(square(0)))).toEqual([]);
  });

  it('is where a piece was and where it is now, a pixel around it included, as one box where these touch', () => {
    // Ten wide at 0 and at 50: -1 to 11 and 49 to 61. At 5 instead, -1 to 16.
    expect(damageBetween(picture(square(0), square(80)), picture(square(50), square(80)))).toEqual([
      { left: -1, top: -1, right: 11, bottom: 11 },
      { left: 49, top: -1, right: 61, bottom: 11 },
    ]);
    expect(damageBetween(picture(square(0)), picture(square(5)))).toEqual([
      { left: -1, top: -1, right: 16, bottom: 11 },
    ]);
  });

  it('is everything when there is another number of pieces, another size, or too much of it', () => {
    expect(damageBetween(picture(square(0)), picture(square(0), square(20)))).toBeNull();
    expect(damageBetween(picture(square(0)), { ...picture(square(0)), width: 90 })).toBeNull();
    const row = (fill: string) => picture(...Array.from({ length: 60 }, (_, i) => square(i * 20, fill)));
    expect(damageBetween(row('black'), row('red'))).toBeNull();
  });
});

describe('how far a shape reaches', () => {
  it('includes its stroke, and of a text any letter that there may be', () => {
    const ring: Shape = { kind: 'arc', x: 50, y: 50, radius: 10, from: 0, to: 1, stroke: 'black', lineWidth: 4 };
    // Ten and half of four around the middle, and a pixel more.
    expect(boundsOf([ring])).toEqual({ left: 37, top: 37, right: 63, bottom: 63 });
    const text: Shape = { kind: 'text', x: 50, y: 50, text: '가나', size: 10, fill: 'black', anchor: 'end' };
    const box = boundsOf([text]);
    expect(box?.left).toBeLessThanOrEqual(30);
    expect(box?.top).toBeLessThanOrEqual(40);
    expect(boundsOf([])).toBeNull();
  });
});

describe('a stage', () => {
  const { reading } = run(bundledScenario('two-sites'));
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
  const HOUR = 3600e6;

  it('keeps the shapes of what stays as it is: a microsecond before the power fails all, then not those that it hit', () => {
    const at = (time: number): DisplayList => stageScene(reading, time, view);
    const piecesOf = (list: DisplayList): readonly (readonly Shape[])[] => list.pieces ?? [];
    const [early, before, after] = [at(HOUR - 2), at(HOUR - 1), at(HOUR)];
    expect(damageBetween(early, before)).toEqual([]);
    const slots = slotsOf(reading, view.geometry);
    const changed = slots.filter(({ entity }) => {
      return drawnStatusAt(reading, entity, HOUR) !== drawnStatusAt(reading, entity, HOUR - 1);
    });
    expect(changed.map(({ key }) => key)).toContain('deployment:shop@north');
    expect(piecesOf(after).flat()).toEqual(after.shapes);
    expect(damageBetween(before, after)).not.toEqual([]);
  });
});
