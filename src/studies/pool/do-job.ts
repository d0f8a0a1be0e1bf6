/** A job done by the name of its kind: what a worker runs. */
import type { Scenario } from '../../scenario/model.js';
import type { Job } from './job.js';
import { JOB_KINDS } from './kinds/index.js';

/** @throws when there is no such kind, and what the run throws */
export function doJob(kind: string, scenario: Scenario, job: Job, others: readonly Scenario[] = []): unknown {
  const steps = doJobInSteps(kind, scenario, job, others);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, yielding now and then the share done, for a worker that may be told to stop. */
export function doJobInSteps(
  kind: string,
  scenario: Scenario,
  job: Job,
  others: readonly Scenario[] = [],
): Generator<number, unknown> {
  const found = JOB_KINDS.find(({ name }) => name === kind);
  if (found === undefined) throw new Error(`there is no kind of job "${kind}"`);
  return found.work(scenario, job as Job<never>, others);
}
