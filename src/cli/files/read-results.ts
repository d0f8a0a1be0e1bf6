/** An earlier result of `test`, as JSON; refused when it is something else. */
import type { TestDocument } from '../../index.js';
import { BadInput } from '../failures.js';
import { printable } from '../output/printable.js';
import type { Language } from '../output/terminal.js';
import { FileProblem } from './file-problem.js';
import { readText } from './read-scenario.js';

const MOST_BYTES = 200_000_000;

/** @throws BadInput */
export function readResults(file: string, language: Language): TestDocument {
  let text: string;
  try {
    text = readText(file, MOST_BYTES);
  } catch (error) {
    throw error instanceof FileProblem ? new BadInput(error.textIn(language)) : error;
  }
  const document = parsed(text);
  if (!isTestDocument(document))
    throw new BadInput(
      `${printable(file)} is no result of tests (firebreak.test/1): write one with firebreak test ... -o ${printable(file)}`,
    );
  return document;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isTestDocument(value: unknown): value is TestDocument {
  const document = value as Partial<TestDocument> | null;
  return (
    document?.format === 'firebreak.test/1' &&
    Array.isArray(document.seeds) &&
    Array.isArray(document.suites) &&
    document.suites.every(
      (suite) =>
        typeof suite?.layout === 'string' &&
        typeof suite.scenario?.id === 'string' &&
        Array.isArray(suite.expectations) &&
        Array.isArray(suite.runs),
    )
  );
}
