/** The `firebreak.compare/1` document. Fields may be added, none renamed. */
import type { Verdict } from '../../results/expectations.js';
import type { LayoutCost } from '../../results/layout-cost.js';
import type { Unit } from '../../results/measures/measure.js';
import type { Text } from '../../scenario/model.js';
import type { Shown } from '../statistics/paired.js';
import type { SampleSummary } from '../statistics/summarise-sample.js';
import type { Divergence } from './divergence.js';
import type { LayoutMoney } from './money.js';

export interface CompareDocument {
  readonly format: 'firebreak.compare/1';
  readonly scenario: { readonly id: string; readonly title: Text; readonly sha256: string };
  readonly engine: string;
  readonly baseline: string;
  /** Runs of each layout, with the seeds '1', '2', ... */
  readonly seeds: number;
  readonly seedsAsked: number;
  /** True when it was stopped before all seeds were done: `seeds` are fewer than were asked for. */
  readonly partial: boolean;
  readonly currency: string | null;
  readonly frequencyPerYear: number | null;
  readonly layouts: readonly LayoutComparison[];
  /** Layouts that none other dominates, cheapest first; only those that meet the same disaster as the baseline. */
  readonly front: readonly string[];
  /** The same layouts by user-hours lost, fewest first, each against the next. */
  readonly ranking: readonly RankedPair[];
  /** Where the people affected over time are cut: seconds since the start, one more than there are parts. */
  readonly affectedAtSeconds: readonly number[];
}

export interface LayoutComparison {
  readonly id: string;
  /** False: its faults, its return of power or its users are others; it is compared, but no choice. */
  readonly sameDisaster: boolean;
  /** A month, in `currency`; null: no prices are stated. */
  readonly cost: number | null;
  readonly costOf: LayoutCost | null;
  /** Against the baseline; null for it, and without prices. */
  readonly costDifference: number | null;
  /** Against the baseline, in plan notation. */
  readonly changes: readonly string[];
  /** Changes of the baseline that this layout does not have. */
  readonly undone: readonly string[];
  readonly dominated: boolean;
  readonly dominatedBy: readonly string[];
  readonly measures: Readonly<Record<string, MeasureComparison>>;
  readonly services: readonly ServiceComparison[];
  /** How many times as many user-hours the baseline loses; null for it, and where there is nothing to divide by. */
  readonly timesFewerUserHours: { readonly ratio: number; readonly ci95: readonly [number, number] | null } | null;
  /** User-hours saved in one disaster for each unit of cost more a month; null where it costs no more, or nothing is known. */
  readonly userHoursSavedPerCost: number | null;
  readonly money: LayoutMoney;
  readonly expectations: readonly ExpectationComparison[];
  /** Under the first seed; null for the baseline, and where they never differ. */
  readonly divergence: Divergence | null;
  /** People affected in each part of the run, on average over the seeds. */
  readonly affected: readonly number[];
  /** The same in the middle of the seeds: half of them are above the median, one in ten below and above the others. */
  readonly affectedBand: Band;
}

/** By part of the run. */
export interface Band {
  readonly p10: readonly number[];
  readonly median: readonly number[];
  readonly p90: readonly number[];
}

export interface MeasureComparison extends SampleSummary {
  readonly unit: Unit;
  readonly better: 'lower' | 'higher';
  /** What `missing` counts: runs in which it never came, or is not known. */
  readonly nullMeans: 'never' | 'unknown';
  /** Mean of (this less the baseline), seed by seed; null for the baseline. */
  readonly pairedDifference: number | null;
  readonly ci95: readonly [low: number, high: number] | null;
  /** Seeds in which both have a number; the difference is of these. */
  readonly pairs: number | null;
  readonly betterIn: number | null;
  readonly worseIn: number | null;
  readonly sameIn: number | null;
  /** What the numbers carry: `none` claims no difference. */
  readonly shown: Shown | null;
}

export interface ServiceComparison {
  readonly id: string;
  readonly name: Text;
  readonly measures: Readonly<Record<string, MeasureComparison>>;
}

export interface ExpectationComparison {
  readonly name: Text;
  readonly path: string;
  /** Met in at least 95 % of the seeds; failed when it failed in any of a smaller share; else inconclusive. */
  readonly verdict: Verdict;
  readonly metIn: number;
  readonly failedIn: number;
  readonly inconclusiveIn: number;
}

export interface RankedPair {
  readonly fewer: string;
  readonly more: string;
  readonly ratio: number | null;
  readonly ci95: readonly [number, number] | null;
  readonly betterIn: number;
  readonly worseIn: number;
  readonly of: number;
  /** False: the runs do not show that the first loses less. */
  readonly shown: boolean;
}
