/** `firebreak advise`: what to change next, step by step to a budget, against the same money on more of everything. */
import {
  type AdviseDocument,
  AdviseError,
  advise,
  advisePage,
  ENGINE_VERSION,
  type LoadedScenario,
  openAdvice,
} from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { BadInput, Crashed } from '../failures.js';
import { openTarget } from '../files/write-atomically.js';
import { load } from '../load.js';
import { printable, printableJson } from '../output/printable.js';
import { type Language, type Terminal, terminalFor } from '../output/terminal.js';
import { JobFailed } from '../pool/job-failed.js';
import { withPool } from '../pool/with-pool.js';
import { adviseReport } from '../report/advise/advise-report.js';
import { replayCommand, studyCommand } from '../shell-commands.js';

export interface AdviseCommandOptions {
  readonly budget?: number;
  readonly aim: readonly string[];
  readonly seeds: number;
  readonly steps: number;
  readonly layout?: string;
  readonly set: readonly string[];
  readonly workers?: number;
  readonly resume?: string;
  readonly json?: boolean;
  readonly out?: string;
  /** A file for the page. */
  readonly report?: string;
  readonly lang?: Language;
  readonly ascii?: boolean;
}

export async function adviseCommand(file: string, options: AdviseCommandOptions): Promise<number> {
  // The document is for machines: in English unless a language is asked for.
  const terminal = terminalFor(process.stdout, options.json ? { ...options, lang: options.lang ?? 'en' } : options);
  const scenario = load({ file, layout: options.layout ?? null, seed: '1', set: options.set }, terminal);
  checkAsked(scenario, options, terminal);
  const target = options.out === undefined ? null : openTarget(options.out, [file]);
  const page = options.report === undefined ? null : openTarget(options.report, [file]);
  const document = await made(file, scenario, options, terminal);
  const text = `${printableJson(document)}\n`;
  const code = document.ended === 'interrupted' ? EXIT.interrupted : document.aimMet === false ? EXIT.failed : EXIT.met;
  process.exitCode = code;
  process.stdout.write(options.json ? text : adviseReport({ document, again: again(file, options), terminal }));
  target?.write(text);
  page?.write(advisePage(document, scenario, { command: again(file, options), language: terminal.language }));
  return code;
}

/** Before any work is done, and before a file is made. */
function checkAsked(scenario: LoadedScenario, { budget, aim }: AdviseCommandOptions, { language }: Terminal): void {
  try {
    openAdvice(scenario, { budget, aims: aim });
  } catch (error) {
    if (!(error instanceof AdviseError)) throw error;
    throw new BadInput(printable(language === 'ko' ? error.messageKo : error.message));
  }
}

async function made(
  file: string,
  scenario: LoadedScenario,
  { budget, aim, seeds, steps, layout, set, workers, resume }: AdviseCommandOptions,
  { language }: Terminal,
): Promise<AdviseDocument> {
  const journalOf = { study: 'advise', engine: ENGINE_VERSION, scenario: scenario.sha256, set };
  try {
    return await withPool({ workers, resume, journalOf, language }, (pool) =>
      advise(scenario, { budget, aims: aim, seeds, pool, language, mostSteps: steps }),
    );
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const seed = error instanceof JobFailed ? error.seed : '1';
    const replay = replayCommand({ file, layout: layout ?? null, seed, set });
    throw new Crashed(error, { file, sha256: scenario.sha256, seed, replay });
  }
}

function again(file: string, { budget, aim, seeds, steps, layout, set }: AdviseCommandOptions): string {
  return studyCommand('advise', file, [
    ...(budget === undefined ? [] : ['--budget', String(budget)]),
    ...aim.flatMap((each) => ['--aim', each]),
    '--seeds',
    String(seeds),
    '--steps',
    String(steps),
    ...(layout === undefined ? [] : ['--layout', layout]),
    ...set.flatMap((override) => ['--set', override]),
  ]);
}
