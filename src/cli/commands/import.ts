/** `firebreak import`: files of other programs to a scenario; written in full once everything went well, or not at all. */
import { existsSync } from 'node:fs';
import {
  IMPORT_FORMATS,
  type ImportedScenario,
  type ImportNote,
  importScenario,
  MAX_IMPORT_BYTES,
  type SourceText,
} from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { BadInput } from '../failures.js';
import { FileProblem } from '../files/file-problem.js';
import { readText } from '../files/read-scenario.js';
import { openTarget } from '../files/write-atomically.js';
import { problemText } from '../load.js';
import { printable, printableJson } from '../output/printable.js';
import { type Language, type Terminal, terminalFor } from '../output/terminal.js';
import { importReport } from '../report/import-report.js';

export interface ImportCommandOptions {
  readonly format?: string;
  readonly merge: readonly string[];
  readonly siteOf: readonly string[];
  readonly out?: string;
  readonly json?: boolean;
  readonly full?: boolean;
  readonly lang?: Language;
  readonly ascii?: boolean;
}

export interface ImportDocument {
  readonly format: 'firebreak.import/1';
  readonly sources: ImportedScenario['sources'];
  readonly services: number;
  readonly calls: number;
  readonly startNeeds: number;
  readonly sites: readonly string[];
  readonly notes: readonly Omit<ImportNote, 'messageKo'>[];
  readonly warnings: readonly { readonly code: string; readonly line: number; readonly message: string }[];
  /** The scenario itself. */
  readonly scenario: string;
}

export function importCommand(words: readonly string[], options: ImportCommandOptions): number {
  const terminal = terminalFor(options.out === undefined ? process.stderr : process.stdout, options);
  const { format, files } = split(words, options);
  const target = options.out === undefined ? null : openTarget(options.out, files);
  const result = importScenario(sourcesOf(files, terminal), { format, siteOf: options.siteOf });
  const { text } = result;
  if (text === null) throw new BadInput(result.problems.map((problem) => problemText(problem, terminal)).join('\n'));
  target?.write(text);
  process.exitCode = EXIT.met;
  if (options.json) {
    process.stdout.write(`${printableJson(documentOf(result, text))}\n`);
    return EXIT.met;
  }
  const report = importReport(result, { out: options.out ?? null, full: options.full === true, terminal });
  if (target !== null) process.stdout.write(report);
  else {
    process.stderr.write(report);
    process.stdout.write(text);
  }
  return EXIT.met;
}

/** A first word that is a format's name and no file's is the format. */
function split(
  words: readonly string[],
  { format, merge }: ImportCommandOptions,
): { readonly format: string | undefined; readonly files: readonly string[] } {
  const [first, ...rest] = words;
  const isFormat = format === undefined && IMPORT_FORMATS.includes(first) && !existsSync(first);
  const chosen = isFormat ? first : format;
  if (chosen !== undefined && !IMPORT_FORMATS.includes(chosen)) {
    throw new BadInput(`there is no format ${printable(chosen)}; there are: ${IMPORT_FORMATS.join(', ')}`);
  }
  const files = [...(isFormat ? rest : words), ...merge];
  if (files.length === 0) throw new BadInput(`name a file to import as ${printable(first ?? '')}`);
  const twice = files.find((file, i) => files.indexOf(file) < i);
  if (twice !== undefined) throw new BadInput(`${printable(twice)} is named twice`);
  return { format: chosen, files };
}

/** All files that cannot be read, at once. */
function sourcesOf(files: readonly string[], terminal: Terminal): SourceText[] {
  const unread: string[] = [];
  const sources = files.flatMap((name): SourceText[] => {
    try {
      return [{ name, text: readText(name, MAX_IMPORT_BYTES) }];
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      unread.push(error.textIn(terminal.language));
      return [];
    }
  });
  if (unread.length > 0) throw new BadInput(unread.join('\n'));
  return sources;
}

function documentOf(
  { sources, services, calls, startNeeds, sites, notes, warnings }: ImportedScenario,
  scenario: string,
): ImportDocument {
  return {
    format: 'firebreak.import/1',
    sources,
    services,
    calls,
    startNeeds,
    sites,
    notes: notes.map(({ code, file, line, message }) => ({ code, file, line, message })),
    warnings: warnings.map(({ code, line, message }) => ({ code, line, message })),
    scenario,
  };
}
