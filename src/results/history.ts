/**
 * The run against what really happened.
 *
 * Most public times are times of notices, so a row is an interval: not yet at one instant, back by the other. A row
 * with two ends is scored: inside, or its relative distance to the nearest end (distance over that end, both from
 * `since`). One-sided rows are listed and not scored. Seconds count from `history.since` here, not from T+0.
 * A service that never lost the function counts as back at 0; one that did not get it back within the run is outside,
 * infinitely far, and ranks last.
 */
import type { HistoryRow, Text } from '../scenario/model.js';
import { baselines, type ScoredRow } from './baselines.js';
import { milestones } from './milestones.js';
import { median, spearman } from './rank-correlation.js';
import type { Reading } from './reading.js';

export interface HistoryRowResult {
  readonly id: string;
  readonly service: string;
  readonly name: Text;
  readonly milestone: HistoryRow['milestone'];
  readonly realAfterSeconds: number | null;
  readonly realBySeconds: number | null;
  /** Null: did not come back within the run. */
  readonly simulatedSeconds: number | null;
  /** Null for a one-sided row. */
  readonly inside: boolean | null;
  /** 0 inside; null for a one-sided row, and for a service that did not come back. */
  readonly relativeDistance: number | null;
}

export interface HistoryResult {
  readonly rows: readonly HistoryRowResult[];
  /** Number of rows with two ends. */
  readonly scored: number;
  readonly inside: number;
  /** Of simulated times with the rows' mid-points; null when either does not vary. */
  readonly spearman: number | null;
  /** Null when half of the scored rows did not come back, or none is scored. */
  readonly medianRelativeDistance: number | null;
  readonly baselines: readonly { readonly name: string; readonly inside: number; readonly spearman: number | null }[];
}

export function scoreHistory(reading: Reading): HistoryResult | null {
  const { history } = reading.scenario;
  if (history === null) return null;
  const inFileOrder = [...history.rows].sort((a, b) => a.order - b.order);
  const rows = inFileOrder.map((row) => rowResult(reading, row, history.sinceSeconds));
  const scored = rows.flatMap((row, i) =>
    row.realAfterSeconds === null || row.realBySeconds === null
      ? []
      : [{ row, service: inFileOrder[i].service, after: row.realAfterSeconds, by: row.realBySeconds }],
  );
  const distances = scored.map(({ row }) => row.relativeDistance ?? Number.POSITIVE_INFINITY);
  const middle = median(distances);
  return {
    rows,
    scored: scored.length,
    inside: scored.filter(({ row }) => row.inside).length,
    spearman: rankAgreement(
      scored,
      scored.map(({ row }) => row.simulatedSeconds ?? Number.POSITIVE_INFINITY),
    ),
    medianRelativeDistance: middle !== null && Number.isFinite(middle) ? middle : null,
    baselines:
      scored.length === 0
        ? []
        : baselines(reading.scenario, scored).map(({ name, predictions }) => ({
            name,
            inside: scored.filter((row, i) => isInside(row, predictions[i])).length,
            spearman: rankAgreement(scored, predictions),
          })),
  };
}

function rowResult(reading: Reading, row: HistoryRow, sinceSeconds: number): HistoryRowResult {
  const after = row.afterSeconds === null ? null : row.afterSeconds - sinceSeconds;
  const by = row.bySeconds === null ? null : row.bySeconds - sinceSeconds;
  const simulated = simulatedSeconds(reading, row, sinceSeconds);
  const twoEnds = after !== null && by !== null;
  return {
    id: row.id,
    service: row.service,
    name: reading.subject(row.service)?.name ?? {},
    milestone: row.milestone,
    realAfterSeconds: after,
    realBySeconds: by,
    simulatedSeconds: simulated,
    inside: twoEnds ? simulated !== null && isInside({ after, by }, simulated) : null,
    relativeDistance: twoEnds && simulated !== null ? relativeDistance({ after, by }, simulated) : null,
  };
}

function simulatedSeconds(reading: Reading, row: HistoryRow, sinceSeconds: number): number | null {
  const subject = reading.subject(row.service);
  if (subject === null) return null;
  const m = milestones(reading, subject);
  const lost =
    row.milestone === 'firstFunction' ? m.down : row.milestone === 'restored' ? m.failed : (m.fullFunction ?? m.failed);
  if (lost === null) return 0;
  const back = m[row.milestone];
  return back === null ? null : back / 1e6 - sinceSeconds;
}

type Ends = Pick<ScoredRow, 'after' | 'by'>;

function isInside(row: Ends, seconds: number): boolean {
  return seconds >= row.after && seconds <= row.by;
}

/** Over the nearest end; an end at `since` itself has no length to compare with, so one second stands for it. */
function relativeDistance(row: Ends, seconds: number): number {
  if (isInside(row, seconds)) return 0;
  const end = seconds < row.after ? row.after : row.by;
  return Math.abs(seconds - end) / Math.max(1, end);
}

function rankAgreement(rows: readonly Ends[], predictions: readonly number[]): number | null {
  return spearman(
    rows.map((row) => (row.after + row.by) / 2),
    predictions,
  );
}
