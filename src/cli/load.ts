/** A scenario from disk, ready to run; or all that is wrong with it at once, as one message. */
import { checkScenario, formatProblem, type LoadedScenario, type ShownProblem, shellWords } from '../index.js';
import { BadInput } from './failures.js';
import { FileProblem } from './files/file-problem.js';
import { readScenario } from './files/read-scenario.js';
import { GLYPHS_ASCII } from './output/glyphs.js';
import { printableLines } from './output/printable.js';
import type { Language, Terminal } from './output/terminal.js';
import type { RunRequest } from './shell-commands.js';

/**
 * Warnings stop nothing: standard error says how many there are and who tells them.
 *
 * @throws BadInput with all errors
 */
export function load({ file, layout, set }: RunRequest, terminal: Terminal): LoadedScenario {
  const text = textOf(file, terminal);
  const { scenario, problems } = checkScenario(text, { file, layout: layout ?? undefined, set });
  if (scenario === null) throw new BadInput(problems.map((problem) => problemText(problem, terminal)).join('\n'));
  if (problems.length > 0) {
    const command = shellWords(['npx', '--no-install', 'firebreak', 'check', file]);
    process.stderr.write(`${WARNINGS[terminal.language](problems.length)}: ${command}\n`);
  }
  return scenario;
}

const WARNINGS: Readonly<Record<Language, (count: number) => string>> = {
  en: (count) => `${count} ${count === 1 ? 'warning' : 'warnings'} about the scenario`,
  ko: (count) => `시나리오 경고 ${count}개`,
};

function textOf(file: string, { language }: Terminal): string {
  try {
    return readScenario(file);
  } catch (error) {
    throw error instanceof FileProblem ? new BadInput(error.textIn(language)) : error;
  }
}

/** As it is printed, with the line and a caret. */
export function problemText(problem: ShownProblem, { language, glyphs }: Terminal): string {
  return printableLines(formatProblem(problem, { lang: language, ascii: glyphs === GLYPHS_ASCII }));
}
