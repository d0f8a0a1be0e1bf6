/**
 * What the strip lists, line by line: rows of services, each with the same service's in the layouts that it is compared with; of many
 * rows their groups, to be opened.
 */
import { computed, signal } from '@preact/signals';
import { orderStrip, type StripGroup, type StripRow, stripGroups } from '../library.js';
import { besides } from './comparing.js';
import { unseen } from './learning.js';
import { language } from './preferences.js';
import { runDocument, session } from './session.js';
import { stripOrder } from './view.js';

export type StripLine =
  | {
      readonly kind: 'row';
      readonly row: StripRow;
      /** Of the layout that it is compared with; null: of the one that is looked at. */
      readonly layout: string | null;
      readonly inGroup: boolean;
    }
  | { readonly kind: 'group'; readonly group: StripGroup; readonly open: boolean };

/** Above so many, groups. */
const GROUPED_FROM = 41;
/** More would be no strip, and on some machines more than a canvas may be. */
export const ROWS = 60;
export const MOST_ROWS = 400;

/** How many rows are shown, beside those of groups. */
export const rowLimit = signal(ROWS);
/** Null: by how many there are. */
const wish = signal<boolean | null>(null);
const opened = signal<ReadonlySet<string>>(new Set());

export const orderedRows = computed(() => {
  if (session.value === null) return [];
  const { rows: all, lanes } = session.value;
  // What failed first, or lost most, tells of what was not played yet.
  const order = unseen.value ? 'depth' : stripOrder.value;
  return orderStrip(all, order, { document: runDocument.value, lanes, language: language.value });
});

/** Where something is known of what really happened, rows are looked at one by one. */
export const isGrouped = computed(() => {
  const isHeldAgainstHistory = orderedRows.value.some(({ history }) => history.length > 0);
  return wish.value ?? (orderedRows.value.length >= GROUPED_FROM && !isHeldAgainstHistory);
});

const groups = computed<readonly StripGroup[]>(() =>
  session.value === null || !isGrouped.value ? [] : stripGroups(orderedRows.value, session.value.lanes),
);

/** Rows that would be listed, had they room. */
const listed = computed<readonly StripRow[]>(() =>
  isGrouped.value ? groups.value.flatMap(({ key, rows }) => (opened.value.has(key) ? rows : [])) : orderedRows.value,
);
export const hiddenRows = computed(() => listed.value.slice(rowLimit.value));

export const stripLines = computed<readonly StripLine[]>(() => {
  const shown = new Set(listed.value.slice(0, rowLimit.value));
  if (!isGrouped.value) return [...shown].flatMap((row) => withOthers(row, false));
  return groups.value.flatMap((group): StripLine[] => [
    { kind: 'group', group, open: opened.value.has(group.key) },
    ...group.rows.filter((row) => shown.has(row)).flatMap((row) => withOthers(row, true)),
  ]);
});

function withOthers(row: StripRow, inGroup: boolean): StripLine[] {
  return [
    { kind: 'row', row, layout: null, inGroup },
    ...besides.value.flatMap((other): StripLine[] => {
      const same = other.rows.find(({ subject }) => subject.id === row.subject.id && subject.kind === row.subject.kind);
      return same === undefined ? [] : [{ kind: 'row', row: same, layout: other.scenario.layout, inGroup }];
    }),
  ];
}

export function toggleGrouping(): void {
  wish.value = !isGrouped.value;
}

export function toggleGroup(key: string): void {
  const next = new Set(opened.value);
  if (!next.delete(key)) next.add(key);
  opened.value = next;
}
