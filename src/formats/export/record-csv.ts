/**
 * The record as a table: a row for each change of a quantity of a thing. A value holds from its time to the next row of
 * the same quantity. Times are seconds since the start, and ISO 8601; states and causes are words.
 */
import { CAUSES, type RunRecord, STATES } from '../../record/record.js';
import { instantOf } from '../../results/instant.js';

const HEAD = ['seconds', 'at', 'kind', 'id', 'quantity', 'value'];

export function recordCsv(record: RunRecord): string {
  const rows = record.tracks.flatMap(({ entity, quantity, times, values }) => {
    const { kind, id } = record.entities[entity];
    return Array.from(times, (time, i) =>
      [String(time / 1e6), instantOf(record, time) ?? '', kind, cell(id), quantity, worded(quantity, values[i])].join(
        ',',
      ),
    );
  });
  return `${[HEAD.join(','), ...rows].join('\r\n')}\r\n`;
}

export function worded(quantity: string, value: number): string {
  if (quantity === 'state') return STATES[value] ?? String(value);
  if (quantity === 'cause') return CAUSES[value] ?? String(value);
  return String(value);
}

/** Ids have no signs that a table or a spreadsheet would take for more, but their joints (`->`, `:`, `#`) may begin none. */
function cell(id: string): string {
  return /[",\r\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id;
}
