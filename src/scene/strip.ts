/**
 * The heat strip: a row a service, its bad times as pieces, and what really happened as a bracket on the same row.
 *
 * A cell's height is the share of its bucket that was not up, its colour the worst state in it: ten bad seconds in an
 * hour are a sliver, not a wall. When buckets are shorter than the pieces, the pieces themselves are drawn. Numbers
 * and strip come from the same step functions: the pieces of a row sum to its `notUpSeconds`.
 */
import { CAUSES, type Cause, STATES, type State } from '../record/record.js';
import { eachPiece } from '../record/steps.js';
import { combine } from '../record/steps-algebra.js';
import type { Reading, Subject } from '../results/reading.js';
import { isUp } from '../results/thresholds.js';
import type { HistoryRow } from '../scenario/model.js';
import { worse } from './state-table.js';

/** A time in which a service is not up, in one state and of one cause. Microseconds. */
export interface BadPiece {
  readonly from: number;
  readonly to: number;
  readonly state: State;
  readonly cause: Cause;
}

/** Seconds in microseconds from the run's start; null where nothing is known. */
export interface HistoryBracket {
  readonly milestone: HistoryRow['milestone'];
  readonly after: number | null;
  readonly by: number | null;
  readonly source: string | null;
}

export interface StripRow {
  readonly subject: Subject;
  readonly pieces: readonly BadPiece[];
  readonly notUpSeconds: number;
  /** First time not up; null: never. */
  readonly failedAt: number | null;
  readonly history: readonly HistoryBracket[];
}

export interface StripCell {
  readonly from: number;
  readonly to: number;
  /** Of the bucket, not up: 0..1, never 0. */
  readonly share: number;
  readonly state: State;
}

export function stripRows(reading: Reading): readonly StripRow[] {
  return reading.subjects.map((subject) => {
    const pieces = badPieces(reading, subject);
    const history = (reading.scenario.history?.rows ?? []).filter((row) => row.service === subject.id);
    return {
      subject,
      pieces,
      notUpSeconds: pieces.reduce((sum, piece) => sum + (piece.to - piece.from), 0) / 1e6,
      failedAt: pieces[0]?.from ?? null,
      history: [...history].sort((a, b) => a.order - b.order).map(bracket),
    };
  });
}

/** Cells of a row for a window cut into buckets; buckets that are wholly up have none. */
export function stripCells(
  row: Pick<StripRow, 'pieces'>,
  from: number,
  to: number,
  buckets: number,
): readonly StripCell[] {
  const span = (to - from) / buckets;
  const bad = new Float64Array(buckets);
  const states: (State | undefined)[] = new Array(buckets);
  for (const piece of row.pieces) {
    if (piece.to <= from || piece.from >= to) continue;
    const first = Math.max(0, Math.floor((piece.from - from) / span));
    const last = Math.min(buckets - 1, Math.ceil((piece.to - from) / span) - 1);
    for (let i = first; i <= last; i++) {
      const start = Math.max(piece.from, from + i * span);
      const end = Math.min(piece.to, from + (i + 1) * span);
      if (end <= start) continue;
      bad[i] += end - start;
      const seen = states[i];
      states[i] = seen === undefined ? piece.state : worse(seen, piece.state);
    }
  }
  const cells: StripCell[] = [];
  for (let i = 0; i < buckets; i++) {
    const state = states[i];
    if (state !== undefined) {
      cells.push({ from: from + i * span, to: from + (i + 1) * span, share: Math.min(1, bad[i] / span), state });
    }
  }
  return cells;
}

/** The piece that holds at a time, or null while the service is up. */
export function pieceAt(row: Pick<StripRow, 'pieces'>, time: number): BadPiece | null {
  return row.pieces.find((piece) => piece.from <= time && time < piece.to) ?? null;
}

function badPieces(reading: Reading, subject: Subject): readonly BadPiece[] {
  const state = subject.entity < 0 ? null : reading.view.track(subject.entity, 'state');
  const code = CAUSES.length;
  // State and cause in one number, or -1 while up, so that equal neighbours join.
  const both = combine(
    state ?? { times: Float64Array.of(0), values: Float64Array.of(0) },
    subject.cause,
    (a, b) => a * code + b,
  );
  const joint = combine(subject.share, both, (share, kind) => (isUp(share) ? -1 : kind), 1);
  const pieces: BadPiece[] = [];
  eachPiece(joint, 0, reading.end, (kind, from, to) => {
    if (kind < 0) return;
    pieces.push({ from, to, state: STATES[Math.floor(kind / code)], cause: CAUSES[kind % code] });
  });
  return pieces;
}

function bracket({ milestone, afterSeconds, bySeconds, source }: HistoryRow): HistoryBracket {
  const scaled = (seconds: number | null): number | null => (seconds === null ? null : seconds * 1e6);
  return { milestone, after: scaled(afterSeconds), by: scaled(bySeconds), source };
}
