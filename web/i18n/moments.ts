/** Dates and times of a run for the page's clocks: by Intl, in the scenario's own offset, 24 hours. */
import { type Language, type Reading, zoneText } from '../library.js';

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** `Sat 15 Oct 18:42:10`, `10월 15일 (토) 18:42:10`, with the zone. */
export function fullMoment(reading: Reading, microseconds: number, language: Language): string {
  const { startEpochMilliseconds, offsetMinutes } = reading.record;
  // Intl knows named zones only, and not in every browser: the offset is added, and the rest read as UTC.
  const local = new Date(startEpochMilliseconds + microseconds / 1000 + offsetMinutes * 60_000);
  const parts = Object.fromEntries(
    format(language)
      .formatToParts(local)
      .map(({ type, value }) => [type, value]),
  );
  const time = `${parts.hour}:${parts.minute}:${parts.second}`;
  // Versions differ in whether the Korean sign for month and day is part of the number.
  const number = (text: string | undefined): number => Number.parseInt(text ?? '', 10);
  const day =
    language === 'ko'
      ? `${number(parts.month)}월 ${number(parts.day)}일 (${parts.weekday})`
      : `${parts.weekday} ${parts.day} ${parts.month}`;
  return `${day} ${time} ${zoneText(reading)}`;
}

function format(language: Language): Intl.DateTimeFormat {
  const known = FORMATS.get(language);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  FORMATS.set(language, made);
  return made;
}
