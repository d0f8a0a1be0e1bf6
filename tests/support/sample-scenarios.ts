/**
 * What properties of the flow are tried on: random scenarios of everything it can do, random graphs, and all that is
 * bundled. A random one is named by its place in the sequence of `FUZZ_SEED`, which `anyScenario` gives again.
 */
import fc from 'fast-check';
import type { Scenario } from '../../src/scenario/model.js';
import { bundledScenarios } from './bundled-scenarios.js';
import { randomGraph } from './random-graph.js';
import { anyScenario } from './random-scenario.js';

const SCENARIOS = 60;
const GRAPHS = 3;

/** Each of the random ones comes twice: whole, and as it is at a random second of its ten minutes. */
export function sampleScenarios(): ReadonlyMap<string, Scenario> {
  const { seed } = fc.readConfigureGlobal();
  const random = fc.sample(anyScenario, { seed, numRuns: SCENARIOS });
  const cuts = fc.sample(fc.integer({ min: 1, max: 599 }), { seed, numRuns: SCENARIOS });
  const graphs = Array.from({ length: GRAPHS }, (_, i) =>
    randomGraph({ services: 30, seed: i + 1, durationSeconds: 2400 }),
  );
  return new Map<string, Scenario>([
    ...random.map((scenario, i): [string, Scenario] => [`#${i}`, scenario]),
    ...random.map((scenario, i): [string, Scenario] => [
      `#${i} until ${cuts[i]} s`,
      { ...scenario, durationSeconds: cuts[i] },
    ]),
    ...graphs.map((scenario): [string, Scenario] => [scenario.id, scenario]),
    ...bundledScenarios(),
  ]);
}
