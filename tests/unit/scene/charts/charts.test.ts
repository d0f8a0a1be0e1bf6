import { describe, expect, it } from 'vitest';
import { valueAxis } from '../../../../src/scene/charts/axis.js';
import { frontChart } from '../../../../src/scene/charts/front-chart.js';
import { linesChart } from '../../../../src/scene/charts/lines-chart.js';
import { seriesLook } from '../../../../src/scene/charts/series-table.js';
import { paintSvg } from '../../../../src/scene/svg.js';
import { PALETTES } from '../../../../src/scene/theme.js';

const palette = PALETTES.light;

describe('an axis', () => {
  it.each([
    [20.1e6, [0, 5e6, 10e6, 15e6, 20e6, 25e6]],
    [100, [0, 20, 40, 60, 80, 100]],
    [7, [0, 2, 4, 6, 8]],
    [0.3, [0, 0.1, 0.2, 0.3]],
    [0, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])('to %d has round ticks that hold it', (most, ticks) => {
    const axis = valueAxis(most);
    expect(axis.ticks.map((tick) => Number(tick.toPrecision(6)))).toEqual(ticks);
    expect(axis.top).toBeGreaterThanOrEqual(most);
  });
});

describe('series', () => {
  it('are twenty-eight different ones, by colour and dash', () => {
    const looks = Array.from({ length: 28 }, (_, i) => JSON.stringify(seriesLook(i)));
    expect(new Set(looks).size).toBe(28);
  });
});

describe('lines over time', () => {
  it('are steps from edge to edge, nothing at the bottom and the most at its height', () => {
    const { shapes, height } = linesChart({
      series: [{ name: 'as-it-is', values: [0, 100, 0] }],
      edges: [0, 3600, 7200, 10_800],
      width: 400,
      height: 200,
      palette,
      language: 'en',
    });
    // The plot: 64 to 388 across (a third is 108), 174 up to 12; the axis ends at 100.
    const steps = shapes.flatMap((shape) =>
      shape.kind === 'line' && shape.lineWidth === 1.75 ? [[...shape.from, ...shape.to]] : [],
    );
    expect(steps).toEqual([
      [64, 174, 172, 174],
      [172, 174, 172, 12],
      [172, 12, 280, 12],
      [280, 12, 280, 174],
      [280, 174, 388, 174],
    ]);
    expect(height).toBe(218);
    expect(shapes.some((shape) => shape.kind === 'text' && shape.text === 'as-it-is')).toBe(true);
  });
});

describe('cost against loss', () => {
  it('joins the front by cost, and keeps labels of neighbours apart', () => {
    const mark = { spread: 0, onFront: true };
    const { shapes } = frontChart({
      marks: [
        { name: 'dear', cost: 10, loss: 0, ...mark },
        { name: 'cheap', cost: 2, loss: 100, ...mark },
        { name: 'twin', cost: 10, loss: 1, ...mark, onFront: false },
      ],
      costLabel: 'cost',
      lossLabel: 'lost',
      width: 500,
      height: 300,
      palette,
      language: 'en',
    });
    const joined = shapes.filter((shape) => shape.kind === 'line' && shape.dash !== undefined);
    // 64 to 370 across for 0 to 10, 256 up to 28 for 0 to 100.
    expect(joined).toMatchObject([{ from: [64 + 306 * 0.2, 28], to: [370, 256] }]);
    const labels = shapes.flatMap((shape) =>
      shape.kind === 'text' && ['dear', 'twin'].includes(shape.text) ? [shape.y] : [],
    );
    expect(Math.abs(labels[0] - labels[1])).toBeGreaterThanOrEqual(13);
  });

  it('cannot be steered by a name', () => {
    const chart = frontChart({
      marks: [{ name: '</svg><script>x</script>', cost: 1, loss: 1, spread: 1, onFront: true }],
      costLabel: '<b>',
      lossLabel: '&',
      width: 500,
      height: 300,
      palette,
      language: 'ko',
    });
    const svg = paintSvg(chart, { title: 'x' });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
  });

  it('leaves a label beside its mark where no other label reaches', () => {
    const mark = { spread: 0, onFront: true };
    const { shapes } = frontChart({
      marks: [
        { ...mark, name: 'near', cost: 60, loss: 1 },
        { ...mark, name: 'far', cost: 80, loss: 1 },
        { ...mark, name: 'high', cost: 10, loss: 100 },
      ],
      width: 900,
      height: 360,
      palette,
      costLabel: 'cost',
      lossLabel: 'lost',
      language: 'en',
    });
    const labels = shapes.filter((shape) => shape.kind === 'text' && ['near', 'far'].includes(shape.text));
    // Some hundred pixels apart, and four signs wide.
    expect(new Set(labels.map((shape) => (shape.kind === 'text' ? shape.y : null))).size).toBe(1);
  });
});
