/**
 * Two results of tests, the later against the earlier: which verdicts changed, and what got worse beyond noise.
 *
 * Runs of one seed are pairs. A difference of a measure is beyond noise when its interval of 95 % leaves out zero
 * (`paired.ts`); of a single seed nobody can tell, and that is said (`beyondNoise` null). Left out: correction for looking
 * at many measures at once.
 */
import type { Verdict } from '../../results/expectations.js';
import type { Measure, Unit } from '../../results/measures/measure.js';
import { MEASURES } from '../../results/measures.js';
import { paired } from '../statistics/paired.js';
import { sample } from '../statistics/sample.js';
import type { TestDocument, TestedExpectation, TestSuite } from './test-document.js';
import { REMEMBERED_MEASURES } from './tested-run.js';

export type ChangeKind = 'worse' | 'better' | 'same' | 'new' | 'gone';

export interface VerdictChange {
  readonly name: string;
  readonly measure: string;
  readonly before: Verdict | null;
  readonly after: Verdict | null;
  readonly actualBefore: number | null;
  readonly actualAfter: number | null;
  readonly change: ChangeKind;
}

export interface MeasureChange {
  readonly name: string;
  readonly unit: Unit;
  readonly better: 'lower' | 'higher';
  /** Means over the seeds in common; null: unknown or never in one of them. */
  readonly before: number | null;
  readonly after: number | null;
  /** Mean of (after less before), seed by seed. */
  readonly difference: number | null;
  /** Of the mean before; null where that is zero or not known. */
  readonly relative: number | null;
  readonly ci95: readonly [number, number] | null;
  readonly worseIn: number;
  readonly betterIn: number;
  readonly seeds: number;
  readonly change: 'worse' | 'better' | 'same';
  /** Null: one seed tells no noise. */
  readonly beyondNoise: boolean | null;
}

export interface SuiteChange {
  /** `two-sites / as-it-is` */
  readonly suite: string;
  readonly status: 'both' | 'new' | 'gone';
  /** The records are the same, byte for byte. */
  readonly isSame: boolean;
  readonly verdicts: readonly VerdictChange[];
  readonly measures: readonly MeasureChange[];
}

export interface TestComparison {
  readonly seedsInCommon: number;
  readonly sameEngine: boolean;
  readonly suites: readonly SuiteChange[];
  /** Verdicts that got worse or better, in all. */
  readonly worse: number;
  readonly better: number;
}

/** What two suites of different results have in common: scenario and layout, or (of two versions of a file) the layout. */
export type SuiteKey = (suite: TestSuite) => string;

export const byScenarioAndLayout: SuiteKey = ({ scenario, layout }) => `${scenario.id} / ${layout}`;

export function compareTests(
  before: TestDocument,
  after: TestDocument,
  key: SuiteKey = byScenarioAndLayout,
): TestComparison {
  const earlier = new Map(before.suites.map((suite) => [key(suite), suite]));
  const later = new Map(after.suites.map((suite) => [key(suite), suite]));
  const suites = [...new Set([...later.keys(), ...earlier.keys()])].map((name) =>
    suiteChange(name, earlier.get(name) ?? null, later.get(name) ?? null),
  );
  const verdicts = suites.flatMap((suite) => suite.verdicts);
  return {
    seedsInCommon: before.seeds.filter((seed) => after.seeds.includes(seed)).length,
    sameEngine: before.engine === after.engine,
    suites,
    worse: verdicts.filter(({ change }) => change === 'worse').length,
    better: verdicts.filter(({ change }) => change === 'better').length,
  };
}

function suiteChange(suite: string, before: TestSuite | null, after: TestSuite | null): SuiteChange {
  const verdicts = verdictChanges(before?.expectations ?? [], after?.expectations ?? []);
  if (before === null || after === null)
    return { suite, status: before === null ? 'new' : 'gone', isSame: false, verdicts, measures: [] };
  const pairs = after.runs.flatMap((run) => {
    const other = before.runs.find(({ seed }) => seed === run.seed);
    return other === undefined ? [] : [{ before: other, after: run }];
  });
  const isSame = pairs.length > 0 && pairs.every((pair) => pair.before.recordHash === pair.after.recordHash);
  const measures = REMEMBERED_MEASURES.flatMap((name) => {
    const measure = MEASURES.find((each) => each.name === name);
    if (measure === undefined) return [];
    const values = (which: 'before' | 'after'): (number | null)[] =>
      pairs.map((pair) => pair[which].measures[name] ?? null);
    return [measureChange(measure, values('before'), values('after'))];
  });
  return { suite, status: 'both', isSame, verdicts, measures };
}

function measureChange(
  { name, unit, better, nullMeans }: Measure,
  before: readonly (number | null)[],
  after: readonly (number | null)[],
): MeasureChange {
  const found = paired(sample(before), sample(after), { better, nullMeans });
  const seeds = before.length;
  const single = found.worse > found.better ? 'worse' : found.better > found.worse ? 'better' : 'same';
  const isShown = seeds < 2 || found.shown !== 'none';
  const mean = meanOf(before);
  return {
    name,
    unit,
    better,
    before: mean,
    after: meanOf(after),
    difference: found.difference,
    relative: mean === null || mean === 0 || found.difference === null ? null : found.difference / Math.abs(mean),
    ci95: found.ci95,
    worseIn: found.worse,
    betterIn: found.better,
    seeds,
    change: seeds < 2 ? single : found.shown === 'none' ? single : found.shown,
    beyondNoise: seeds < 2 ? null : isShown,
  };
}

function meanOf(values: readonly (number | null)[]): number | null {
  if (values.length === 0 || values.includes(null)) return null;
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;
}

const RANK: Readonly<Record<Verdict, number>> = { met: 0, inconclusive: 1, failed: 2 };

/** By name; two of one name by their order. */
function verdictChanges(before: readonly TestedExpectation[], after: readonly TestedExpectation[]): VerdictChange[] {
  const [earlier, later] = [numbered(before), numbered(after)];
  return [...new Set([...later.keys(), ...earlier.keys()])].map((key) => {
    const [a, b] = [earlier.get(key) ?? null, later.get(key) ?? null];
    const { name, measure } = (b ?? a) as TestedExpectation;
    return {
      name,
      measure,
      before: a?.verdict ?? null,
      after: b?.verdict ?? null,
      actualBefore: a?.actual ?? null,
      actualAfter: b?.actual ?? null,
      change: changeOf(a, b),
    };
  });
}

function changeOf(before: TestedExpectation | null, after: TestedExpectation | null): ChangeKind {
  if (before === null) return 'new';
  if (after === null) return 'gone';
  const step = RANK[after.verdict] - RANK[before.verdict];
  return step > 0 ? 'worse' : step < 0 ? 'better' : 'same';
}

function numbered(expectations: readonly TestedExpectation[]): Map<string, TestedExpectation> {
  const counts = new Map<string, number>();
  return new Map(
    expectations.map((expectation) => {
      const count = (counts.get(expectation.name) ?? 0) + 1;
      counts.set(expectation.name, count);
      return [`${expectation.name} ${count}`, expectation];
    }),
  );
}
