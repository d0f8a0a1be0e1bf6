/** `firebreak.test/1`: scenarios and layouts judged, over one seed or several. Fields may be added, none renamed. */
import type { Verdict } from '../../results/expectations.js';
import type { Text } from '../../scenario/model.js';
import type { TestComparison } from './test-comparison.js';

export interface TestDocument {
  readonly format: 'firebreak.test/1';
  readonly engine: string;
  readonly seeds: readonly string[];
  /** An expectation is met when it is met in at least this share of the seeds. */
  readonly metInShare: number;
  /** True when it was stopped before all runs were made; what was not run is inconclusive. */
  readonly partial: boolean;
  /** `met` when every expectation is, or none is stated. */
  readonly verdict: Verdict;
  readonly totals: TestTotals;
  readonly suites: readonly TestSuite[];
  /** Against an earlier result, where one was named. */
  readonly comparison?: TestComparison & { readonly file: string };
}

export interface TestTotals {
  readonly files: number;
  readonly suites: number;
  readonly expectations: number;
  readonly met: number;
  readonly failed: number;
  readonly inconclusive: number;
  /** Suites that state no expectation. */
  readonly withoutExpectations: number;
}

/** One layout of one scenario. */
export interface TestSuite {
  readonly file: string;
  readonly scenario: { readonly id: string; readonly title: Text; readonly sha256: string };
  readonly layout: string;
  readonly verdict: Verdict;
  readonly expectations: readonly TestedExpectation[];
  /** Means over the runs, of measures by name; null: unknown or never in one of them. */
  readonly measures: Readonly<Record<string, number | null>>;
  readonly runs: readonly TestedRunResult[];
}

export interface TestedExpectation {
  readonly name: string;
  readonly measure: string;
  readonly of: string | null;
  /** `at-least` when more is better. */
  readonly limitIs: 'at-least' | 'at-most';
  readonly file: string;
  readonly line: number | null;
  readonly verdict: Verdict;
  /** In so many runs, of so many. */
  readonly metIn: number;
  readonly runs: number;
  /** Of the run that is told: the first that is as the verdict says. */
  readonly seed: string | null;
  readonly actual: number | null;
  readonly limit: number | null;
  /** One sentence: the number, and the chain of causes behind it. */
  readonly because: string;
  /** That chain, step by step, as `because` ends with it; empty where there is none. */
  readonly becauseSteps: readonly string[];
}

export interface TestedRunResult {
  readonly seed: string;
  readonly recordHash: string;
  readonly simulatedSeconds: number;
  readonly measures: Readonly<Record<string, number | null>>;
  /** In the order of the suite's expectations. */
  readonly expectations: readonly { readonly verdict: Verdict; readonly actual: number | null }[];
}
