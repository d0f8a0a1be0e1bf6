import { describe, expect, it } from 'vitest';
import { type Calendar, parseMoment } from '../../web/state/parse-moment.js';

const MINUTE = 60e6;
// The run begins on 15 October 2022 at 15:19 in Korea; the fault is at 15:22.
const reading: Calendar = {
  origin: 3 * MINUTE,
  record: { startEpochMilliseconds: 1_665_814_740_000, offsetMinutes: 540 },
};
const minutes = (text: string, now = 0): number | null => {
  const found = parseMoment(text, reading, now);
  return found === null ? null : found / MINUTE;
};

describe('a time that is typed', () => {
  it.each([
    ['T+3h12', 3 + 192],
    ['t+03:12:30', 3 + 192.5],
    ['T+0:30', 33],
    ['T-1m', 2],
    ['T−1m', 2],
    ['T+2d4h', 3 + 52 * 60],
    ['T+90m', 93],
    ['T+45s', 3.75],
    ['18:45', 206],
    ['15:22:30', 3.5],
    ['16 Oct 01:31', 612],
    ['16 october 01:31', 612],
    ['10월 16일 01:31', 612],
  ])('%s is understood', (text, expected) => {
    expect(minutes(text)).toBeCloseTo(expected, 9);
  });

  it('without a date is on the day that is shown', () => {
    // A day later.
    expect(minutes('18:45', 24 * 60 * MINUTE)).toBe(206 + 24 * 60);
  });

  it.each(['', 'soon', 'T+', '25', '18:60', '3h12', 'T+3x', '99 Foo 10:00', '13월 1일 10:00'])('%j is none', (text) => {
    expect(minutes(text)).toBeNull();
  });
});
