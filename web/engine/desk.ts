/**
 * Who makes runs and explains them: one desk, in the worker or, where there is none, in the page itself.
 *
 * Work is done in slices, so that whoever asked may stop it or ask for something else in between. The last run is kept:
 * questions about it cost no further run.
 */
import type { Remote } from 'comlink';
import {
  type CompareDocument,
  type ContingencyDocument,
  type ExplainProgress,
  type GradeDocument,
  type LoadedScenario,
  type Reading,
  type RunRecord,
  readRun,
  type SweptParameter,
  sweptParameters,
  type WheelOutcome,
} from '../library.js';
import { type ExplainAnswer, type ExplainRequest, explainRun } from './explain-run.js';
import { Hands } from './hands.js';
import { createHelper, type Helper } from './helper.js';
import { type ImportAnswer, importFile } from './import-file.js';
import type { RunRequest } from './run-request.js';
import { type RunAnswer, type RunStep, runScenario } from './run-scenario.js';
import { inSlices } from './slices.js';
import {
  type ContingencyQuestion,
  type ContingencyStep,
  createStudies,
  type GradeQuestion,
  type WheelQuestion,
} from './studies.js';
import type { SweepAnswer, SweepQuestion, SweepStep } from './sweep-question.js';

export interface Desk {
  /** @returns null when another run was asked for in the meantime */
  run(request: RunRequest, onStep: (step: RunStep) => void): Promise<RunAnswer | null>;
  /** @returns null when it was stopped, something else was asked, or the run has an error */
  explain(request: ExplainRequest, onStep: (step: ExplainProgress) => void): Promise<ExplainAnswer | null>;
  /** Stops what is being explained. */
  stopExplaining(): void;
  /** A run beside the one that is looked at, which stays; null when it has an error or another was asked for. */
  beside(request: RunRequest): Promise<RunStep['made']>;
  /** Layouts over many seeds; stopped before, of the seeds that were done, or null when there was none. */
  compare(
    request: RunRequest,
    others: readonly string[],
    onShare: (share: number) => void,
  ): Promise<CompareDocument | null>;
  /** Stops what is being compared. */
  stopComparing(): void;
  /** Everything that can fail, one by one; stopped before, of the cases that were done; null when another was asked for. */
  contingency(
    request: RunRequest,
    question: ContingencyQuestion,
    onStep: (step: ContingencyStep) => void,
  ): Promise<ContingencyDocument | null>;
  stopContingency(): void;
  /** Every number that the file states, to be varied. */
  sweptParameters(request: RunRequest): readonly SweptParameter[];
  /** One parameter over a range, a run of the request's seed for each value; null when another was asked for. */
  sweep(request: RunRequest, question: SweepQuestion, onStep: (step: SweepStep) => void): Promise<SweepAnswer | null>;
  stopSweep(): void;
  /** Submissions of lessons, run again; stopped before, as far as it came; null when others were asked for. */
  grade(question: GradeQuestion, onShare: (done: number, of: number) => void): Promise<GradeDocument | null>;
  /** A way through a wheel against the others, by the helpers; null when it was overtaken or is none. */
  wheel(question: WheelQuestion, onShare: (done: number, of: number) => void): Promise<WheelOutcome | null>;
  stopGrading(): void;
  /** A file of another program, as the text of a scenario. */
  imported(name: string, text: string): Promise<ImportAnswer>;
  /** A helper for studies, by its end of a channel; its number. */
  help(port: MessagePort): number;
  /** A helper died. */
  loseHelper(number: number): void;
  /** Is a helper to another desk, through a channel; in a worker only. */
  serve(port: MessagePort): void;
}

/** What turns ends of channels into helpers; left out where there are no workers. */
export interface Channels {
  readonly wrap: (port: MessagePort) => Remote<Helper>;
  readonly expose: (helper: Helper, port: MessagePort) => void;
}

export function createDesk(channels: Channels | null = null): Desk {
  let runs = 0;
  let questions = 0;
  let besides = 0;
  const hands = new Hands();
  const studies = createStudies(hands);
  let kept: { readonly key: string; readonly scenario: LoadedScenario; readonly reading: Reading } | null = null;

  function keep(request: RunRequest, scenario: LoadedScenario, record: RunRecord): void {
    kept = { key: keyOf(request), scenario, reading: readRun(scenario, record) };
  }

  async function run(request: RunRequest, onStep: (step: RunStep) => void): Promise<RunAnswer | null> {
    const number = ++runs;
    questions++;
    return inSlices(
      runScenario(request),
      (step) => {
        if (step.made !== null) keep(request, step.made.scenario, step.made.record);
        onStep(step);
      },
      (step) => step.made !== null,
      () => number === runs,
    );
  }

  return {
    run,
    async explain(request, onStep) {
      const number = ++questions;
      if (kept?.key !== keyOf(request.run)) await remake(request.run);
      if (kept === null || kept.key !== keyOf(request.run)) return null;
      const steps = explainRun(kept.scenario, kept.reading, request);
      return inSlices(
        steps,
        onStep,
        () => false,
        () => number === questions,
      );
    },
    stopExplaining: () => void questions++,
    async beside(request) {
      const number = ++besides;
      let made: RunStep['made'] = null;
      await inSlices(
        runScenario(request),
        (step) => {
          made ??= step.made;
        },
        (step) => step.made !== null,
        () => number === besides && made === null,
      );
      return number === besides ? made : null;
    },
    async compare(request, others, onShare) {
      const asked = studies.begin('compare');
      const scenario = await scenarioOf(request);
      return scenario === null ? null : studies.compare(scenario, others, onShare, asked);
    },
    stopComparing: () => studies.stop('compare'),
    async contingency(request, question, onStep) {
      const asked = studies.begin('contingency');
      const scenario = await scenarioOf(request);
      return scenario === null ? null : studies.contingency(scenario, question, onStep, asked);
    },
    stopContingency: () => studies.stop('contingency'),
    sweptParameters: ({ text, layout }) => sweptParameters(text, layout),
    sweep: (request, question, onStep) => studies.sweep(request, question, onStep, studies.begin('sweep')),
    stopSweep: () => studies.stop('sweep'),
    grade: (question, onShare) => studies.grade(question, onShare, studies.begin('grade')),
    stopGrading: () => studies.stop('grade'),
    wheel: (question, onShare) => studies.wheel(question, onShare, studies.begin('wheel')),
    imported: async (name, text) => importFile(name, text),
    help(port) {
      if (channels === null) throw new Error('a desk without channels has no helpers');
      return hands.add(channels.wrap(port));
    },
    loseHelper: (number) => hands.lose(number),
    serve: (port) => channels?.expose(createHelper(), port),
  };

  /** Null: it has an error, or another run was asked for. */
  async function scenarioOf(request: RunRequest): Promise<LoadedScenario | null> {
    if (kept?.key !== keyOf(request)) await remake(request);
    return kept?.key === keyOf(request) ? kept.scenario : null;
  }

  /** A run that was not kept: only until its record is there. */
  async function remake(request: RunRequest): Promise<void> {
    const number = runs;
    let made = false;
    await inSlices(
      runScenario(request),
      (step) => {
        if (step.made === null) return;
        keep(request, step.made.scenario, step.made.record);
        made = true;
      },
      (step) => step.made !== null,
      () => number === runs && !made,
    );
  }
}

function keyOf({ file, text, layout, seed, live, failures = [], edits = [] }: RunRequest): string {
  return JSON.stringify([file, layout, seed, live, failures, edits, text]);
}
