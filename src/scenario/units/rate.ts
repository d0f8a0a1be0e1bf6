import { scaledNumber } from './amount.js';
import { bad, good, type Reading, wrongType } from './reading.js';

/** An amount each so many seconds, kept apart so that 100/h is 100 an hour to the last bit. */
export interface Rate {
  readonly amount: number;
  readonly seconds: number;
}

/** A Julian year, 365.25 days. */
const YEAR_SECONDS = 31_557_600;

const PERIODS: Readonly<Record<string, number>> = { s: 1, m: 60, min: 60, h: 3600, d: 86400, y: YEAR_SECONDS };

export function perSecond(rate: Rate): number {
  return rate.amount / rate.seconds;
}

export function perHour(rate: Rate): number {
  return rate.seconds === 3600 ? rate.amount : (rate.amount * 3600) / rate.seconds;
}

export function perYear(rate: Rate): number {
  return rate.seconds === YEAR_SECONDS ? rate.amount : (rate.amount * YEAR_SECONDS) / rate.seconds;
}

/** `150/s`, `80k/s`, `60/min`, `1.2k/h`, `0.02/y`; above zero. A bare number is refused. */
export function readRate(value: unknown): Reading<Rate> {
  if (typeof value === 'number') return unitless(String(value));
  if (typeof value !== 'string') return wrongType('a rate like 150/s or 80k/s', value);
  const slash = value.indexOf('/');
  if (slash < 0)
    return scaledNumber(value) !== null ? unitless(value) : bad('bad-rate', { got: value }, nearestRate(value));
  const amount = scaledNumber(value.slice(0, slash));
  const period = value.slice(slash + 1);
  const seconds = Object.hasOwn(PERIODS, period) ? PERIODS[period] : null;
  if (amount === null || seconds === null) return bad('bad-rate', { got: value }, nearestRate(value));
  if (amount < 0) return bad('negative', { got: value });
  if (amount === 0) return bad('not-positive', { got: value });
  if (!(amount <= 1e12)) return bad('out-of-range', { got: value, min: 0, max: '1T/s' });
  return good({ amount, seconds });
}

function unitless(got: string): Reading<never> {
  return bad('bare-number', { got, kind: 'a rate', example: '150/s, 80k/s' }, got.startsWith('-') ? null : `${got}/s`);
}

/** `80 k/s`, `80k rps`, `150 per second`. */
function nearestRate(text: string): string | null {
  if (text.length > 40) return null;
  const plain = text
    .toLowerCase()
    .replaceAll(' ', '')
    .replace('persecond', '/s')
    .replace('perhour', '/h')
    .replace('rps', '/s')
    .replace('/sec', '/s')
    .replace('/hour', '/h')
    .replace('/day', '/d')
    .replace('/year', '/y');
  const match = /^([\d.]+)([kmg]?)(?:req)?\/([a-z]+)$/.exec(plain);
  if (match === null || scaledNumber(match[1]) === null || !Object.hasOwn(PERIODS, match[3])) return null;
  const unit = match[2] === 'k' ? 'k' : match[2].toUpperCase();
  return `${match[1]}${unit}/${match[3]}`;
}
