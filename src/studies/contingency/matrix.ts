/**
 * A contingency as a matrix: a row for what fails, alone or as a pair, a column for each layout, and the order of the rows.
 *
 * A cell is null where its run is not made yet, or where the layout has no such thing to fail.
 */
import type { ContingencyCase } from './contingency.js';
import type { FailureKind } from './failures.js';

export interface MatrixRow {
  /** `site pangyo`, `site pangyo + link wan` */
  readonly key: string;
  /** One thing, or two that fail together. */
  readonly failed: readonly { readonly kind: FailureKind; readonly id: string }[];
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
    const failed = each.failed.map((id, i) => ({ kind: each.kinds[i], id }));
    const key = failed.map(({ kind, id }) => `${kind} ${id}`).join(' + ');
    const row = rows.get(key) ?? { key, failed, cells: layouts.map(() => null) };
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

/** The most people that any cell's curve shows, for the height of all of them. */
export function mostAffected(cases: readonly ContingencyCase[]): number {
  return cases.reduce((most, { affected = [] }) => Math.max(most, ...affected), 0);
}

/** What is not known yet comes last. */
function weightOf({ cells }: MatrixRow, column: number | null): number {
  const shown = column === null ? cells : [cells[column]];
  return Math.max(-1, ...shown.map((each) => each?.userHoursLost ?? -1));
}
