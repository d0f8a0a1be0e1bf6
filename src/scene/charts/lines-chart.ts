/**
 * Several series over time on one scale, as steps (a mean holds for its whole part), with a legend that says their names.
 *
 * Left out: labels at the lines, which cross.
 */
import { formatCount, formatDuration, type Language } from '../../results/amounts.js';
import type { DisplayList, Shape } from '../display-list.js';
import type { Palette } from '../theme.js';
import { valueAxis } from './axis.js';
import { seriesLook } from './series-table.js';

export interface Series {
  readonly name: string;
  /** One value a part. */
  readonly values: readonly number[];
}

export interface LinesChart {
  readonly series: readonly Series[];
  /** Where the parts begin and end, seconds; one more than there are parts. */
  readonly edges: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  readonly language: Language;
}

const LEFT = 64;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 26;
const LEGEND_ROW = 18;
const SIZE = 12;
const TIME_TICKS = 6;

export function linesChart({ series, edges, width, height, palette, language }: LinesChart): DisplayList {
  const bottom = height - BOTTOM;
  const { top, ticks } = valueAxis(Math.max(0, ...series.flatMap(({ values }) => values)));
  const end = edges.at(-1) ?? 1;
  const x = (seconds: number): number => LEFT + ((width - LEFT - RIGHT) * seconds) / end;
  const y = (value: number): number => bottom - ((bottom - TOP) * value) / top;
  const text = { size: SIZE, fill: palette.inkSoft };
  const shapes: Shape[] = [
    ...ticks.flatMap((tick): Shape[] => [
      { kind: 'line', from: [LEFT, y(tick)], to: [width - RIGHT, y(tick)], stroke: palette.line, lineWidth: 1 },
      { kind: 'text', x: LEFT - 6, y: y(tick) + 4, text: formatCount(tick, language), anchor: 'end', ...text },
    ]),
    ...Array.from({ length: TIME_TICKS + 1 }, (_, i): Shape => {
      const seconds = (end * i) / TIME_TICKS;
      const anchor = i === 0 ? 'start' : i === TIME_TICKS ? 'end' : 'middle';
      return { kind: 'text', x: x(seconds), y: bottom + 17, text: formatDuration(seconds, language), anchor, ...text };
    }),
    ...series.flatMap(({ values }, place) => stepsOf(values, edges, x, y, place)),
    ...series.flatMap(({ name }, place) => legend(name, place, height, palette)),
  ];
  return { width, height: height + LEGEND_ROW * series.length, background: palette.page, shapes };
}

function stepsOf(
  values: readonly number[],
  edges: readonly number[],
  x: (seconds: number) => number,
  y: (value: number) => number,
  place: number,
): Shape[] {
  const { colour, dash } = seriesLook(place);
  const line = (from: readonly [number, number], to: readonly [number, number]): Shape => ({
    kind: 'line',
    from,
    to,
    stroke: colour,
    lineWidth: 1.75,
    dash,
  });
  return values.flatMap((value, i) => [
    line([x(edges[i]), y(value)], [x(edges[i + 1]), y(value)]),
    ...(i + 1 < values.length && values[i + 1] !== value
      ? [line([x(edges[i + 1]), y(value)], [x(edges[i + 1]), y(values[i + 1])])]
      : []),
  ]);
}

function legend(name: string, place: number, from: number, palette: Palette): Shape[] {
  const { colour, dash } = seriesLook(place);
  const y = from + LEGEND_ROW * place + LEGEND_ROW / 2;
  return [
    { kind: 'line', from: [LEFT, y], to: [LEFT + 30, y], stroke: colour, lineWidth: 2.5, dash },
    { kind: 'text', x: LEFT + 38, y: y + 4, text: name, size: SIZE, fill: palette.ink },
  ];
}
