/**
 * The record of every bundled scenario, in each of its layouts, depends on what its file says and on nothing else: not
 * on what ran before, on the order of its keys, on whether it is YAML or JSON, or on its name.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type LoadedScenario, loadScenario } from '../../src/library/load-scenario.js';
import { hashRecord } from '../../src/record/record-hash.js';
import { simulate } from '../../src/world/simulate.js';
import { bundledScenarios } from '../support/bundled-scenarios.js';

const SCENARIOS = bundledScenarios();
const hashOf = (scenario: LoadedScenario): string => hashRecord(simulate(scenario, { seed: '1' }));
const hashes = new Map([...SCENARIOS].map(([name, scenario]) => [name, hashOf(scenario)]));

test('no two of them have one hash', () => {
  expect(SCENARIOS.size).toBeGreaterThanOrEqual(7);
  expect(new Set(hashes.values()).size).toBe(SCENARIOS.size);
});

// All others have run by now, in this process.
test.each([...SCENARIOS.keys()])('%s', (name) => {
  const { file, layout } = SCENARIOS.get(name) as LoadedScenario;
  const document: unknown = parse(readFileSync(file, 'utf8'));
  const backwards = loadScenario(JSON.stringify(backwardsOf(document as Mapping)), { file: 'renamed.json', layout });
  expect(hashOf(backwards)).toBe(hashes.get(name));
});

type Mapping = Readonly<Record<string, unknown>>;

/** Last key first, but for the services where their order says which comes back first. */
function backwardsOf(document: Mapping): Mapping {
  const backwards = reversed(document) as Mapping;
  if ((document.recovery as Mapping | undefined)?.order !== 'scenario') return backwards;
  const services = document.services as Mapping;
  return {
    ...backwards,
    services: Object.fromEntries(Object.entries(services).map(([id, service]) => [id, reversed(service)])),
  };
}

/** Mappings with their last key first. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reversed(child)]),
  );
}
