/** Runs a scenario as `simulate` does, but gives up on a flow that does not come to rest instead of waiting for it. */
import type { RunRecord } from '../../src/record/record.js';
import type { Scenario } from '../../src/scenario/model.js';
import { startRun } from '../../src/world/simulate.js';

const SLICE = 1000;

/** @throws Error that says when in the run it was, once more than `mostEvents` have happened. */
export function simulateWithin(mostEvents: number, scenario: Scenario, seed = '1'): RunRecord {
  const run = startRun(scenario, { seed });
  for (let events = 0; ; events += SLICE) {
    const { done, simulatedSeconds } = run.advance(SLICE);
    if (done) return run.finish();
    if (events >= mostEvents) throw new Error(`does not settle: ${events} events by ${simulatedSeconds} s`);
  }
}
