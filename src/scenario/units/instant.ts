import type { Instant } from '../model.js';
import { bad, good, type Reading, wrongType } from './reading.js';

const PATTERN = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:\d\d)?$/;

/** ISO 8601 with its zone: `2022-10-15T15:19:00+09:00`, `...Z`; seconds may be left out. */
export function readInstant(value: unknown): Reading<Instant> {
  if (typeof value !== 'string') return wrongType('a date and time like 2022-10-15T15:19:00+09:00', value);
  const match = PATTERN.exec(value);
  if (match === null) return bad('bad-date', { got: value }, nearestInstant(value));
  const [year, month, day, hour, minute] = match.slice(1, 6).map(Number);
  const second = Number(match[6] ?? 0);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) {
    return bad('bad-date', { got: value });
  }
  const zone = match[8];
  if (zone === undefined) return bad('no-zone', { got: value }, `${value}Z`);
  const offsetMinutes =
    zone === 'Z' ? 0 : Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  if (Math.abs(offsetMinutes) > 14 * 60) return bad('bad-date', { got: value });
  const milliseconds = Number((match[7] ?? '0').padEnd(3, '0'));
  const local = ((daysSinceEpoch(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
  return good({ epochMilliseconds: (local - offsetMinutes * 60) * 1000 + milliseconds, offsetMinutes });
}

/** Hours of `23:30`, from 0:00 to 24:00. */
export function readTimeOfDay(value: unknown): Reading<number> {
  const match = typeof value === 'string' ? /^(\d{1,2}):(\d\d)$/.exec(value) : null;
  if (match === null) return bad('bad-time-of-day', { got: String(value) });
  const hours = Number(match[1]) + Number(match[2]) / 60;
  return hours > 24 || Number(match[2]) > 59 ? bad('bad-time-of-day', { got: String(value) }) : good(hours);
}

/** A date with a space for the T, or without a time. */
function nearestInstant(text: string): string | null {
  const plain = text.trim();
  const candidates = [plain.replace(' ', 'T'), plain.replace(' ', 'T').replace(' ', ''), `${plain}T00:00:00Z`];
  return candidates.find((candidate) => candidate !== text && PATTERN.test(candidate)) ?? null;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

/** Days from 1 January 1970, by eras of 400 years (Hinnant, "chrono-compatible low-level date algorithms", 2013). */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}
