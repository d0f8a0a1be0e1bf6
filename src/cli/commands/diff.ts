/** `firebreak diff`: two versions of a scenario under the same luck: what changed in the file, and what that does. */
import { availableParallelism } from 'node:os';
import {
  compareTests,
  documentOf,
  ENGINE_VERSION,
  scenarioChanges,
  type TestComparison,
  type TestDocument,
  type Tested,
  testSuites,
  USUAL_MET_IN,
} from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { failIfs, struck } from '../fail-if.js';
import { BadInput, Crashed } from '../failures.js';
import { readScenario } from '../files/read-scenario.js';
import { openTarget } from '../files/write-atomically.js';
import { printable, printableJson } from '../output/printable.js';
import { type Language, type Terminal, terminalFor } from '../output/terminal.js';
import { JobFailed } from '../pool/job-failed.js';
import { withPool } from '../pool/with-pool.js';
import { diffReport } from '../report/test/diff-report.js';
import { replayCommand, studyCommand } from '../shell-commands.js';
import { testedIn } from '../tested-in.js';

export interface DiffCommandOptions {
  readonly layouts: readonly string[];
  readonly seeds: number;
  readonly set: readonly string[];
  readonly failIf: readonly string[];
  /** False with `--no-fail`. */
  readonly fail: boolean;
  readonly markdown?: boolean;
  readonly json?: boolean;
  readonly out?: string;
  readonly workers?: number;
  readonly lang?: Language;
  readonly ascii?: boolean;
}

export interface DiffDocument {
  readonly format: 'firebreak.diff/1';
  readonly engine: string;
  readonly base: { readonly file: string; readonly sha256: string };
  readonly head: { readonly file: string; readonly sha256: string };
  readonly seeds: readonly string[];
  readonly partial: boolean;
  /** `+ ~ -`, a line a thing. */
  readonly changes: readonly string[];
  readonly comparison: TestComparison;
  /** Conditions of `--fail-if` that hold. */
  readonly struck: readonly string[];
}

export async function diffCommand(base: string, head: string, options: DiffCommandOptions): Promise<number> {
  const terminal = terminalFor(process.stdout, options.json ? { ...options, lang: options.lang ?? 'en' } : options);
  const conditions = failIfs(options.failIf, true);
  // Layouts that one of the files has are told as new or gone.
  const tested = [base, head].map((file) => testedIn([file], { layouts: [], set: options.set }, terminal));
  const wanted = tested.map((suites) => chosen(suites, options.layouts));
  checkLayouts(tested, options.layouts);
  const target = options.out === undefined ? null : openTarget(options.out, [base, head]);
  const [before, after] = await judged(wanted, options, terminal);
  const comparison = compareTests(before, after, ({ layout }) => layout);
  const document: DiffDocument = {
    format: 'firebreak.diff/1',
    engine: ENGINE_VERSION,
    base: { file: base, sha256: tested[0][0].scenario.sha256 },
    head: { file: head, sha256: tested[1][0].scenario.sha256 },
    seeds: after.seeds,
    partial: before.partial,
    changes: scenarioChanges(readScenario(base), readScenario(head)),
    comparison,
    struck: struck(conditions, after, comparison),
  };
  const text = `${printableJson(document)}\n`;
  target?.write(text);
  process.exitCode = document.partial
    ? EXIT.interrupted
    : document.struck.length > 0 && options.fail
      ? EXIT.failed
      : EXIT.met;
  process.stdout.write(
    options.json
      ? text
      : diffReport({ document, again: again(base, head, options), markdown: options.markdown === true, terminal }),
  );
  return process.exitCode;
}

function chosen(suites: readonly Tested[], layouts: readonly string[]): readonly Tested[] {
  return layouts.length === 0 ? suites : suites.filter(({ scenario }) => layouts.includes(scenario.layout));
}

function checkLayouts(tested: readonly (readonly Tested[])[], layouts: readonly string[]): void {
  const known = new Set(tested.flat().map(({ scenario }) => scenario.layout));
  const unknown = layouts.find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new BadInput(`there is no layout ${printable(unknown)}; there are: ${[...known].map(printable).join(', ')}`);
}

async function judged(
  [base, head]: readonly (readonly Tested[])[],
  { seeds, set, workers }: DiffCommandOptions,
  { language }: Terminal,
): Promise<readonly [TestDocument, TestDocument]> {
  const names = Array.from({ length: seeds }, (_, i) => String(i + 1));
  const journalOf = { study: 'diff', engine: ENGINE_VERSION, scenario: '', set };
  const all = [...base, ...head];
  try {
    const most = Math.min(workers ?? availableParallelism(), all.length * seeds);
    const document = await withPool({ workers: most, journalOf, language }, (pool) =>
      testSuites(all, { pool, seeds: names, language }),
    );
    const half = (from: number, to?: number): TestDocument =>
      documentOf(document.suites.slice(from, to), names, USUAL_MET_IN, document.partial);
    return [half(0, base.length), half(base.length)];
  } catch (error) {
    if (!(error instanceof JobFailed)) throw error;
    const { file, sha256, layout, seed } = error;
    throw new Crashed(error, { file, sha256, seed, replay: replayCommand({ file, layout, seed, set }) });
  }
}

function again(base: string, head: string, { layouts, seeds, set }: DiffCommandOptions): string {
  return studyCommand('diff', base, [
    head.startsWith('-') ? `./${head}` : head,
    ...(layouts.length === 0 ? [] : ['--layouts', layouts.join(',')]),
    '--seeds',
    String(seeds),
    ...set.flatMap((override) => ['--set', override]),
  ]);
}
