/** `firebreak run`: one run of one scenario; the report or the document on standard output, the verdict as exit code. */
import {
  documentOf,
  type RunResult,
  rememberedMeasures,
  suiteOf,
  summarise,
  type TestDocument,
  wentDown,
} from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { BadInput, Crashed, Interrupted } from '../failures.js';
import { openTarget } from '../files/write-atomically.js';
import { load } from '../load.js';
import { printableJson } from '../output/printable.js';
import { type Language, type Terminal, terminalFor } from '../output/terminal.js';
import { pace } from '../pace.js';
import { IMPACT_COLUMNS, STRIP_COLUMNS } from '../report/report.js';
import { runReport } from '../report/run-report.js';
import { openReporters, report } from '../report/test/reporters.js';
import { textsIn } from '../report/texts.js';
import { type RunRequest, replayCommand } from '../shell-commands.js';

export interface RunOptions {
  readonly layout?: string;
  readonly seed: string;
  readonly set: readonly string[];
  /** Each `name` or `name=file`. */
  readonly reporter: readonly string[];
  readonly json?: boolean;
  readonly out?: string;
  readonly full?: boolean;
  /** False with `--no-fail`. */
  readonly fail: boolean;
  readonly timing?: boolean;
  readonly lang?: Language;
  readonly ascii?: boolean;
}

/** How many services are explained, and with `--full`. */
const EXPLAINED = 1;
const EXPLAINED_IN_FULL = 3;

export async function runCommand(file: string, options: RunOptions): Promise<number> {
  const start = performance.now();
  const terminal = terminalFor(process.stdout, options);
  const request: RunRequest = { file, layout: options.layout ?? null, seed: options.seed, set: options.set };
  const scenario = load(request, terminal);
  const target = options.out === undefined ? null : openTarget(options.out, [file]);
  const asked = options.json ? ['json', ...options.reporter] : options.reporter;
  const reporters = openReporters(asked, [file], 'pretty');
  let code: number;
  try {
    const result = await pace(scenario, { seed: options.seed }, terminal.language);
    const isAsked = reporters.some(({ name }) => name === 'pretty');
    const pretty = isAsked ? await reportOf(result, request, options, terminal) : '';
    const json = `${printableJson(result.document)}\n`;
    target?.write(json);
    code = verdictOf(result, options);
    // Known before anything is printed: whoever reads may close the pipe after the first lines.
    process.exitCode = code;
    const document = testDocumentOf(result, options, terminal.language);
    await report(
      reporters,
      { document, set: options.set, baseline: [], own: { pretty, json } },
      { lang: terminal.language, ascii: options.ascii },
    );
  } catch (error) {
    if (error instanceof Interrupted || error instanceof BadInput) throw error;
    throw new Crashed(error, { file, sha256: scenario.sha256, seed: options.seed, replay: replayCommand(request) });
  }
  if (options.timing) process.stderr.write(`${(performance.now() - start).toFixed(0)} ms\n`);
  return code;
}

/** From the same document that is printed and written. */
function verdictOf({ document }: RunResult, options: RunOptions): number {
  const passed = document.expectations.every(({ verdict }) => verdict === 'met');
  return passed || !options.fail ? EXIT.met : EXIT.failed;
}

/** For the reporters that run and test share. */
function testDocumentOf(result: RunResult, { seed }: RunOptions, language: Language): TestDocument {
  const { reading, document } = result;
  const { recordHash, simulatedSeconds } = document;
  const { expectations } = result.documentIn(language);
  const measures = rememberedMeasures(reading);
  const answer = { recordHash, simulatedSeconds, measures, expectations };
  return documentOf([suiteOf(reading.scenario, [seed], [answer], 1, language)], [seed], 1, false);
}

async function reportOf(
  result: RunResult,
  request: RunRequest,
  options: RunOptions,
  terminal: Terminal,
): Promise<string> {
  const { reading } = result;
  const { language } = terminal;
  const document = result.documentIn(language);
  const summary = summarise(reading, document, { impact: IMPACT_COLUMNS, strip: STRIP_COLUMNS });
  const explained = summary.worst.slice(0, options.full ? EXPLAINED_IN_FULL : EXPLAINED);
  const why = explained.flatMap((service) => {
    const subject = reading.subject(service.id);
    return subject === null ? [] : [{ service, steps: wentDown(reading, subject, language) }];
  });
  return runReport({
    scenario: reading.scenario,
    document,
    summary,
    why,
    request,
    full: options.full === true,
    terminal,
    texts: await textsIn(language),
  });
}
