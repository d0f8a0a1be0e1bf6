import { expect, test } from 'vitest';
import { nightEnd } from '../../../src/scenario/night-pause.js';

const HOUR = 3600e6;
/** 15 October 2022, 15:19 in Korea (UTC+9). */
const START = { epochMilliseconds: Date.UTC(2022, 9, 15, 6, 19), offsetMinutes: 540 };
const PAUSE = { fromHour: 23, toHour: 6 };

test('in the afternoon there is no pause', () => {
  expect(nightEnd(PAUSE, START, 0)).toBe(0);
});

test('a pause over midnight ends at its hour of the next morning, local time', () => {
  // 23:19 is 8 h after the start; 06:00 is 6 h 41 min later.
  expect(nightEnd(PAUSE, START, 8 * HOUR)).toBe(8 * HOUR + (6 + 41 / 60) * HOUR);
  // 01:19 the next day.
  expect(nightEnd(PAUSE, START, 10 * HOUR)).toBe(10 * HOUR + (4 + 41 / 60) * HOUR);
});

test('a pause within one day holds between its hours only', () => {
  const lunch = { fromHour: 12, toHour: 13 };
  // 12:19 the next day is 21 h after the start.
  expect(nightEnd(lunch, START, 21 * HOUR)).toBe(21 * HOUR + (41 / 60) * HOUR);
  expect(nightEnd(lunch, START, 22 * HOUR)).toBe(22 * HOUR);
});

test('no pause, or one of no length, never holds', () => {
  expect(nightEnd(null, START, 10 * HOUR)).toBe(10 * HOUR);
  expect(nightEnd({ fromHour: 1, toHour: 1 }, START, 10 * HOUR)).toBe(10 * HOUR);
});
