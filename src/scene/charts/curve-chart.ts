/**
 * One measure over the values of a parameter: the means joined, at each value the interval of the mean and the best and worst
 * run, and between which two values it tips.
 *
 * Bands stand at the values alone, for between them nothing was run. A run in which it never came has no number: such values bear
 * a cross at the top. Left out: logarithmic scales.
 */
import type { Language } from '../../results/amounts.js';
import type { Unit } from '../../results/measures/measure.js';
import type { DisplayList, Shape } from '../display-list.js';
import { estimateText } from '../text-fit.js';
import type { Palette } from '../theme.js';
import { amountAxis } from './amount-axis.js';

export interface CurvePoint {
  /** Where it stands across. */
  readonly number: number;
  /** As it is written. */
  readonly text: string;
  readonly mean: number | null;
  readonly ci95: readonly [low: number, high: number] | null;
  readonly least: number | null;
  readonly greatest: number | null;
  /** Runs in which it never came. */
  readonly never: number;
}

export interface CurveChart {
  /** At least one, in their order across; the first stands to the left. */
  readonly points: readonly CurvePoint[];
  readonly unit: Unit;
  /** Place of the last point before it tips; null: it does not. */
  readonly tipsAfter: number | null;
  readonly words: CurveWords;
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  readonly language: Language;
}

export interface CurveWords {
  /** Below, and above to the left. */
  readonly parameter: string;
  readonly measure: string;
  /** At the crosses, and at what marks the tipping point. */
  readonly never: string;
  readonly tips: string;
}

const LEFT = 78;
const RIGHT = 24;
const TOP = 64;
const BOTTOM = 44;
const SIZE = 12;
const WIDEST_BAND = 18;
const BAND = '#D9DEE5';
const BETWEEN_LABELS = 14;
const RADIUS = 3;
const CROSS = 4;

export function curveChart(chart: CurveChart): DisplayList {
  const { points, width, height, palette, language, unit, words } = chart;
  const bottom = height - BOTTOM;
  const most = Math.max(
    0,
    ...points.map(({ greatest, mean, ci95 }) => Math.max(greatest ?? mean ?? 0, ci95?.[1] ?? 0)),
  );
  const axis = amountAxis(most, unit, language);
  const [first, last] = [points[0].number, points[points.length - 1].number];
  const room = width - LEFT - RIGHT - WIDEST_BAND;
  const x = (number: number): number =>
    LEFT + WIDEST_BAND / 2 + (first === last ? room / 2 : (room * (number - first)) / (last - first));
  const y = (value: number): number => bottom - ((bottom - TOP) * Math.max(0, value)) / axis.top;
  const band = Math.min(WIDEST_BAND, (0.7 * room) / Math.max(1, points.length - 1));
  const text = { size: SIZE, fill: palette.inkSoft };
  const shapes: Shape[] = [
    { kind: 'text', x: 4, y: 14, text: words.measure, ...text },
    {
      kind: 'text',
      x: LEFT + (width - LEFT - RIGHT) / 2,
      y: height - 6,
      text: words.parameter,
      anchor: 'middle',
      ...text,
    },
    ...tipping(chart, x, bottom),
    ...axis.ticks.flatMap(({ value, text: tick }): Shape[] => [
      { kind: 'line', from: [LEFT, y(value)], to: [width - RIGHT, y(value)], stroke: palette.line, lineWidth: 1 },
      { kind: 'text', x: LEFT - 6, y: y(value) + 4, text: tick, anchor: 'end', ...text },
    ]),
    ...points.flatMap((point) => bandsOf(point, x(point.number), y, band, palette)),
    ...joined(points, x, y, palette),
    ...points.flatMap((point) => dotOf(point, x(point.number), y, palette)),
    ...labels(points, x, bottom, palette),
    ...crosses(chart, x),
  ];
  return { width, height, background: palette.page, shapes };
}

function tipping(
  { points, tipsAfter, palette, words }: CurveChart,
  x: (number: number) => number,
  bottom: number,
): Shape[] {
  if (tipsAfter === null) return [];
  const [from, to] = [x(points[tipsAfter].number), x(points[tipsAfter + 1].number)];
  return [
    {
      kind: 'rect',
      x: from,
      y: TOP - 30,
      width: to - from,
      height: bottom - TOP + 30,
      fill: palette.accent,
      opacity: 0.1,
    },
    {
      kind: 'text',
      x: (from + to) / 2,
      y: TOP - 36,
      text: words.tips,
      anchor: 'middle',
      size: SIZE,
      fill: palette.accent,
      bold: true,
    },
  ];
}

function bandsOf(
  { least, greatest, ci95 }: CurvePoint,
  at: number,
  y: (value: number) => number,
  band: number,
  palette: Palette,
): Shape[] {
  const bar = (low: number, high: number, width: number, fill: string): Shape => ({
    kind: 'rect',
    x: at - width / 2,
    y: y(high),
    width,
    height: Math.max(0, y(low) - y(high)),
    fill,
  });
  return [
    ...(least === null || greatest === null || greatest <= least ? [] : [bar(least, greatest, band, BAND)]),
    ...(ci95 === null || ci95[1] <= ci95[0] ? [] : [bar(ci95[0], ci95[1], band / 3, palette.outline)]),
  ];
}

/** Neighbours without a mean are not joined. */
function joined(
  points: readonly CurvePoint[],
  x: (number: number) => number,
  y: (value: number) => number,
  palette: Palette,
): Shape[] {
  return points.slice(1).flatMap((point, i): Shape[] => {
    const before = points[i];
    if (before.mean === null || point.mean === null) return [];
    const [from, to] = [before, point].map((each): [number, number] => [x(each.number), y(each.mean as number)]);
    return [{ kind: 'line', from, to, stroke: palette.accent, lineWidth: 1.75 }];
  });
}

function dotOf({ mean }: CurvePoint, at: number, y: (value: number) => number, palette: Palette): Shape[] {
  if (mean === null) return [];
  return [
    { kind: 'circle', x: at, y: y(mean), radius: RADIUS, fill: palette.accent, stroke: palette.page, lineWidth: 1 },
  ];
}

/** As many as do not touch, the first among them. */
function labels(
  points: readonly CurvePoint[],
  x: (number: number) => number,
  bottom: number,
  palette: Palette,
): Shape[] {
  let free = Number.NEGATIVE_INFINITY;
  return points.flatMap(({ number, text }): Shape[] => {
    const half = estimateText(text, SIZE, false) / 2;
    if (x(number) - half < free) return [];
    free = x(number) + half + BETWEEN_LABELS;
    return [{ kind: 'text', x: x(number), y: bottom + 18, text, anchor: 'middle', size: SIZE, fill: palette.inkSoft }];
  });
}

function crosses({ points, words, palette }: CurveChart, x: (number: number) => number): Shape[] {
  const missing = points.filter(({ never }) => never > 0);
  if (missing.length === 0) return [];
  const at = TOP - 18;
  const stroke = { stroke: palette.alarm, lineWidth: 2 };
  return [
    { kind: 'text', x: LEFT - 6, y: at + 4, text: words.never, anchor: 'end', size: SIZE, fill: palette.alarm },
    ...missing.flatMap(({ number }): Shape[] => {
      const middle = x(number);
      return [
        { kind: 'line', from: [middle - CROSS, at - CROSS], to: [middle + CROSS, at + CROSS], ...stroke },
        { kind: 'line', from: [middle - CROSS, at + CROSS], to: [middle + CROSS, at - CROSS], ...stroke },
      ];
    }),
  ];
}
