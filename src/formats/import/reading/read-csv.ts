/** A table (RFC 4180; commas, semicolons, tabs or bars) to rows of cells with their line. Lines with `#` are comments. */
import Papa from 'papaparse';
import type { Positions, Span } from '../../../scenario/reading/span.js';
import type { ImportProblems } from '../import-problem.js';
import { MAX_PARTS } from './limits.js';

export interface Row {
  readonly cells: readonly string[];
  /** The row's first line. */
  readonly at: Span;
}

const DELIMITERS = [',', ';', '\t', '|'];

/** Null when there is a problem, which was then told. */
export function readCsv(text: string, positions: Positions, problems: ImportProblems): Row[] | null {
  const rows: Row[] = [];
  let start = 0;
  let parts = 0;
  let failed = false;
  const before = problems.any;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    comments: '#',
    step({ data, errors, meta }, parser) {
      const at = rowSpan(text, positions, start);
      start = meta.cursor;
      for (const { type, message } of errors) {
        if (type === 'Delimiter' || failed) continue;
        failed = true;
        const reason = type === 'Quotes' ? 'quotes that do not end, or text after them' : message;
        problems.add('syntax', at, { language: 'CSV', reason });
      }
      parts += data.length;
      if (parts > MAX_PARTS) {
        problems.add('too-complex', at, { limit: MAX_PARTS });
        failed = true;
        parser.abort();
      }
      const cells = data.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) rows.push({ cells, at });
    },
  });
  return failed || (!before && problems.any) ? null : rows;
}

/** The one that most lines have, and have equally often; a comma where none is. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 10_000)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .slice(0, 20);
  const score = (delimiter: string): number => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const least = Math.min(...counts);
    return least === 0 ? counts.filter((count) => count > 0).length / 1000 : least;
  };
  if (lines.length === 0) return ',';
  return DELIMITERS.reduce((best, each) => (score(each) > score(best) ? each : best));
}

/** Past the blank and comment lines that the parser skipped. */
function rowSpan(text: string, positions: Positions, start: number): Span {
  let from = start;
  for (;;) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? undefined : end).trim();
    if (end < 0 || (line !== '' && !line.startsWith('#'))) return positions.at(from, from + Math.max(1, line.length));
    from = end + 1;
  }
}
