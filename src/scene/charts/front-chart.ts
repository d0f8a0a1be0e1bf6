/** Cost against loss, a mark a layout: those that none dominates are joined, the others are hollow. */
import { formatCount, type Language } from '../../results/amounts.js';
import type { DisplayList, Shape } from '../display-list.js';
import type { Palette } from '../theme.js';
import { valueAxis } from './axis.js';

export interface FrontMark {
  readonly name: string;
  readonly cost: number;
  readonly loss: number;
  /** Standard deviation over the seeds; 0: none. */
  readonly spread: number;
  readonly onFront: boolean;
}

export interface FrontChart {
  readonly marks: readonly FrontMark[];
  readonly costLabel: string;
  readonly lossLabel: string;
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  readonly language: Language;
}

const LEFT = 64;
const RIGHT = 130;
const TOP = 28;
const BOTTOM = 44;
const SIZE = 12;
const RADIUS = 5;
/** Of a sign of a label, bold, about; labels need not touch to be moved apart. */
const WIDEST = 7.5;

export function frontChart(chart: FrontChart): DisplayList {
  const { marks, width, height, palette, language } = chart;
  const costs = valueAxis(Math.max(0, ...marks.map(({ cost }) => cost)));
  const losses = valueAxis(Math.max(0, ...marks.map(({ loss, spread }) => loss + spread)));
  const bottom = height - BOTTOM;
  const x = (cost: number): number => LEFT + ((width - LEFT - RIGHT) * cost) / costs.top;
  const y = (loss: number): number => bottom - ((bottom - TOP) * Math.max(0, loss)) / losses.top;
  const text = { size: SIZE, fill: palette.inkSoft };
  const front = marks.filter(({ onFront }) => onFront).sort((a, b) => a.cost - b.cost);
  const shapes: Shape[] = [
    { kind: 'text', x: 4, y: 14, text: chart.lossLabel, ...text },
    { kind: 'text', x: (LEFT + width - RIGHT) / 2, y: height - 6, text: chart.costLabel, anchor: 'middle', ...text },
    ...losses.ticks.flatMap((tick): Shape[] => [
      { kind: 'line', from: [LEFT, y(tick)], to: [width - RIGHT, y(tick)], stroke: palette.line, lineWidth: 1 },
      { kind: 'text', x: LEFT - 6, y: y(tick) + 4, text: formatCount(tick, language), anchor: 'end', ...text },
    ]),
    ...costs.ticks.map(
      (tick): Shape => ({
        kind: 'text',
        x: x(tick),
        y: bottom + 18,
        text: formatCount(tick, language),
        anchor: 'middle',
        ...text,
      }),
    ),
    ...front.slice(1).map(
      (mark, i): Shape => ({
        kind: 'line',
        from: [x(front[i].cost), y(front[i].loss)],
        to: [x(mark.cost), y(mark.loss)],
        stroke: palette.accent,
        lineWidth: 1,
        dash: [4, 3],
      }),
    ),
    ...placed(marks, x, y).flatMap(({ mark, labelY }) => ofMark(mark, labelY, x, y, palette)),
  ];
  return { width, height, background: palette.page, shapes };
}

/** Labels beside their marks, moved apart where marks are close. */
function placed(
  marks: readonly FrontMark[],
  x: (cost: number) => number,
  y: (loss: number) => number,
): { readonly mark: FrontMark; readonly labelY: number }[] {
  const taken: { readonly from: number; readonly to: number; readonly y: number }[] = [];
  return [...marks]
    .sort((a, b) => b.loss - a.loss)
    .map((mark) => {
      const from = x(mark.cost);
      const to = from + RADIUS + 4 + mark.name.length * WIDEST;
      let labelY = y(mark.loss) + 4;
      const isTaken = (): boolean =>
        taken.some((each) => each.from < to && from < each.to && Math.abs(each.y - labelY) < SIZE + 1);
      while (isTaken()) labelY -= 1;
      taken.push({ from, to, y: labelY });
      return { mark, labelY };
    });
}

function ofMark(
  { name, cost, loss, spread, onFront }: FrontMark,
  labelY: number,
  x: (cost: number) => number,
  y: (loss: number) => number,
  palette: Palette,
): Shape[] {
  const at = x(cost);
  return [
    ...(spread > 0
      ? [
          {
            kind: 'line',
            from: [at, y(loss - spread)],
            to: [at, y(loss + spread)],
            stroke: palette.outline,
            lineWidth: 1.5,
          } satisfies Shape,
        ]
      : []),
    {
      kind: 'circle',
      x: at,
      y: y(loss),
      radius: RADIUS,
      fill: onFront ? palette.accent : palette.page,
      stroke: onFront ? palette.accent : palette.outline,
      lineWidth: 1.5,
    },
    { kind: 'text', x: at + RADIUS + 4, y: labelY, text: name, size: SIZE, fill: palette.ink, bold: onFront },
  ];
}
