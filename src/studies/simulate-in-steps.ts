/** A simulation that gives control back now and then, with the share of its simulated time that is done. */
import type { RunRecord } from '../record/record.js';
import type { Scenario } from '../scenario/model.js';
import { startRun } from '../world/simulate.js';
import type { SimulateOptions } from './simulate-contract.js';

/** A few milliseconds of work. */
const EVENTS_PER_STEP = 200;

export function* simulateInSteps(scenario: Scenario, options: SimulateOptions): Generator<number, RunRecord> {
  const run = startRun(scenario, options);
  for (;;) {
    const { done, simulatedSeconds } = run.advance(EVENTS_PER_STEP);
    yield simulatedSeconds / scenario.durationSeconds;
    if (done) return run.finish();
  }
}
