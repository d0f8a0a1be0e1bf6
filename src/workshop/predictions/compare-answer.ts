/**
 * A prediction beside what came true: right or not, how near, and in words.
 *
 * Right is: all of a set and no other; every pair of an order; one of the equal best; a number within the share that the
 * lesson calls close; a curve that is off by 15 % of its scale at most on average (assumed). `near` says the same without
 * a step: 1 is right, 0 far off.
 */
import { formatCount, formatDuration, formatShare, type Language } from '../../results/amounts.js';
import { fill } from '../../results/sentences.js';
import type { DrawPrediction, NumberPrediction, PickPrediction, Prediction } from '../lessons/lesson.js';
import type { BothLanguages } from '../lessons/lesson-leaves.js';
import type { Answer } from './answer.js';
import { COMPARISON_TEXTS, type ComparisonKey } from './comparison-texts.js';
import { pointTimes } from './series.js';
import type { DrawTruth, NumberTruth, PickTruth } from './truth.js';

export interface Compared {
  readonly right: boolean;
  /** 0..1. */
  readonly near: number;
  readonly text: BothLanguages;
}

/** What an id is called, in a language. */
export type NameOf = (id: string, language: Language) => string;

export function compareAnswer(
  prediction: Prediction,
  answer: Answer,
  truth: PickTruth | NumberTruth | DrawTruth,
  nameOf: NameOf,
): Compared {
  switch (prediction.kind) {
    case 'pick':
      return comparePick(prediction, answer.value as readonly string[], truth as PickTruth, nameOf);
    case 'number':
      return compareNumber(prediction, answer.value as number | null, truth as NumberTruth);
    case 'draw':
      return compareCurve(prediction, answer.value as readonly number[], truth as DrawTruth);
  }
}

function comparePick(
  { how, choices }: PickPrediction,
  picked: readonly string[],
  { right, values }: PickTruth,
  nameOf: NameOf,
): Compared {
  const names = (ids: readonly string[]) => (language: Language) => ids.map((id) => nameOf(id, language)).join(', ');
  if (how === 'one') {
    const hit = picked.some((id) => right.includes(id));
    return said(hit, hit ? 1 : 0, hit ? 'one-right' : 'one-wrong', { actual: names(right), picked: names(picked) });
  }
  if (how === 'order') {
    const value = (id: string): number => values[choices.indexOf(id)] ?? Number.POSITIVE_INFINITY;
    const place = (id: string): number => right.indexOf(id);
    let pairs = 0;
    let good = 0;
    for (const [i, a] of picked.entries())
      for (const b of picked.slice(i + 1)) {
        pairs++;
        if (place(a) < place(b) || value(a) === value(b)) good++;
      }
    const near = pairs === 0 ? 1 : good / pairs;
    const counts = { good: () => String(good), pairs: () => String(pairs), actual: names(right) };
    return said(good === pairs, near, good === pairs ? 'order-right' : 'order-wrong', counts);
  }
  const missed = right.filter((id) => !picked.includes(id));
  const extra = picked.filter((id) => !right.includes(id));
  const all = new Set([...right, ...picked]).size;
  const near = all === 0 ? 1 : (picked.length - extra.length) / all;
  const key: ComparisonKey =
    missed.length + extra.length === 0
      ? 'set-right'
      : extra.length === 0
        ? 'set-missed'
        : missed.length === 0
          ? 'set-extra'
          : 'set-both';
  return said(near === 1, near, key, { missed: names(missed), extra: names(extra), actual: names(right) });
}

function compareNumber(
  { unit, close, most, least }: NumberPrediction,
  answered: number | null,
  truth: NumberTruth,
): Compared {
  const { value } = truth;
  const amount = (x: number | null) => (language: Language) => amountIn(x, unit, language);
  const values = { actual: amount(value), answered: amount(answered) };
  if (value === null || answered === null) {
    const right = value === answered;
    return said(right, right ? 1 : 0, right ? 'never-right' : value === null ? 'never-came' : 'never-wrong', values);
  }
  const off = Math.abs(answered - value);
  // Of nothing no share is close: then a fiftieth of the scale.
  const right = off <= Math.max(close * Math.abs(value), value === 0 ? (most - least) / 50 : 0) + 1e-9;
  const larger = Math.max(Math.abs(answered), Math.abs(value));
  const near = larger === 0 ? 1 : 1 - off / larger;
  const share = value === 0 ? null : off / Math.abs(value);
  const key: ComparisonKey = right ? 'number-right' : answered > value ? 'number-more' : 'number-less';
  return said(right, Math.max(0, near), key, {
    ...values,
    off: (language) => (share === null ? amountIn(off, unit, language) : formatShare(share, language)),
  });
}

/** Of the scale: a curve that is off by no more on average is right (assumed). */
const CLOSE_CURVE = 0.15;

function compareCurve(prediction: DrawPrediction, drawn: readonly number[], { values }: DrawTruth): Compared {
  const scale = Math.max(...values, ...drawn) - Math.min(prediction.least, ...values, ...drawn);
  const sum = values.reduce((total, value, i) => total + Math.abs(value - (drawn[i] ?? 0)), 0);
  const off = scale > 0 && values.length > 0 ? sum / values.length / scale : 0;
  const times = pointTimes(prediction);
  const peak = (curve: readonly number[]) => {
    const most = Math.max(...curve);
    const at = times[curve.indexOf(most)] ?? 0;
    return {
      most: (language: Language) =>
        prediction.series === 'affected' ? formatCount(most, language) : formatShare(most, language),
      at: (language: Language) => formatDuration(at, language),
    };
  };
  const [actual, own] = [peak(values), peak(drawn)];
  return said(off <= CLOSE_CURVE, Math.max(0, 1 - off), off <= CLOSE_CURVE ? 'curve-right' : 'curve-wrong', {
    off: (language) => formatShare(off, language),
    most: actual.most,
    at: actual.at,
    ownmost: own.most,
    ownat: own.at,
  });
}

export function amountIn(value: number | null, unit: NumberPrediction['unit'], language: Language): string {
  if (value === null) return COMPARISON_TEXTS.never[language];
  if (unit === 'minutes') return formatDuration(value * 60, language);
  if (unit === 'hours') return formatDuration(value * 3600, language);
  if (unit === 'percent') return formatShare(value / 100, language);
  return unit === 'people' && language === 'ko' ? `${formatCount(value, language)}명` : formatCount(value, language);
}

type Said = Readonly<Record<string, (language: Language) => string>>;

function said(right: boolean, near: number, key: ComparisonKey, values: Said): Compared {
  const text = (language: Language): string =>
    fill(
      COMPARISON_TEXTS[key][language],
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value(language)])),
    );
  return { right, near, text: { en: text('en'), ko: text('ko') } };
}
