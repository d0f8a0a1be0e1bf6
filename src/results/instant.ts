/**
 * Wall-clock instants as text: ISO 8601 with the scenario's offset, by arithmetic alone.
 *
 * The proleptic Gregorian calendar after Howard Hinnant, "chrono-compatible low-level date algorithms" (2013,
 * civil_from_days). Left out: leap seconds and changes of the offset (daylight saving) within a run.
 */
import type { RunRecord } from '../record/record.js';
import { placeAt } from '../record/steps.js';
import { readInstant } from '../scenario/units/instant.js';

const MILLISECONDS_PER_MINUTE = 60_000;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Calendar date and time of day; `month` and `day` count from 1. */
export interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** What clocks show `offsetMinutes` east of UTC. Fractions of a millisecond are cut off. */
export function civilTime(epochMilliseconds: number, offsetMinutes: number): CivilTime {
  const local = Math.floor(epochMilliseconds) + offsetMinutes * MILLISECONDS_PER_MINUTE;
  const days = Math.floor(local / MILLISECONDS_PER_DAY);
  const rest = local - days * MILLISECONDS_PER_DAY;
  // Days since 1 March of year 0: an era of 400 years has 146,097 days, and leap days come last in a year.
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
    hour: Math.floor(rest / 3_600_000),
    minute: Math.floor(rest / 60_000) % 60,
    second: Math.floor(rest / 1000) % 60,
    millisecond: rest % 1000,
  };
}

/** `2022-10-15T15:30:00+09:00`; milliseconds only when there are any. */
export function isoInstant(epochMilliseconds: number, offsetMinutes: number): string {
  const t = civilTime(epochMilliseconds, offsetMinutes);
  const fraction = t.millisecond === 0 ? '' : `.${digits(t.millisecond, 3)}`;
  const date = `${digits(t.year, 4)}-${digits(t.month)}-${digits(t.day)}`;
  return `${date}T${digits(t.hour)}:${digits(t.minute)}:${digits(t.second)}${fraction}${offset(offsetMinutes)}`;
}

/** The instant of a run's microsecond; null stays null. */
export function instantOf(record: RunRecord, microseconds: number): string;
export function instantOf(record: RunRecord, microseconds: number | null): string | null;
export function instantOf(record: RunRecord, microseconds: number | null): string | null {
  if (microseconds === null) return null;
  return isoInstant(record.startEpochMilliseconds + microseconds / 1000, record.offsetMinutes);
}

/**
 * Back from an instant that this run's documents tell: microseconds since its start, or NaN for what is no instant.
 * Instants are cut off to milliseconds; what happened last within that millisecond is meant.
 */
export function timeOfInstant(record: RunRecord, instant: string): number {
  const reading = readInstant(instant);
  if (!reading.ok) return Number.NaN;
  const from = Math.round((reading.value.epochMilliseconds - record.startEpochMilliseconds) * 1000);
  const { time, count } = record.events;
  const last = placeAt({ times: time.subarray(0, count) }, from + 999);
  return last >= 0 && time[last] > from ? time[last] : from;
}

function offset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(size / 60))}:${digits(size % 60)}`;
}

function digits(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}
