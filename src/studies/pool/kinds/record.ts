/** The whole record: for the few runs of one question, whose answer needs all of it. Not for studies of many. */
import type { RunRecord } from '../../../record/record.js';
import { type JobKind, runOf } from '../job.js';

export const recordKind: JobKind<null, RunRecord> = {
  name: 'record',
  *work(scenario, job) {
    return (yield* runOf(scenario, job)).record;
  },
};
