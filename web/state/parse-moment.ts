/** A time as people type it, in microseconds since the run's start; null when it is none. */
import { civilTime, type RunRecord } from '../library.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What times are counted from. */
export interface Calendar {
  readonly origin: number;
  readonly record: Pick<RunRecord, 'startEpochMilliseconds' | 'offsetMinutes'>;
}

/** @param now a time of day without a date is one on the day that is shown. */
export function parseMoment(text: string, { origin, record }: Calendar, now: number): number | null {
  const plain = text.trim().toLowerCase().replace(/−/g, '-');
  const since = /^t\s*([+-])\s*(.+)$/.exec(plain);
  if (since !== null) {
    const seconds = clockSeconds(since[2]) ?? unitSeconds(since[2]);
    return seconds === null ? null : origin + (since[1] === '-' ? -1 : 1) * seconds * 1e6;
  }
  const dated = /^(?:(\d{1,2})\s*([a-z]{3})[a-z]*|(\d{1,2})월\s*(\d{1,2})일)?\s*(\d{1,2}:\d{2}(?::\d{2})?)$/.exec(
    plain,
  );
  const seconds = dated === null ? null : clockSeconds(dated[5]);
  if (dated === null || seconds === null || seconds > 86_400) return null;
  const day = dated[1] ?? dated[4];
  const month = dated[2] === undefined ? Number(dated[3]) : MONTHS.indexOf(dated[2]) + 1;
  if (day !== undefined && !(month >= 1 && month <= 12)) return null;
  return instantOnDay(record, now, day === undefined ? null : { month, day: Number(day) }, seconds);
}

function instantOnDay(
  { startEpochMilliseconds, offsetMinutes }: Calendar['record'],
  now: number,
  date: { month: number; day: number } | null,
  seconds: number,
): number {
  const epoch = startEpochMilliseconds + now / 1000;
  const shown = civilTime(epoch, offsetMinutes);
  const { month, day } = date ?? shown;
  const wall = Date.UTC(shown.year, month - 1, day) + seconds * 1000;
  return (wall - offsetMinutes * 60_000 - startEpochMilliseconds) * 1000;
}

/** `3:12`, `03:12:40`, `03:12:40.25`: hours first. */
function clockSeconds(text: string): number | null {
  const match = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d(?:\.\d{1,6})?))?$/.exec(text.trim());
  return match === null ? null : Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
}

/** `3h12`, `3h 12m`, `2d4h`, `90m`, `45s`: each unit at most once, in order; a bare number after hours is minutes. */
function unitSeconds(text: string): number | null {
  const plain = text.trim().replace(/(h\s*)(\d+)$/, '$1$2m');
  const match = /^(?:(\d+)\s*d)?\s*(?:(\d+)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?\s*(?:(\d+)\s*s)?$/.exec(plain);
  if (match === null || match[0] === '') return null;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return days * 86_400 + hours * 3600 + minutes * 60 + seconds;
}
