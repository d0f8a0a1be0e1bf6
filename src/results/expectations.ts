/**
 * What a scenario says must hold, judged: met, failed, or inconclusive, with the reason in one sentence.
 *
 * Inconclusive, and so not passed unless the file says `untouched: passes`: no fault took effect in the run, nothing
 * that was hit in any layout of the file can reach the target, the measure is not known, or what it needs (the value
 * in another layout, runs of its own) was not handed in. A number that never came ("restored after") fails.
 */
import type { Expectation, Scenario } from '../scenario/model.js';
import { formatAmount, formatShare, type Language } from './amounts.js';
import { becauseText } from './because-text.js';
import { total } from './by-cause.js';
import { type JudgementKey, judgementText } from './judgement-texts.js';
import { userHoursByCause } from './measures/loss.js';
import type { Measure } from './measures/measure.js';
import { type Measured, measure } from './measures.js';
import { milestones } from './milestones.js';
import { textIn } from './names.js';
import { canBeReached } from './reach.js';
import type { Reading, Subject } from './reading.js';
import { type Step, stepsTo, wentDown } from './went-down.js';

export type Verdict = 'met' | 'failed' | 'inconclusive';

export interface ExpectationResult {
  readonly name: string;
  readonly verdict: Verdict;
  /** In the measure's unit; null: unknown, or never came. */
  readonly actual: number | null;
  readonly limit: number | null;
  readonly file: string;
  readonly line: number | null;
  /** One sentence: the number, and the chain of causes behind it. */
  readonly because: string;
  /** That chain, step by step, first cause first, as `because` ends with it; empty where there is none. */
  readonly becauseSteps: readonly string[];
}

export interface JudgeOptions {
  readonly language?: Language;
  /** The file's other layouts, for what a fault can reach there. */
  readonly layouts?: readonly Scenario[];
  /** A measure's value in another layout of the file, for limits relative to it; null: unknown. */
  readonly valueInLayout?: (layout: string, measure: string, of: string | null) => number | null;
  /** Judges what needs runs of its own (`survives`, `vulnerable`); null: not such a measure. See src/studies. */
  readonly withRuns?: (expectation: Expectation) => Judgement | null;
}

/** Measures that one run cannot tell; judged by `src/studies`. */
export const NEEDS_RUNS: ReadonlySet<string> = new Set(['survives', 'vulnerable']);

export type Judgement = Pick<ExpectationResult, 'verdict' | 'actual' | 'limit' | 'because'> &
  Partial<Pick<ExpectationResult, 'becauseSteps'>>;

export function judgeExpectations(reading: Reading, options: JudgeOptions = {}): readonly ExpectationResult[] {
  const { expectations } = reading.scenario;
  // First of all: where runs are made on demand, all is asked again for each, and measuring costs more than asking.
  const byRuns = expectations.map((expectation) => options.withRuns?.(expectation) ?? null);
  return expectations.map((expectation, place) => ({
    name: textIn(expectation.name, options.language ?? 'en', expectation.path),
    ...withSteps(byRuns[place] ?? judge(reading, expectation, options)),
    file: reading.scenario.file,
    line: reading.scenario.positions[expectation.path]?.[0] ?? null,
  }));
}

/** With its steps, of which there may be none. */
export function withSteps(judgement: Judgement): Judgement & Pick<ExpectationResult, 'becauseSteps'> {
  return { ...judgement, becauseSteps: judgement.becauseSteps ?? [] };
}

