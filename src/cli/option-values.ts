/** What people write behind options, read: each gives the value, or says in one sentence what would be one. */
import { InvalidArgumentError } from 'commander';
import type { AvailabilityLimit } from '../index.js';

const MAX_YEARS = 1000;
const MAX_SEED_LENGTH = 100;
const MAX_PORT = 65_535;

export function collect(value: string, earlier: readonly string[]): string[] {
  if (!/^[^=]+=/.test(value)) throw new InvalidArgumentError('Write path=value, for example --set duration=2h.');
  return [...earlier, value];
}

export function repeated(value: string, earlier: readonly string[]): string[] {
  return [...earlier, value];
}

/** Several at once are parted by commas; what they may be is known once the command is loaded. */
export function listed(value: string, earlier: readonly string[]): string[] {
  return [...earlier, ...value.split(',').filter((each) => each !== '')];
}

/** Names between commas. */
export function names(value: string): string[] {
  const all = value.split(',').map((name) => name.trim());
  if (all.some((name) => name === '')) throw new InvalidArgumentError('Write names between commas, for example a,b.');
  return all;
}

export function order(value: string): 1 | 2 {
  if (value !== '1' && value !== '2') throw new InvalidArgumentError('An order is 1 or 2.');
  return value === '1' ? 1 : 2;
}

const SUFFIXES: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12 };

export function budget(value: string): number {
  const [, digits, suffix] = /^(\d+(?:\.\d+)?)([kMGT]?)$/.exec(value) ?? [];
  if (digits === undefined) throw new InvalidArgumentError('An amount, for example 20000, 1.5M or 0.');
  return Number(digits) * SUFFIXES[suffix];
}

export function years(value: string): number {
  const number = Number(value);
  if (!/^\d+(\.\d+)?$/.test(value) || number <= 0 || number > MAX_YEARS)
    throw new InvalidArgumentError(`A number of years, above 0 and up to ${MAX_YEARS}.`);
  return number;
}

export function failBelow(value: string, earlier: readonly AvailabilityLimit[]): AvailabilityLimit[] {
  const [, of, percent] = /^(?:(.+)=)?(\d+(?:\.\d+)?)%$/.exec(value) ?? [];
  const share = Number(percent) / 100;
  if (percent === undefined || share > 1)
    throw new InvalidArgumentError('A share, for example 99.9%, or of one service shop=99.95%.');
  return [...earlier, { of: of ?? null, share }];
}

export function wholeFrom(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most)
      throw new InvalidArgumentError(`A whole number from ${least} to ${most}.`);
    return number;
  };
}

/** 95%, 100% or 0.95. */
export function sharePercent(value: string): number {
  const [, digits, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(value) ?? [];
  const share = digits === undefined ? Number.NaN : Number(digits) / (percent === '%' ? 100 : 1);
  if (!(share > 0 && share <= 1)) throw new InvalidArgumentError('A share above 0% and up to 100%, for example 95%.');
  return share;
}

const CLOCK_UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** Seconds. */
export function clockTime(value: string): number {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)(s|m|h)$/.exec(value) ?? [];
  const seconds = digits === undefined ? Number.NaN : Number(digits) * CLOCK_UNITS[unit];
  if (!(seconds > 0 && seconds <= 86_400))
    throw new InvalidArgumentError('A time up to 24h, for example 90s, 10m, 1h.');
  return seconds;
}

export function seed(value: string): string {
  if (value === '') throw new InvalidArgumentError('A seed is not empty.');
  if (value.length > MAX_SEED_LENGTH) {
    throw new InvalidArgumentError(`A seed has at most ${MAX_SEED_LENGTH} characters.`);
  }
  return value;
}

export function port(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > MAX_PORT) throw new InvalidArgumentError(`A port is 0 to ${MAX_PORT}.`);
  return number;
}
