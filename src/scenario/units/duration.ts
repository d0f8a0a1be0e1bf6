import { bad, good, type Reading, wrongType } from './reading.js';

/** Seconds of each unit, longest first; a duration names each at most once, in this order. */
const UNITS = [
  ['d', 86400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
  ['ms', 0.001],
  ['us', 0.000001],
] as const;

/** What people write for them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  day: 'd',
  days: 'd',
  hour: 'h',
  hours: 'h',
  hr: 'h',
  hrs: 'h',
  min: 'm',
  mins: 'm',
  minute: 'm',
  minutes: 'm',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  msec: 'ms',
  millis: 'ms',
  milliseconds: 'ms',
  µs: 'us',
};

/** A century: longer is a typing error, and microseconds stay whole numbers. */
export const LONGEST_SECONDS = 36525 * 86400;

const EXAMPLES = '90s, 2h30m, 5d';

/**
 * Seconds of `90s`, `2h30m`, `500ms`, `1.5h`: numbers and units, largest first, nothing between them. Never negative.
 * A bare number is refused, and so is what only half makes sense (`3m5x`).
 */
export function readDuration(value: unknown): Reading<number> {
  if (typeof value === 'number') return unitless(value);
  if (typeof value !== 'string') return wrongType(`a duration like ${EXAMPLES}`, value);
  const text = value.trim();
  if (text !== '' && Number.isFinite(Number(text))) return unitless(Number(text));
  if (text.startsWith('-')) return bad('negative', { got: text });
  const seconds = strictSeconds(value);
  if (seconds === null) return bad('bad-duration', { got: value }, nearestDuration(text));
  if (seconds > LONGEST_SECONDS) return bad('out-of-range', { got: value, min: '0s', max: '36525d' });
  return good(seconds);
}

/** The same, above zero. */
export function readPositiveDuration(value: unknown): Reading<number> {
  const reading = readDuration(value);
  return reading.ok && reading.value === 0 ? bad('not-positive', { got: String(value) }) : reading;
}

function unitless(number: number): Reading<never> {
  return bad('bare-number', { got: number, kind: 'a duration', example: EXAMPLES }, number >= 0 ? `${number}s` : null);
}

function strictSeconds(text: string): number | null {
  const parts = partsOf(text);
  if (parts === null) return null;
  let seconds = 0;
  let last = -1;
  for (const { number, unit } of parts) {
    const index = UNITS.findIndex(([name]) => name === unit);
    if (index <= last) return null;
    last = index;
    const [, size] = UNITS[index];
    // Below a second: by the decimal point, so that 150ms is the number nearest to 0.15.
    seconds += size >= 1 ? Number(number) * size : Number(`${number}e${size === 0.001 ? -3 : -6}`);
  }
  return seconds;
}

/** Digits and letters by turns; null when the text has anything else. */
function partsOf(text: string): { number: string; unit: string }[] | null {
  const parts: { number: string; unit: string }[] = [];
  const pattern = /(\d+(?:\.\d+)?)([a-zµ]+)/y;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) return null;
    parts.push({ number: match[1], unit: match[2] });
  }
  return parts.length === 0 ? null : parts;
}

/** The duration that was probably meant: other names of units, spaces and capitals; a wrong unit is the next smaller one. */
function nearestDuration(text: string): string | null {
  if (text.length > 40) return null;
  const parts = partsOf(text.toLowerCase().replaceAll(' ', ''));
  if (parts === null) return null;
  const names = UNITS.map(([name]) => name as string);
  let result = '';
  let last = -1;
  for (const { number, unit } of parts) {
    const name = names.includes(unit) ? unit : OTHER_NAMES[unit];
    const index = name === undefined ? last + 1 : names.indexOf(name);
    if (index <= last || index >= names.length || (name === undefined && last < 0)) return null;
    last = index;
    result += number + names[index];
  }
  return result === text ? null : result;
}
