import { describe, expect, it } from 'vitest';
import { changeTimes, countUpTo } from '../../../src/scene/change-times.js';
import { sinceTicks, wallTicks } from '../../../src/scene/time-ticks.js';
import { burning, MINUTE } from './burning-record.js';

const reading = burning();

describe('ticks of a time axis', () => {
  it('stand at round times of the wall clock', () => {
    // The run goes from 15:19 to 17:19.
    const ticks = wallTicks(reading, 0, 120 * MINUTE, 5, 'en');
    expect(ticks.map(({ time, label }) => [time / MINUTE, label])).toEqual([
      [11, '15:30'],
      [41, '16:00'],
      [71, '16:30'],
      [101, '17:00'],
    ]);
  });

  it('bear the date at midnight', () => {
    const [tick] = wallTicks(reading, 500 * MINUTE, 540 * MINUTE, 1, 'ko');
    expect(tick).toEqual({ time: 521 * MINUTE, label: '10월 16일', strong: true });
  });

  it('stand at round times since the fault', () => {
    const ticks = sinceTicks(reading, 0, 120 * MINUTE, 3, 'en');
    expect(ticks.map(({ time, label }) => [time / MINUTE, label])).toEqual([
      [3, '0 h'],
      [63, '1 h'],
    ]);
  });

  it('are never more than asked for', () => {
    for (const most of [1, 2, 7, 40]) {
      // One more may stand at each end.
      expect(wallTicks(reading, 0, 7200 * MINUTE, most, 'en').length).toBeLessThanOrEqual(most + 1);
    }
  });
});

describe('times at which a picture can change', () => {
  const times = changeTimes(reading.record);

  it('are distinct, in order, and those of the record', () => {
    expect([...times].map((time) => time / MINUTE)).toEqual([0, 3, 4, 63, 70, 73, 74]);
  });

  it('are counted up to an instant, itself included', () => {
    expect([-1, 0, 2, 3, 500].map((minute) => countUpTo(times, minute * MINUTE))).toEqual([0, 1, 1, 2, 7]);
  });
});
