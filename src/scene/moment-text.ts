/**
 * Instants as people read them, in both languages: `18:42`, `16 Oct 01:31`, `T+03:12:40`.
 *
 * By arithmetic alone, so that a picture says the same wherever it was made. 24 hours, in the scenario's own offset.
 */
import type { Language } from '../results/amounts.js';
import { type CivilTime, civilTime } from '../results/instant.js';
import type { Reading } from '../results/reading.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export function wallClock(reading: Reading, microseconds: number): CivilTime {
  const { startEpochMilliseconds, offsetMinutes } = reading.record;
  return civilTime(startEpochMilliseconds + microseconds / 1000, offsetMinutes);
}

/** `18:42`; with seconds when asked for. */
export function timeOfDay(reading: Reading, microseconds: number, seconds = false): string {
  const { hour, minute, second } = wallClock(reading, microseconds);
  return `${two(hour)}:${two(minute)}${seconds ? `:${two(second)}` : ''}`;
}

/** `15 Oct`, `10월 15일`. */
export function dayText(reading: Reading, microseconds: number, language: Language): string {
  const { month, day } = wallClock(reading, microseconds);
  return language === 'ko' ? `${month}월 ${day}일` : `${day} ${MONTHS[month - 1]}`;
}

/** Time of day, with the date in front unless it is the day of `nearby`. */
export function momentText(reading: Reading, microseconds: number, language: Language, nearby?: number): string {
  const time = timeOfDay(reading, microseconds);
  const day = dayText(reading, microseconds, language);
  return nearby !== undefined && dayText(reading, nearby, language) === day ? time : `${day} ${time}`;
}

/** Time since the first fault that took effect: `T+03:12:40`, `T−00:01:00`; hours are never broken into days. */
export function sinceFault(reading: Reading, microseconds: number): string {
  const seconds = Math.round((microseconds - reading.origin) / 1e6);
  const size = Math.abs(seconds);
  const hours = Math.floor(size / 3600);
  return `T${seconds < 0 ? '−' : '+'}${two(hours)}:${two(Math.floor(size / 60) % 60)}:${two(size % 60)}`;
}

/** The offset's name: `KST` for a Korean scenario, else `UTC+9`, `UTC−3:30`. */
export function zoneText(reading: Reading): string {
  const minutes = reading.record.offsetMinutes;
  if (minutes === 540 && reading.scenario.title.ko !== undefined) return 'KST';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return minutes === 0 ? 'UTC' : `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
