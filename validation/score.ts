/**
 * A scenario against its history over some seeds, on all of the scored rows or on some of them.
 *
 * The loss is what the calibration lowers: of each row and seed, 1 when it is outside and its relative distance, at most
 * 1, on top; its mean. So a row inside costs nothing wherever it is inside, and no single row far away decides.
 */
import { type HistoryRowResult, scoreHistory } from '../src/results/history.js';
import { spearman } from '../src/results/rank-correlation.js';
import { readRun } from '../src/results/reading.js';
import type { Scenario } from '../src/scenario/model.js';
import { simulate } from '../src/world/simulate.js';

/** As the issue that asked for it has it: inside, or within 20 % of the nearest end. */
const NEAR = 0.2;

export interface Score {
  readonly rows: number;
  /** Rows inside, mean over the seeds. */
  readonly inside: number;
  /** Inside or within 20 % of the nearest end, mean over the seeds. */
  readonly near: number;
  /** Mean over the seeds; null when a seed has none. */
  readonly spearman: number | null;
  readonly loss: number;
}

/** The scored rows of one run, in the file's order. */
export function scoredRows(scenario: Scenario, seed: number): readonly HistoryRowResult[] {
  const history = scoreHistory(readRun(scenario, simulate(scenario, { seed: String(seed) })));
  return (history?.rows ?? []).filter(({ inside }) => inside !== null);
}

/** @param only ids of rows; all scored ones when left out */
export function score(scenario: Scenario, seeds: readonly number[], only?: ReadonlySet<string>): Score {
  return scoreOf(
    seeds.map((seed) => scoredRows(scenario, seed).filter(({ id }) => only === undefined || only.has(id))),
  );
}

/** The same of rows that are there already, a list for each seed. */
export function scoreOf(bySeed: readonly (readonly HistoryRowResult[])[]): Score {
  const all = bySeed.flat();
  const correlations = bySeed.map(rankAgreement);
  return {
    rows: bySeed[0].length,
    inside: all.filter(({ inside }) => inside).length / bySeed.length,
    near: all.filter(isNear).length / bySeed.length,
    spearman: correlations.includes(null) ? null : mean(correlations as number[]),
    loss: mean(all.map((row) => (row.inside ? 0 : 1 + Math.min(1, row.relativeDistance ?? 1)))),
  };
}

export function isNear({ relativeDistance }: HistoryRowResult): boolean {
  return relativeDistance !== null && relativeDistance <= NEAR;
}

function rankAgreement(rows: readonly HistoryRowResult[]): number | null {
  return spearman(
    rows.map(({ realAfterSeconds, realBySeconds }) => ((realAfterSeconds ?? 0) + (realBySeconds ?? 0)) / 2),
    rows.map(({ simulatedSeconds }) => simulatedSeconds ?? Number.POSITIVE_INFINITY),
  );
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
