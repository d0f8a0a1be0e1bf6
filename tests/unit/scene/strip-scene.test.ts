import { describe, expect, it } from 'vitest';
import type { RectShape } from '../../../src/scene/display-list.js';
import { styleOf } from '../../../src/scene/state-table.js';
import { stripRows } from '../../../src/scene/strip.js';
import { stripScene } from '../../../src/scene/strip-scene.js';
import { burning, MINUTE } from './burning-record.js';

const rows = stripRows(burning()).filter((row) => row.subject.id === 'mail');
const VIEW = { from: 0, to: 120 * MINUTE, width: 600, rowHeight: 24, theme: 'light' } as const;

describe('the strip as a picture', () => {
  it('draws pieces as they are where there is room: down for an hour, then recovering for ten minutes', () => {
    const bars = stripScene(rows, VIEW).shapes.filter((shape): shape is RectShape => shape.kind === 'rect');
    // Five pixels a minute.
    expect(bars.map(({ x, width, fill, hatch }) => ({ x, width: Math.round(width), fill, hatch }))).toEqual([
      { x: 15, width: 300, fill: styleOf('down').fill?.light, hatch: 'plain' },
      { x: 315, width: 50, fill: styleOf('recovering').fill?.light, hatch: 'diagonal' },
    ]);
  });

  it('draws cells by their share of bad time where pieces are too small', () => {
    const bars = stripScene(rows, { ...VIEW, width: 12 }).shapes.filter((shape) => shape.kind === 'rect');
    // Six cells of twenty minutes: bad for 17, 20, 20 and 13 of them.
    const full = 18;
    expect(bars.map((bar) => bar.kind === 'rect' && bar.height)).toEqual([
      (17 / 20) * full,
      full,
      full,
      (13 / 20) * full,
    ]);
  });

  it('draws what really happened as a bracket from the last moment not yet to the first moment back', () => {
    const accent = stripScene(rows, VIEW).shapes.filter((shape) => shape.kind === 'line' && shape.lineWidth === 2);
    // Not yet at minute 60, back by minute 80.
    expect(accent.map((line) => line.kind === 'line' && [line.from[0], line.to[0]])).toEqual([
      [300, 300],
      [400, 400],
      [300, 400],
    ]);
  });
});
