import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badTail } from '../../../../src/studies/statistics/bad-tail.js';
import { paired, runningPair } from '../../../../src/studies/statistics/paired.js';
import { quantile } from '../../../../src/studies/statistics/quantile.js';
import { sample } from '../../../../src/studies/statistics/sample.js';
import { thinned } from '../../../../src/studies/statistics/thinned.js';

const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { freq: 5 });
const reads = fc.record({
  better: fc.constantFrom('lower' as const, 'higher' as const),
  nullMeans: fc.constantFrom('never' as const, 'unknown' as const),
});

/** From all values at once: "never" is worse than any number, "unknown" is none. */
function ofAll(values: readonly (number | null)[], { better, nullMeans }: { better: string; nullMeans: string }) {
  const sign = better === 'lower' ? 1 : -1;
  const known = values.filter((each): each is number => each !== null).map((each) => sign * each);
  const never = nullMeans === 'never' ? values.length - known.length : 0;
  const ordered = [...known.sort((a, b) => a - b), ...Array.from({ length: never }, () => Number.POSITIVE_INFINITY)];
  const found = quantile(ordered, 0.95);
  return found === null || !Number.isFinite(found) ? null : sign * found;
}

describe('the 95th percentile of numbers that are not kept', () => {
  it('is that of all of them, in whatever order they come, and fewer may come than were said', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 300 }), reads, fc.nat(200), (values, how, spare) => {
        const told = ofAll(values, how);
        for (const order of [values, [...values].reverse()]) {
          const tail = badTail(how, values.length + spare);
          for (const each of order) tail.add(each);
          // Not toBe: it tells nought from minus nought, which are one number.
          expect(tail.p95() === told).toBe(true);
        }
      }),
    );
  });

  it('keeps a tenth of ten thousand at most, and then knows the place of one in twenty', () => {
    const tail = badTail({ better: 'lower', nullMeans: 'unknown' }, 10_000);
    // 0.05 of 9,999 places is 500, rounded up, and two; twice that.
    expect(tail.room).toBe(1004);
    for (let i = 0; i < 10_000; i++) tail.add((i * 7919) % 10_000);
    // All of 0 to 9,999, once each: the one at place 9,999 x 0.95.
    expect(tail.p95()).toBeCloseTo(9499.05, 9);
  });

  it('is not told of more numbers than were said to come', () => {
    const tail = badTail({ better: 'lower', nullMeans: 'never' }, 2);
    for (const each of [1, 2, 3]) tail.add(each);
    expect(tail.p95()).toBeNull();
  });
});

describe('pairs that come one after another', () => {
  it('say what they say all at once, bit for bit', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 100 }), reads, (pairs, how) => {
        const running = runningPair(how);
        for (const [base, other] of pairs) running.add(base, other);
        const [bases, others] = [0, 1].map((side) => sample(pairs.map((pair) => pair[side])));
        expect(running.now()).toEqual(paired(bases, others, how));
      }),
    );
  });
});

describe('a thinned list', () => {
  it.each([
    [4, [1, 2, 3, 4]],
    // The fifth has no room: 1 and 3 stay, and it is the next of every second.
    [5, [1, 3, 5]],
    [8, [1, 3, 5, 7]],
    // The ninth: of 1, 3, 5, 7 every second, and 9 is the next of every fourth.
    [9, [1, 5, 9]],
    [17, [1, 9, 17]],
  ])('of four keeps of %d evenly %j', (count, kept) => {
    const list = thinned<number>(4);
    for (let i = 1; i <= count; i++) list.add(i);
    expect(list.items).toEqual(kept);
  });
});
