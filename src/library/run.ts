/**
 * One run of a scenario and all that it answers: the record, the document, and the judgements that need further runs.
 *
 * In steps, so that a face can show progress and stop; `run` takes all steps at once. Left out: several seeds, several
 * layouts (src/studies).
 */
import type { RunRecord } from '../record/record.js';
import type { Language } from '../results/amounts.js';
import { type JudgeOptions, judgeExpectations } from '../results/expectations.js';
import { measure } from '../results/measures.js';
import { type Reading, readRun } from '../results/reading.js';
import { type RunDocument, runDocument } from '../results/run-document.js';
import type { StabilityVerdict } from '../results/stability.js';
import { judgeWithRuns } from '../studies/judge-with-runs.js';
import { nearEdge } from '../studies/near-edge.js';
import type { Simulate } from '../studies/simulate-contract.js';
import { judgeStability } from '../studies/vulnerable.js';
import { faultKinds } from '../world/faults/index.js';
import type { LoadedScenario } from './load-scenario.js';
import { runsOnDemand } from './runs-on-demand.js';
import { simulateInSteps } from './simulate-in-steps.js';

export interface RunOptions {
  /** Names the luck of the run: the same scenario and seed give the same record. `'1'` when left out. */
  readonly seed?: string | number;
}

export interface RunResult {
  readonly record: RunRecord;
  /** `firebreak.run/1`, its sentences in English. */
  readonly document: RunDocument;
  /** The record, prepared to be measured. */
  readonly reading: Reading;
  readonly stability: StabilityVerdict;
  /** The document with its sentences in a language; nothing is run again. */
  documentIn(language: Language): RunDocument;
}

/** What is being done, and the share done of it, 0..1. `judge`: further runs that an expectation or the stability needs. */
export interface RunProgress {
  readonly phase: 'run' | 'judge';
  readonly share: number;
  /** The run, told once as soon as it is made: what there is to see need not wait for the judgements. */
  readonly record?: RunRecord;
}

/**
 * Runs a loaded scenario once.
 *
 * @throws EventError, EventStormError when the model is wrong: with the simulated time and the event
 */
export function run(scenario: LoadedScenario, options: RunOptions = {}): RunResult {
  const steps = runInSteps(scenario, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps of some milliseconds each; the result is what the generator returns. */
export function* runInSteps(scenario: LoadedScenario, options: RunOptions = {}): Generator<RunProgress, RunResult> {
  const seed = String(options.seed ?? '1');
  const record = yield* inPhase('run', simulateInSteps(scenario, { seed }));
  const reading = readRun(scenario, record);
  const runs = runsOnDemand([scenario, ...scenario.otherLayouts], simulateInSteps);
  runs.remember(scenario, { seed }, record);
  yield { phase: 'judge', share: 0, record };
  const stability = yield* inPhase(
    'judge',
    runs.judge((simulate) => judgeStability(scenario, record, simulate, seed, faultKinds)),
  );
  const edge = yield* inPhase(
    'judge',
    runs.judge((simulate) => nearEdge(scenario, record, simulate, seed)),
  );
  const judging = (simulate: Simulate, language: Language): JudgeOptions => ({
    language,
    layouts: scenario.otherLayouts,
    valueInLayout: (layout, name, of) => valueInLayout(scenario, simulate, seed, { layout, name, of }),
    withRuns: judgeWithRuns(scenario, record, { simulate, seed, kinds: faultKinds, language, stability }),
  });
  const expectations = yield* inPhase(
    'judge',
    runs.judge((simulate) => judgeExpectations(reading, judging(simulate, 'en'))),
  );
  const document = runDocument(reading, { stability, expectations, warnings: edge === null ? [] : [edge] });
  const documentIn = (language: Language): RunDocument => {
    if (language === 'en') return document;
    return {
      ...document,
      expectations: runs.judgeAgain((simulate) => judgeExpectations(reading, judging(simulate, language))),
    };
  };
  return { record, document, reading, stability, documentIn };
}

function* inPhase<Result>(
  phase: RunProgress['phase'],
  steps: Generator<number, Result>,
): Generator<RunProgress, Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield { phase, share: value };
  }
}

interface Asked {
  readonly layout: string;
  readonly name: string;
  readonly of: string | null;
}

/** Null for a layout or a measure that there is not. */
function valueInLayout(scenario: LoadedScenario, simulate: Simulate, seed: string, asked: Asked): number | null {
  const other = [scenario, ...scenario.otherLayouts].find(({ layout }) => layout === asked.layout);
  if (other === undefined) return null;
  return measure(readRun(other, simulate(other, { seed })), asked.name, asked.of)?.value ?? null;
}
