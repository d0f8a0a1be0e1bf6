/** Estimates of a life in words: a mean with half of its interval, with as many nines as that leaves. */
import { formatCount, type Language } from '../../../results/amounts.js';
import type { Estimate } from '../../../studies/availability/document.js';

/** `99.95 % ± 0.012 %` */
export function shareEstimate({ mean, ci95 }: Estimate, language: Language): string {
  const half = ci95 === null ? 0 : (ci95[1] - ci95[0]) / 2;
  if (half === 0) return percent(mean, language);
  return `${percent(mean, language, decimalsFor(half))} ± ${percent(half, language, decimalsFor(half))}`;
}

export function countEstimate({ mean, ci95 }: Estimate, language: Language): string {
  const half = ci95 === null ? 0 : (ci95[1] - ci95[0]) / 2;
  return half === 0 ? formatCount(mean, language) : `${formatCount(mean, language)} ± ${formatCount(half, language)}`;
}

/** @param share 0..1 */
export function percent(share: number, language: Language, decimals = 4): string {
  const text = (share * 100).toFixed(decimals).replace(/\.?0+$/, '');
  return `${text}${language === 'en' ? ' %' : '%'}`;
}

/** Three digits, without an exponent and without noughts at the end. */
export function short(value: number): string {
  return value >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

/** Two digits of the half interval, of per cent. */
function decimalsFor(half: number): number {
  let [decimals, shown] = [1, half * 1000];
  while (decimals < 8 && shown < 10) {
    decimals++;
    shown *= 10;
  }
  return decimals;
}
