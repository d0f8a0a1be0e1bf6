/** Files of other programs to the text of a scenario that is right: what was written is checked like any other. */
import { type ImportOptions, type ImportResult, importSystem } from '../formats/import/import-system.js';
import type { SourceText } from '../formats/import/reading/source-file.js';
import type { Problem } from '../scenario/problem.js';
import { checkScenario } from './load-scenario.js';

export type ImportScenarioOptions = ImportOptions;

export interface ImportedScenario extends ImportResult {
  /** What `check` says of the scenario; never an error. */
  readonly warnings: readonly Problem[];
}

/**
 * Reads files of other programs, several of one system together, and writes the scenario that they tell.
 *
 * Without a scenario (`text` null) there are problems: all of all files. Notes say what the files cannot know, what was
 * left out and what was put in its place.
 *
 * @throws Error when what was written is no right scenario: a mistake of ours
 */
export function importScenario(sources: readonly SourceText[], options: ImportScenarioOptions = {}): ImportedScenario {
  const result = importSystem(sources, options);
  if (result.text === null) return { ...result, warnings: [] };
  const { scenario, problems } = checkScenario(result.text, { file: 'imported.yaml' });
  if (scenario !== null) return { ...result, warnings: problems };
  const [{ line, code, message, sourceLine }] = problems;
  throw new Error(`the imported scenario is wrong in line ${line} (${code}: ${message}): ${sourceLine}`);
}
