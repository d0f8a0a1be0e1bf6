/** What to change next, by runs, to a budget or until an aim is met: `firebreak.advise/1`. The pool is handed in; without one all is done here. */
import type { Language } from '../results/amounts.js';
import { NEEDS_RUNS } from '../results/expectations.js';
import { layoutCost } from '../results/layout-cost.js';
import type { Expectation, Scenario } from '../scenario/model.js';
import { nearest } from '../scenario/nearest.js';
import { readDuration } from '../scenario/units/duration.js';
import { writeDuration } from '../scenario/units/write-duration.js';
import type { AdviseDocument } from '../studies/advise/advice.js';
import { adviseLayout } from '../studies/advise/advise.js';
import { inProcessPool } from '../studies/pool/in-process-pool.js';
import type { Pool } from '../studies/pool/pool.js';
import type { LoadedScenario } from './load-scenario.js';

export interface AdviseOptions {
  /** What may be spent more a month, in the scenario's currency; without an end when left out, which takes an aim. */
  readonly budget?: number;
  /** What is to hold in the end: `login=1h` (not up for an hour at most, in all), the name of an expectation of the file, or `all` of them. */
  readonly aims?: readonly string[];
  /** Runs of each try; 5 when left out. */
  readonly seeds?: number;
  readonly pool?: Pool;
  readonly language?: Language;
  /** 12 when left out. */
  readonly mostSteps?: number;
}

const USUAL_TRIES = 5;

/** A scenario that cannot be advised on, or an aim that there is not: for people, complete. */
export class AdviseError extends Error {
  override name = 'AdviseError';
  readonly code: 'no-prices' | 'bad-aim' | 'no-end';
  /** In Korean. */
  readonly messageKo: string;

  constructor(code: AdviseError['code'], message: string, messageKo: string) {
    super(message);
    this.code = code;
    this.messageKo = messageKo;
  }
}

/** @throws AdviseError; what a run or the pool throws */
export async function advise(scenario: LoadedScenario, options: AdviseOptions): Promise<AdviseDocument> {
  const { otherLayouts: _, ...own } = scenario;
  const aims = openAdvice(own, options);
  const {
    budget = Number.POSITIVE_INFINITY,
    seeds = USUAL_TRIES,
    pool = inProcessPool(),
    language,
    mostSteps,
  } = options;
  return adviseLayout({ ...own, expectations: [] }, { budget, seeds, pool, aims, language, mostSteps });
}

/** What is asked for, checked before any work: the expectations that are aimed at. @throws AdviseError */
export function openAdvice(
  scenario: Scenario,
  { budget, aims = [] }: Pick<AdviseOptions, 'budget' | 'aims'>,
): readonly Expectation[] {
  if (layoutCost(scenario) === null)
    throw new AdviseError(
      'no-prices',
      'the file states no prices, so there is nothing to spend: write them in `prices`, for example { perServer: 300 }',
      '가격이 없어 예산을 쓸 수 없습니다. `prices`에 적으십시오 (예: prices: { perServer: 300 })',
    );
  if (budget === undefined && aims.length === 0)
    throw new AdviseError('no-end', 'state a budget or an aim', '예산이나 목표가 필요합니다');
  return aims.flatMap((aim) => aimOf(scenario, aim));
}

function aimOf(scenario: Scenario, text: string): readonly Expectation[] {
  const { expectations } = scenario;
  if (text === 'all') {
    if (expectations.length === 0) throw badAim(text, 'the file states no expectation', '파일에 기대 조건이 없습니다');
    return expectations.map((each) => checkedAim(text, each));
  }
  const equals = text.lastIndexOf('=');
  const within = equals < 0 ? null : readDuration(text.slice(equals + 1).trim());
  if (within?.ok) return [notUpFor(scenario, text, text.slice(0, equals).trim(), within.value)];
  const found = expectations.filter(({ name }) => name.en === text || name.ko === text);
  if (found.length === 1) return [checkedAim(text, found[0])];
  const names = expectations.flatMap(({ name }) => [name.en, name.ko].filter((each) => each !== undefined));
  const near = nearest(text, names);
  throw badAim(
    text,
    `write service=1h, the name of an expectation of the file, or all${near === null ? '' : `; did you mean "${near}"?`}`,
    `서비스=1h, 파일에 있는 기대 조건의 이름, 또는 all을 쓰십시오${near === null ? '' : ` (혹시 "${near}"?)`}`,
  );
}

/**
 * In all, not until the first return: one that is restored and fails again when the rest of the site goes is not back. (A restoration
 * counts from the first return that holds for nine tenths of the rest of the run, which may be days.)
 */
function notUpFor(scenario: Scenario, text: string, id: string, seconds: number): Expectation {
  const known = [...scenario.services, ...scenario.journeys].map((each) => each.id);
  if (!known.includes(id)) {
    const near = nearest(id, known);
    throw badAim(
      text,
      `there is no service or journey "${id}"${near === null ? '' : `; did you mean "${near}"?`}`,
      `없는 서비스: "${id}"${near === null ? '' : ` (혹시 "${near}"?)`}`,
    );
  }
  return {
    name: {
      en: `${id} not up for ${writeDuration(seconds)} at most`,
      ko: `${id} 비정상 최대 ${writeDuration(seconds)}`,
    },
    path: '',
    measure: 'notUpSeconds',
    of: id,
    atLeast: null,
    atMost: seconds,
    relativeTo: null,
    withinSeconds: null,
    untouchedPasses: true,
  };
}

/** One run has to be enough to judge it. */
function checkedAim(text: string, expectation: Expectation): Expectation {
  const { measure, relativeTo, atMost, atLeast, name, path } = expectation;
  if (!NEEDS_RUNS.has(measure) && relativeTo === null && (atMost !== null || atLeast !== null)) return expectation;
  const which = name.en ?? name.ko ?? path;
  throw badAim(
    text,
    `"${which}" needs other runs or another layout to judge, and cannot be an aim`,
    `"${name.ko ?? which}": 다른 실행이나 레이아웃이 있어야 판정되므로 목표가 될 수 없습니다`,
  );
}

function badAim(text: string, message: string, messageKo: string): AdviseError {
  return new AdviseError('bad-aim', `--aim ${text}: ${message}`, `--aim ${text}: ${messageKo}`);
}
