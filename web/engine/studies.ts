/**
 * Studies of many runs, by the helpers: each kind of study one at a time, the newest wins, and what is stopped is told as far
 * as it came. What was run once is not run again.
 */
import {
  type CompareDocument,
  type ContingencyCase,
  type ContingencyDocument,
  checkLesson,
  compare,
  comparedLayouts,
  contingencyOf,
  type FailureKind,
  failureAlone,
  formatProblem,
  type GradeDocument,
  gradeAll,
  type Language,
  type LoadedLesson,
  type LoadedScenario,
  openSweep,
  type Scenario,
  ScenarioError,
  type Submission,
  SweepError,
  type SweepPoint,
  sweepOver,
  type Text,
  type Turn,
  usualRange,
  type WheelOutcome,
  wheelOutcome,
} from '../library.js';
import { byLanguage } from './by-language.js';
import type { Hands } from './hands.js';
import { helperPool, type PoolProgress } from './helper-pool.js';
import { remembering } from './remembering-pool.js';
import type { RunRequest } from './run-request.js';
import { MILLISECONDS_PER_MESSAGE } from './slices.js';
import {
  SWEPT_MEASURES,
  type SweepAnswer,
  type SweepQuestion,
  type SweepStep,
  type SweptRun,
} from './sweep-question.js';

/** Of a run's time, in the small curves of people affected. */
const CURVE_PARTS = 96;
/** Of a layout: a table that one can read. */
const MOST_PAIRS = 60;

export type StudyKind = 'compare' | 'contingency' | 'grade' | 'sweep' | 'wheel';

/** One time that a study is asked for. */
export interface Asked {
  readonly signal: AbortSignal;
  /** Another one was asked for in its place. */
  readonly overtaken: () => boolean;
}

export interface ContingencyQuestion {
  readonly layouts: readonly string[];
  readonly kinds: readonly FailureKind[];
  /** 2: pairs, too. */
  readonly order: 1 | 2;
  readonly seed: string;
}

/** A lesson as its two texts. */
export interface LessonTexts {
  readonly id: string;
  readonly lesson: string;
  readonly scenario: string;
}

/** What was handed in, to be run again. */
export interface GradeQuestion {
  readonly lessons: readonly LessonTexts[];
  readonly submissions: readonly Submission[];
  readonly language: Language;
}

/** A way through a wheel, to be compared with others. */
export interface WheelQuestion {
  readonly lesson: LessonTexts;
  readonly choices: readonly string[];
  readonly turns: readonly Turn[];
}

/** What is new. */
export interface ContingencyStep {
  readonly cases: readonly ContingencyCase[];
  readonly done: number;
  readonly of: number;
}

export interface Studies {
  begin(kind: StudyKind): Asked;
  stop(kind: StudyKind): void;
  compare(
    scenario: LoadedScenario,
    others: readonly string[],
    onShare: (share: number) => void,
    asked: Asked,
  ): Promise<CompareDocument | null>;
  contingency(
    scenario: LoadedScenario,
    question: ContingencyQuestion,
    onStep: (step: ContingencyStep) => void,
    asked: Asked,
  ): Promise<ContingencyDocument | null>;
  grade(
    question: GradeQuestion,
    onShare: (done: number, of: number) => void,
    asked: Asked,
  ): Promise<GradeDocument | null>;
  sweep(
    request: RunRequest,
    question: SweepQuestion,
    onStep: (step: SweepStep) => void,
    asked: Asked,
  ): Promise<SweepAnswer | null>;
  wheel(
    question: WheelQuestion,
    onShare: (done: number, of: number) => void,
    asked: Asked,
  ): Promise<WheelOutcome | null>;
}

