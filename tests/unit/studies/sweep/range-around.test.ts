import { describe, expect, it } from 'vitest';
import { rangeAround } from '../../../../src/studies/sweep/range-around.js';
import { MOST_POINTS, valuesBetween } from '../../../../src/studies/sweep/values.js';

describe('a range around a value', () => {
  it.each([
    // A quarter of 10 to three times 10 are 27.5 apart: steps of 2, from 2 on.
    ['10', '2..30:15'],
    ['1', '1..3:3'],
    ['0', '0..14:15'],
    // Of 60 %, 15 to 100 %: 85 in fourteen steps are 6.1; steps of 5 end a little earlier.
    ['60%', '15%..85%:15'],
    ['30%', '5%..75%:15'],
    ['900/s', '200/s..2800/s:14'],
    ['500ms', '0.1s..1.5s:15'],
    // 7 h: 105 min to 21 h, 82 min in fourteen steps.
    ['7h', '2h..22h:11'],
    ['5m', '1m..15m:15'],
    ['2M', '500000..6000000:12'],
    ['30GB', '5GB..75GB:15'],
  ])('of %s is %s', (written, range) => {
    expect(rangeAround(written)).toBe(range);
  });

  it('begins at nothing if asked', () => {
    expect(rangeAround('1', true)).toBe('0..3:4');
    expect(rangeAround('5m', true)).toBe('0s..14m:15');
  });

  it.each(['north', 'true', '2024-05-13T09:00:00+09:00', '3rd', '', '-5', '1.2.3'])(
    'there is none of "%s"',
    (written) => {
      expect(rangeAround(written)).toBeNull();
    },
  );

  it('is one that a sweep takes, of fifteen values or fewer, with the value within', () => {
    for (const unit of ['', '%', '/s', 'GB', 's', 'ms', 'h']) {
      for (let number = 1; number < 100; number += 7) {
        const range = rangeAround(`${number}${unit}`) as string;
        const values = valuesBetween(range);
        if (typeof values === 'string') expect.fail(`${number}${unit}: ${range} is refused as ${values}`);
        expect(values.length).toBeLessThanOrEqual(Math.min(MOST_POINTS, 15));
        const stated = unit === 'ms' ? number / 1000 : unit === 'h' ? number * 3600 : number;
        expect([range, values[0].number <= stated, values.at(-1)?.number ?? 0]).toEqual([
          range,
          true,
          expect.any(Number),
        ]);
        expect(values.at(-1)?.number).toBeGreaterThanOrEqual(stated);
      }
    }
  });
});
