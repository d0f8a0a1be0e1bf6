/**
 * Submissions of a lesson, run again and judged: nothing that a token says of itself is believed but what was done.
 *
 * Designs that are the same are run once. A submission of another scenario's text, or of a design that the lesson does not
 * allow, is kept with the reason and has no verdicts.
 */
import type { Language } from '../../results/amounts.js';
import { textIn } from '../../results/names.js';
import type { Scenario } from '../../scenario/model.js';
import type { Job } from '../../studies/pool/job.js';
import type { Pool } from '../../studies/pool/pool.js';
import { suiteOf, USUAL_MET_IN } from '../../studies/test/test-suites.js';
import { type TestedRunAnswer, type TestedRunAsk, testedRunKind } from '../../studies/test/tested-run.js';
import { type LoadedDesign, loadDesign } from '../designs/load-design.js';
import type { LoadedLesson } from '../lessons/check-lesson.js';
import type { BothLanguages } from '../lessons/lesson-leaves.js';
import { type Answer, readAnswer } from '../predictions/answer.js';
import { type Calibration, calibrationOf } from '../predictions/calibration.js';
import { type Compared, compareAnswer, type NameOf } from '../predictions/compare-answer.js';
import { lockCode } from '../predictions/lock-code.js';
import { baseOf, type Submission } from '../tokens/submission.js';
import { lessonTruths, type Truths } from './lesson-truths.js';

export interface GradedLesson {
  readonly lesson: LoadedLesson['lesson'];
  /** The lesson's aims, by name. */
  readonly aims: readonly BothLanguages[];
  readonly truths: Truths;
  /** In the order of the submissions. */
  readonly graded: readonly Graded[];
  /** False when it was stopped: what was not run has no verdicts. */
  readonly finished: boolean;
}

export interface Graded {
  readonly submission: Submission;
  readonly lockCode: string;
  /** Why it is not judged; empty when it is. */
  readonly refused: readonly BothLanguages[];
  /** One for each aim; null where it was not run. */
  readonly aims: readonly GradedAim[] | null;
  /** All aims are met. */
  readonly passed: boolean;
  /** One for each prediction; null: none was made, or it is no answer to it. */
  readonly answers: readonly (GradedAnswer | null)[];
  readonly calibration: Calibration;
  /** Whether the cause was named; null: not asked, or not answered. */
  readonly rootRight: boolean | null;
  readonly moves: number;
  readonly points: number;
  readonly changes: readonly string[];
  readonly userHoursLost: number | null;
}

export interface GradedAim {
  readonly met: boolean;
  readonly actual: number | null;
  readonly limit: number | null;
  readonly because: string;
}

export interface GradedAnswer extends Compared {
  readonly answer: Answer;
}

export interface GradeOptions {
  readonly pool: Pool;
  /** Seeds of each design; the lesson's own when left out. */
  readonly seeds?: readonly string[];
  /** Of the reasons; English when left out. */
  readonly language?: Language;
}

export async function gradeSubmissions(
  loaded: LoadedLesson,
  submissions: readonly Submission[],
  options: GradeOptions,
): Promise<GradedLesson> {
  const { pool, seeds = [loaded.lesson.exercise.seed], language = 'en' } = options;
  const truths = await lessonTruths(loaded, pool);
  const designs = new Map<string, LoadedDesign>();
  const keys = submissions.map(({ design }) => JSON.stringify(design));
  for (const [i, key] of keys.entries())
    if (!designs.has(key) && baseProblem(loaded, submissions[i]) === null)
      designs.set(key, loadDesign(loaded, submissions[i].design));
  const { judged, finished } = await judge([...designs], seeds, language, pool);
  const graded = submissions.map((submission, i): Graded => {
    const wrongBase = baseProblem(loaded, submission);
    const design = wrongBase === null ? (designs.get(keys[i]) ?? null) : null;
    const refused = wrongBase === null ? (design?.hindrances ?? []) : [wrongBase];
    const suite = refused.length === 0 ? (judged.get(keys[i]) ?? null) : null;
    const answers = gradedAnswers(loaded, submission, truths);
    const { root } = loaded.lesson.exercise;
    return {
      submission,
      lockCode: lockCode(submission),
      refused,
      aims: suite?.aims ?? null,
      passed: suite?.aims.every(({ met }) => met) ?? false,
      answers,
      calibration: calibrationOf(
        answers.flatMap((each) => (each === null ? [] : [{ confidence: each.answer.confidence, right: each.right }])),
      ),
      rootRight: root === undefined || submission.root === '' ? null : submission.root === root.answer,
      moves: design?.price?.moves ?? 0,
      points: design?.price?.points ?? 0,
      changes: design?.made.changes ?? [],
      userHoursLost: suite?.userHoursLost ?? null,
    };
  });
  const aims = loaded.scenario.expectations.map(({ name, path }) => ({
    en: textIn(name, 'en', path),
    ko: textIn(name, 'ko', path),
  }));
  return { lesson: loaded.lesson, aims, truths, graded, finished };
}

