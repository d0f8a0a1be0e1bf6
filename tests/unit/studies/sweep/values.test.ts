import { describe, expect, it } from 'vitest';
import { valuesBetween } from '../../../../src/studies/sweep/values.js';

function written(text: string): readonly string[] | string {
  const values = valuesBetween(text);
  return typeof values === 'string' ? values : values.map((each) => each.written);
}

describe('values of a sweep', () => {
  it('are whole numbers one by one when both ends are, in either direction', () => {
    expect(written('0..5')).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(written('3..1')).toEqual(['3', '2', '1']);
  });

  it('are so many as is said, evenly spaced, both ends among them', () => {
    expect(written('0..100:5')).toEqual(['0', '25', '50', '75', '100']);
    // 1 min to 30 min are 29 min, in two steps of 14 min 30 s
    expect(written('1m..30m:3')).toEqual(['1m', '15m30s', '30m']);
    expect(written('30m..2h:4')).toEqual(['30m', '1h', '1h30m', '2h']);
  });

  it('keep their unit, and are eleven when nothing else is said', () => {
    expect(written('5%..10%:2')).toEqual(['5%', '10%']);
    expect(written('100/s..2k/s:3')).toEqual(['100/s', '1050/s', '2000/s']);
    expect(written('1GB..3GB:3')).toEqual(['1GB', '2GB', '3GB']);
    expect(written('1k..3k:2')).toEqual(['1000', '3000']);
    expect(written('0.1..0.2')).toHaveLength(11);
    expect(written('0.1..0.2')).toContain('0.13');
    expect(written('1m..11m')).toEqual(Array.from({ length: 11 }, (_, i) => `${i + 1}m`));
  });

  it('are told in numbers too: seconds for a duration', () => {
    expect(valuesBetween('30s..90s:2')).toEqual([
      { written: '30s', number: 30 },
      { written: '1m30s', number: 90 },
    ]);
  });

  it.each([
    ['5', 'no-range'],
    ['a..b', 'no-number'],
    ['1m..5', 'units-differ'],
    ['5%..5/s', 'units-differ'],
    ['1..5:1', 'bad-steps'],
    ['1..5:many', 'bad-steps'],
    ['1..5:500', 'bad-steps'],
    ['5..5', 'no-distance'],
  ])('%s is refused: %s', (text, fault) => {
    expect(written(text)).toBe(fault);
  });
});
