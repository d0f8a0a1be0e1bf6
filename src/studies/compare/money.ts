/**
 * What protection costs against what the disaster costs: loss of one, expected a year, and how often it would have to
 * happen for a layout to pay for itself.
 *
 * Break-even is the difference of the cost a year over the difference of the loss of one disaster; its interval follows
 * from that of the loss. Left out: interest, and that a second disaster may fall into the repair of the first.
 */
import type { Paired } from '../statistics/paired.js';

const MONTHS_OF_YEAR = 12;

export interface LayoutMoney {
  /** Money lost in one disaster, on average; null: the file does not state what it takes. */
  readonly lossOfOne: number | null;
  readonly costPerYear: number | null;
  /** Loss of one times the file's `frequency`; null without. */
  readonly expectedLossPerYear: number | null;
  /** Cost and expected loss together. */
  readonly expectedPerYear: number | null;
  /** Against the baseline. */
  readonly breakEven: BreakEven | null;
}

export type BreakEven =
  /** It costs more and saves: it pays from so many disasters a year on. Null in the interval: no number is too large. */
  | {
      readonly kind: 'from';
      readonly perYear: number;
      readonly ci95: readonly [low: number, high: number | null] | null;
    }
  /** It costs no more and loses no more: it pays at any frequency. */
  | { readonly kind: 'always' }
  /** It costs no less and saves nothing, or nothing that is shown. */
  | { readonly kind: 'never' };

export interface MoneyOf {
  readonly cost: number | null;
  readonly loss: number | null;
  readonly frequencyPerYear: number | null;
}

/** @param lost money lost in this layout against the baseline; null for the baseline @param costDifference a month */
export function layoutMoney(of: MoneyOf, costDifference: number | null, lost: Paired | null): LayoutMoney {
  const costPerYear = of.cost === null ? null : of.cost * MONTHS_OF_YEAR;
  const expectedLossPerYear = of.loss === null || of.frequencyPerYear === null ? null : of.loss * of.frequencyPerYear;
  return {
    lossOfOne: of.loss,
    costPerYear,
    expectedLossPerYear,
    expectedPerYear: costPerYear === null || expectedLossPerYear === null ? null : costPerYear + expectedLossPerYear,
    breakEven: costDifference === null || lost === null ? null : breakEven(costDifference * MONTHS_OF_YEAR, lost),
  };
}

function breakEven(costPerYear: number, { difference, ci95, shown }: Paired): BreakEven | null {
  if (difference === null) return null;
  if (costPerYear <= 0) {
    // Cheaper, and worse: it pays only below some frequency, which is the same sum read the other way; not told.
    return shown === 'worse' ? null : { kind: 'always' };
  }
  if (shown !== 'better') return { kind: 'never' };
  const saved = -difference;
  // The more it saves the sooner it pays. What may save nothing may never pay.
  const range: readonly [number, number | null] | null =
    ci95 === null ? null : [costPerYear / -ci95[0], ci95[1] < 0 ? costPerYear / -ci95[1] : null];
  return { kind: 'from', perYear: costPerYear / saved, ci95: range };
}
