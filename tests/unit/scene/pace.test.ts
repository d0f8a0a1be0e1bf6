import { describe, expect, it } from 'vitest';
import { clusterMarkers, markersOf, markerTimes, nextTime, previousTime } from '../../../src/scene/markers.js';
import { advance } from '../../../src/scene/pace.js';
import { burning, MINUTE } from './burning-record.js';

const HOUR = 3600e6;

describe('playing', () => {
  const times = Float64Array.of(10e6, 11e6, 11e6 + 10 * HOUR);
  const end = 100 * HOUR;

  it('at a linear pace is so many times as fast as life', () => {
    expect(advance(0, 2, 300, times, end)).toBe(600e6);
    expect(advance(end - 1, 2, 300, times, end)).toBe(end);
  });

  it('at the pace of events stays at least 400 ms at each change', () => {
    expect(advance(10e6, 0.4, 'event', times, end)).toBe(11e6);
    expect(advance(10e6, 0.2, 'event', times, end)).toBe(10.5e6);
  });

  it('at the pace of events passes quiet time at an hour a second', () => {
    expect(advance(11e6, 10, 'event', times, end)).toBe(11e6 + 10 * HOUR);
    expect(advance(11e6, 5, 'event', times, end)).toBe(11e6 + 5 * HOUR);
  });

  it('comes to the same place in one step as in many', () => {
    let now = 0;
    for (let i = 0; i < 100; i++) now = advance(now, 0.05, 'event', times, end);
    expect(Math.abs(now - advance(0, 5, 'event', times, end))).toBeLessThan(HOUR * 1e-6);
  });

  it('ends at the end', () => {
    expect(advance(0, 1e6, 'event', times, end)).toBe(end);
  });
});

describe('markers', () => {
  const reading = burning();
  const markers = markersOf(reading);

  it('tell faults, changes and recovery in the order of time', () => {
    expect(markers.map(({ kind, time }) => [kind, time / MINUTE])).toEqual([
      ['fault', 3],
      ['fault', 3],
      ['change', 3],
      ['change', 3],
      ['change', 4],
      ['change', 4],
      ['recovery', 63],
      ['change', 63],
      ['change', 70],
      ['change', 73],
      ['change', 74],
      ['change', 74],
    ]);
  });

  it('are stepped through instant by instant', () => {
    const times = markerTimes(markers);
    expect(nextTime(times, 0)).toBe(3 * MINUTE);
    expect(nextTime(times, 3 * MINUTE)).toBe(4 * MINUTE);
    expect(previousTime(times, 4 * MINUTE)).toBe(3 * MINUTE);
    expect(previousTime(times, 3 * MINUTE)).toBeNull();
    expect(nextTime(times, 74 * MINUTE)).toBeNull();
  });

  it('become one with a count when they are closer than six pixels, the most telling kind in front', () => {
    const clusters = clusterMarkers(markers, (time) => time / MINUTE);
    expect(clusters.map(({ kind, x, count }) => [kind, x, count])).toEqual([
      ['fault', 3, 6],
      ['recovery', 63, 2],
      ['change', 70, 4],
    ]);
  });
});
