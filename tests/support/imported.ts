/** An import as tests look at it: the scenario that was written, loaded, and the edges of its services. */
import { readFileSync } from 'node:fs';
import {
  type ImportedScenario,
  type ImportScenarioOptions,
  importScenario,
} from '../../src/library/import-scenario.js';
import { type LoadedScenario, loadScenario } from '../../src/library/load-scenario.js';

export interface Imported extends ImportedScenario {
  readonly text: string;
  readonly scenario: LoadedScenario;
  /** `caller -> callee`, of calls; in the order of the scenario. */
  readonly edges: readonly string[];
  /** Likewise, of what is needed only to start. */
  readonly starts: readonly string[];
  readonly codes: readonly string[];
}

export function sampleText(name: string): string {
  return readFileSync(`tests/samples/${name}`, 'utf8');
}

export function importSamples(names: readonly string[], options?: ImportScenarioOptions): Imported {
  return imported(
    names.map((name) => [name, sampleText(name)]),
    options,
  );
}

/** @throws with all problems when there are any */
export function imported(
  sources: readonly (readonly [name: string, text: string])[],
  options?: ImportScenarioOptions,
): Imported {
  const result = importScenario(
    sources.map(([name, text]) => ({ name, text })),
    options,
  );
  if (result.text === null)
    throw new Error(result.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const scenario = loadScenario(result.text, { file: 'imported.yaml' });
  const edgesOf = (isStart: boolean): string[] =>
    scenario.services.flatMap(({ id, needs }) =>
      needs.filter(({ kind }) => (kind === 'startup') === isStart).map(({ service }) => `${id} -> ${service}`),
    );
  return {
    ...result,
    text: result.text,
    scenario,
    edges: edgesOf(false),
    starts: edgesOf(true),
    codes: result.notes.map(({ code }) => code),
  };
}

/** Codes and places of the problems: `too-deep a.json:1:61`. */
export function problemsOf(
  sources: readonly (readonly [name: string, text: string])[],
  options?: ImportScenarioOptions,
): string[] {
  const { problems } = importScenario(
    sources.map(([name, text]) => ({ name, text })),
    options,
  );
  return problems.map(({ code, file, line, column }) =>
    line === 0 ? `${code} ${file}` : `${code} ${file}:${line}:${column}`,
  );
}
