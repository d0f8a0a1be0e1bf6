/**
 * Why a service went down, why it is still down, how it came back, and what would have saved it: `firebreak.explain/1`.
 *
 * In steps, so that a face can show progress, stop, and make several of the runs at once; `explain` takes all steps at
 * once. Left out: several services in one document.
 */
import { EventStormError } from '../engine/storm-guard.js';
import type { RunRecord } from '../record/record.js';
import type { Language } from '../results/amounts.js';
import { type Explanation, explanation, outageAt, usualMoment } from '../results/explanation.js';
import { type Reading, readRun, type Subject } from '../results/reading.js';
import type { Scenario } from '../scenario/model.js';
import { nearest } from '../scenario/nearest.js';
import { begin, type Work } from '../studies/pool/job.js';
import { recordKind } from '../studies/pool/kinds/record.js';
import { findRoots, type Roots } from '../studies/roots/find-roots.js';
import { type RootsTold, tellRoots } from '../studies/roots/tell-roots.js';
import type { Change } from '../studies/saved-by/change.js';
import { changesFor, changeText, effectOf, MOST_CHANGES, ranked, type SavedBy } from '../studies/saved-by/saved-by.js';
import type { LoadedScenario } from './load-scenario.js';
import { type Asked, momentOf } from './moment.js';
import { simulateInSteps } from './simulate-in-steps.js';

export interface ExplainOptions {
  readonly seed?: string | number;
  /**
   * The instant: `8h` since the scenario's start, `T+8h` since the first effect, `18:00`, `2022-10-15T18:00`. The middle of
   * the longest time down when left out. A number: microseconds since the start.
   */
  readonly at?: string | number;
  readonly language?: Language;
  /** Changes that are tried at most, each a run of its own; 0: no further run at all, so no `roots` either. 20 when left out. */
  readonly changes?: number;
  /** The run as it was, of this scenario, where it was made before: then it is not made again, and its seed holds. */
  readonly reading?: Reading;
}

export interface ExplainDocument extends Explanation {
  /**
   * What the time not up around `at` goes back to: without what is named it would have been shorter, as further runs show.
   * Null when it is up then, or no further run was wanted.
   */
  readonly roots: RootsTold | null;
  /** Best first; empty when it is up then, or none was to be tried. */
  readonly savedBy: readonly SavedBy[];
}

/** A question that cannot be answered as it is put: for people, complete. */
export class ExplainError extends Error {
  override name = 'ExplainError';
  readonly code: 'unknown-service' | 'bad-moment';
  /** In Korean. */
  readonly messageKo: string;

  constructor(code: ExplainError['code'], message: string, messageKo: string) {
    super(message);
    this.code = code;
    this.messageKo = messageKo;
  }
}

export interface ExplainProgress {
  readonly phase: 'run' | 'root' | 'change';
  readonly share: number;
}

