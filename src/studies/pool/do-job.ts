/** A job done by the name of its kind: what a worker runs. */
import type { Scenario } from '../../scenario/model.js';
import type { Job } from './job.js';
import { JOB_KINDS } from './kinds/index.js';

/** @throws when there is no such kind, and what the run throws */
export function doJob(kind: string, scenario: Scenario, job: Job, others: readonly Scenario[] = []): unknown {
  const found = JOB_KINDS.find(({ name }) => name === kind);
  if (found === undefined) throw new Error(`there is no kind of job "${kind}"`);
  const steps = found.work(scenario, job as Job<never>, others);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
