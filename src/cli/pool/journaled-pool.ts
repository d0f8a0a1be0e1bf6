/** A pool that asks the journal first, and tells it every answer as it comes. */
import { type Job, jobKeys, type Pool } from '../../index.js';
import type { Journal } from './journal.js';

export function journaledPool(pool: Pool, journal: Journal): Pool {
  return {
    do(work, answered) {
      const keys = jobKeys(work);
      const open: number[] = [];
      for (const [number, key] of keys.entries()) {
        const known = journal.get(key);
        if (known === undefined) open.push(number);
        else answered(known.answer as never, number);
      }
      const jobs: Job<never>[] = open.map((number) => work.jobs[number] as Job<never>);
      return pool.do({ ...work, jobs } as typeof work, (answer, place) => {
        const number = open[place];
        journal.add(keys[number], answer);
        answered(answer, number);
      });
    },
  };
}
