/**
 * Rows against columns, a number in each cell, the darker the greater: what fails, against layouts or against what fails with it.
 *
 * The lightness goes by the square root, so that small numbers are told from none; every cell bears its text, which is all that
 * a grey printer or a colour-blind reader needs. A cell may be marked with an outline.
 */
import type { DisplayList, Shape } from '../display-list.js';
import { estimateText, fitText } from '../text-fit.js';
import type { Palette } from '../theme.js';

export interface MatrixCell {
  /** 0 or more: how dark. */
  readonly value: number;
  readonly text: string;
  readonly isMarked: boolean;
}

export interface MatrixChart {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly (MatrixCell | null)[] }[];
  readonly width: number;
  readonly palette: Palette;
}

const ROW = 24;
const SIZE = 12;
const CELL_SIZE = 11;
const WIDEST_NAME = 260;
const WIDEST_CELL = 132;
const GAP = 2;
const HEAD_LINES = 3;
const LINE = 14;
/** Ladder of one hue from paper to ink; white letters from where they are read better. */
const LIGHT: readonly [number, number, number] = [255, 247, 240];
const DARK: readonly [number, number, number] = [122, 46, 16];
const WHITE_FROM = 0.55;

export function matrixChart({ columns, rows, width, palette }: MatrixChart): DisplayList {
  const names = Math.min(WIDEST_NAME, Math.max(0, ...rows.map(({ name }) => estimateText(name, SIZE, false))) + 12);
  const cell = Math.min(WIDEST_CELL, (width - names) / Math.max(1, columns.length));
  const heads = columns.map((name) =>
    fitText(name, { width: cell - 6, lines: HEAD_LINES, size: CELL_SIZE }, estimateText),
  );
  const top = Math.max(0, ...heads.map((lines) => lines.length)) * LINE + 8;
  const most = Math.max(0, ...rows.flatMap(({ cells }) => cells.map((each) => each?.value ?? 0)));
  const shapes: Shape[] = [
    ...heads.flatMap((lines, column) =>
      lines.map(
        (text, i): Shape => ({
          kind: 'text',
          x: names + cell * (column + 0.5),
          y: top - 8 - LINE * (lines.length - 1 - i),
          text,
          size: CELL_SIZE,
          fill: palette.inkSoft,
          anchor: 'middle',
        }),
      ),
    ),
    ...rows.flatMap(({ name, cells }, row) => {
      const y = top + ROW * row;
      const [text = ''] = fitText(name, { width: names - 10, lines: 1, size: SIZE }, estimateText);
      return [
        { kind: 'text', x: 0, y: y + 16, text, size: SIZE, fill: palette.ink } satisfies Shape,
        ...cells.flatMap((each, column) => ofCell(each, names + cell * column, y, cell, most, palette)),
      ];
    }),
  ];
  return {
    width: names + cell * columns.length,
    height: top + ROW * rows.length + 2,
    background: palette.page,
    shapes,
  };
}

function ofCell(each: MatrixCell | null, x: number, y: number, width: number, most: number, palette: Palette): Shape[] {
  if (each === null) return [];
  const share = most > 0 && each.value > 0 ? Math.sqrt(each.value / most) : 0;
  return [
    {
      kind: 'rect',
      x: x + GAP / 2,
      y: y + GAP / 2,
      width: width - GAP,
      height: ROW - GAP,
      fill: share === 0 ? palette.panel : colour(share),
      stroke: each.isMarked ? palette.ink : palette.line,
      lineWidth: each.isMarked ? 2 : 1,
    },
    {
      kind: 'text',
      x: x + width / 2,
      y: y + 16,
      text: each.text,
      size: CELL_SIZE,
      fill: share >= WHITE_FROM ? '#FFFFFF' : palette.ink,
      anchor: 'middle',
      bold: each.isMarked,
    },
  ];
}

function colour(share: number): string {
  const parts = LIGHT.map((from, i) => Math.round(from + (DARK[i] - from) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
