/** The numbers of an expectation as people read them: what came, the limit, and by how much it is passed. */
import { type ExpectationResult, formatAmount, formatShare, type Language } from '../../index.js';
import type { Terminal } from '../output/terminal.js';
import type { Texts } from './texts.js';
import { unitOf } from './units.js';

export type JudgedAmount = Pick<ExpectationResult, 'verdict' | 'actual' | 'limit'> & {
  readonly measure: string;
  readonly isAtLeast: boolean;
};

export function actualText(judged: JudgedAmount, language: Language, texts: Texts): string {
  if (judged.actual !== null) return amount(judged.actual, judged, language);
  if (judged.verdict === 'inconclusive') return texts.unknown;
  return judged.measure === 'survives' ? texts.tooLong : texts.never;
}

/** With its sign; empty where there is none. */
export function limitText(judged: JudgedAmount, { glyphs, language }: Terminal): string {
  if (judged.limit === null) return '';
  return `${judged.isAtLeast ? glyphs.atLeast : glyphs.atMost} ${amount(judged.limit, judged, language)}`;
}

/** By how much a limit is passed: a time as a difference, other amounts as a factor; a shortfall as a difference. */
export function excessText(judged: JudgedAmount, language: Language, texts: Texts): string {
  if (judged.verdict !== 'failed' || judged.actual === null || judged.limit === null) return '';
  const over = judged.actual - judged.limit;
  if (judged.isAtLeast) return texts.shortBy(amount(-over, judged, language));
  if (unitOf(judged.measure) === 'seconds') return `+${amount(over, judged, language)}`;
  const factor = judged.actual / judged.limit;
  if (judged.limit === 0 || factor > 1000) return `+${amount(over, judged, language)}`;
  const rounded = factor < 1.1 ? factor.toFixed(3) : factor.toFixed(1);
  return texts.times(`${rounded.replace(/\.?0+$/, '')}×`);
}

function amount(value: number, { measure }: JudgedAmount, language: Language): string {
  const unit = unitOf(measure);
  if (unit === 'share') return formatShare(value, language, 3);
  return unit === null ? String(value) : formatAmount(value, unit, language);
}
