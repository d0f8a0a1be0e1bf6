/**
 * Judgements that ask for further runs (`survives`, `vulnerable`, limits relative to another layout), made interruptible.
 *
 * A judgement is written as a plain function that calls `simulate` and gets a record at once. Here that function is
 * tried with the records that there are; when it asks for one that is missing, the run is made in steps, kept, and the
 * function is tried again from its start. Runs are deterministic, so it asks for the same ones; each is made once.
 */
import type { RunRecord } from '../record/record.js';
import type { Scenario } from '../scenario/model.js';
import type { Simulate, SimulateOptions } from '../studies/simulate-contract.js';

/** A run in steps; yields the share done (0..1) and leaves the record. */
export type SimulateInSteps = (scenario: Scenario, options: SimulateOptions) => Generator<number, RunRecord>;

export interface RunsOnDemand {
  /** A run that was made elsewhere. */
  remember(scenario: Scenario, options: SimulateOptions, record: RunRecord): void;
  /** Yields the share done of the run that is being made. */
  judge<Result>(judgement: (simulate: Simulate) => Result): Generator<number, Result>;
  /** A judgement all of whose runs were made before. */
  judgeAgain<Result>(judgement: (simulate: Simulate) => Result): Result;
}

/** @param layouts the scenarios that judgements start from, one a layout */
export function runsOnDemand(layouts: readonly Scenario[], simulateInSteps: SimulateInSteps): RunsOnDemand {
  const keyIn = (scenario: Scenario, options: SimulateOptions): string => keyOf(layouts, scenario, options);
  const made = new Map<string, RunRecord>();
  const known: Simulate = (scenario, options) => {
    const record = made.get(keyIn(scenario, options));
    if (record === undefined) throw new MissingRun(scenario, options);
    return record;
  };
  return {
    remember: (scenario, options, record) => void made.set(keyIn(scenario, options), record),
    *judge(judgement) {
      for (;;) {
        try {
          return judgement(known);
        } catch (error) {
          if (!(error instanceof MissingRun)) throw error;
          made.set(keyIn(error.scenario, error.options), yield* simulateInSteps(error.scenario, error.options));
        }
      }
    },
    judgeAgain: (judgement) => judgement(known),
  };
}

class MissingRun extends Error {
  readonly scenario: Scenario;
  readonly options: SimulateOptions;

  constructor(scenario: Scenario, options: SimulateOptions) {
    super('a judgement asked for a run that was not made');
    this.scenario = scenario;
    this.options = options;
  }
}

/** All that a run depends on: the layout, and whatever a study has changed in it, by content. */
function keyOf(layouts: readonly Scenario[], scenario: Scenario, options: SimulateOptions): string {
  const base: Partial<Scenario> = layouts.find(({ layout }) => layout === scenario.layout) ?? {};
  const changed = Object.entries(scenario).filter(([field, value]) => value !== base[field as keyof Scenario]);
  return JSON.stringify([scenario.layout, changed, options]);
}
