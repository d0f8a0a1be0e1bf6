/**
 * One parameter of a scenario over several values: `firebreak.sweep/1`.
 *
 * A path is written as for `--set`; a fault may be named by its id (`faults.cut.share`), and `for` is how long it lasts.
 * Every value is checked before the first run.
 */
import type { Language } from '../results/amounts.js';
import { MEASURES } from '../results/measures.js';
import type { Fault, Scenario } from '../scenario/model.js';
import { nearest } from '../scenario/nearest.js';
import { writeDuration } from '../scenario/units/write-duration.js';
import { inProcessPool } from '../studies/pool/in-process-pool.js';
import type { AskedMeasure } from '../studies/pool/kinds/measures.js';
import type { Pool } from '../studies/pool/pool.js';
import { type Setting, type SweepDocument, type SweepPoint, sweepOver } from '../studies/sweep/sweep.js';
import { type RangeFault, type SweptValue, valuesBetween } from '../studies/sweep/values.js';
import { type LoadOptions, loadScenario } from './load-scenario.js';

export interface SweepRequest extends LoadOptions {
  /** `services.mail.needs.store.retries=0..5`, `faults.cut.for=1m..30m:7`. */
  readonly vary: string;
  /** Names of measures, of one service `restoredAfterSeconds:mail`; user-hours lost when left out. */
  readonly measures?: readonly string[];
  /** Runs of each value, with the seeds '1', '2', ...; 10 when left out. */
  readonly seeds?: number;
  readonly pool?: Pool;
  readonly language?: Language;
}

export const USUAL_SWEEP_SEEDS = 10;

/** A sweep that cannot be made as it is asked for: for people, complete. */
export class SweepError extends Error {
  override name = 'SweepError';
  readonly code: RangeFault | 'no-path' | 'unknown-measure' | 'unknown-subject';
  /** In Korean. */
  readonly messageKo: string;

  constructor(code: SweepError['code'], message: string, messageKo: string) {
    super(message);
    this.code = code;
    this.messageKo = messageKo;
  }
}

/** All that is checked before the first run, and what is left to do. */
export interface OpenSweep {
  readonly parameter: string;
  readonly points: readonly SweepPoint[];
  readonly measures: readonly AskedMeasure[];
}

/**
 * @throws SweepError for what is wrong with the question, ScenarioError for a value that the scenario does not take
 * @throws what a run or the pool throws
 */
export async function sweep(text: string, request: SweepRequest): Promise<SweepDocument> {
  const { seeds = USUAL_SWEEP_SEEDS, pool = inProcessPool(), language } = request;
  const { parameter, points, measures } = openSweep(text, request);
  return sweepOver(parameter, points, { pool, seeds, measures, language });
}

export function openSweep(text: string, { vary, measures = ['userHoursLost'], ...load }: SweepRequest): OpenSweep {
  const equals = vary.indexOf('=');
  if (equals <= 0) throw refused('no-path', vary);
  const parameter = vary.slice(0, equals).trim();
  const values = valuesBetween(vary.slice(equals + 1));
  if (typeof values === 'string') throw refused(values, vary.slice(equals + 1));
  const base = plain(loadScenario(text, load));
  const setting = settingOf(base, parameter);
  return {
    parameter,
    measures: measures.map((each) => askedMeasure(base, each)),
    points: values.map((value) => {
      const { path, written } = setting(value);
      const set = [...(load.set ?? []), `${path}=${written}`];
      return { value, setting: { path, written }, scenario: plain(loadScenario(text, { ...load, set })) };
    }),
  };
}

function plain({ otherLayouts: _, ...scenario }: ReturnType<typeof loadScenario>): Scenario {
  return scenario;
}

/** What a value sets, as for `--set`. */
function settingOf({ faults }: Scenario, path: string): (value: SweptValue) => Setting {
  const [list, id, ...rest] = path.split('.');
  const fault = list === 'faults' ? faults.find((each) => each.id === id) : faults.find((each) => each.path === list);
  if (fault === undefined) return ({ written }) => ({ path, written });
  const keys = list === 'faults' ? rest : path.split('.').slice(1);
  if (keys.join('.') !== 'for') return ({ written }) => ({ path: [fault.path, ...keys].join('.'), written });
  return ({ number }) => ({ path: `${fault.path}.until`, written: untilOf(fault, number) });
}

function untilOf({ atSeconds }: Fault, seconds: number): string {
  return writeDuration(atSeconds + seconds);
}

function askedMeasure(scenario: Scenario, text: string): AskedMeasure {
  const colon = text.indexOf(':');
  const [name, of] = colon < 0 ? [text, null] : [text.slice(0, colon), text.slice(colon + 1)];
  const fitting = MEASURES.filter((each) => each.name === name);
  if (fitting.length === 0)
    throw unknown(
      'unknown-measure',
      name,
      MEASURES.map((each) => each.name),
    );
  const subjects = [...scenario.services, ...scenario.journeys, ...scenario.sites].map(({ id }) => id);
  if (of !== null && !subjects.includes(of)) throw unknown('unknown-subject', of, subjects);
  return { name, of };
}

function unknown(code: 'unknown-measure' | 'unknown-subject', name: string, known: readonly string[]): SweepError {
  const near = nearest(name, known);
  const [what, whatKo] = code === 'unknown-measure' ? ['measure', '측정값'] : ['service, journey or site', '대상'];
  return new SweepError(
    code,
    `there is no ${what} "${name}"${near === null ? '' : `; did you mean "${near}"?`}`,
    `없는 ${whatKo}: "${name}"${near === null ? '' : ` (혹시 "${near}"?)`}`,
  );
}

const REFUSALS: Readonly<Record<RangeFault | 'no-path', readonly [en: string, ko: string]>> = {
  'no-path': ['write path=from..to, for example services.mail.queue=10..500', 'path=from..to 형식으로 쓰십시오'],
  'no-range': ['write from..to, for example 0..5 or 1m..30m:7', 'from..to 형식으로 쓰십시오 (예: 0..5, 1m..30m:7)'],
  'no-number': ['both ends are a number, with or without a unit', '양 끝은 숫자여야 합니다 (단위는 선택)'],
  'units-differ': ['both ends have the same unit', '양 끝의 단위가 같아야 합니다'],
  'bad-steps': ['after the colon stands how many values, 2 to 200', '콜론 뒤에는 값의 개수(2~200)를 쓰십시오'],
  'no-distance': ['both ends are the same', '양 끝이 같습니다'],
};

function refused(code: RangeFault | 'no-path', text: string): SweepError {
  const [en, ko] = REFUSALS[code];
  return new SweepError(code, `--vary ${text}: ${en}`, `--vary ${text}: ${ko}`);
}
