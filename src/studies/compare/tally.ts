/** What the runs of one layout add up to, seed by seed: a number a run and measure is kept, curves are only summed. */
import type { Verdict } from '../../results/expectations.js';
import { type Sample, sample } from '../statistics/sample.js';
import type { LayoutRunAnswer, LayoutRunAsk } from './layout-run.js';

export interface Tally {
  readonly measure: (name: string) => Sample;
  readonly ofSubject: (id: string, name: string) => Sample;
  /** Means over the seeds. */
  readonly affected: () => readonly number[];
  /** How many seeds, by expectation and verdict. */
  readonly verdicts: (expectation: number) => Readonly<Record<Verdict, number>>;
  add(answer: LayoutRunAnswer): void;
}

export function tally({ measures, subjects, ofSubjects, parts }: LayoutRunAsk): Tally {
  const whole = new Map(measures.map((name) => [name, sample()]));
  const single = new Map(subjects.flatMap((id) => ofSubjects.map((name) => [`${id} ${name}`, sample()])));
  const curve = new Float64Array(parts);
  const verdicts: Record<Verdict, number>[] = [];
  let runs = 0;
  return {
    measure: (name) => whole.get(name) as Sample,
    ofSubject: (id, name) => single.get(`${id} ${name}`) as Sample,
    affected: () => [...curve].map((sum) => (runs === 0 ? 0 : sum / runs)),
    verdicts: (expectation) => verdicts[expectation] ?? { met: 0, failed: 0, inconclusive: 0 },
    add(answer) {
      runs++;
      measures.forEach((name, i) => void whole.get(name)?.add(answer.measures[i]));
      subjects.forEach((id, i) => {
        ofSubjects.forEach((name, k) => void single.get(`${id} ${name}`)?.add(answer.subjects[i][k]));
      });
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
