/** One run of a sweep: some measures, people affected over time, and the verdicts that a run alone can give. */
import { bucketMeans } from '../../../record/steps.js';
import { affectedInAll } from '../../../results/affected.js';
import type { Verdict } from '../../../results/expectations.js';
import { measure } from '../../../results/measures.js';
import { readRun } from '../../../results/reading.js';
import { judgedAlone } from '../../judged-alone.js';
import { type JobKind, runOf } from '../job.js';
import type { AskedMeasure } from './measures.js';

export interface SweptAsk {
  readonly measures: readonly AskedMeasure[];
  /** Into how many equal parts the run's time is cut for the people affected; 0: not asked for. */
  readonly parts: number;
}

export interface SweptAnswer {
  /** In the order of the question; null: unknown, or never came. */
  readonly values: readonly (number | null)[];
  /** People affected on average in each part. */
  readonly affected: readonly number[];
  readonly verdicts: readonly (Verdict | null)[];
}

export const sweptKind: JobKind<SweptAsk, SweptAnswer> = {
  name: 'swept',
  *work(scenario, job) {
    const { seen, record } = yield* runOf(scenario, job);
    const reading = readRun(seen, record);
    const { measures, parts } = job.ask;
    return {
      affected: parts === 0 ? [] : bucketMeans(affectedInAll(reading).all, 0, reading.end, parts),
      values: measures.map(({ name, of }) => measure(reading, name, of)?.value ?? null),
      verdicts: judgedAlone(reading),
    };
  },
};