/** @throws ExplainError for a service that there is not, or a time that is none */
export function explain(scenario: LoadedScenario, service: string, options: ExplainOptions = {}): ExplainDocument {
  const steps = explainInSteps(scenario, service, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps of some milliseconds each; the document is what the generator returns. */
export function* explainInSteps(
  scenario: LoadedScenario,
  service: string,
  options: ExplainOptions = {},
): Generator<ExplainProgress, ExplainDocument> {
  const documentIn = yield* explainOnceInSteps(scenario, service, options);
  return documentIn(options.language ?? 'en');
}

/** The same, to be told in several languages: what the generator returns makes the document in one. */
export function* explainOnceInSteps(
  scenario: LoadedScenario,
  service: string,
  options: ExplainOptions = {},
): Generator<ExplainProgress, (language: Language) => ExplainDocument> {
  const question = yield* askInSteps(scenario, service, options);
  const effects: SavedBy[] = [];
  const { jobs } = question.work;
  for (const [i, job] of jobs.entries()) {
    const steps = begin(question.work, job);
    for (;;) {
      const { done, value } = steps.next();
      if (done) {
        effects.push(question.effect(i, value));
        break;
      }
      yield { phase: 'change', share: (i + value) / jobs.length };
    }
  }
  return (language) => question.document(effects, language);
}

/** What is known after the first run, and the further runs that are wanted for the rest. */
export interface OpenExplanation {
  readonly work: Work<null, RunRecord>;
  /** What the record that one of its jobs gives tells. */
  readonly effect: (job: number, record: RunRecord) => SavedBy;
  /** The whole, with the effects in any order; in the language that was asked for unless another is named. */
  readonly document: (effects: readonly SavedBy[], language?: Language) => ExplainDocument;
}

/** The first part: the run as it was, and its roots. Its `work` may be done anywhere, in any order. */
export function* askInSteps(
  scenario: LoadedScenario,
  service: string,
  options: ExplainOptions = {},
): Generator<ExplainProgress, OpenExplanation> {
  const seed = options.reading?.record.seed ?? String(options.seed ?? '1');
  const { language = 'en' } = options;
  // A question that cannot be answered costs no run.
  mustKnow(scenario, service);
  const asked = options.at === undefined ? null : momentIn(scenario, options.at);
  const reading = options.reading ?? readRun(scenario, yield* runOf({ scenario, seed }, 'run'));
  const subject = reading.subject(service) as Subject;
  const time = asked === null ? usualMoment(reading, subject) : timeOf(reading, asked, String(options.at));
  const most = options.changes ?? MOST_CHANGES;
  const changes = changesFor(reading, subject, time, most);
  const roots = most === 0 ? null : yield* rootsAt(reading, subject, time, seed);
  return {
    work: {
      kind: recordKind,
      scenarios: changes.map((change) => change.apply(scenario)),
      jobs: changes.map((_, place) => ({ scenario: place, seed, ask: null })),
    },
    effect: (job, changed) => effect(reading, subject, changes[job], changed, language),
    document: (effects, inLanguage = language) => ({
      ...explanation(reading, subject, time, inLanguage),
      roots: roots === null ? null : tellRoots(reading, roots, inLanguage, time),
      savedBy: ranked(inOrder(effects, changes)).map((each) => toldIn(reading, each, changes, inLanguage)),
    }),
  };
}

function* runOf(
  { scenario, seed }: { readonly scenario: Scenario; readonly seed: string },
  phase: ExplainProgress['phase'],
): Generator<ExplainProgress, RunRecord> {
  const steps = simulateInSteps(scenario, { seed });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield { phase, share: value };
  }
}

/** One run after another, since each tells what to try next. */
function* rootsAt(
  reading: Reading,
  subject: Subject,
  time: number,
  seed: string,
): Generator<ExplainProgress, Roots | null> {
  const interval = outageAt(reading, subject, time);
  if (interval === null) return null;
  const setup = { scenario: reading.scenario, interventions: [] };
  const steps = findRoots({ setup, reading, subject, interval });
  let next = steps.next();
  while (!next.done) next = steps.next(yield* rootRun({ scenario: next.value.scenario, seed }));
  return next.value;
}

/** Null: with so much changed, a flow that never settles; then that tells nothing. */
function* rootRun(run: {
  readonly scenario: Scenario;
  readonly seed: string;
}): Generator<ExplainProgress, RunRecord | null> {
  try {
    return yield* runOf(run, 'root');
  } catch (error) {
    if (error instanceof EventStormError) return null;
    throw error;
  }
}

function effect(reading: Reading, subject: Subject, change: Change, record: RunRecord, language: Language): SavedBy {
  return effectOf(reading, subject, change, change.apply(reading.scenario), record, language);
}

/** As they were proposed, whoever was done first: the same document from one worker and from many. */
function inOrder(effects: readonly SavedBy[], changes: readonly Change[]): readonly SavedBy[] {
  return changes.flatMap(({ id }) => effects.filter((each) => each.id === id));
}

function toldIn(reading: Reading, saved: SavedBy, changes: readonly Change[], language: Language): SavedBy {
  const change = changes.find(({ id }) => id === saved.id) as Change;
  return { ...saved, change: changeText(reading, change, language) };
}

function mustKnow({ services, journeys }: Scenario, id: string): void {
  const ids = [...services, ...journeys].map((each) => each.id);
  if (ids.includes(id)) return;
  const near = nearest(id, ids);
  const [en, ko] = near === null ? ['', ''] : [`; did you mean "${near}"?`, `; "${near}"?`];
  throw new ExplainError(
    'unknown-service',
    `there is no service or journey "${id}"${en}`,
    `서비스나 여정 "${id}" 없음${ko}`,
  );
}

function momentIn(scenario: Scenario, text: string | number): Asked {
  if (typeof text === 'number') return { since: 'start', microseconds: text };
  const asked = momentOf(scenario, text);
  if (asked !== null) return asked;
  throw new ExplainError(
    'bad-moment',
    `"${text}" is no time: write 8h or 2h30m since the start, T+8h since the first effect, 18:00, or 2022-10-15T18:00`,
    `시각 "${text}" 해석 불가: 8h, 2h30m(시작부터), T+8h(첫 영향부터), 18:00, 2022-10-15T18:00 형식으로 쓰십시오`,
  );
}

function timeOf(reading: Reading, asked: Asked, text: string): number {
  const time = asked.since === 'origin' ? reading.origin + asked.microseconds : asked.microseconds;
  if (time >= 0 && time < reading.end) return time;
  throw new ExplainError('bad-moment', `"${text}" is outside the run`, `"${text}" 시각은 실행 시간 밖입니다`);
}
