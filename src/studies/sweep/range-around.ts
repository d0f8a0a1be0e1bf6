/**
 * A range worth looking at around a value that a file states: from about a quarter of it to about three times, in even steps
 * that a person would write, fifteen values or fewer. A share ends at 100 %; whole numbers stay whole.
 *
 * Left out: what the value is about, and so what it may be at most; a scenario refuses what it cannot take.
 */
import { readDuration } from '../../scenario/units/duration.js';
import { writeDuration } from '../../scenario/units/write-duration.js';
import { amountParts, plainDecimal } from './values.js';

const STEPS = 14;
/** A step may be so much smaller than fourteen of them would need: the range then ends earlier. */
const SMALLER = 0.8;
/** Seconds, for steps of durations above a second. */
const CLOCK_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];
const UNITS = /^(?:%|[kMGTP]?i?B|(?:[kMGTP]i?B)?\/\w+|)$/;

/**
 * @param written as the file states it
 * @param withZero begins at nothing where the value is not far from it
 * @returns `1..15:15`, to stand after `path=`; null: it is no number that could be varied
 */
export function rangeAround(written: string, withZero = false): string | null {
  const text = written.trim();
  const duration = /[a-zµ]$/.test(text) ? readDuration(text) : null;
  if (duration?.ok) {
    const { from, to, steps } = evenly(
      duration.value === 0 ? 600 : duration.value,
      withZero,
      Number.POSITIVE_INFINITY,
      clockStep,
    );
    return `${writeDuration(from)}..${writeDuration(to)}:${steps + 1}`;
  }
  const amount = amountParts(text);
  if (amount === null || !UNITS.test(amount.unit) || amount.number < 0) return null;
  const { number, unit } = amount;
  const isWhole = unit === '' && Number.isInteger(number);
  const most = unit === '%' ? 100 : Number.POSITIVE_INFINITY;
  const usual = number === 0 ? (unit === '%' ? 30 : 5) : number;
  const { from, to, steps } = evenly(usual, withZero || number === 0, most, (least) =>
    isWhole ? Math.max(1, roundStep(least)) : roundStep(least),
  );
  return `${plainDecimal(from)}${unit}..${plainDecimal(to)}${unit}:${steps + 1}`;
}

interface Range {
  readonly from: number;
  readonly to: number;
  /** One less than the values. */
  readonly steps: number;
}

function evenly(value: number, withZero: boolean, most: number, stepFor: (least: number) => number): Range {
  const [low, high] = [withZero ? 0 : value / 4, Math.min(most, value * 3)];
  const step = stepFor((SMALLER * (high - low)) / STEPS);
  // What the file states is within, though there be a top.
  const first = withZero ? 0 : Math.max(1, Math.floor(low / step), Math.ceil(value / step) - STEPS);
  const last = Math.min(first + STEPS, Math.max(first + 1, Math.ceil(high / step)));
  const end = Math.min(most, last * step);
  return { from: tidy(first * step), to: tidy(end), steps: Math.max(1, Math.round(end / step) - first) };
}

/** 1, 2 or 5 times a power of ten, not below. */
function roundStep(least: number): number {
  const power = Number(`1e${least.toExponential().split('e')[1]}`);
  const [step] = [1, 2, 5, 10].map((factor) => tidy(factor * power)).filter((each) => each >= least * (1 - 1e-9));
  return step;
}

function clockStep(least: number): number {
  return least < 1
    ? roundStep(least)
    : (CLOCK_STEPS.find((step) => step >= least) ?? Math.ceil(least / 86_400) * 86_400);
}

/** Without the tail of binary fractions. */
function tidy(number: number): number {
  return Number(number.toPrecision(12));
}
