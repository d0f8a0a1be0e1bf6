/** `firebreak check`: all mistakes of all files at once, as text or as `firebreak.check/1`. */
import { checkScenario, type Problem } from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { FileProblem } from '../files/file-problem.js';
import { readScenario } from '../files/read-scenario.js';
import { problemText } from '../load.js';
import { printable, printableJson } from '../output/printable.js';
import { type Language, type Terminal, terminalFor } from '../output/terminal.js';

export interface CheckOptions {
  readonly json?: boolean;
  readonly lang?: Language;
  readonly ascii?: boolean;
}

export interface CheckDocument {
  readonly format: 'firebreak.check/1';
  readonly files: readonly FileReport[];
  /** How many in all. */
  readonly errors: number;
  readonly warnings: number;
}

export interface FileReport {
  readonly file: string;
  /** Of the text; null when there is an error. */
  readonly sha256: string | null;
  /** Names of its layouts; empty when there is an error. */
  readonly layouts: readonly string[];
  readonly errors: readonly Mistake[];
  readonly warnings: readonly Mistake[];
}

export interface Mistake {
  readonly code: string;
  /** From 1; null when it is about no place in the file. */
  readonly line: number | null;
  readonly column: number | null;
  readonly path: string;
  readonly message: string;
  /** As it is printed. */
  readonly text: string;
}

export function checkCommand(files: readonly string[], options: CheckOptions): number {
  // The document is for machines: always in English.
  const terminal = terminalFor(process.stdout, options.json ? { ...options, lang: 'en' } : options);
  const reports = files.map((file) => check(file, terminal));
  const document: CheckDocument = {
    format: 'firebreak.check/1',
    files: reports,
    errors: reports.reduce((sum, { errors }) => sum + errors.length, 0),
    warnings: reports.reduce((sum, { warnings }) => sum + warnings.length, 0),
  };
  process.exitCode = document.errors > 0 ? EXIT.badInput : EXIT.met;
  process.stdout.write(options.json ? `${printableJson(document)}\n` : textOf(document, terminal));
  return process.exitCode;
}

function check(file: string, terminal: Terminal): FileReport {
  const name = printable(file);
  try {
    const { scenario, problems } = checkScenario(readScenario(file), { file });
    const mistakes = (severity: Problem['severity']): Mistake[] =>
      problems.filter((problem) => problem.severity === severity).map((problem) => mistake(problem, terminal));
    return {
      file: name,
      sha256: scenario?.sha256 ?? null,
      layouts: scenario?.layouts ?? [],
      errors: mistakes('error'),
      warnings: mistakes('warning'),
    };
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    const { code, sentences } = error;
    const { language } = terminal;
    const unread = {
      code,
      line: null,
      column: null,
      path: '',
      message: sentences[language],
      text: error.textIn(language),
    };
    return { file: name, sha256: null, layouts: [], errors: [unread], warnings: [] };
  }
}

function mistake(problem: Problem, terminal: Terminal): Mistake {
  const { code, line, column, path, message, messageKo } = problem;
  return {
    code,
    line: line === 0 ? null : line,
    column: line === 0 ? null : column,
    path,
    message: terminal.language === 'ko' ? messageKo : message,
    text: problemText(problem, terminal),
  };
}

function textOf(document: CheckDocument, terminal: Terminal): string {
  const { paint, glyphs, language } = terminal;
  const lines = document.files.flatMap(({ file, errors, warnings, layouts }) => {
    const told = [...errors, ...warnings].map(({ text }) => text);
    if (errors.length > 0) return told;
    const names = layouts.length > 1 ? ` (${layouts.map(printable).join(', ')})` : '';
    return [...told, `${paint.green(glyphs.met)} ${file}${names}`];
  });
  const { files, errors, warnings } = document;
  return `${[...lines, COUNTS[language](files.length, errors, warnings)].join('\n')}\n`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const COUNTS: Readonly<Record<Language, (files: number, errors: number, warnings: number) => string>> = {
  en: (files, errors, warnings) =>
    `${counted(files, 'file')}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
  ko: (files, errors, warnings) => `파일 ${files}개, 오류 ${errors}개, 경고 ${warnings}개`,
};
