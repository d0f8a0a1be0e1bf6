/**
 * A table of edges: caller, callee, and how often; or of services: name, replicas, site, zone.
 *
 * With a line of names any order of columns is read; without one they are caller, callee, calls per request.
 */

import type { DependencyKind } from '../../../scenario/model.js';
import type { Span } from '../../../scenario/reading/span.js';
import type { ImportKind } from '../import-kind.js';
import type { ImportProblems } from '../import-problem.js';
import { note } from '../notes.js';
import type { Row } from '../reading/read-csv.js';
import { MOST_COUNT, MOST_RATE, numberFrom } from '../reading/tree-access.js';
import { callOf, type System, serviceOf } from '../system.js';

const COLUMNS = {
  from: ['from', 'source', 'caller', 'parent', 'client', 'src', 'upstream', 'source_service', 'source_workload'],
  to: [
    'to',
    'target',
    'callee',
    'child',
    'server',
    'dst',
    'dest',
    'destination',
    'downstream',
    'target_service',
    'destination_service',
    'destination_workload',
  ],
  perRequest: ['calls', 'calls_per_request', 'callsperrequest', 'ratio', 'per_request', 'probability'],
  volume: ['count', 'callcount', 'call_count', 'requests', 'weight', 'total', 'value'],
  rate: ['rate', 'rps', 'qps', 'requests_per_second', 'rate_per_second'],
  kind: ['kind', 'type', 'dependency'],
  timeout: ['timeout', 'timeout_seconds'],
  retries: ['retries'],
  name: ['name', 'service', 'id', 'node', 'label', 'workload'],
  replicas: ['replicas', 'servers', 'instances', 'count', 'pods'],
  site: ['site', 'datacenter', 'datacentre', 'data_center', 'dc', 'region', 'location'],
  zone: ['zone', 'az', 'availability_zone', 'rack'],
} as const;

type Column = keyof typeof COLUMNS;
type Found = Partial<Record<Column, number>>;

const KINDS: readonly string[] = ['required', 'optional', 'async', 'startup', 'operate'];

export const csvEdges: ImportKind = {
  name: 'csv',
  title: 'table',
  syntax: 'table',
  expects: 'a line with the columns "from" and "to", or two columns of names',
  recognises(content) {
    if (content.syntax !== 'table' || content.rows.length === 0) return false;
    const [head] = content.rows;
    const found = columnsOf(head);
    if (found !== null) return true;
    return head.cells.length >= 2 && head.cells.length <= 3 && !head.cells.slice(0, 2).some(isNumber);
  },
  read({ content, name }, system, problems) {
    if (content.syntax !== 'table') return;
    const [head, ...rest] = content.rows;
    const named = columnsOf(head);
    const columns: Found = named ?? { from: 0, to: 1, ...(head.cells.length > 2 ? { perRequest: 2 } : {}) };
    const rows = named === null ? content.rows : rest;
    for (const row of rows) {
      if (columns.from !== undefined && columns.to !== undefined) readEdge(row, columns, system, problems);
      else readService(row, columns, system, problems);
    }
    system.measuresCalls =
      columns.volume !== undefined || columns.rate !== undefined || columns.perRequest !== undefined;
    system.ratesPerSecond = columns.rate !== undefined && columns.volume === undefined;
    if (system.services.size === 0 && !problems.any)
      problems.add('nothing-found', name, { why: 'the table has no rows' });
  },
};

/** Which column is what; null when the first line is no line of names. */
function columnsOf({ cells }: Row): Found | null {
  const keys = cells.map((cell) => cell.toLowerCase().replace(/[\s.-]+/g, '_'));
  const find = (column: Column): number =>
    keys.findIndex((key) => (COLUMNS[column] as readonly string[]).includes(key));
  const found: Found = {};
  const isEdges = find('from') >= 0 && find('to') >= 0;
  const wanted: readonly Column[] = isEdges
    ? ['from', 'to', 'perRequest', 'volume', 'rate', 'kind', 'timeout', 'retries']
    : ['name', 'replicas', 'site', 'zone'];
  for (const column of wanted) {
    const at = find(column);
    if (at >= 0) found[column] = at;
  }
  if (isEdges) return found;
  return found.name !== undefined && (found.replicas ?? found.site ?? found.zone) !== undefined ? found : null;
}

function readEdge({ cells, at }: Row, columns: Found, system: System, problems: ImportProblems): void {
  const of = (column: Column): string => (columns[column] === undefined ? '' : (cells[columns[column]] ?? ''));
  const from = of('from');
  const to = of('to');
  for (const [key, value] of [
    ['from', from],
    ['to', to],
  ]) {
    if (value === '') problems.add('missing', at, { where: 'the row', key });
  }
  const kind = of('kind').toLowerCase();
  const known = KINDS.includes(kind);
  const number = (column: Column, most: number): number | null =>
    of(column) === '' ? null : numberFrom(of(column), cellSpan(at, of(column)), column, problems, { most });
  const perRequest = number('perRequest', 1e6);
  const volume = number('volume', MOST_COUNT);
  const rate = number('rate', MOST_RATE);
  const timeout = number('timeout', 86_400);
  const retries = number('retries', 100);
  if (from === '' || to === '') return;
  if (perRequest === 0 || volume === 0 || rate === 0) {
    system.notes.push(note('dropped', at, { what: `${from} -> ${to}: never called` }));
    return;
  }
  const call = callOf(system, { from, to, kind: known ? (kind as DependencyKind) : 'required', at, how: 'row' });
  if (perRequest !== null) call.perRequest = { value: perRequest, at, how: 'calls' };
  const told = volume ?? rate;
  if (told !== null) {
    call.volume = { value: (call.volume?.value ?? 0) + told, at, how: volume === null ? 'rate' : 'count' };
  }
  if (timeout !== null && timeout > 0) call.timeoutSeconds = { value: timeout, at, how: 'timeout' };
  if (retries !== null) call.retries = { value: Math.round(retries), at, how: 'retries' };
  if (kind !== '' && !known) system.notes.push(note('dropped', at, { what: `kind "${kind}" of ${from} -> ${to}` }));
}

function readService({ cells, at }: Row, columns: Found, system: System, problems: ImportProblems): void {
  const of = (column: Column): string => (columns[column] === undefined ? '' : (cells[columns[column]] ?? ''));
  const name = of('name');
  if (name === '') {
    problems.add('missing', at, { where: 'the row', key: 'name' });
    return;
  }
  const service = serviceOf(system, name, at);
  if (of('replicas') !== '') {
    const replicas = numberFrom(of('replicas'), cellSpan(at, of('replicas')), 'replicas', problems, { most: 1e6 });
    if (replicas !== null && replicas >= 1) {
      const more = service.replicas?.value ?? 0;
      service.replicas = { value: more + Math.round(replicas), at, how: 'replicas' };
    }
  }
  const site = of('site') || of('zone');
  if (site === '') return;
  const place = { site, zone: of('site') === '' || of('zone') === '' ? null : of('zone') };
  service.places = { value: [...(service.places?.value ?? []), place], at, how: 'site' };
}

/** The cell in its line; the row when it is not found there. */
function cellSpan(row: Span, cell: string): Span {
  const line = row.source.lines[row.line - 1] ?? '';
  const at = line.lastIndexOf(cell);
  return at < 0 ? row : { ...row, column: at + 1, endColumn: at + 1 + cell.length };
}

function isNumber(text: string): boolean {
  return text !== '' && !Number.isNaN(Number(text));
}
