/** One run of a sweep: some measures, and the verdicts that a run alone can give. */
import type { Verdict } from '../../../results/expectations.js';
import { measure } from '../../../results/measures.js';
import { readRun } from '../../../results/reading.js';
import { judgedAlone } from '../../judged-alone.js';
import { type JobKind, runOf } from '../job.js';
import type { AskedMeasure } from './measures.js';

export interface SweptAnswer {
  /** In the order of the question; null: unknown, or never came. */
  readonly values: readonly (number | null)[];
  readonly verdicts: readonly (Verdict | null)[];
}

export const sweptKind: JobKind<readonly AskedMeasure[], SweptAnswer> = {
  name: 'swept',
  *work(scenario, job) {
    const { seen, record } = yield* runOf(scenario, job);
    const reading = readRun(seen, record);
    return {
      values: job.ask.map(({ name, of }) => measure(reading, name, of)?.value ?? null),
      verdicts: judgedAlone(reading),
    };
  },
};
