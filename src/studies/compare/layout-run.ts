/** One run of a layout, as numbers: measures of the whole and of each service, people affected over time, verdicts. */
import { bucketMeans } from '../../record/steps.js';
import { affectedInAll } from '../../results/affected.js';
import { judgeExpectations, type Verdict } from '../../results/expectations.js';
import { measure } from '../../results/measures.js';
import { type Reading, readRun } from '../../results/reading.js';
import type { Scenario } from '../../scenario/model.js';
import { faultKinds } from '../../world/faults/index.js';
import { simulate } from '../../world/simulate.js';
import { judgeWithRuns } from '../judge-with-runs.js';
import { type JobKind, runOf } from '../pool/job.js';

export interface LayoutRunAsk {
  readonly measures: readonly string[];
  /** Services and journeys by id, and what is asked of each. */
  readonly subjects: readonly string[];
  readonly ofSubjects: readonly string[];
  /** Into how many equal parts the run's time is cut for the people affected. */
  readonly parts: number;
  /** Whether expectations are judged; some need further runs. */
  readonly judge: boolean;
}

export interface LayoutRunAnswer {
  /** In the order of the question; null: unknown, or never. */
  readonly measures: readonly (number | null)[];
  /** By subject, then measure. */
  readonly subjects: readonly (readonly (number | null)[])[];
  /** People affected on average in each part. */
  readonly affected: readonly number[];
  /** In the file's order; empty when not asked. */
  readonly verdicts: readonly Verdict[];
}

/** A job's `others` are the file's other layouts: what they tell is needed to judge. */
export const layoutRunKind: JobKind<LayoutRunAsk, LayoutRunAnswer> = {
  name: 'layout-run',
  *work(scenario, job, others) {
    const { seen, record } = yield* runOf(scenario, job);
    const reading = readRun(seen, record);
    const { measures, subjects, ofSubjects, parts, judge } = job.ask;
    return {
      measures: measures.map((name) => measure(reading, name, null)?.value ?? null),
      subjects: subjects.map((id) => ofSubjects.map((name) => measure(reading, name, id)?.value ?? null)),
      affected: bucketMeans(affectedInAll(reading).all, 0, reading.end, parts),
      verdicts: judge ? verdictsOf(reading, others, job.seed) : [],
    };
  },
};

function verdictsOf(reading: Reading, layouts: readonly Scenario[], seed: string): Verdict[] {
  const { scenario, record } = reading;
  const results = judgeExpectations(reading, {
    layouts,
    valueInLayout: (layout, name, of) => {
      const other = [scenario, ...layouts].find((each) => each.layout === layout);
      if (other === undefined) return null;
      return measure(readRun(other, simulate(other, { seed })), name, of)?.value ?? null;
    },
    withRuns: judgeWithRuns(scenario, record, { simulate, seed, kinds: faultKinds }),
  });
  return results.map(({ verdict }) => verdict);
}
