/** `firebreak availability`: many lives of a system over years of random faults; how much of the time it serves, and how sure that is. */
import {
  type AvailabilityDocument,
  AvailabilityError,
  type AvailabilityLimit,
  availabilityMisses,
  availabilityOver,
  availabilityPage,
  checkRates,
  ENGINE_VERSION,
  type LoadedScenario,
  type Scenario,
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
import { availabilityReport } from '../report/availability/availability-report.js';
import { studyCommand } from '../shell-commands.js';

export interface AvailabilityCommandOptions {
  readonly layouts: readonly string[];
  readonly years: number;
  readonly seeds: number;
  readonly set: readonly string[];
  readonly failBelow: readonly AvailabilityLimit[];
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

export async function availabilityCommand(file: string, options: AvailabilityCommandOptions): Promise<number> {
  // The document is for machines: in English unless a language is asked for.
  const terminal = terminalFor(process.stdout, options.json ? { ...options, lang: options.lang ?? 'en' } : options);
  const scenario = load({ file, layout: options.layouts[0] ?? null, seed: '1', set: options.set }, terminal);
  const layouts = chosenLayouts(scenario, options.layouts);
  checkServices(layouts, options.failBelow);
  checked(() => checkRates(layouts, options.years), terminal.language);
  const target = options.out === undefined ? null : openTarget(options.out, [file]);
  const page = options.report === undefined ? null : openTarget(options.report, [file]);
  const document = await studied(scenario, layouts, options, terminal.language);
  const text = `${printableJson(document)}\n`;
  const missed = availabilityMisses(document, options.failBelow);
  const isFailed = options.fail && missed.length > 0;
  process.exitCode = document.partial ? EXIT.interrupted : isFailed ? EXIT.failed : EXIT.met;
  process.stdout.write(
    options.json
      ? text
      : availabilityReport({ document, missed, again: again(file, options), full: options.full === true, terminal }),
  );
  target?.write(text);
  page?.write(
    availabilityPage(document, scenario, {
      command: again(file, options),
      language: terminal.language,
      limits: options.failBelow,
    }),
  );
  return process.exitCode;
}

function checkServices([scenario]: readonly Scenario[], limits: readonly AvailabilityLimit[]): void {
  const known = [...scenario.services, ...scenario.journeys].map(({ id }) => id);
  const unknown = limits.find(({ of }) => of !== null && !known.includes(of))?.of;
  if (unknown != null) throw new BadInput(`--fail-below: there is no service or journey ${printable(unknown)}`);
}

/** As it may be written: `99.95%`. */
function shareText(share: number): string {
  return `${Number((share * 100).toPrecision(12))}%`;
}

type Repeated = Pick<AvailabilityCommandOptions, 'layouts' | 'years' | 'seeds' | 'set'> &
  Partial<Pick<AvailabilityCommandOptions, 'failBelow'>>;

function again(file: string, { layouts, years, seeds, set, failBelow = [] }: Repeated): string {
  return studyCommand('availability', file, [
    ...(layouts.length === 0 ? [] : ['--layouts', layouts.join(',')]),
    ...['--years', String(years), '--seeds', String(seeds)],
    ...set.flatMap((override) => ['--set', override]),
    ...failBelow.flatMap(({ of, share }) => ['--fail-below', `${of === null ? '' : `${of}=`}${shareText(share)}`]),
  ]);
}

async function studied(
  scenario: LoadedScenario,
  layouts: readonly Scenario[],
  { years, seeds, set, workers, resume }: AvailabilityCommandOptions,
  language: Language,
): Promise<AvailabilityDocument> {
  const journalOf = { study: 'availability', engine: ENGINE_VERSION, scenario: scenario.sha256, set };
  try {
    return await withPool({ workers, resume, journalOf, language }, (pool) =>
      availabilityOver(layouts, { years, seeds, pool, language }),
    );
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const { layout, seed } = error instanceof JobFailed ? error : { layout: null, seed: '1' };
    const { file, sha256 } = scenario;
    const replay = again(file, { layouts: layout === null ? [] : [layout], years, seeds, set });
    throw new Crashed(error, { file, sha256, seed, replay });
  }
}

function checked(check: () => void, language: Language): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof AvailabilityError)) throw error;
    throw new BadInput(printable(language === 'ko' ? error.messageKo : error.message));
  }
}
