import { describe, expect, it } from 'vitest';
import { amountAxis } from '../../../../src/scene/charts/amount-axis.js';
import { barsChart } from '../../../../src/scene/charts/bars-chart.js';
import { type CurvePoint, curveChart } from '../../../../src/scene/charts/curve-chart.js';
import { matrixChart } from '../../../../src/scene/charts/matrix-chart.js';
import type { Shape } from '../../../../src/scene/display-list.js';
import { PALETTES } from '../../../../src/scene/theme.js';

const palette = PALETTES.light;

function ofKind<Kind extends Shape['kind']>(shapes: readonly Shape[], kind: Kind): Extract<Shape, { kind: Kind }>[] {
  return shapes.filter((shape): shape is Extract<Shape, { kind: Kind }> => shape.kind === kind);
}

describe('an axis of amounts', () => {
  it.each([
    // 5 h in hours by 1; 90 s in seconds by 20; 100,000 s is 1.2 days, so in hours: 27.8 by 10.
    [5 * 3600, 'seconds', ['0 s', '1 h', '2 h', '3 h', '4 h', '5 h']],
    [90, 'seconds', ['0 s', '20 s', '40 s', '1 min', '1 min 20 s', '1 min 40 s']],
    [100_000, 'seconds', ['0 s', '10 h', '20 h', '30 h']],
    [0.4, 'share', ['0 %', '10 %', '20 %', '30 %', '40 %']],
    [0, 'seconds', ['0 s', '200 ms', '400 ms', '600 ms', '800 ms', '1 s']],
  ] as const)('to %d %s has ticks that people would write', (most, unit, texts) => {
    const axis = amountAxis(most, unit, 'en');
    expect(axis.ticks.map(({ text }) => text)).toEqual(texts);
    expect(axis.top).toBeGreaterThanOrEqual(most);
  });
});

describe('a curve', () => {
  const point = (number: number, mean: number | null, more: Partial<CurvePoint> = {}): CurvePoint => ({
    number,
    text: String(number),
    mean,
    ci95: null,
    least: mean,
    greatest: mean,
    never: 0,
    ...more,
  });
  const curve = (points: readonly CurvePoint[], tipsAfter: number | null = null) =>
    curveChart({
      points,
      unit: 'count',
      tipsAfter,
      words: { parameter: 'retries', measure: 'lost', never: 'never', tips: 'tips' },
      width: 320,
      height: 208,
      palette,
      language: 'en',
    }).shapes;

  it('puts values across as their numbers are apart, and means at their height', () => {
    // Across: 78 + 9 to 320 - 24 - 9, 200 wide; up: 164 down to 64, the axis ends at 100.
    const shapes = curve([point(0, 0), point(1, 50), point(4, 100)]);
    expect(ofKind(shapes, 'circle').map(({ x, y }) => [x, y])).toEqual([
      [87, 164],
      [137, 114],
      [287, 64],
    ]);
  });

  it('may go down from a great value to a small one', () => {
    expect(ofKind(curve([point(9, 1), point(3, 2)]), 'circle').map(({ x }) => x)).toEqual([87, 287]);
  });

  it('has a wide bar from the least run to the greatest and a narrow one for the interval, and marks where it tips', () => {
    const band = { least: 20, greatest: 80, ci95: [40, 60] as const };
    const [tip, wide, narrow] = ofKind(curve([point(0, 50, band), point(1, 100)], 0), 'rect');
    expect([tip.x, tip.width]).toEqual([87, 200]);
    expect([wide.y, wide.height, wide.width]).toEqual([84, 60, 18]);
    expect([narrow.y, narrow.height, narrow.width]).toEqual([104, 20, 6]);
  });

  it('does not join over a value that never came, and puts a cross there', () => {
    const shapes = curve([point(0, 10), point(1, null, { never: 3 }), point(2, 10)]);
    const lines = ofKind(shapes, 'line');
    expect(lines.filter(({ stroke }) => stroke === palette.accent)).toHaveLength(0);
    // One cross is two strokes.
    expect(lines.filter(({ stroke }) => stroke === palette.alarm)).toHaveLength(2);
    expect(ofKind(shapes, 'text').some(({ text }) => text === 'never')).toBe(true);
  });

  it('labels as many of two hundred values as do not touch', () => {
    const all = ofKind(curve(Array.from({ length: 200 }, (_, i) => point(1000 + i, i))), 'text');
    const labels = all.filter(({ text }) => /^1\d\d\d$/.test(text)).map(({ x }) => x);
    expect(labels[0]).toBe(87);
    // Four digits of 12 pixels are 26.4 wide.
    for (const [i, x] of labels.slice(1).entries()) expect(x - labels[i]).toBeGreaterThan(26.4);
  });
});

