/** One run that is judged: its verdicts with their reasons, its hash, and the measures that later runs are compared with. */
import { hashRecord } from '../../record/record-hash.js';
import type { Language } from '../../results/amounts.js';
import { type ExpectationResult, judgeExpectations } from '../../results/expectations.js';
import { measure } from '../../results/measures.js';
import { type Reading, readRun } from '../../results/reading.js';
import { faultKinds } from '../../world/faults/index.js';
import { simulate } from '../../world/simulate.js';
import { judgeWithRuns } from '../judge-with-runs.js';
import { type JobKind, runOf } from '../pool/job.js';

/** What a run is remembered by, for a baseline; names of the measures. */
export const REMEMBERED_MEASURES = [
  'userHoursLost',
  'peakUsersAffected',
  'served50AfterSeconds',
  'served95AfterSeconds',
  'servicesEverDown',
  'requestsFailed',
  'writesLost',
  'manualSteps',
  'cost',
] as const;

export interface TestedRunAsk {
  readonly language: Language;
}

export interface TestedRunAnswer {
  readonly recordHash: string;
  readonly simulatedSeconds: number;
  /** By name; null: unknown, or never. */
  readonly measures: Readonly<Record<string, number | null>>;
  /** In the file's order. */
  readonly expectations: readonly ExpectationResult[];
}

/** A job's `others` are the file's other layouts: what they tell is needed to judge. */
export const testedRunKind: JobKind<TestedRunAsk, TestedRunAnswer> = {
  name: 'tested-run',
  *work(scenario, job, others) {
    const { seed, ask } = job;
    const { seen, record } = yield* runOf(scenario, job);
    const reading = readRun(seen, record);
    const expectations = judgeExpectations(reading, {
      language: ask.language,
      layouts: others,
      valueInLayout: (layout, name, of) => {
        const other = [seen, ...others].find((each) => each.layout === layout);
        if (other === undefined) return null;
        return measure(readRun(other, simulate(other, { seed })), name, of)?.value ?? null;
      },
      withRuns: judgeWithRuns(seen, record, { simulate, seed, kinds: faultKinds, language: ask.language }),
    });
    return {
      recordHash: hashRecord(record),
      simulatedSeconds: record.durationMicroseconds / 1e6,
      measures: rememberedMeasures(reading),
      expectations,
    };
  },
};

export function rememberedMeasures(reading: Reading): TestedRunAnswer['measures'] {
  return Object.fromEntries(REMEMBERED_MEASURES.map((name) => [name, measure(reading, name, null)?.value ?? null]));
}
