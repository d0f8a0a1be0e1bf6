/** Rows of cells, aligned by the columns that they take in a terminal; cells may be coloured. */
import { padEnd, padStart, widthOf } from './width.js';

export type Align = 'left' | 'right';

export interface ColumnsOptions {
  readonly align: readonly Align[];
  readonly indent: number;
  /** Spaces between columns. */
  readonly gap?: number;
}

export function columns(rows: readonly (readonly string[])[], { align, indent, gap = 2 }: ColumnsOptions): string[] {
  const widths = align.map((_, column) => Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))));
  const used = align.map((_, column) => column).filter((column) => widths[column] > 0);
  return rows.map((row) => {
    const cells = used.map((column) => {
      const cell = row[column] ?? '';
      return align[column] === 'left' ? padEnd(cell, widths[column]) : padStart(cell, widths[column]);
    });
    return `${' '.repeat(indent)}${cells.join(' '.repeat(gap))}`.trimEnd();
  });
}
