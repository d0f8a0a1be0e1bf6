/** Orders of the strip's rows. Ties are settled by the scenario's order. */

import type { Language } from '../results/amounts.js';
import { textIn } from '../results/names.js';
import type { RunDocument } from '../results/run-document.js';
import type { Lanes } from './lanes.js';
import type { StripRow } from './strip.js';

export const STRIP_ORDERS = ['failed', 'depth', 'lost', 'name'] as const;
export type StripOrder = (typeof STRIP_ORDERS)[number];

export interface StripOrderContext {
  /** Null while it is not known what was lost: then that order is the scenario's. */
  readonly document: RunDocument | null;
  readonly lanes: Lanes;
  readonly language: Language;
}

export function orderStrip(
  rows: readonly StripRow[],
  order: StripOrder,
  context: StripOrderContext,
): readonly StripRow[] {
  const name = ({ subject }: StripRow): string => textIn(subject.name, context.language, subject.id);
  const key = keyOf(order, context);
  const place = new Map(rows.map((row, index) => [row, index]));
  return [...rows].sort(
    (a, b) =>
      (order === 'name' ? compare(name(a), name(b)) : key(a) - key(b)) ||
      (place.get(a) as number) - (place.get(b) as number),
  );
}

function keyOf(order: StripOrder, { document, lanes }: StripOrderContext): (row: StripRow) => number {
  if (order === 'lost') {
    const results = [...(document?.services ?? []), ...(document?.journeys ?? [])];
    const lost = new Map(results.map((each) => [each.id, each.userHoursLost]));
    return (row) => -(lost.get(row.subject.id) ?? 0);
  }
  if (order === 'depth') {
    const depth = new Map(lanes.columns.flatMap((column, i) => column.map((id): [string, number] => [id, i])));
    return (row) => (row.subject.kind === 'journey' ? -1 : (depth.get(row.subject.id) ?? lanes.columns.length));
  }
  // Those that never failed come last; a finite number, since the difference of two infinities is none.
  return (row) => row.failedAt ?? Number.MAX_SAFE_INTEGER;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
