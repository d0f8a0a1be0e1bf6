/** `firebreak test`: scenarios of files and folders, layouts and seeds, judged all together; the verdict as exit code. */
import { availableParallelism } from 'node:os';
import {
  checkScenario,
  ENGINE_VERSION,
  type LoadedScenario,
  type TestDocument,
  type Tested,
  testSuites,
  USUAL_MET_IN,
} from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { BadInput, Crashed } from '../failures.js';
import { FileProblem } from '../files/file-problem.js';
import { readScenario } from '../files/read-scenario.js';
import { scenariosIn } from '../files/scenarios-in.js';
import { problemText } from '../load.js';
import { printable } from '../output/printable.js';
import { type Language, type Terminal, terminalFor } from '../output/terminal.js';
import { JobFailed } from '../pool/job-failed.js';
import { withPool } from '../pool/with-pool.js';
import { openReporters, report } from '../report/test/reporters.js';
import { replayCommand, shellWords } from '../shell-words.js';

export interface TestCommandOptions {
  /** Names; all layouts of each file when empty. */
  readonly layouts: readonly string[];
  readonly seeds: number;
  readonly set: readonly string[];
  readonly metIn?: number;
  /** Seconds of wall-clock time. */
  readonly timeLimit?: number;
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
  const document = await judged(tested, options, terminal.language, limit);
  process.exitCode = codeOf(document, limit, options.fail);
  await report(
    reporters,
    { document, set: options.set, baseline: [] },
    { lang: terminal.language, ascii: options.ascii },
  );
  return process.exitCode;
}

function codeOf({ partial, verdict }: TestDocument, limit: AbortSignal | null, fails: boolean): number {
  if (partial && limit?.aborted !== true) return EXIT.interrupted;
  return verdict === 'met' || !fails ? EXIT.met : EXIT.failed;
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

/** @throws BadInput with everything that is wrong with any of the files, or with the names of layouts */
function testedIn(files: readonly string[], { layouts, set }: TestCommandOptions, terminal: Terminal): Tested[] {
  const wrong: string[] = [];
  let warnings = 0;
  const scenarios = files.flatMap((file): LoadedScenario[] => {
    try {
      const { scenario, problems } = checkScenario(readScenario(file), { file, set });
      if (scenario === null) wrong.push(...problems.map((problem) => problemText(problem, terminal)));
      else warnings += problems.length;
      return scenario === null ? [] : [scenario];
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      wrong.push(error.textIn(terminal.language));
      return [];
    }
  });
  const known = new Set(scenarios.flatMap((scenario) => scenario.layouts));
  if (wrong.length === 0) {
    const unknown = layouts.filter((each) => !known.has(each));
    const none = scenarios.filter((scenario) => !scenario.layouts.some((each) => layouts.includes(each)));
    for (const name of unknown)
      wrong.push(`there is no layout ${printable(name)}; there are: ${[...known].map(printable).join(', ')}`);
    if (unknown.length === 0 && layouts.length > 0)
      for (const { file } of none) {
        const names = layouts.map(printable).join(', ');
        wrong.push(`${printable(file)} has none of the layouts ${names}: it would not be tested`);
      }
  }
  if (wrong.length > 0) throw new BadInput(wrong.join('\n'));
  if (warnings > 0) {
    const command = shellWords(['npx', '--no-install', 'firebreak', 'check', ...files]);
    process.stderr.write(
      `${terminal.language === 'ko' ? `시나리오 경고 ${warnings}개` : `${warnings} warnings about the scenarios`}: ${command}\n`,
    );
  }
  return scenarios.flatMap((scenario) => layoutsOf(scenario, layouts));
}

function layoutsOf(scenario: LoadedScenario, names: readonly string[]): Tested[] {
  const { otherLayouts, ...own } = scenario;
  const all = [own, ...otherLayouts];
  return scenario.layouts
    .filter((name) => names.length === 0 || names.includes(name))
    .flatMap((name) => {
      const found = all.find(({ layout }) => layout === name);
      return found === undefined ? [] : [{ scenario: found, others: all.filter((each) => each !== found) }];
    });
}
