import type { History, HistoryRow } from '../model.js';
import type { Path } from '../reading/path.js';
import type { RawScenario } from '../schema/scenario-schema.js';
import type { Moment } from '../units/moment.js';
import { writeDuration } from '../units/write-duration.js';
import type { Draft } from './draft.js';

const MILESTONES = ['firstFunction', 'restored', 'fullFunction'] as const;

export function buildHistory(
  draft: Draft,
  raw: RawScenario['history'],
  sources: (path: string) => string | null,
): History | null {
  if (raw === undefined) return null;
  const sinceSeconds = raw.since === undefined ? 0 : draft.seconds(raw.since, 'history', 'since');
  const seen = new Map<string, number>();
  const rows = raw.rows.flatMap((row, i): HistoryRow[] => {
    const at: Path = ['history', 'rows', i];
    const stated = MILESTONES.filter((milestone) => row[milestone] !== undefined);
    if (stated.length !== 1) {
      draft.report({ code: 'one-of', path: at, values: { choices: MILESTONES.join(', ') } });
      return [];
    }
    checkService(draft, row.service, [...at, 'service']);
    const milestone = stated[0];
    const interval = row[milestone] ?? {};
    const end = (key: 'after' | 'by'): number | null => {
      const moment = interval[key];
      return moment === undefined ? null : fromStart(draft, moment, sinceSeconds, [...at, milestone, key]);
    };
    const afterSeconds = end('after');
    const bySeconds = end('by');
    if (afterSeconds === null && bySeconds === null)
      draft.report({ code: 'no-limit', path: [...at, milestone], values: { choices: 'after, by' } });
    if (afterSeconds !== null && bySeconds !== null && bySeconds < afterSeconds) {
      draft.report({
        code: 'ends-before',
        path: [...at, milestone, 'by'],
        values: { at: writeDuration(afterSeconds), until: writeDuration(bySeconds) },
      });
    }
    const path = draft.path(...at);
    return [
      {
        id: rowId(row.id ?? row.service, seen),
        order: i,
        path,
        service: row.service,
        milestone,
        afterSeconds,
        bySeconds,
        source: sources(path),
      },
    ];
  });
  return { sinceSeconds, rows };
}

/** Durations of a row count from `since`, as newspapers count from the outage. */
function fromStart(draft: Draft, moment: Moment, sinceSeconds: number, path: Path): number {
  return moment.kind === 'after' ? sinceSeconds + moment.seconds : draft.seconds(moment, ...path);
}

function rowId(wanted: string, seen: Map<string, number>): string {
  const number = (seen.get(wanted) ?? 0) + 1;
  seen.set(wanted, number);
  return number === 1 ? wanted : `${wanted}-${number}`;
}

function checkService(draft: Draft, name: string, path: Path): void {
  const { services, journeys } = draft.known;
  if (services.has(name) || journeys.has(name)) return;
  const suggestion = draft.nearest(name, [...services, ...journeys]);
  const suggestionPath =
    suggestion === null ? undefined : [services.has(suggestion) ? 'services' : 'journeys', suggestion];
  draft.report({ code: 'unknown-service', path, values: { name }, suggestion, suggestionPath });
}
