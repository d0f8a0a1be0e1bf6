/**
 * The strip as a display list: its rows one below the other, without names and sums, which are text of the page.
 *
 * Bad times stand on the row's ground line. The bracket of what really happened lies over them: from the last moment
 * at which it is known not to have been back to the first at which it is known to be; open where only one is known.
 */
import type { DisplayList, Shape } from './display-list.js';
import { styleOf } from './state-table.js';
import { type BadPiece, type HistoryBracket, type StripRow, stripCells } from './strip.js';
import { PALETTES, type Palette, type Theme } from './theme.js';

export interface StripView {
  /** Window, microseconds. */
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly rowHeight: number;
  readonly theme: Theme;
}

/** A cell is at least so wide; pieces that are wider are drawn as they are. */
const PIXELS_A_CELL = 2;
const PIXELS_A_PIECE = 4;

/** What is drawn of a row: of a service, or of a group of them. */
export type DrawnRow = Pick<StripRow, 'pieces' | 'history'>;

export function stripScene(rows: readonly DrawnRow[], view: StripView): DisplayList {
  const palette = PALETTES[view.theme];
  const shapes: Shape[] = [];
  rows.forEach((row, index) => {
    const top = index * view.rowHeight;
    const ground = top + view.rowHeight - 3;
    shapes.push({
      kind: 'line',
      from: [0, ground + 0.5],
      to: [view.width, ground + 0.5],
      stroke: palette.line,
      lineWidth: 1,
    });
    shapes.push(...rowShapes(row, top + 3, ground, view, palette));
    for (const bracket of row.history) shapes.push(...bracketShapes(bracket, top + 2, ground, view, palette));
  });
  return { width: view.width, height: rows.length * view.rowHeight, background: 'none', shapes };
}

function rowShapes(row: DrawnRow, top: number, ground: number, view: StripView, palette: Palette): Shape[] {
  const { from, to, width, theme } = view;
  const x = (time: number): number => ((time - from) / (to - from)) * width;
  const high = ground - top;
  const bar = (
    left: number,
    right: number,
    share: number,
    state: Parameters<typeof styleOf>[0],
    framed: boolean,
  ): Shape => {
    const style = styleOf(state);
    return {
      kind: 'rect',
      x: left,
      y: ground - Math.max(1.5, high * share),
      width: Math.max(1, right - left),
      height: Math.max(1.5, high * share),
      fill: style.fill?.[theme] ?? palette.page,
      hatch: style.texture,
      ink: style.ink[theme],
      ...(framed ? { stroke: palette.outline, lineWidth: 1 } : {}),
    };
  };
  const seen = joined(row.pieces.filter((piece) => piece.to > from && piece.from < to));
  const wide = seen.every((piece) => x(Math.min(piece.to, to)) - x(Math.max(piece.from, from)) >= PIXELS_A_PIECE);
  if (wide)
    return seen.map((piece) => bar(Math.max(0, x(piece.from)), Math.min(width, x(piece.to)), 1, piece.state, true));
  const cells = stripCells(row, from, to, Math.max(1, Math.floor(width / PIXELS_A_CELL)));
  return cells.map((cell) => bar(x(cell.from), x(cell.to), cell.share, cell.state, false));
}

/** Neighbours of one state are one: a change of cause is no change of colour. */
function joined(pieces: readonly BadPiece[]): BadPiece[] {
  const all: BadPiece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.state === piece.state && last.to === piece.from) all[all.length - 1] = { ...last, to: piece.to };
    else all.push(piece);
  }
  return all;
}

function bracketShapes(
  { after, by }: HistoryBracket,
  top: number,
  ground: number,
  view: StripView,
  palette: Palette,
): Shape[] {
  const x = (time: number): number => ((time - view.from) / (view.to - view.from)) * view.width;
  const [start, end] = [after ?? (by as number), by ?? (after as number)];
  if (after === null && by === null) return [];
  const left = x(start);
  const right = x(end);
  if (right < 0 || left > view.width) return [];
  const line = (from: readonly [number, number], to: readonly [number, number]): Shape[] => [
    { kind: 'line', from, to, stroke: palette.page, lineWidth: 5 },
    { kind: 'line', from, to, stroke: palette.accent, lineWidth: 2 },
  ];
  const shapes: Shape[] = [];
  const middle = (top + ground) / 2;
  // Open ends point to the side where nothing is known.
  if (after !== null) shapes.push(...line([left, top], [left, ground]));
  if (by !== null) shapes.push(...line([right, top], [right, ground]));
  if (after !== null && by !== null) shapes.push(...line([left, middle], [right, middle]));
  else shapes.push(...line([by === null ? left : right - 10, middle], [by === null ? left + 10 : right, middle]));
  return shapes;
}
