/** Scenarios tried under the same seeds: user-hours lost, and how far each is from the aim. */
import type { Expectation, Scenario } from '../../scenario/model.js';
import { measuresKind } from '../pool/kinds/measures.js';
import { inOrder, type Pool } from '../pool/pool.js';
import { type Sample, sample } from '../statistics/sample.js';
import { askedOf, shortfall } from './aim.js';

export const LOST = 'userHoursLost';

/** By seed. */
export interface Outcome {
  readonly lost: Sample;
  /** All zero without an aim. */
  readonly short: Sample;
}

export interface Tries {
  /** Of each scenario; null when it was stopped. */
  outcomes(scenarios: readonly Scenario[]): Promise<readonly Outcome[] | null>;
  runs(): number;
}

export function triesBy(pool: Pool, seeds: number, aims: readonly Expectation[]): Tries {
  const ask = [{ name: LOST, of: null }, ...askedOf(aims)];
  let runs = 0;
  return {
    runs: () => runs,
    async outcomes(scenarios) {
      const found = scenarios.map(() => ({ lost: sample(), short: sample() }));
      const jobs = scenarios.flatMap((_, place) =>
        Array.from({ length: seeds }, (_each, seed) => ({ scenario: place, seed: String(seed + 1), ask })),
      );
      const { finished } = await inOrder(pool, { kind: measuresKind, scenarios, jobs }, ([lost, ...values], job) => {
        runs++;
        const place = jobs[job].scenario;
        found[place].lost.add(lost);
        found[place].short.add(shortfall(aims, values, scenarios[place]));
      });
      return finished ? found : null;
    },
  };
}
