/** A pool without helpers: the jobs are done here, one after another. */
import { begin } from './job.js';
import type { Pool } from './pool.js';

export interface InProcessOptions {
  /** Awaited between steps of some milliseconds each, with what is done so far; false stops. Without it nothing else runs meanwhile. */
  readonly pause?: (done: number, of: number) => Promise<boolean> | boolean;
}

export function inProcessPool({ pause }: InProcessOptions = {}): Pool {
  return {
    async do(work, answered) {
      const { jobs } = work;
      for (const [number, job] of jobs.entries()) {
        const steps = begin(work, job);
        for (;;) {
          const { done, value } = steps.next();
          if (done) {
            answered(value, number);
            break;
          }
          if (pause === undefined) continue;
          const goOn = pause(number + value, jobs.length);
          if (!(goOn === true || (await goOn))) return false;
        }
      }
      return true;
    },
  };
}
