/** How numbers are written in the tables of pages: without what their head says already. */
import { formatCount, formatDuration, formatShare, type Language } from '../../../results/amounts.js';
import type { Unit } from '../../../results/measures/measure.js';

/** Negative numbers with a real minus. */
export function amount(value: number, unit: Unit, language: Language): string {
  if (unit === 'seconds') return formatDuration(value, language);
  const text = unit === 'share' ? formatShare(value, language, 3) : formatCount(value, language);
  return text.replace(/^-/, '−');
}

/** Three digits, without an exponent. */
export function digits(value: number): string {
  return value >= 1000 ? value.toFixed(0) : value.toPrecision(3);
}

export function moneyText(value: number, currency: string | null, language: Language): string {
  const text = formatCount(value, language);
  return currency === null ? text : `${text} ${currency}`;
}
