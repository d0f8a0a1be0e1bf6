/** A table whose columns sort when their head is pressed; it stays in the scenario's order until then. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n/translate.js';

/** Thousands of rows that change with the clock would stop the page. */
const MOST = 200;

export interface Column<Item> {
  readonly key: string;
  readonly label: string;
  /** What is sorted by and, without `cell`, shown. */
  readonly value: (item: Item) => string | number;
  readonly cell?: (item: Item) => ComponentChildren;
  /** Aligned to the right. */
  readonly number?: boolean;
}

interface Props<Item> {
  readonly caption: string;
  readonly columns: readonly Column<Item>[];
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Rows at first, and with each press for more. */
  readonly most?: number;
}

export function SortableTable<Item>({ caption, columns, items, keyOf, most = MOST }: Props<Item>) {
  const [limit, setLimit] = useState(most);
  const [sort, setSort] = useState<{ key: string; down: boolean } | null>(null);
  const by = columns.find((column) => column.key === sort?.key);
  const sign = sort?.down ? -1 : 1;
  const shown = by === undefined ? items : [...items].sort((a, b) => sign * compare(by.value(a), by.value(b)));
  return (
    <table class="sortable">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label, number }) => (
            <th
              key={key}
              scope="col"
              class={number ? 'number' : undefined}
              aria-sort={sort?.key !== key ? undefined : sort.down ? 'descending' : 'ascending'}
            >
              <button
                type="button"
                title={t('table.sort', { column: label })}
                onClick={() => setSort({ key, down: sort?.key === key && !sort.down })}
              >
                {label}
                <span aria-hidden="true">{sort?.key !== key ? '' : sort.down ? ' ↓' : ' ↑'}</span>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.slice(0, limit).map((item) => (
          <tr key={keyOf(item)}>
            {columns.map(({ key, value, cell, number }, i) =>
              i === 0 ? (
                <th key={key} scope="row">
                  {cell?.(item) ?? value(item)}
                </th>
              ) : (
                <td key={key} class={number ? 'number' : undefined}>
                  {cell?.(item) ?? value(item)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
      {shown.length > limit && (
        <tfoot>
          <tr>
            <td colSpan={columns.length}>
              <button type="button" class="plain" onClick={() => setLimit(limit + most)}>
                {t('table.more', { count: shown.length - limit })}
              </button>
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
}
