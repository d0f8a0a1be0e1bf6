/** `firebreak contingency`: everything that can fail, tried alone or in pairs, in every layout, worst first. */
import {
  type ContingencyDocument,
  contingencyOf,
  contingencyPage,
  ENGINE_VERSION,
  FAILURE_KINDS,
  type FailureKind,
  type LoadedScenario,
} from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { BadInput, Crashed } from '../failures.js';
import { openTarget } from '../files/write-atomically.js';
import { chosenLayouts } from '../layouts.js';
import { load } from '../load.js';
import { printable, printableJson } from '../output/printable.js';
import { type Language, terminalFor } from '../output/terminal.js';
import { JobFailed } from '../pool/job-failed.js';
import { withPool } from '../pool/with-pool.js';
import { contingencyReport } from '../report/contingency/contingency-report.js';
import { replayCommand, studyCommand } from '../shell-commands.js';

export interface ContingencyCommandOptions {
  readonly layouts: readonly string[];
  readonly seed: string;
  readonly set: readonly string[];
  readonly order: 1 | 2;
  readonly most: number;
  /** Kinds of what fails; all when empty. */
  readonly only: readonly string[];
  readonly failOn: readonly string[];
  /** False with `--no-fail`. */
  readonly fail: boolean;
  readonly workers?: number;
  readonly resume?: string;
  readonly json?: boolean;
  readonly out?: string;
  /** A file for the page. */
  readonly report?: string;
  readonly full?: boolean;
  readonly lang?: Language;
  readonly ascii?: boolean;
}

/** What `--fail-on` may name: a case that fails an expectation, or takes down what nobody would expect. */
const FAILS = ['failed', 'unexpected'] as const;

export async function contingencyCommand(file: string, options: ContingencyCommandOptions): Promise<number> {
  const terminal = terminalFor(process.stdout, options.json ? { ...options, lang: options.lang ?? 'en' } : options);
  const kinds = named('--only', options.only, FAILURE_KINDS);
  const failOn = named('--fail-on', options.failOn, FAILS);
  const scenario = load({ file, layout: options.layouts[0] ?? null, seed: options.seed, set: options.set }, terminal);
  const layouts = chosenLayouts(scenario, options.layouts);
  const target = options.out === undefined ? null : openTarget(options.out, [file]);
  const page = options.report === undefined ? null : openTarget(options.report, [file]);
  const document = await studied(scenario, layouts, options, kinds, terminal.language);
  const text = `${printableJson(document)}\n`;
  process.exitCode = codeOf(document, failOn, options.fail);
  process.stdout.write(
    options.json
      ? text
      : contingencyReport({ document, layouts, again: again(file, options), full: options.full === true, terminal }),
  );
  target?.write(text);
  page?.write(contingencyPage(document, layouts[0], { command: again(file, options), language: terminal.language }));
  return process.exitCode;
}

function again(file: string, { layouts, seed, set, order, most, only }: ContingencyCommandOptions): string {
  return studyCommand('contingency', file, [
    ...(layouts.length === 0 ? [] : ['--layouts', layouts.join(',')]),
    '--seed',
    seed,
    ...(order === 1 ? [] : ['--order', '2', '--most', String(most)]),
    ...(only.length === 0 ? [] : ['--only', only.join(',')]),
    ...set.flatMap((override) => ['--set', override]),
  ]);
}

async function studied(
  scenario: LoadedScenario,
  layouts: ReturnType<typeof chosenLayouts>,
  { seed, set, order, most, workers, resume }: ContingencyCommandOptions,
  kinds: readonly FailureKind[],
  language: Language,
): Promise<ContingencyDocument> {
  const journalOf = { study: 'contingency', engine: ENGINE_VERSION, scenario: scenario.sha256, set };
  try {
    return await withPool({ workers, resume, journalOf, language }, (pool) =>
      contingencyOf(layouts, { pool, seed, order, most, kinds: kinds.length > 0 ? kinds : undefined, language }),
    );
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const { layout } = error instanceof JobFailed ? error : { layout: null };
    const { file, sha256 } = scenario;
    throw new Crashed(error, { file, sha256, seed, replay: replayCommand({ file, layout, seed, set }) });
  }
}

function codeOf(document: ContingencyDocument, failOn: readonly string[], fails: boolean): number {
  if (document.partial) return EXIT.interrupted;
  if (!fails) return EXIT.met;
  const { layouts, cases } = document;
  const isMet = layouts.every(({ expectations }) => expectations.every(({ verdict }) => verdict === 'met'));
  const isStruck = cases.some(
    ({ verdict, unexpected }) =>
      (failOn.includes('failed') && verdict === 'failed') || (failOn.includes('unexpected') && unexpected.length > 0),
  );
  return isMet && !isStruck ? EXIT.met : EXIT.failed;
}

function named<Name extends string>(option: string, given: readonly string[], known: readonly Name[]): readonly Name[] {
  const unknown = given.find((each) => !known.includes(each as Name));
  if (unknown !== undefined) throw new BadInput(`${option} ${printable(unknown)}: not one of ${known.join(', ')}`);
  return given as readonly Name[];
}
