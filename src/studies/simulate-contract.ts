import type { RunRecord } from '../record/record.js';
import type { Fault, Scenario } from '../scenario/model.js';

/** One run, pure and synchronous (`src/world/simulate.ts`), handed to the studies so that a pool can stand behind it. */
export type Simulate = (scenario: Scenario, options: SimulateOptions) => RunRecord;

export interface SimulateOptions {
  readonly seed: string;
  /** Instead of the scenario's. */
  readonly faults?: readonly Fault[];
}