function judge(reading: Reading, expectation: Expectation, options: JudgeOptions): Judgement {
  const language = options.language ?? 'en';
  const say = (key: JudgementKey, values: Record<string, string> = {}): string => judgementText(key, language, values);
  if (NEEDS_RUNS.has(expectation.measure))
    return inconclusive(null, null, say('needs-runs', { measure: expectation.measure }));
  const found = measure(reading, expectation.measure, expectation.of);
  if (found === null) return inconclusive(null, null, say('no-measure', { measure: expectation.measure }));
  const { value } = found;
  const limit = limitOf(expectation, options);
  if (limit === null && expectation.relativeTo === null) return inconclusive(value, null, say('no-limit'));
  if (limit === null)
    return inconclusive(value, null, say('no-other-layout', { layout: expectation.relativeTo ?? '' }));
  // What a layout is (its cost, its changes) needs no fault to be judged.
  if (found.measure.of !== 'layout' && !expectation.untouchedPasses) {
    if (reading.record.originMicroseconds === null) return inconclusive(value, limit, say('no-fault'));
    if (!canBeReached(reading, expectation.of, options.layouts ?? [])) {
      return inconclusive(value, limit, say('not-reached', { name: nameOf(reading, expectation.of, language) }));
    }
  }
  if (value === null && found.measure.nullMeans === 'unknown')
    return inconclusive(null, limit, say('unknown', { measure: expectation.measure }));
  const met = value !== null && holds(expectation, value, limit);
  const steps = met ? [] : stepsBehind(reading, found, language).map(({ text }) => text);
  const because = becauseText(describe(reading, found, value, limit, language), steps, language);
  return { verdict: met ? 'met' : 'failed', actual: value, limit, because, becauseSteps: steps };
}

function inconclusive(actual: number | null, limit: number | null, because: string): Judgement {
  return { verdict: 'inconclusive', actual, limit, because };
}

function holds(expectation: Expectation, value: number, limit: number): boolean {
  if (expectation.atMost !== null && value > limit) return false;
  return expectation.atLeast === null || value >= (expectation.atMost === null ? limit : expectation.atLeast);
}

/** `atMost` where both are stated; a share of another layout's value where the limit is relative. */
function limitOf(expectation: Expectation, options: JudgeOptions): number | null {
  const limit = expectation.atMost ?? expectation.atLeast;
  if (expectation.relativeTo === null || limit === null) return limit;
  const other = options.valueInLayout?.(expectation.relativeTo, expectation.measure, expectation.of) ?? null;
  return other === null ? null : limit * other;
}

function stepsBehind(reading: Reading, found: Measured, language: Language): readonly Step[] {
  const event = found.measure.because?.(reading, found.id ?? '') ?? -1;
  if (event >= 0) return stepsTo(reading.scenario, reading.view, event, language, 1);
  const culprit = blame(reading, found);
  return culprit === null ? [] : wentDown(reading, culprit, language, 1);
}

function describe(reading: Reading, found: Measured, value: number | null, limit: number, language: Language): string {
  const amount = (x: number): string => printed(x, found.measure, language);
  const values = {
    name: found.id === null ? '' : `${nameOf(reading, found.id, language)}: `,
    label: found.measure.label[language],
    actual: value === null ? '' : amount(value),
    limit: amount(limit),
  };
  return judgementText(value === null ? 'never' : 'value', language, values);
}

/** Shares near one need their decimals to be told from a limit: 99.95 %. */
function printed(value: number, of: Measure, language: Language): string {
  return of.unit === 'share' ? formatShare(value, language, 3) : formatAmount(value, of.unit, language);
}

/** Whose failure explains the number: the service itself or, for the whole run, the one that cost people most. */
function blame(reading: Reading, found: Measured): Subject | null {
  if (found.measure.of === 'layout' || found.measure.of === 'site') return null;
  if (found.id !== null) return reading.subject(found.id);
  let worst: Subject | null = null;
  let most = -1;
  for (const subject of reading.subjects) {
    if (milestones(reading, subject).failed === null) continue;
    const hours = total(userHoursByCause(reading, subject));
    if (hours > most) [worst, most] = [subject, hours];
  }
  return worst;
}

function nameOf(reading: Reading, id: string | null, language: Language): string {
  if (id === null) return '';
  const site = reading.scenario.sites.find((each) => each.id === id);
  return textIn(reading.subject(id)?.name ?? site?.name, language, id);
}
