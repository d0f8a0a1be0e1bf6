/** The run of a lesson's first solution, for a picture of who stands where. */
import { type Reading, readRun } from '../../results/reading.js';
import { recordKind } from '../../studies/pool/kinds/record.js';
import type { Pool } from '../../studies/pool/pool.js';
import { loadDesign } from '../designs/load-design.js';
import type { LoadedLesson } from '../lessons/check-lesson.js';

/** Null: it has none, or was stopped before it was run. */
export async function solutionRun(loaded: LoadedLesson, pool: Pool): Promise<Reading | null> {
  const [first] = loaded.lesson.exercise.reference;
  const scenario = first === undefined ? null : loadDesign(loaded, first.design).scenario;
  if (scenario === null) return null;
  const jobs = [{ scenario: 0, seed: loaded.lesson.exercise.seed, ask: null }];
  let reading: Reading | null = null;
  await pool.do({ kind: recordKind, scenarios: [scenario], jobs }, (record) => {
    reading = readRun(scenario, record);
  });
  return reading;
}
