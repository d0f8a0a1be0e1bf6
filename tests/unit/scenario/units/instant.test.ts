import { describe, expect, it } from 'vitest';
import { readInstant, readTimeOfDay } from '../../../../src/scenario/units/instant.js';
import { readMoment, secondsFrom } from '../../../../src/scenario/units/moment.js';

describe('a date and time', () => {
  it.each([
    '2022-10-15T15:19:00+09:00',
    '2022-10-15T15:19+09:00',
    '2024-02-29T23:59:59.250Z',
    '1970-01-01T00:00:00Z',
    '1969-12-31T12:00:00-03:30',
    '2000-03-01T00:00:00Z',
    '2100-02-28T10:00:00+14:00',
  ])('%s is the instant that the platform makes of it', (text) => {
    // Parsing is pure; the fence is against reading the clock.
    expect(readInstant(text)).toMatchObject({ ok: true, value: { epochMilliseconds: Date.parse(text) } });
  });

  it('keeps the offset that it was written in', () => {
    expect(readInstant('1969-12-31T12:00:00-03:30')).toMatchObject({ value: { offsetMinutes: -210 } });
  });

  it.each([
    ['2022-10-15T15:19:00', 'no-zone', '2022-10-15T15:19:00Z'],
    ['2022-10-15 15:19:00+09:00', 'bad-date', '2022-10-15T15:19:00+09:00'],
    ['2022-10-15', 'bad-date', '2022-10-15T00:00:00Z'],
    ['2023-02-29T00:00:00Z', 'bad-date', undefined],
    ['2022-13-01T00:00:00Z', 'bad-date', undefined],
    ['2022-10-15T24:00:00Z', 'bad-date', undefined],
    ['2022-10-15T15:19:00+15:00', 'bad-date', undefined],
    ['yesterday', 'bad-date', null],
    [20221015, 'wrong-type', undefined],
  ])('%j is refused as %s', (value, code, suggestion) => {
    const reading = readInstant(value);
    expect(reading.ok ? reading : [reading.fault.code, reading.fault.suggestion]).toEqual([code, suggestion]);
  });

  it('may stand where a duration from the start may, and counts the same', () => {
    const start = { epochMilliseconds: Date.parse('2022-10-15T15:19:00+09:00'), offsetMinutes: 540 };
    const seconds = (text: string) => {
      const reading = readMoment(text);
      return reading.ok ? secondsFrom(start, reading.value) : reading.fault.code;
    };
    expect(seconds('3m')).toBe(180);
    expect(seconds('2022-10-15T15:22:00+09:00')).toBe(180);
    expect(seconds('2022-10-15T06:18:00Z')).toBe(-60);
  });

  it('of day is in hours', () => {
    expect(readTimeOfDay('23:30')).toEqual({ ok: true, value: 23.5 });
    expect(readTimeOfDay('24:00')).toEqual({ ok: true, value: 24 });
    for (const value of ['24:30', '12:60', '7am', 7, '7']) expect(readTimeOfDay(value).ok).toBe(false);
  });
});
