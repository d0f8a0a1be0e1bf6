/**
 * What the runs of one layout add up to, seed by seed: means, spreads, differences and curves are summed as the runs come, and of
 * each measure only the worst twentieth is kept, for the percentile.
 *
 * Kept whole are the measures that layouts are weighed and ranked by, since any two layouts may be compared in them; and the
 * curves of a thousand runs at most, for the band.
 */
import type { Verdict } from '../../results/expectations.js';
import { type Paired, type RunningPair, runningPair } from '../statistics/paired.js';
import { quantile } from '../statistics/quantile.js';
import { type Sample, sample } from '../statistics/sample.js';
import { type Reads, type RunningSummary, runningSummary, type SampleSummary } from '../statistics/summarise-sample.js';
import { thinned } from '../statistics/thinned.js';
import { measureNamed, serviceMeasureNamed, WEIGHED } from './compared-measures.js';
import type { Band } from './comparison.js';
import type { LayoutRunAnswer, LayoutRunAsk } from './layout-run.js';

export interface TalliedMeasure {
  readonly summary: SampleSummary;
  /** Against the baseline; null for the baseline. */
  readonly pair: Paired | null;
}

export interface Tally {
  readonly measure: (name: string) => TalliedMeasure;
  readonly ofSubject: (id: string, name: string) => TalliedMeasure;
  /** All numbers of a measure of `WEIGHED`. */
  readonly weighed: (name: string) => Sample;
  /** Means over the seeds. */
  readonly affected: () => readonly number[];
  /** Over the seeds, in each part; of more than `MOST_CURVES` seeds, over an even sample of them. */
  readonly affectedBand: () => Band;
  /** How many seeds, by expectation and verdict. */
  readonly verdicts: (expectation: number) => Readonly<Record<Verdict, number>>;
  /** @param base what the baseline answered for the same seed; null for the baseline itself */
  add(answer: LayoutRunAnswer, base: LayoutRunAnswer | null): void;
}

const MOST_CURVES = 1000;

/** @param seeds runs that will come, at most */
export function tally({ measures, subjects, ofSubjects, parts }: LayoutRunAsk, seeds: number): Tally {
  const whole = new Map(measures.map((name) => [name, column(measureNamed(name), seeds)]));
  const single = new Map(
    subjects.flatMap((id) => ofSubjects.map((name) => [`${id} ${name}`, column(serviceMeasureNamed(name), seeds)])),
  );
  const weighed = new Map<string, Sample>(WEIGHED.map((name) => [name, sample()]));
  const curve = new Float64Array(parts);
  const curves = thinned<Float64Array>(MOST_CURVES);
  const verdicts: Record<Verdict, number>[] = [];
  let runs = 0;
  return {
    measure: (name) => told(whole.get(name) as Column),
    ofSubject: (id, name) => told(single.get(`${id} ${name}`) as Column),
    weighed: (name) => weighed.get(name) as Sample,
    affected: () => [...curve].map((sum) => (runs === 0 ? 0 : sum / runs)),
    affectedBand() {
      const sorted = Array.from({ length: parts }, (_, i) => Float64Array.from(curves.items, (each) => each[i]).sort());
      const at = (p: number): number[] => sorted.map((values) => quantile(values, p) ?? 0);
      return { p10: at(0.1), median: at(0.5), p90: at(0.9) };
    },
    verdicts: (expectation) => verdicts[expectation] ?? { met: 0, failed: 0, inconclusive: 0 },
    add(answer, base) {
      runs++;
      measures.forEach((name, i) => {
        add(whole.get(name) as Column, answer.measures[i], base === null ? undefined : base.measures[i]);
        weighed.get(name)?.add(answer.measures[i]);
      });
      subjects.forEach((id, i) => {
        ofSubjects.forEach((name, k) => {
          const baseValue = base === null ? undefined : base.subjects[i][k];
          add(single.get(`${id} ${name}`) as Column, answer.subjects[i][k], baseValue);
        });
      });
      curves.add(Float64Array.from(answer.affected));
      answer.affected.forEach((people, i) => {
        curve[i] += people;
      });
      answer.verdicts.forEach((verdict, i) => {
        verdicts[i] ??= { met: 0, failed: 0, inconclusive: 0 };
        verdicts[i][verdict]++;
      });
    },
  };
}

interface Column {
  readonly summary: RunningSummary;
  readonly pair: RunningPair;
  isCompared: boolean;
}

function column(reads: Reads, seeds: number): Column {
  return { summary: runningSummary(reads, seeds), pair: runningPair(reads), isCompared: false };
}

/** @param base undefined: there is none */
function add(of: Column, value: number | null, base: number | null | undefined): void {
  of.summary.add(value);
  if (base === undefined) return;
  of.pair.add(base, value);
  of.isCompared = true;
}

function told({ summary, pair, isCompared }: Column): TalliedMeasure {
  return { summary: summary.now(), pair: isCompared ? pair.now() : null };
}
