/**
 * Bars to the right, one or several a row, with their numbers beside them and, where there is one, the interval: rankings.
 *
 * Several bars in a row are series, told apart in a legend. Left out: negative numbers.
 */
import type { Language } from '../../results/amounts.js';
import type { Unit } from '../../results/measures/measure.js';
import type { DisplayList, Shape } from '../display-list.js';
import { estimateText, fitText } from '../text-fit.js';
import type { Palette } from '../theme.js';
import { amountAxis } from './amount-axis.js';
import { seriesLook } from './series-table.js';

export interface Bar {
  readonly value: number;
  /** At its end. */
  readonly text: string;
  readonly ci95: readonly [low: number, high: number] | null;
}

export interface BarsChart {
  /** One a bar of a row; one alone has no legend. */
  readonly series: readonly string[];
  readonly rows: readonly { readonly name: string; readonly bars: readonly (Bar | null)[] }[];
  readonly unit: Unit;
  readonly width: number;
  readonly palette: Palette;
  readonly language: Language;
}

const BAR = 15;
const BETWEEN_ROWS = 9;
const SIZE = 12;
const WIDEST_NAME = 260;
const GAP = 8;
const TOP = 6;
const AXIS = 22;
const LEGEND_ROW = 18;
/** Bars are washed out, so that letters and intervals are read on them. */
const WASH = 0.75;

export function barsChart({ series, rows, unit, width, palette, language }: BarsChart): DisplayList {
  const all = rows.flatMap(({ bars }) => bars).filter((bar) => bar !== null);
  const left = 2 * GAP + Math.min(WIDEST_NAME, Math.max(0, ...rows.map(({ name }) => estimateText(name, SIZE, false))));
  const right = GAP + Math.max(0, ...all.map(({ text }) => estimateText(text, SIZE, false)));
  const axis = amountAxis(
    Math.max(0, ...all.map(({ value, ci95 }) => Math.max(value, ci95?.[1] ?? 0))),
    unit,
    language,
  );
  const x = (value: number): number => left + ((width - left - right) * Math.max(0, value)) / axis.top;
  const step = BAR * series.length + BETWEEN_ROWS;
  const bottom = TOP + step * rows.length;
  const shapes: Shape[] = [
    ...axis.ticks.flatMap(({ value, text }): Shape[] => [
      { kind: 'line', from: [x(value), TOP], to: [x(value), bottom], stroke: palette.line, lineWidth: 1 },
      { kind: 'text', x: x(value), y: bottom + 16, text, size: SIZE, fill: palette.inkSoft, anchor: 'middle' },
    ]),
    ...rows.flatMap(({ name, bars }, row) => {
      const from = TOP + step * row + BETWEEN_ROWS / 2;
      const [text = ''] = fitText(name, { width: left - GAP, lines: 1, size: SIZE }, estimateText);
      const middle = from + (BAR * series.length) / 2;
      return [
        {
          kind: 'text',
          x: left - GAP,
          y: middle + 4,
          text,
          size: SIZE,
          fill: palette.ink,
          anchor: 'end',
        } satisfies Shape,
        ...bars.flatMap((bar, place) => (bar === null ? [] : ofBar(bar, place, from + BAR * place, x, palette))),
      ];
    }),
    ...(series.length > 1 ? series.flatMap((name, place) => legend(name, place, left, bottom + AXIS, palette)) : []),
  ];
  const height = bottom + AXIS + (series.length > 1 ? LEGEND_ROW * series.length : 0);
  return { width, height, background: palette.page, shapes };
}

function ofBar(
  { value, text, ci95 }: Bar,
  place: number,
  y: number,
  x: (value: number) => number,
  palette: Palette,
): Shape[] {
  const { colour } = seriesLook(place + 1);
  const middle = y + BAR / 2;
  const end = x(Math.max(value, ci95?.[1] ?? 0));
  return [
    {
      kind: 'rect',
      x: x(0),
      y: y + 2,
      width: x(value) - x(0),
      height: BAR - 4,
      fill: colour,
      opacity: WASH,
    },
    ...(ci95 === null || ci95[1] <= ci95[0]
      ? []
      : [ci95[0], ci95[1]].map(
          (tip): Shape => ({
            kind: 'line',
            from: [x(tip), middle - 4],
            to: [x(tip), middle + 4],
            stroke: palette.ink,
            lineWidth: 1.5,
          }),
        )),
    ...(ci95 === null || ci95[1] <= ci95[0]
      ? []
      : [
          {
            kind: 'line',
            from: [x(ci95[0]), middle],
            to: [x(ci95[1]), middle],
            stroke: palette.ink,
            lineWidth: 1.5,
          } satisfies Shape,
        ]),
    { kind: 'text', x: end + GAP / 2, y: middle + 4, text, size: SIZE, fill: palette.ink },
  ];
}

function legend(name: string, place: number, left: number, from: number, palette: Palette): Shape[] {
  const y = from + LEGEND_ROW * place;
  return [
    { kind: 'rect', x: left, y: y + 3, width: 24, height: 11, fill: seriesLook(place + 1).colour, opacity: WASH },
    { kind: 'text', x: left + 32, y: y + 13, text: name, size: SIZE, fill: palette.ink },
  ];
}
