/** What the report of a comparison is made from, and how its numbers are written. */
import {
  type CompareDocument,
  formatCount,
  formatDuration,
  formatShare,
  type Language,
  MEASURES,
  type MeasureComparison,
} from '../../../index.js';
import type { Terminal } from '../../output/terminal.js';
import type { CompareTexts } from './compare-texts.js';

export interface CompareReport {
  readonly document: CompareDocument;
  /** The command that gives the same again. */
  readonly again: string;
  readonly full: boolean;
  readonly terminal: Terminal;
  readonly texts: CompareTexts;
}

export const INDENT = 4;

export function heading({ terminal: { paint, glyphs } }: CompareReport, title: string, more = ''): string {
  return `  ${paint.bold(`${glyphs.section} ${title}`)}${more === '' ? '' : paint.dim(`  ${more}`)}`;
}

export function labelOf(name: string, { terminal: { language }, texts }: CompareReport): string {
  if (name === 'userHoursLost') return texts.userHoursLost;
  const all = MEASURES.filter((each) => each.name === name);
  return (all.find(({ of }) => of === 'run' || of === 'layout') ?? all[0])?.label[language] ?? name;
}

/** An amount without words for its unit, which the row's label has. */
export function amount(value: number, { unit }: Pick<MeasureComparison, 'unit'>, { terminal }: CompareReport): string {
  const { language } = terminal;
  if (unit === 'seconds') return formatDuration(value, language);
  return unit === 'share' ? formatShare(value, language, 2) : formatCount(value, language);
}

/** `812.4M ± 21M`; what never came is said beside. */
export function meanText(of: MeasureComparison, report: CompareReport): string {
  const { texts, document } = report;
  if (of.mean === null) return of.nullMeans === 'never' ? texts.never(of.missing, document.seeds) : texts.unknown;
  const spread = of.sd === null ? '' : amount(spreadOf(of.mean, of.sd, of), of, report);
  // What rounds to nothing is nothing to read.
  const beside = /[1-9]/.test(spread) ? ` ± ${spread}` : '';
  const never = of.missing > 0 && of.nullMeans === 'never' ? ` (${texts.never(of.missing, document.seeds)})` : '';
  return `${amount(of.mean, of, report)}${beside}${never}`;
}

/** Seconds beside hours are more than is known. */
function spreadOf(mean: number, sd: number, { unit }: MeasureComparison): number {
  return unit === 'seconds' && mean >= 3600 && sd >= 60 ? 60 * Math.round(sd / 60) : sd;
}

/** `−84 %`, `=`, `≈`: how it stands against the baseline; empty for the baseline. */
export function standing(of: MeasureComparison, base: MeasureComparison, report: CompareReport): string {
  const { language } = report.terminal;
  if (of.shown === null || of.sameIn === null) return '';
  if (of.sameIn > 0 && of.betterIn === 0 && of.worseIn === 0) return '=';
  if (of.shown === 'none') return '≈';
  if (of.pairedDifference === null) return of.shown === 'better' ? '+' : '−';
  const sign = of.pairedDifference < 0 ? '−' : '+';
  const size = Math.abs(of.pairedDifference);
  if (of.unit === 'share') return report.texts.points(`${sign}${amount(size, of, report)}`);
  return base.mean === null || base.mean === 0
    ? `${sign}${amount(size, of, report)}`
    : `${sign}${relative(size / Math.abs(base.mean), language)}`;
}

/** Nearly all is not all: as many decimals as tell it from a hundred. */
function relative(share: number, language: Language): string {
  return formatShare(share, language, share > 0.9995 && share < 1 ? 3 : 1);
}

export function money(value: number, { document, terminal }: CompareReport): string {
  const text = formatCount(value, terminal.language);
  return document.currency === null ? text : `${text} ${document.currency}`;
}
