/** What the runs of one layout add up to, seed by seed: a number a run and measure is kept, of curves each run's is kept, too. */
import type { Verdict } from '../../results/expectations.js';
import { quantile } from '../statistics/quantile.js';
import { type Sample, sample } from '../statistics/sample.js';
import type { Band } from './comparison.js';
import type { LayoutRunAnswer, LayoutRunAsk } from './layout-run.js';

export interface Tally {
  readonly measure: (name: string) => Sample;
  readonly ofSubject: (id: string, name: string) => Sample;
  /** Means over the seeds. */
  readonly affected: () => readonly number[];
  /** Over the seeds, in each part. */
  readonly affectedBand: () => Band;
  /** How many seeds, by expectation and verdict. */
  readonly verdicts: (expectation: number) => Readonly<Record<Verdict, number>>;
  add(answer: LayoutRunAnswer): void;
}

export function tally({ measures, subjects, ofSubjects, parts }: LayoutRunAsk): Tally {
  const whole = new Map(measures.map((name) => [name, sample()]));
  const single = new Map(subjects.flatMap((id) => ofSubjects.map((name) => [`${id} ${name}`, sample()])));
  const curves: Float64Array[] = [];
  const verdicts: Record<Verdict, number>[] = [];
  return {
    measure: (name) => whole.get(name) as Sample,
    ofSubject: (id, name) => single.get(`${id} ${name}`) as Sample,
    affected: () =>
      Array.from({ length: parts }, (_, i) =>
        curves.length === 0 ? 0 : curves.reduce((sum, curve) => sum + curve[i], 0) / curves.length,
      ),
    affectedBand() {
      const sorted = Array.from({ length: parts }, (_, i) => curves.map((curve) => curve[i]).sort((a, b) => a - b));
      const at = (p: number): number[] => sorted.map((values) => quantile(values, p) ?? 0);
      return { p10: at(0.1), median: at(0.5), p90: at(0.9) };
    },
    verdicts: (expectation) => verdicts[expectation] ?? { met: 0, failed: 0, inconclusive: 0 },
    add(answer) {
      measures.forEach((name, i) => void whole.get(name)?.add(answer.measures[i]));
      subjects.forEach((id, i) => {
        ofSubjects.forEach((name, k) => void single.get(`${id} ${name}`)?.add(answer.subjects[i][k]));
      });
      curves.push(Float64Array.from(answer.affected));
      answer.verdicts.forEach((verdict, i) => {
        verdicts[i] ??= { met: 0, failed: 0, inconclusive: 0 };
        verdicts[i][verdict]++;
      });
    },
  };
}
