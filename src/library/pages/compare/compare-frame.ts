/** What the sections of the page are made from, and how numbers are written in it. */
import type { Language } from '../../../results/amounts.js';
import type { Scenario } from '../../../scenario/model.js';
import type { CompareDocument, LayoutComparison, MeasureComparison } from '../../../studies/compare/comparison.js';
import { amount, moneyText } from '../frame/page-amounts.js';
import type { CompareTexts } from './compare-texts.js';

export interface CompareFrame {
  readonly document: CompareDocument;
  /** The baseline: its names, sources and defaults. */
  readonly scenario: Scenario;
  readonly language: Language;
  readonly texts: CompareTexts;
}

export function baseOf({ document }: CompareFrame): LayoutComparison {
  return document.layouts[0];
}

export function choicesOf({ document }: CompareFrame): readonly LayoutComparison[] {
  return document.layouts.filter(({ sameDisaster }) => sameDisaster);
}

/** `812.4M ± 21M`; what never came is said beside. */
export function meanText(of: MeasureComparison, { texts, document, language }: CompareFrame): string {
  const never = of.missing > 0 && of.nullMeans === 'never' ? texts.never(of.missing, document.seeds) : '';
  if (of.mean === null) return never === '' ? texts.unknown : never;
  const spread = of.sd === null ? '' : amount(of.sd, of.unit, language);
  const beside = /[1-9]/.test(spread) ? ` ± ${spread}` : '';
  return `${amount(of.mean, of.unit, language)}${beside}${never === '' ? '' : ` (${never})`}`;
}

/** The difference to the baseline with its interval; `=` and `≈` where there is none, or none is shown. */
export function differenceText(of: MeasureComparison, { texts, language }: CompareFrame): string {
  if (of.shown === null) return '';
  if (of.worseIn === 0 && of.betterIn === 0) return of.sameIn === 0 ? '' : texts.same;
  if (of.shown === 'none') return texts.notTold;
  if (of.pairedDifference === null) return '';
  const signed = (value: number): string => {
    const size = `${value > 0 ? '+' : ''}${amount(value, of.unit, language)}`;
    // A difference of shares is in points, no share of anything.
    return of.unit === 'share' ? size.replace(/ ?%$/, language === 'en' ? ' pp' : '%p') : size;
  };
  const range = of.ci95 === null ? '' : ` (${signed(of.ci95[0])} – ${signed(of.ci95[1])})`;
  return `${signed(of.pairedDifference)}${range}`;
}

export function money(value: number | null, { document, language }: CompareFrame): string {
  return value === null ? '' : moneyText(value, document.currency, language);
}