export function createStudies(hands: Hands): Studies {
  const running = new Map<StudyKind, AbortController>();
  const remember = remembering();
  const pool = ({ signal }: Asked, progress: PoolProgress) => remember(helperPool(hands, signal, progress));
  return {
    begin(kind) {
      running.get(kind)?.abort();
      const controller = new AbortController();
      running.set(kind, controller);
      return { signal: controller.signal, overtaken: () => running.get(kind) !== controller };
    },
    stop: (kind) => running.get(kind)?.abort(),
    async compare(scenario, others, onShare, asked) {
      const tell = nowAndThen((done: number, of: number) => onShare(done / of));
      const layouts = [scenario.layout, ...others];
      const document = await compare(scenario, { layouts, pool: pool(asked, tell), judge: false });
      return document.seeds > 0 && !asked.overtaken() ? document : null;
    },
    async contingency(scenario, { layouts, kinds, order, seed }, onStep, asked) {
      const tell = caseTeller(onStep);
      const document = await contingencyOf(layoutsOf(scenario, layouts), {
        pool: pool(asked, () => undefined),
        seed,
        kinds,
        order,
        most: MOST_PAIRS,
        sharedOnly: true,
        parts: CURVE_PARTS,
        told: tell.add,
      });
      tell.flush();
      return asked.overtaken() ? null : document;
    },
    async sweep(request, { vary }, onStep, asked) {
      try {
        const open = openedSweep(request, vary);
        const { points, measures, parameter } = open;
        const made: SweptRun[] = [];
        const tell = (): void => onStep({ vary: open.vary, points: [...made], of: points.length });
        tell();
        const document = await sweepOver(parameter, points, {
          pool: pool(asked, () => undefined),
          seeds: 1,
          seed: request.seed ?? '1',
          measures,
          parts: CURVE_PARTS,
          told(answer, { point }) {
            const { setting, value } = points[point];
            made.push({ ...answer, ...value, setting });
            tell();
          },
        });
        return asked.overtaken() ? null : { ok: true, document };
      } catch (error) {
        const message = messageOf(error);
        if (message === null) throw error;
        return asked.overtaken() ? null : { ok: false, message };
      }
    },
    async grade({ lessons, submissions, language }, onShare, asked) {
      const loaded = lessons.flatMap((each) => loadedOf(each) ?? []);
      const document = await gradeAll(loaded, submissions, { pool: pool(asked, nowAndThen(onShare)), language });
      return asked.overtaken() ? null : document;
    },
    async wheel({ lesson, choices, turns }, onShare, asked) {
      const loaded = loadedOf(lesson);
      if (loaded === null) return null;
      const outcome = await wheelOutcome(loaded, choices, { pool: pool(asked, nowAndThen(onShare)), turns });
      return asked.overtaken() ? null : outcome;
    },
  };
}

/** Every value checked, and what fails in the place of the file's faults. */
function openedSweep({ file, text, layout, failures = [] }: RunRequest, asked: string) {
  const load = { file, ...(layout !== null && { layout }) };
  const range = asked.includes('=') ? null : usualRange(text, asked, load);
  const vary = range === null ? asked : `${asked}=${range}`;
  const { points, ...rest } = openSweep(text, { ...load, vary, measures: SWEPT_MEASURES });
  const alone = ({ scenario, ...point }: SweepPoint): SweepPoint => ({
    ...point,
    scenario:
      failures.length === 0 ? scenario : (failureAlone({ ...scenario, otherLayouts: [] }, failures) ?? scenario),
  });
  return { ...rest, vary, points: points.map(alone) };
}

/** What is wrong with the question or with a value; null: neither is. */
function messageOf(error: unknown): Text | null {
  if (error instanceof SweepError) return { en: error.message, ko: error.messageKo };
  if (!(error instanceof ScenarioError)) return null;
  return byLanguage((lang) => error.problems.map((problem) => formatProblem(problem, { lang })).join('\n\n'));
}

function loadedOf({ id, lesson, scenario }: LessonTexts): LoadedLesson | null {
  return checkLesson({ id, file: `${id}/lesson.md`, text: lesson }, { file: `${id}.yaml`, text: scenario }).loaded;
}

/** Of those that there are. */
function layoutsOf(scenario: LoadedScenario, names: readonly string[]): readonly Scenario[] {
  if (names.length > 1) return comparedLayouts(scenario, names);
  const { otherLayouts: _, ...own } = scenario;
  return [own];
}

/** A message for every case would cost more than the case. */
function caseTeller(onStep: (step: ContingencyStep) => void) {
  let waiting: ContingencyCase[] = [];
  let [done, of] = [0, 0];
  const flush = (): void => {
    if (waiting.length > 0) onStep({ cases: waiting, done, of });
    waiting = [];
  };
  const calm = nowAndThen(flush);
  return {
    add(each: ContingencyCase, doneNow: number, ofNow: number): void {
      waiting.push(each);
      [done, of] = [doneNow, ofNow];
      calm();
    },
    flush,
  };
}

function nowAndThen<Values extends unknown[]>(tell: (...values: Values) => void): (...values: Values) => void {
  let told = Number.NEGATIVE_INFINITY;
  return (...values) => {
    if (performance.now() - told < MILLISECONDS_PER_MESSAGE) return;
    told = performance.now();
    tell(...values);
  };
}
