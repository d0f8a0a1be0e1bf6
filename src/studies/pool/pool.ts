/**
 * Who does the jobs of a study. Handed in from outside: threads in the terminal, workers in the page, or nobody else
 * (`in-process-pool.ts`).
 *
 * A pool answers in any order; `inOrder` hands the answers on in the order of the jobs, so that what is made of them does
 * not depend on how many worked, or who was first.
 */
import type { Work } from './job.js';

export interface Pool {
  /**
   * Does all jobs, begun in their order, and calls `answered` once for each, in any order.
   *
   * @returns false when it was stopped before all were done
   * @throws what a job throws
   */
  do<Ask, Answer>(work: Work<Ask, Answer>, answered: (answer: Answer, job: number) => void): Promise<boolean>;
}

export interface Outcome {
  /** So many answers were handed on: those of the first jobs. */
  readonly done: number;
  /** False when it was stopped before all were done. */
  readonly finished: boolean;
}

/** Calls `take` in the order of the jobs. What comes early waits; of a stopped work, what is after the first gap is left. */
export async function inOrder<Ask, Answer>(
  pool: Pool,
  work: Work<Ask, Answer>,
  take: (answer: Answer, job: number) => void,
): Promise<Outcome> {
  const early = new Map<number, { readonly answer: Answer }>();
  let next = 0;
  const finished = await pool.do(work, (answer, job) => {
    early.set(job, { answer });
    for (let held = early.get(next); held !== undefined; held = early.get(next)) {
      early.delete(next);
      take(held.answer, next++);
    }
  });
  return { done: next, finished: finished && next === work.jobs.length };
}
