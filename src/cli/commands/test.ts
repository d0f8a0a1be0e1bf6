/** `firebreak test`: scenarios of files and folders, layouts and seeds, judged all together; the verdict as exit code. */
import { availableParallelism } from 'node:os';
import { compareTests, ENGINE_VERSION, type TestDocument, type Tested, testSuites, USUAL_MET_IN } from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { type FailIf, failIfs, struck } from '../fail-if.js';
import { BadInput, Crashed } from '../failures.js';
import { readResults } from '../files/read-results.js';
import { scenariosIn } from '../files/scenarios-in.js';
import { type Language, terminalFor } from '../output/terminal.js';
import { JobFailed } from '../pool/job-failed.js';
import { withPool } from '../pool/with-pool.js';
import { comparisonLines } from '../report/test/comparison-lines.js';
import { openReporters, report } from '../report/test/reporters.js';
import { replayCommand } from '../shell-commands.js';
import { testedIn } from '../tested-in.js';

export interface TestCommandOptions {
  /** Names; all layouts of each file when empty. */
  readonly layouts: readonly string[];
  readonly seeds: number;
  readonly set: readonly string[];
  readonly metIn?: number;
  /** Seconds of wall-clock time. */
  readonly timeLimit?: number;
  /** An earlier result. */
  readonly baseline?: string;
  /** In place of "an expectation is not met", when there are any. */
  readonly failIf: readonly string[];
  readonly reporter: readonly string[];
  readonly json?: boolean;
  readonly out?: string;
  /** False with `--no-fail`. */
  readonly fail: boolean;
  readonly workers?: number;
  readonly lang?: Language;
  readonly ascii?: boolean;
}

export async function testCommand(paths: readonly string[], options: TestCommandOptions): Promise<number> {
  const isForMachines =
    options.json === true || options.reporter.some((each) => /^(json|junit|junit-strict|csv)$/.test(each));
  // Documents are for machines: in English unless a language is asked for.
  const lang = isForMachines ? (options.lang ?? 'en') : options.lang;
  const terminal = terminalFor(process.stdout, { ...options, lang });
  const conditions = failIfs(options.failIf, options.baseline !== undefined);
  const earlier = options.baseline === undefined ? null : readResults(options.baseline, terminal.language);
  const files = scenariosIn(paths);
  const tested = testedIn(files, options, terminal);
  const reporters = openReporters(
    [
      ...options.reporter,
      ...(options.json ? ['json'] : []),
      ...(options.out === undefined ? [] : [`json=${options.out}`]),
    ],
    files,
    process.stdout.isTTY ? 'pretty' : 'compact',
  );
  const limit = options.timeLimit === undefined ? null : AbortSignal.timeout(options.timeLimit * 1000);
  const result = await judged(tested, options, terminal.language, limit);
  const comparison = earlier === null ? null : compareTests(earlier, result);
  const document =
    comparison === null ? result : { ...result, comparison: { file: options.baseline ?? '', ...comparison } };
  const reasons = struck(conditions, document, comparison);
  process.exitCode = codeOf(document, limit, conditions, reasons, options.fail);
  const baseline = comparison === null ? [] : comparisonLines(comparison, options.baseline ?? '', terminal);
  await report(
    reporters,
    { document, set: options.set, baseline: [...baseline, ...reasons.map((reason) => `--fail-if ${reason}`)] },
    { lang: terminal.language, ascii: options.ascii },
  );
  return process.exitCode;
}

function codeOf(
  { partial, verdict }: TestDocument,
  limit: AbortSignal | null,
  conditions: readonly FailIf[],
  reasons: readonly string[],
  fails: boolean,
): number {
  if (partial && limit?.aborted !== true) return EXIT.interrupted;
  // What was not run could be anything.
  const isBad = conditions.length > 0 ? reasons.length > 0 || partial : verdict !== 'met';
  return isBad && fails ? EXIT.failed : EXIT.met;
}

async function judged(
  tested: readonly Tested[],
  { seeds, set, workers, metIn = USUAL_MET_IN }: TestCommandOptions,
  language: Language,
  limit: AbortSignal | null,
): Promise<TestDocument> {
  const journalOf = { study: 'test', engine: ENGINE_VERSION, scenario: '', set };
  const names = Array.from({ length: seeds }, (_, i) => String(i + 1));
  try {
    const most = Math.min(workers ?? availableParallelism(), tested.length * seeds);
    return await withPool({ workers: most, journalOf, language, limit }, (pool) =>
      testSuites(tested, { pool, seeds: names, metInShare: metIn, language }),
    );
  } catch (error) {
    // One run is made in this process, whose errors come as they are.
    const single = tested.length * seeds === 1 ? { ...tested[0].scenario, seed: names[0] } : null;
    const failed = error instanceof JobFailed ? error : single;
    if (error instanceof BadInput || failed === null) throw error;
    const { layout, seed, file, sha256 } = failed;
    throw new Crashed(error, { file, sha256, seed, replay: replayCommand({ file, layout, seed, set }) });
  }
}
