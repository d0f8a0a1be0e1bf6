/**
 * A worker that does jobs of studies for the desk: scenarios and questions in, small answers out.
 *
 * A scenario is sent once and named by a number afterwards. One job at a time; it is done in slices, so that a helper
 * hears that nobody wants it any more.
 */
import { doJobInSteps, type Job, type Scenario } from '../library.js';
import { inSlices } from './slices.js';

export interface Order {
  readonly kind: string;
  /** Numbers of scenarios that were told. */
  readonly scenario: number;
  readonly others: readonly number[];
  readonly job: Job;
}

export interface Helper {
  know(number: number, scenario: Scenario): void;
  forget(number: number): void;
  /** @returns null when it was told to stop */
  work(order: Order): Promise<{ readonly answer: unknown } | null>;
  stop(): void;
}

export function createHelper(): Helper {
  const known = new Map<number, Scenario>();
  let orders = 0;
  function scenarioOf(number: number): Scenario {
    const scenario = known.get(number);
    if (scenario === undefined) throw new Error(`a helper was never told scenario ${number}`);
    return scenario;
  }
  return {
    know(number, scenario) {
      known.set(number, scenario);
    },
    forget: (number) => void known.delete(number),
    async work({ kind, scenario, others, job }) {
      const number = ++orders;
      const answer = await inSlices(
        doJobInSteps(kind, scenarioOf(scenario), job, others.map(scenarioOf)),
        () => undefined,
        () => false,
        () => number === orders,
      );
      return number === orders ? { answer } : null;
    },
    stop: () => void orders++,
  };
}
