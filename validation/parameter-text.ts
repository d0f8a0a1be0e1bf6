import { formatDuration } from '../src/results/amounts.js';
import type { FreeParameter } from './free-parameters.js';

/** A value as one would write it in the file. */
export function valueText({ unit, name }: FreeParameter, value: number): string {
  if (unit === 'duration') return formatDuration(value, 'en');
  if (unit === 'number') return String(Number(value.toFixed(1)));
  return /quorum|zones|share$/.test(name) ? `${Number((value * 100).toFixed(1))} %` : String(Number(value.toFixed(2)));
}
