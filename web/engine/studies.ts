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
  type GradeDocument,
  gradeAll,
  type Language,
  type LoadedScenario,
  type Scenario,
  type Submission,
} from '../library.js';
import type { Hands } from './hands.js';
import { helperPool, type PoolProgress } from './helper-pool.js';
import { remembering } from './remembering-pool.js';
import { MILLISECONDS_PER_MESSAGE } from './slices.js';

/** Of a run's time, in the small curves of people affected. */
const CURVE_PARTS = 96;
/** Of a layout: a table that one can read. */
const MOST_PAIRS = 60;

export type StudyKind = 'compare' | 'contingency' | 'grade';

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
    async grade({ lessons, submissions, language }, onShare, asked) {
      const loaded = lessons.flatMap(
        ({ id, lesson, scenario }) =>
          checkLesson({ id, file: `${id}/lesson.md`, text: lesson }, { file: `${id}.yaml`, text: scenario }).loaded ??
          [],
      );
      const document = await gradeAll(loaded, submissions, { pool: pool(asked, nowAndThen(onShare)), language });
      return asked.overtaken() ? null : document;
    },
  };
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
