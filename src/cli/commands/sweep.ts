/** `firebreak sweep`: one parameter over several values and seeds; the curve, its bands, and where it tips. */
import {
  csv,
  ENGINE_VERSION,
  type LoadedScenario,
  type OpenSweep,
  openSweep,
  ScenarioError,
  type SweepDocument,
  SweepError,
  sweepOver,
  sweepPage,
} from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { BadInput, Crashed } from '../failures.js';
import { readScenario } from '../files/read-scenario.js';
import { openTarget } from '../files/write-atomically.js';
import { load, problemText } from '../load.js';
import { printable, printableJson } from '../output/printable.js';
import { type Language, type Terminal, terminalFor } from '../output/terminal.js';
import { JobFailed } from '../pool/job-failed.js';
import { withPool } from '../pool/with-pool.js';
import { sweepReport } from '../report/sweep/sweep-report.js';
import { sweepRows } from '../report/sweep/sweep-rows.js';
import { replayCommand, studyCommand } from '../shell-commands.js';

export interface SweepCommandOptions {
  readonly vary: string;
  readonly measure: readonly string[];
  readonly layout?: string;
  readonly seeds: number;
  readonly set: readonly string[];
  readonly workers?: number;
  readonly resume?: string;
  readonly json?: boolean;
  readonly out?: string;
  /** A file for the page. */
  readonly report?: string;
  readonly csv?: string;
  readonly lang?: Language;
  readonly ascii?: boolean;
}

export async function sweepCommand(file: string, options: SweepCommandOptions): Promise<number> {
  // The document is for machines: in English unless a language is asked for.
  const terminal = terminalFor(process.stdout, options.json ? { ...options, lang: options.lang ?? 'en' } : options);
  const { layout = null, set } = options;
  const scenario = load({ file, layout, seed: '1', set }, terminal);
  const open = opened(file, options, terminal);
  const target = options.out === undefined ? null : openTarget(options.out, [file]);
  const page = options.report === undefined ? null : openTarget(options.report, [file]);
  const table = options.csv === undefined ? null : openTarget(options.csv, [file]);
  const document = await made(scenario, open, options, terminal.language);
  const text = `${printableJson(document)}\n`;
  process.exitCode = document.partial ? EXIT.interrupted : EXIT.met;
  process.stdout.write(
    options.json ? text : sweepReport({ document, title: scenario.title, again: again(file, options), terminal }),
  );
  target?.write(text);
  page?.write(sweepPage(document, scenario, { command: again(file, options), language: terminal.language }));
  table?.write(csv(sweepRows(document)));
  return process.exitCode;
}

function opened(file: string, options: SweepCommandOptions, terminal: Terminal): OpenSweep {
  const { vary, measure, layout, set } = options;
  const measures = measure.length > 0 ? measure : undefined;
  try {
    return openSweep(readScenario(file), { file, layout, set, vary, measures });
  } catch (error) {
    if (error instanceof SweepError)
      throw new BadInput(printable(terminal.language === 'ko' ? error.messageKo : error.message));
    if (error instanceof ScenarioError)
      throw new BadInput(error.problems.map((problem) => problemText(problem, terminal)).join('\n'));
    throw error;
  }
}

async function made(
  { sha256, file, layout }: LoadedScenario,
  { parameter, points, measures }: OpenSweep,
  { seeds, set, workers, resume, vary }: SweepCommandOptions,
  language: Language,
): Promise<SweepDocument> {
  const journalOf = { study: 'sweep', engine: ENGINE_VERSION, scenario: sha256, set };
  try {
    return await withPool({ workers, resume, journalOf, language }, (pool) =>
      sweepOver(parameter, points, { pool, seeds, measures, language }),
    );
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const { seed } = error instanceof JobFailed ? error : { seed: '1' };
    throw new Crashed(error, {
      file,
      sha256,
      seed,
      replay: `${replayCommand({ file, layout, seed, set })}  (${vary})`,
    });
  }
}

function again(file: string, { vary, measure, layout, seeds, set }: SweepCommandOptions): string {
  return studyCommand('sweep', file, [
    '--vary',
    vary,
    ...measure.flatMap((each) => ['--measure', each]),
    ...(layout === undefined ? [] : ['--layout', layout]),
    '--seeds',
    String(seeds),
    ...set.flatMap((override) => ['--set', override]),
  ]);
}
