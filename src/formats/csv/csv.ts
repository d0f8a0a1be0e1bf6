/**
 * Comma-separated values (RFC 4180), for spreadsheets. A text that a spreadsheet would take for a formula is given an
 * apostrophe before it (OWASP, "CSV Injection"); numbers stay numbers, negative ones too. Control characters are shown.
 */
import { escapeText } from '../../scenario/reading/escape-text.js';

export type CsvCell = string | number | null;

export function csv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = escapeText(value);
  const safe = /^\s*[=+\-@|]/.test(value) || /^[\t\r\n]/.test(value) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
