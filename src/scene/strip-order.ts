/** Orders of the strip's rows. Ties are settled by the scenario's order. */

import type { Language } from '../results/amounts.js';
import { textIn } from '../results/names.js';
import type { RunDocument } from '../results/run-document.js';
import type { Lanes } from './lanes.js';
import type { StripRow } from './strip.js';

export const STRIP_ORDERS = ['failed', 'depth', 'lost', 'name'] as const;
export type StripOrder = (typeof STRIP_ORDERS)[number];

export function orderStrip(
  rows: readonly StripRow[],
  order: StripOrder,
  document: RunDocument,
  lanes: Lanes,
  language: Language,
): readonly StripRow[] {
  const key = keyOf(order, document, lanes);
  const collator = (a: StripRow, b: StripRow): number =>
    order === 'name'
      ? compare(textIn(a.subject.name, language, a.subject.id), textIn(b.subject.name, language, b.subject.id))
      : key(a) - key(b);
  const place = new Map(rows.map((row, index) => [row, index]));
  return [...rows].sort((a, b) => collator(a, b) || (place.get(a) as number) - (place.get(b) as number));
}

function keyOf(order: StripOrder, document: RunDocument, lanes: Lanes): (row: StripRow) => number {
  if (order === 'lost') {
    const lost = new Map([...document.services, ...document.journeys].map((each) => [each.id, each.userHoursLost]));
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
