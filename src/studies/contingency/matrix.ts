/**
 * A contingency as a matrix: a row for what fails alone, a column for each layout, and the order of the rows.
 *
 * A cell is null where its run is not made yet, or where the layout has no such thing to fail. Pairs have no row.
 */
import type { ContingencyCase } from './contingency.js';
import type { FailureKind } from './failures.js';

export interface MatrixRow {
  /** `site pangyo` */
  readonly key: string;
  readonly kind: FailureKind;
  readonly id: string;
  /** In the order of the layouts. */
  readonly cells: readonly (ContingencyCase | null)[];
}

/** `worst`: by the worst cell of the row; `tried`: as they were run; a layout: by its own column. */
export type MatrixOrder = 'worst' | 'tried' | { readonly layout: string };

export function matrixRows(
  layouts: readonly string[],
  cases: readonly ContingencyCase[],
  order: MatrixOrder,
): readonly MatrixRow[] {
  const rows = new Map<string, MatrixRow & { cells: (ContingencyCase | null)[] }>();
  for (const each of cases) {
    if (each.failed.length !== 1) continue;
    const [[kind], [id]] = [each.kinds, each.failed];
    const key = `${kind} ${id}`;
    const row = rows.get(key) ?? { key, kind, id, cells: layouts.map(() => null) };
    const column = layouts.indexOf(each.layout);
    if (column >= 0) row.cells[column] = each;
    rows.set(key, row);
  }
  const all = [...rows.values()];
  if (order === 'tried') return all;
  const column = order === 'worst' ? null : layouts.indexOf(order.layout);
  // Sorting is stable: among equals those that were tried first come first.
  return all.sort((a, b) => weightOf(b, column) - weightOf(a, column));
}

/** The most user-hours that any cell shows, for the size of marks. */
export function mostLost(cases: readonly ContingencyCase[]): number {
  return Math.max(0, ...cases.map(({ userHoursLost }) => userHoursLost));
}

/** What is not known yet comes last. */
function weightOf({ cells }: MatrixRow, column: number | null): number {
  const shown = column === null ? cells : [cells[column]];
  return Math.max(-1, ...shown.map((each) => each?.userHoursLost ?? -1));
}
