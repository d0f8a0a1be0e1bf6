/** A pool that gives again what it has given before: jobs of one key have one answer (the library's `jobKeys`). */
import { type Job, jobKeys, type Pool } from '../library.js';

/** Answers are small; those that were used last stay. */
const MOST = 20_000;

export function remembering(): (pool: Pool) => Pool {
  const answers = new Map<string, unknown>();
  function keep(key: string, answer: unknown): void {
    answers.delete(key);
    answers.set(key, answer);
    if (answers.size > MOST) answers.delete(answers.keys().next().value as string);
  }
  return (pool) => ({
    do(work, answered) {
      const keys = jobKeys(work);
      const open: number[] = [];
      for (const [number, key] of keys.entries()) {
        if (!answers.has(key)) open.push(number);
        else {
          const answer = answers.get(key);
          keep(key, answer);
          answered(answer as never, number);
        }
      }
      const jobs: Job<never>[] = open.map((number) => work.jobs[number] as Job<never>);
      return pool.do({ ...work, jobs } as typeof work, (answer, place) => {
        const number = open[place];
        keep(keys[number], answer);
        answered(answer, number);
      });
    },
  });
}
