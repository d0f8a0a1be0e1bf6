/**
 * Values between two ends, as a file would write them: `0..5`, `1m..30m`, `5%..50%`, `100/s..2k/s`, with `:N` for how many.
 *
 * Both ends count; the values are evenly spaced, and whole numbers less than thirty apart are taken one by one when no
 * number is named.
 * Left out: even steps of a logarithm; values that are names.
 */
import { scaledNumber } from '../../scenario/units/amount.js';
import { readDuration } from '../../scenario/units/duration.js';
import { writeDuration } from '../../scenario/units/write-duration.js';

export interface SweptValue {
  /** As it is written for `--set`. */
  readonly written: string;
  /** In seconds for a duration, else the number before the unit (shares in percent, as written). */
  readonly number: number;
}

/** Where the values are wrong, as a code. */
export type RangeFault = 'no-range' | 'no-number' | 'units-differ' | 'bad-steps' | 'no-distance';

const USUAL_POINTS = 11;
const ONE_BY_ONE = 30;
export const MOST_POINTS = 200;

/** Of the text after `=`. */
export function valuesBetween(text: string): readonly SweptValue[] | RangeFault {
  const match = /^(.+?)\.\.(.+?)(?::([^:]*))?$/.exec(text.trim());
  if (match === null) return 'no-range';
  const [, from, to, count] = match;
  const ends = durations(from, to) ?? amounts(from, to);
  if (typeof ends === 'string') return ends;
  const { first, last, write } = ends;
  if (first === last) return 'no-distance';
  const points = count === undefined ? usual(first, last, ends.isPlain) : pointsOf(count);
  if (points === null) return 'bad-steps';
  return Array.from({ length: points }, (_, i) => {
    const share = i / (points - 1);
    const number = i === points - 1 ? last : rounded(first + (last - first) * share);
    return { written: write(number), number };
  });
}

interface Ends {
  readonly first: number;
  readonly last: number;
  /** No unit of measure. */
  readonly isPlain: boolean;
  readonly write: (number: number) => string;
}

/** `0s` is one, a bare `0` is not: it may be a number. */
function durations(from: string, to: string): Ends | null {
  const [first, last] = [readDuration(from.trim()), readDuration(to.trim())];
  if (!first.ok || !last.ok || !/[a-z]$/.test(from.trim()) || !/[a-z]$/.test(to.trim())) return null;
  return { first: first.value, last: last.value, isPlain: false, write: writeDuration };
}

function amounts(from: string, to: string): Ends | RangeFault {
  const [a, b] = [amountParts(from), amountParts(to)];
  if (a === null || b === null) return 'no-number';
  if (a.unit !== b.unit) return 'units-differ';
  return {
    first: a.number,
    last: b.number,
    isPlain: a.unit === '',
    write: (number) => `${plainDecimal(number)}${a.unit}`,
  };
}

/** `2k/s` is 2000 and `/s`; `30GB` stays 30 and `GB`, since bytes have their own prefixes. */
export function amountParts(text: string): { readonly number: number; readonly unit: string } | null {
  const match = /^(-?\d+(?:\.\d+)?)\s*([kMGT]?)((?:\/\w+)?)$/.exec(text.trim());
  if (match !== null) {
    const number = scaledNumber(match[1] + match[2]);
    return number === null ? null : { number, unit: match[3] };
  }
  const other = /^(-?\d+(?:\.\d+)?)\s*([^\s\d.:]+)$/.exec(text.trim());
  return other === null ? null : { number: Number(other[1]), unit: other[2] };
}

/** Never `1e-7`, which no file writes. */
export function plainDecimal(number: number): string {
  return String(number).includes('e') ? number.toFixed(12).replace(/\.?0+$/, '') : String(number);
}

function usual(first: number, last: number, isPlain: boolean): number {
  const distance = Math.abs(last - first);
  const isWhole = isPlain && Number.isInteger(first) && Number.isInteger(last);
  return isWhole && distance < ONE_BY_ONE ? distance + 1 : USUAL_POINTS;
}

function pointsOf(text: string): number | null {
  const points = Number(text);
  return /^\d+$/.test(text) && points >= 2 && points <= MOST_POINTS ? points : null;
}

/** Binary fractions make 0.1 x 3 a 0.3 with a tail; nobody wants to read it. */
function rounded(number: number): number {
  return Number(number.toPrecision(12));
}
