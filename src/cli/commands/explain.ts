/** `firebreak explain`: why a service went down, why it is still down, how it came back, and what would have saved it. */
import { availableParallelism } from 'node:os';
import {
  askInSteps,
  type ExplainDocument,
  ExplainError,
  type ExplainProgress,
  explainTextsIn,
  explanationMarkdown,
  type LoadedScenario,
  type OpenExplanation,
  type SavedBy,
} from '../../index.js';
import { EXIT } from '../exit-codes.js';
import { BadInput, Crashed, Interrupted } from '../failures.js';
import { load } from '../load.js';
import { printable, printableDeep, printableJson } from '../output/printable.js';
import { type Language, type Terminal, terminalFor } from '../output/terminal.js';
import { openPool } from '../pool/open-pool.js';
import { catchInterrupt, type Interruption } from '../process-signals.js';
import { type Progress, progressOn } from '../progress.js';
import { explainReport } from '../report/explain/explain-report.js';
import { type RunRequest, replayCommand } from '../shell-commands.js';

export interface ExplainCommandOptions {
  readonly at?: string;
  readonly layout?: string;
  readonly seed: string;
  readonly set: readonly string[];
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly full?: boolean;
  /** False with `--no-changes`. */
  readonly changes: boolean;
  readonly lang?: Language;
  readonly ascii?: boolean;
}

const SLICE_MILLISECONDS = 50;
/** More do not help: whole records come back, and one thread reads them. */
const MOST_THREADS = 8;

const PHASES: Readonly<Record<ExplainProgress['phase'], Readonly<Record<Language, string>>>> = {
  run: { en: 'simulating', ko: '모의 실행 중' },
  root: { en: 'taking away its roots', ko: '근본 원인을 하나씩 없애 보는 중' },
  change: { en: 'trying what would have saved it', ko: '무엇이 막을 수 있었는지 시험 중' },
};

export async function explainCommand(file: string, service: string, options: ExplainCommandOptions): Promise<number> {
  // The document is for machines: in English unless a language is asked for.
  const terminal = terminalFor(process.stdout, options.json ? { ...options, lang: options.lang ?? 'en' } : options);
  const request: RunRequest = { file, layout: options.layout ?? null, seed: options.seed, set: options.set };
  const scenario = load(request, terminal);
  const interruption = catchInterrupt();
  const progress = progressOn(process.stderr);
  let document: ExplainDocument;
  try {
    document = await answer(scenario, service, options, terminal, { interruption, progress });
  } catch (error) {
    if (error instanceof Interrupted || error instanceof BadInput) throw error;
    if (error instanceof ExplainError)
      throw new BadInput(printable(terminal.language === 'ko' ? error.messageKo : error.message));
    throw new Crashed(error, { file, sha256: scenario.sha256, seed: options.seed, replay: replayCommand(request) });
  } finally {
    progress.stop();
    interruption.release();
  }
  process.stdout.write(textOf(document, scenario, request, options, terminal));
  return EXIT.met;
}

interface Watch {
  readonly interruption: Interruption;
  readonly progress: Progress;
}

async function answer(
  scenario: LoadedScenario,
  service: string,
  { at, seed, changes }: ExplainCommandOptions,
  { language }: Terminal,
  { interruption, progress }: Watch,
): Promise<ExplainDocument> {
  const steps = askInSteps(scenario, service, { seed, at, language, changes: changes ? undefined : 0 });
  const open = await inSlices(steps, async ({ phase, share }) => {
    await progress.show(share, PHASES[phase][language]);
    interruption.check();
  });
  const effects: SavedBy[] = [];
  const { jobs } = open.work;
  const pool = await openPool({
    workers: Math.min(MOST_THREADS, availableParallelism(), jobs.length),
    signal: interruption.signal,
    progress: (done, of) => progress.show(done / of, PHASES.change[language]),
  });
  try {
    await pool.do(open.work, (record, job) => effects.push(open.effect(job, record)));
  } finally {
    await pool.close();
  }
  interruption.check();
  return open.document(effects);
}

async function inSlices(
  steps: ReturnType<typeof askInSteps>,
  tick: (progress: ExplainProgress) => Promise<void>,
): Promise<OpenExplanation> {
  let sliceEnd = performance.now() + SLICE_MILLISECONDS;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < sliceEnd) continue;
    await new Promise((resolve) => setImmediate(resolve));
    await tick(value);
    sliceEnd = performance.now() + SLICE_MILLISECONDS;
  }
}

function textOf(
  document: ExplainDocument,
  scenario: LoadedScenario,
  request: RunRequest,
  options: ExplainCommandOptions,
  terminal: Terminal,
): string {
  if (options.json) return `${printableJson(document)}\n`;
  const { language } = terminal;
  const { file } = scenario;
  if (options.markdown) return explanationMarkdown(printableDeep(document), { file, language });
  const texts = explainTextsIn(language);
  return explainReport({ document, file, request, full: options.full === true, terminal, texts });
}
