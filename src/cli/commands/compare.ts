/** `firebreak compare`: layouts of a file side by side, over many seeds; what it costs, what it saves, and how sure that is. */
import {
  type CompareDocument,
  CompareError,
  compare,
  comparedLayouts,
  comparePage,
  ENGINE_VERSION,
  type LoadedScenario,
  USUAL_SEEDS,
} from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { BadInput, Crashed } from '../failures.js';
import { openTarget } from '../files/write-atomically.js';
import { load } from '../load.js';
import { printable, printableJson } from '../output/printable.js';
import { type Language, type Terminal, terminalFor } from '../output/terminal.js';
import { JobFailed } from '../pool/job-failed.js';
import { withPool } from '../pool/with-pool.js';
import { compareReport } from '../report/compare/compare-report.js';
import { compareTextsIn } from '../report/compare/compare-texts.js';
import { replayCommand, studyCommand } from '../shell-commands.js';

export interface CompareCommandOptions {
  readonly layouts?: readonly string[];
  readonly seeds?: number;
  readonly set: readonly string[];
  readonly workers?: number;
  readonly resume?: string;
  readonly json?: boolean;
  readonly out?: string;
  /** A file for the page. */
  readonly report?: string;
  readonly full?: boolean;
  /** False with `--no-expectations`. */
  readonly expectations: boolean;
  readonly lang?: Language;
  readonly ascii?: boolean;
}

export async function compareCommand(file: string, options: CompareCommandOptions): Promise<number> {
  // The document is for machines: in English unless a language is asked for.
  const terminal = terminalFor(process.stdout, options.json ? { ...options, lang: options.lang ?? 'en' } : options);
  const scenario = load({ file, layout: null, seed: '1', set: options.set }, terminal);
  checkLayouts(scenario, options, terminal);
  const target = options.out === undefined ? null : openTarget(options.out, [file]);
  const page = options.report === undefined ? null : openTarget(options.report, [file]);
  const document = await made(file, scenario, options, terminal);
  const again = againOf(file, options);
  const [baseline] = comparedLayouts(scenario, options.layouts);
  const text = `${printableJson(document)}\n`;
  const code = document.partial ? EXIT.interrupted : EXIT.met;
  process.exitCode = code;
  process.stdout.write(options.json ? text : reportOf(document, again, options, terminal));
  // After it is printed: a disk that is full by now takes no hours of work with it.
  target?.write(text);
  page?.write(comparePage(document, baseline, { command: again, language: terminal.language }));
  return code;
}

/** Before any work is done. */
function checkLayouts(scenario: LoadedScenario, { layouts }: CompareCommandOptions, { language }: Terminal): void {
  try {
    comparedLayouts(scenario, layouts);
  } catch (error) {
    if (!(error instanceof CompareError)) throw error;
    throw new BadInput(printable(language === 'ko' ? error.messageKo : error.message));
  }
}

async function made(
  file: string,
  scenario: LoadedScenario,
  { layouts, seeds = USUAL_SEEDS, set, workers, resume, expectations }: CompareCommandOptions,
  { language }: Terminal,
): Promise<CompareDocument> {
  const journalOf = { study: 'compare', engine: ENGINE_VERSION, scenario: scenario.sha256, set };
  try {
    return await withPool({ workers, resume, journalOf, language }, (pool) =>
      compare(scenario, { layouts, seeds, pool, language, judge: expectations }),
    );
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const { layout, seed } = error instanceof JobFailed ? error : { layout: null, seed: '1' };
    const replay = replayCommand({ file, layout, seed, set });
    throw new Crashed(error, { file, sha256: scenario.sha256, seed, replay });
  }
}

function againOf(file: string, { layouts, seeds, set, expectations }: CompareCommandOptions): string {
  return studyCommand('compare', file, [
    ...(layouts === undefined ? [] : ['--layouts', layouts.join(',')]),
    ...(seeds === undefined ? [] : ['--seeds', String(seeds)]),
    ...set.flatMap((override) => ['--set', override]),
    ...(expectations ? [] : ['--no-expectations']),
  ]);
}

function reportOf(
  document: CompareDocument,
  again: string,
  options: CompareCommandOptions,
  terminal: Terminal,
): string {
  const texts = compareTextsIn(terminal.language);
  return compareReport({ document, again, full: options.full === true, terminal, texts });
}