describe('a matrix', () => {
  const cell = (value: number, isMarked = false) => ({ value, text: String(value), isMarked });
  const { shapes, width, height } = matrixChart({
    columns: ['as-it-is', 'both'],
    rows: [
      { name: 'North', cells: [cell(100, true), cell(25)] },
      { name: 'South', cells: [cell(0), null] },
    ],
    width: 900,
    palette,
  });

  it('has a cell for what was run, the greatest darkest, none on paper, and an outline for what is marked', () => {
    const cells = ofKind(shapes, 'rect');
    expect(cells).toHaveLength(3);
    const [greatest, quarter, none] = cells;
    expect(greatest).toMatchObject({ fill: '#7a2e10', stroke: palette.ink, lineWidth: 2 });
    // The root of a quarter is a half: between #fff7f0 and #7a2e10, (255 + 122) / 2 = 188.5, 146.5 and 128.
    expect(quarter).toMatchObject({ fill: '#bd9380', lineWidth: 1 });
    expect(none.fill).toBe(palette.panel);
  });

  it('is as large as what is in it', () => {
    // Names: 5 signs of 6.6 and 12; two cells of 132 at most; heads of one line of 14 and 8; two rows of 24 and 2.
    expect(width).toBeCloseTo(45 + 264, 6);
    expect(height).toBe(22 + 48 + 2);
  });
});

describe('bars', () => {
  const bars = (series: readonly string[], cells: readonly number[]) =>
    barsChart({
      series,
      rows: [
        {
          name: 'shop',
          bars: cells.map((value) => ({ value, text: `${value}`, ci95: [value - 1, value + 1] as const })),
        },
      ],
      unit: 'count',
      width: 500,
      palette,
      language: 'en',
    });

  it('are as long as their numbers, with an interval over the end', () => {
    const { shapes } = bars(['lost'], [8]);
    const [bar] = ofKind(shapes, 'rect');
    const x = (tick: string): number => ofKind(shapes, 'text').find(({ text }) => text === tick)?.x as number;
    // The axis goes to 10, since the interval ends at 9.
    expect(bar.width).toBeCloseTo((x('10') - x('0')) * 0.8, 6);
    const tips = ofKind(shapes, 'line').filter(({ stroke }) => stroke === palette.ink);
    expect(tips).toHaveLength(3);
    expect(tips[0].from[0]).toBeCloseTo(x('0') + (x('10') - x('0')) * 0.7, 6);
  });

  it('of several series have a legend, one alone has none', () => {
    const names = (shapes: readonly Shape[]): string[] => ofKind(shapes, 'text').map(({ text }) => text);
    expect(names(bars(['lost'], [8]).shapes)).not.toContain('lost');
    expect(names(bars(['as-it-is', 'both'], [8, 3]).shapes)).toEqual(expect.arrayContaining(['as-it-is', 'both']));
    expect(bars(['as-it-is', 'both'], [8, 3]).height - bars(['lost'], [8]).height).toBe(15 + 2 * 18);
  });
});