/** What services, sites and layouts are called: by the prediction, the lesson, or the scenario. */
export function namesIn(
  { scenario, lesson }: LoadedLesson,
  names: Readonly<Record<string, BothLanguages>> = {},
): NameOf {
  const all = [...scenario.services, ...scenario.journeys, ...scenario.sites];
  const layouts = lesson.layouts ?? {};
  return (id, language) => {
    if (Object.hasOwn(names, id)) return names[id][language];
    const named = all.find((each) => each.id === id);
    if (named === undefined && Object.hasOwn(layouts, id)) return layouts[id][language];
    return textIn(named?.name, language, id);
  };
}

function baseProblem({ scenario, lesson }: LoadedLesson, { base, lesson: of }: Submission): BothLanguages | null {
  if (of !== lesson.id) return OTHER_LESSON;
  return base === baseOf(scenario.sha256) ? null : OTHER_BASE;
}

interface Judged {
  readonly aims: readonly GradedAim[];
  readonly userHoursLost: number | null;
}

async function judge(
  designs: readonly (readonly [string, LoadedDesign])[],
  seeds: readonly string[],
  language: Language,
  pool: Pool,
): Promise<{ readonly judged: ReadonlyMap<string, Judged>; readonly finished: boolean }> {
  const playable = designs.flatMap(([key, { scenario, otherLayouts, hindrances }]) =>
    scenario === null || hindrances.length > 0 ? [] : [{ key, scenario, others: otherLayouts }],
  );
  const scenarios: Scenario[] = [...new Set(playable.flatMap(({ scenario, others }) => [scenario, ...others]))];
  const places = new Map(scenarios.map((scenario, place) => [scenario, place]));
  const place = (scenario: Scenario): number => places.get(scenario) as number;
  const jobs = playable.flatMap(({ scenario, others }) =>
    seeds.map(
      (seed): Job<TestedRunAsk> => ({ scenario: place(scenario), seed, others: others.map(place), ask: { language } }),
    ),
  );
  const answers: (TestedRunAnswer | undefined)[] = new Array(jobs.length).fill(undefined);
  const finished = await pool.do({ kind: testedRunKind, scenarios, jobs }, (answer, job) => {
    answers[job] = answer;
  });
  const judged = new Map<string, Judged>();
  for (const [i, { key, scenario }] of playable.entries()) {
    const own = answers.slice(i * seeds.length, (i + 1) * seeds.length);
    if (own.some((answer) => answer === undefined)) continue;
    const suite = suiteOf(scenario, seeds, own, USUAL_MET_IN, language);
    judged.set(key, {
      aims: suite.expectations.map(({ verdict, actual, limit, because }) => ({
        met: verdict === 'met',
        actual,
        limit,
        because,
      })),
      userHoursLost: suite.measures.userHoursLost ?? null,
    });
  }
  return { judged, finished };
}

function gradedAnswers(
  loaded: LoadedLesson,
  { answers }: Submission,
  truths: Truths,
): readonly (GradedAnswer | null)[] {
  return loaded.lesson.predictions.map((prediction, i) => {
    const answer = readAnswer(prediction, answers[i]);
    const truth = truths[i];
    if (answer === null || truth === null) return null;
    const names = prediction.kind === 'pick' ? prediction.names : {};
    return { answer, ...compareAnswer(prediction, answer, truth, namesIn(loaded, names)) };
  });
}

const OTHER_LESSON: BothLanguages = { en: 'it is of another lesson', ko: '다른 레슨의 제출물입니다' };
const OTHER_BASE: BothLanguages = {
  en: 'it was made with another version of the lesson’s scenario',
  ko: '다른 버전의 시나리오로 만든 제출물입니다',
};
