/** What came true of a lesson's predictions: its watched layouts, run once. */
import type { RunRecord } from '../../record/record.js';
import { readRun } from '../../results/reading.js';
import { recordKind } from '../../studies/pool/kinds/record.js';
import type { Pool } from '../../studies/pool/pool.js';
import type { LoadedLesson } from '../lessons/check-lesson.js';
import { type DrawTruth, layoutsOf, type NumberTruth, type PickTruth, truthOf } from '../predictions/truth.js';

export type Truths = readonly (PickTruth | NumberTruth | DrawTruth | null)[];

/** In the order of the predictions; null: stopped before it was run. */
export async function lessonTruths({ lesson, scenario, otherLayouts }: LoadedLesson, pool: Pool): Promise<Truths> {
  const names = [...new Set(lesson.predictions.flatMap(layoutsOf))];
  const scenarios = [scenario, ...otherLayouts].filter(({ layout }) => names.includes(layout));
  const records: (RunRecord | undefined)[] = [];
  const jobs = scenarios.map((_, place) => ({ scenario: place, seed: lesson.watch.seed, ask: null }));
  await pool.do({ kind: recordKind, scenarios, jobs }, (record, job) => {
    records[job] = record;
  });
  const readings = scenarios.map((each, i) => {
    const record = records[i];
    return record === undefined ? null : readRun(each, record);
  });
  return lesson.predictions.map((prediction) =>
    truthOf(prediction, (layout) => readings[scenarios.findIndex((each) => each.layout === layout)] ?? null),
  );
}
