/** `firebreak availability`: many lives of a system over years of random faults; how much of the time it serves, and how sure that is. */
import {
  type AvailabilityDocument,
  AvailabilityError,
  availabilityOver,
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
import { studyCommand } from '../shell-words.js';

export interface AvailabilityCommandOptions {
  readonly layouts: readonly string[];
  readonly years: number;
  readonly seeds: number;
  readonly set: readonly string[];
  readonly failBelow: readonly FailBelow[];
  /** False with `--no-fail`. */
  readonly fail: boolean;
  readonly workers?: number;
  readonly resume?: string;
  readonly json?: boolean;
  readonly out?: string;
  readonly full?: boolean;
  readonly lang?: Language;
  readonly ascii?: boolean;
}

/** Of one service or journey; null: of all that have users. */
export interface FailBelow {
  readonly of: string | null;
  /** 0..1 */
  readonly share: number;
}

export async function availabilityCommand(file: string, options: AvailabilityCommandOptions): Promise<number> {
  // The document is for machines: in English unless a language is asked for.
  const terminal = terminalFor(process.stdout, options.json ? { ...options, lang: options.lang ?? 'en' } : options);
  const scenario = load({ file, layout: options.layouts[0] ?? null, seed: '1', set: options.set }, terminal);
  const layouts = chosenLayouts(scenario, options.layouts);
  checkServices(layouts, options.failBelow);
  checked(() => checkRates(layouts, options.years), terminal.language);
  const target = options.out === undefined ? null : openTarget(options.out, [file]);
  const document = await studied(scenario, layouts, options, terminal.language);
  const text = `${printableJson(document)}\n`;
  const missed = missing(document, options.failBelow);
  const isFailed = options.fail && missed.length > 0;
  process.exitCode = document.partial ? EXIT.interrupted : isFailed ? EXIT.failed : EXIT.met;
  process.stdout.write(
    options.json
      ? text
      : availabilityReport({ document, missed, again: again(file, options), full: options.full === true, terminal }),
  );
  target?.write(text);
  return process.exitCode;
}

/** A limit that the interval does not lie above in whole: not met, or not shown to be. */
export interface Missed {
  readonly layout: string;
  readonly id: string;
  readonly share: number;
  /** The interval lies below in whole. */
  readonly isShown: boolean;
}

function missing({ layouts }: AvailabilityDocument, limits: readonly FailBelow[]): readonly Missed[] {
  return layouts.flatMap((layout) =>
    limits.flatMap(({ of, share }) =>
      layout.services
        .filter(({ id, hasUsers }) => (of === null ? hasUsers : id === of))
        .flatMap(({ id, availability }): Missed[] => {
          if (availability === null) return [];
          const [low, high] = availability.ci95 ?? [availability.mean, availability.mean];
          return low >= share ? [] : [{ layout: layout.id, id, share, isShown: high < share }];
        }),
    ),
  );
}

function checkServices([scenario]: readonly Scenario[], limits: readonly FailBelow[]): void {
  const known = [...scenario.services, ...scenario.journeys].map(({ id }) => id);
  const unknown = limits.find(({ of }) => of !== null && !known.includes(of))?.of;
  if (unknown != null) throw new BadInput(`--fail-below: there is no service or journey ${printable(unknown)}`);
}

type Repeated = Pick<AvailabilityCommandOptions, 'layouts' | 'years' | 'seeds' | 'set'>;

function again(file: string, { layouts, years, seeds, set }: Repeated): string {
  return studyCommand('availability', file, [
    ...(layouts.length === 0 ? [] : ['--layouts', layouts.join(',')]),
    ...['--years', String(years), '--seeds', String(seeds)],
    ...set.flatMap((override) => ['--set', override]),
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
