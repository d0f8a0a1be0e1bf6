/** The library in a worker: the page stays responsive while a run is made and judged. */
import { expose } from 'comlink';
import { type RunAnswer, type RunRequest, type RunStep, runScenario } from './run-scenario.js';

/** A message for every step would cost more than the step. */
const MILLISECONDS_PER_MESSAGE = 100;

const surface = {
  run(request: RunRequest, onStep: (step: RunStep) => void): RunAnswer {
    let told = performance.now();
    const steps = runScenario(request);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      if (value.made === null && performance.now() - told < MILLISECONDS_PER_MESSAGE) continue;
      told = performance.now();
      // The columns of a record are copied, not handed over: the judgements still read them here.
      onStep(value);
    }
  },
};

export type RunWorker = typeof surface;

expose(surface);
