/** An axis whose ticks are round as people read them: whole minutes, hours or days where it counts seconds, per cent where shares. */
import { formatCount, formatDuration, formatShare, type Language } from '../../results/amounts.js';
import type { Unit } from '../../results/measures/measure.js';
import { valueAxis } from './axis.js';

export interface AmountAxis {
  readonly top: number;
  /** From 0 to `top`. */
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

/** In seconds: a day, an hour, a minute; the largest that the greatest value is twice of, so that ticks stay round. */
const TIMES = [86_400, 3600, 60] as const;

/** @param most the greatest value; nothing, or less, gives an axis to one of the unit @param count ticks above 0 at most */
export function amountAxis(most: number, unit: Unit, language: Language, count = 5): AmountAxis {
  const one = unit === 'seconds' ? (TIMES.find((each) => most >= 2 * each) ?? 1) : 1;
  const { top, ticks } = valueAxis(most / one, count);
  return {
    top: top * one,
    ticks: ticks.map((tick) => ({ value: tick * one, text: tickText(tick * one, unit, language) })),
  };
}

/** What is counted stands beside the axis. */
function tickText(value: number, unit: Unit, language: Language): string {
  if (unit === 'seconds') return formatDuration(value, language);
  return unit === 'share' || unit === 'ratio' ? formatShare(value, language, 2) : formatCount(value, language);
}
