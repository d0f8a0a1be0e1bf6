/**
 * Who makes runs and explains them: one desk, in the worker or, where there is none, in the page itself.
 *
 * Work is done in slices, so that whoever asked may stop it or ask for something else in between. The last run is kept:
 * questions about it cost no further run.
 */
import {
  type CompareDocument,
  compare,
  type ExplainProgress,
  inProcessPool,
  type LoadedScenario,
  type Reading,
  type RunRecord,
  readRun,
} from '../library.js';
import { type ExplainAnswer, type ExplainRequest, explainRun } from './explain-run.js';
import type { RunRequest } from './run-request.js';
import { type RunAnswer, type RunStep, runScenario } from './run-scenario.js';

export interface Desk {
  /** @returns null when another run was asked for in the meantime */
  run(request: RunRequest, onStep: (step: RunStep) => void): Promise<RunAnswer | null>;
  /** @returns null when it was stopped, something else was asked, or the run has an error */
  explain(request: ExplainRequest, onStep: (step: ExplainProgress) => void): Promise<ExplainAnswer | null>;
  /** Stops what is being explained. */
  stopExplaining(): void;
  /** A run beside the one that is looked at, which stays; null when it has an error or another was asked for. */
  beside(request: RunRequest): Promise<RunStep['made']>;
  /** Two layouts over many seeds; stopped before, of the seeds that were done, or null when there was none. */
  compare(request: RunRequest, other: string, onShare: (share: number) => void): Promise<CompareDocument | null>;
  /** Stops what is being compared. */
  stopComparing(): void;
}

const SLICE_MILLISECONDS = 30;
/** A message for every step would cost more than the step. */
const MILLISECONDS_PER_MESSAGE = 100;

export function createDesk(): Desk {
  let runs = 0;
  let questions = 0;
  let besides = 0;
  let comparisons = 0;
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
    async compare(request, other, onShare) {
      const number = ++comparisons;
      if (kept?.key !== keyOf(request)) await remake(request);
      if (kept === null || kept.key !== keyOf(request) || number !== comparisons) return null;
      const { scenario } = kept;
      let told = performance.now();
      let sliceEnd = told + SLICE_MILLISECONDS;
      const pause = (done: number, of: number): boolean | Promise<boolean> => {
        if (performance.now() < sliceEnd) return true;
        if (performance.now() - told > MILLISECONDS_PER_MESSAGE) {
          told = performance.now();
          onShare(done / of);
        }
        return nextTask().then(() => {
          sliceEnd = performance.now() + SLICE_MILLISECONDS;
          return number === comparisons;
        });
      };
      const document = await compare(scenario, {
        layouts: [scenario.layout, other],
        pool: inProcessPool({ pause }),
        judge: false,
      });
      return document.seeds > 0 ? document : null;
    },
    stopComparing: () => void comparisons++,
  };

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

/** Null as soon as it is not wanted any more. Steps that must be told are; of the others, the first and one now and then. */
async function inSlices<Step, Answer>(
  steps: Generator<Step, Answer>,
  tell: (step: Step) => void,
  mustTell: (step: Step) => boolean,
  isWanted: () => boolean,
): Promise<Answer | null> {
  let told = Number.NEGATIVE_INFINITY;
  while (isWanted()) {
    const until = performance.now() + SLICE_MILLISECONDS;
    do {
      const { done, value } = steps.next();
      if (done) return isWanted() ? value : null;
      if (!mustTell(value) && performance.now() - told < MILLISECONDS_PER_MESSAGE) continue;
      told = performance.now();
      tell(value);
    } while (isWanted() && performance.now() < until);
    await nextTask();
  }
  return null;
}

/** After what waits to be heard. A timer would wait four milliseconds more each time. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function keyOf({ file, text, layout, seed, live }: RunRequest): string {
  return JSON.stringify([file, layout, seed, live, text]);
}
