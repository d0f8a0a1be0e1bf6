/**
 * A moment as people write it: a duration since the start or since T+0, a time of day, or a date and time.
 *
 * Strict: what is half understood is not taken. A time of day is the first one at or after the start; a date without an
 * offset is in the scenario's. Left out: seconds after a dot, names of days.
 */
import type { Scenario } from '../scenario/model.js';
import { readDuration } from '../scenario/units/duration.js';
import { readInstant } from '../scenario/units/instant.js';

export interface Asked {
  /** What it counts from. */
  readonly since: 'start' | 'origin';
  readonly microseconds: number;
}

const DAY_SECONDS = 86_400;

/** Null when it is no moment. */
export function momentOf(scenario: Scenario, text: string): Asked | null {
  const written = text.trim();
  const sinceOrigin = /^T([+-]|\u2212)(.+)$/i.exec(written);
  if (sinceOrigin !== null) {
    const seconds = hoursAndMinutes(sinceOrigin[2]) ?? durationSeconds(sinceOrigin[2]);
    const sign = sinceOrigin[1] === '+' ? 1 : -1;
    return seconds === null ? null : { since: 'origin', microseconds: sign * Math.round(seconds * 1e6) };
  }
  const seconds = clockSeconds(scenario, written) ?? dateSeconds(scenario, written) ?? durationSeconds(written);
  return seconds === null ? null : { since: 'start', microseconds: Math.round(seconds * 1e6) };
}

/** The first such time of day at or after the start. */
function clockSeconds({ start }: Scenario, text: string): number | null {
  const wanted = hoursAndMinutes(text);
  if (wanted === null || wanted >= DAY_SECONDS) return null;
  const local = (start.epochMilliseconds + start.offsetMinutes * 60_000) / 1000;
  const now = ((local % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
  return (wanted - now + DAY_SECONDS) % DAY_SECONDS;
}

function dateSeconds({ start }: Scenario, text: string): number | null {
  const hasOffset = /(?:Z|[+-]\d\d:\d\d)$/.test(text);
  const reading = readInstant(hasOffset ? text : text + offsetText(start.offsetMinutes));
  return reading.ok ? (reading.value.epochMilliseconds - start.epochMilliseconds) / 1000 : null;
}

function durationSeconds(text: string): number | null {
  const reading = readDuration(text);
  return reading.ok ? reading.value : null;
}

/** `8:05` and `08:05:30`. */
function hoursAndMinutes(text: string): number | null {
  const match = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  return match === null ? null : Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
}

function offsetText(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
