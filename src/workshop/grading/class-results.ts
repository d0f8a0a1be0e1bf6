/**
 * What a class predicted and achieved, in a few tables: histograms of predictions beside what came true, how often each aim
 * is met, who is ahead, the wrong pick that most made, and the words of the explanations.
 */
import type { DrawPrediction, Lesson, NumberPrediction, PickPrediction } from '../lessons/lesson.js';
import type { Graded, GradedAnswer, GradedLesson } from './grade.js';
import { type WordCount, wordsOf } from './words.js';

export interface ClassResults {
  readonly people: number;
  /** How many met each aim. */
  readonly aimsMet: readonly number[];
  readonly passed: number;
  /** One for each prediction. */
  readonly predictions: readonly Histogram[];
  /** Places in `graded`: those who met most aims, with fewest points and moves, first. */
  readonly leaders: readonly number[];
  readonly words: readonly WordCount[];
}

export type Histogram = PickHistogram | NumberHistogram | CurveHistogram;

export interface PickHistogram {
  readonly kind: 'pick';
  readonly answers: number;
  readonly right: number;
  /** One for each choice, in their order. Of an order: how often it was put first. */
  readonly bars: readonly { readonly id: string; readonly count: number; readonly isRight: boolean }[];
  /** What most got wrong: picked though it is not right, or left out though it is; null: nobody did. */
  readonly mostCommonWrong: { readonly id: string; readonly count: number; readonly picked: boolean } | null;
}

export interface NumberHistogram {
  readonly kind: 'number';
  readonly answers: number;
  readonly right: number;
  /** Equal parts of the scale; `to` belongs to the next. */
  readonly bars: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  /** Who said "not within the run". */
  readonly never: number;
  readonly median: number | null;
  /** In the prediction's unit; null: never, or not run. */
  readonly actual: number | null;
}

export interface CurveHistogram {
  readonly kind: 'draw';
  readonly answers: number;
  readonly right: number;
  /** At each point: a tenth, half and nine tenths of the class drew less. */
  readonly points: readonly { readonly low: number; readonly median: number; readonly high: number }[];
  readonly actual: readonly number[];
}

const BARS = 10;

export function classResults(of: GradedLesson): ClassResults {
  const { lesson, aims, graded } = of;
  return {
    people: graded.length,
    aimsMet: aims.map((_, i) => graded.filter((each) => each.aims?.[i].met).length),
    passed: graded.filter(({ passed }) => passed).length,
    predictions: lesson.predictions.map((_, i) => histogram(of, i)),
    leaders: leaders(graded),
    words: wordsOf(graded.map(({ submission }) => submission.explanation)),
  };
}

function histogram({ lesson, graded, truths }: GradedLesson, at: number): Histogram {
  const prediction = (lesson as Lesson).predictions[at];
  const answers = graded.flatMap(({ answers: all }) => all[at] ?? []);
  const counts = { answers: answers.length, right: answers.filter(({ right }) => right).length };
  const truth = truths[at];
  switch (prediction.kind) {
    case 'pick':
      return { kind: 'pick', ...counts, ...picks(prediction, answers, truth?.kind === 'pick' ? truth.right : []) };
    case 'number':
      return {
        kind: 'number',
        ...counts,
        ...numbers(prediction, answers),
        actual: truth?.kind === 'number' ? truth.value : null,
      };
    case 'draw':
      return {
        kind: 'draw',
        ...counts,
        points: points(prediction, answers),
        actual: truth?.kind === 'draw' ? truth.values : [],
      };
  }
}

function picks(
  { choices, how }: PickPrediction,
  answers: readonly GradedAnswer[],
  right: readonly string[],
): Pick<PickHistogram, 'bars' | 'mostCommonWrong'> {
  const picked = answers.map(({ answer }) => {
    const ids = answer.value as readonly string[];
    return how === 'order' ? ids.slice(0, 1) : ids;
  });
  const belongs = how === 'order' ? right.slice(0, 1) : right;
  const bars = choices.map((id) => ({
    id,
    count: picked.filter((ids) => ids.includes(id)).length,
    isRight: belongs.includes(id),
  }));
  const wrongs = bars.flatMap(({ id, count, isRight }) => [
    ...(isRight ? [] : [{ id, count, picked: true }]),
    // Of one or the first of an order, who left out the right one picked another, which is told.
    ...(isRight && how === 'set' ? [{ id, count: answers.length - count, picked: false }] : []),
  ]);
  const most = wrongs.reduce<PickHistogram['mostCommonWrong']>(
    (best, each) => (each.count > (best?.count ?? 0) ? each : best),
    null,
  );
  return { bars, mostCommonWrong: most };
}

function numbers(
  { least, most }: NumberPrediction,
  answers: readonly GradedAnswer[],
): Pick<NumberHistogram, 'bars' | 'never' | 'median'> {
  const values = answers.flatMap(({ answer }) => (typeof answer.value === 'number' ? [answer.value] : []));
  const width = (most - least) / BARS;
  const barOf = (value: number): number => Math.max(0, Math.min(BARS - 1, Math.floor((value - least) / width)));
  const bars = Array.from({ length: BARS }, (_, i) => ({
    from: least + i * width,
    to: least + (i + 1) * width,
    count: values.filter((value) => barOf(value) === i).length,
  }));
  return { bars, never: answers.length - values.length, median: quantile(values, 0.5) };
}

function points({ points: count }: DrawPrediction, answers: readonly GradedAnswer[]): CurveHistogram['points'] {
  return Array.from({ length: count }, (_, i) => {
    const drawn = answers.map(({ answer }) => (answer.value as readonly number[])[i]);
    return { low: quantile(drawn, 0.1) ?? 0, median: quantile(drawn, 0.5) ?? 0, high: quantile(drawn, 0.9) ?? 0 };
  });
}

/** The smallest value that a share of them does not exceed; of half, the mean of both where two are in the middle. */
function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

function leaders(graded: readonly Graded[]): readonly number[] {
  const met = ({ aims }: Graded): number => (aims ?? []).filter((aim) => aim.met).length;
  return graded
    .map((_, i) => i)
    .sort((i, j) => {
      const [a, b] = [graded[i], graded[j]];
      return met(b) - met(a) || a.points - b.points || a.moves - b.moves || i - j;
    });
}
