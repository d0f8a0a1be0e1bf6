import { expect, test } from 'vitest';
import { type RandomStream, streams } from '../../../src/engine/streams.js';

function draws(stream: RandomStream, count: number): number[] {
  return Array.from({ length: count }, () => stream.next());
}

test('the same seed and name give the same draws, whatever was drawn elsewhere', () => {
  const first = streams(1).stream('pangyo', 'talk', 'boot', 3);
  const others = streams(1);
  draws(others.stream('pangyo', 'talk', 'boot', 4), 100);
  expect(draws(others.stream('pangyo', 'talk', 'boot', 3), 20)).toEqual(draws(first, 20));
  expect(first.name).toBe('1/pangyo/talk/boot/3');
});

test('another seed, name or number gives other draws', () => {
  const all = [
    streams(1).stream('a', 1),
    streams(2).stream('a', 1),
    streams(1).stream('b', 1),
    streams(1).stream('a', 2),
    streams(1).stream('a'),
    streams(1).stream(),
  ].map((stream) => stream.next());
  expect(new Set(all).size).toBe(all.length);
});

test('no two lists of parts share a name, whatever is in the parts', () => {
  const lists = [['a/b'], ['a', 'b'], ['a~1b'], ['a~', 'b'], ['a', '', 'b'], ['a', 'b', ''], ['a~01b'], []];
  const names = lists.map((parts) => streams('s').stream(...parts).name);
  expect(new Set(names).size).toBe(lists.length);
  expect(streams('s/a').stream('b').name).not.toBe(streams('s').stream('a', 'b').name);
});

test('draws are in the open interval (0, 1), symmetric about a half', () => {
  // The generator gives k / 2^32, k = 0 ... 2^32 - 1, and half a step is added: the ends are 2^-33 from 0 and from 1.
  expect(0 + 1 / 0x2_0000_0000).toBeGreaterThan(0);
  expect((0xffff_ffff + 0.5) / 0x1_0000_0000).toBeLessThan(1);
  const sample = draws(streams(7).stream('bounds'), 200_000);
  expect(Math.min(...sample.slice(0, 50_000))).toBeGreaterThan(0);
  expect(Math.max(...sample.slice(0, 50_000))).toBeLessThan(1);
  // Mean 1/2 with standard error sqrt(1/12 / 200,000) = 0.00065: four of them.
  expect(Math.abs(sample.reduce((sum, x) => sum + x, 0) / sample.length - 0.5)).toBeLessThan(0.0026);
});

test('the draws of a name never change: a change here changes every result', () => {
  expect(draws(streams(20221015).stream('pangyo', 'talk', 'boot', 3), 4)).toMatchInlineSnapshot(`
    [
      0.05791053536813706,
      0.6892902819672599,
      0.9454005662119016,
      0.934477478149347,
    ]
  `);
});

/** Pearson's r. */
function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (v: readonly number[]) => v.reduce((sum, value) => sum + value, 0) / v.length;
  const mx = mean(x);
  const my = mean(y);
  let xy = 0;
  let xx = 0;
  let yy = 0;
  x.forEach((value, i) => {
    xy += (value - mx) * (y[i] - my);
    xx += (value - mx) * (value - mx);
    yy += (y[i] - my) * (y[i] - my);
  });
  return xy / Math.sqrt(xx * yy);
}

/** The values of the first, fifth and hundredth draws of each stream. */
function probes(names: readonly RandomStream[]): number[][] {
  const all = names.map((stream) => draws(stream, 100));
  return [0, 4, 99].map((index) => all.map((values) => values[index]));
}

// 2,500 pairs: an uncorrelated r has standard deviation 1/sqrt(2500) = 0.02, so the limit of 0.1 is five of them.
const PAIRS = 2500;
const pairs: Record<string, (i: number) => [RandomStream, RandomStream]> = {
  'the last letter': (i) => [streams(1).stream(`service-${i}`, 'boot-a'), streams(1).stream(`service-${i}`, 'boot-b')],
  'a letter in the middle': (i) => [streams(1).stream('a-site', i), streams(1).stream('b-site', i)],
  'the seed': (i) => [streams(i).stream('talk', 'boot'), streams(i + 1).stream('talk', 'boot')],
  'the number': (i) => [streams(1).stream('talk', 'boot', i), streams(1).stream('talk', 'boot', i + 1)],
};

test.each(Object.keys(pairs))(
  'the first, fifth and hundredth draws of streams whose names differ in %s are uncorrelated',
  (what) => {
    const made = Array.from({ length: PAIRS }, (_, i) => pairs[what](i));
    const left = probes(made.map(([stream]) => stream));
    const right = probes(made.map(([, stream]) => stream));
    for (const a of left) {
      for (const b of right) expect(Math.abs(correlation(a, b))).toBeLessThan(0.1);
    }
    // Nor are the first, fifth and hundredth draws of one family with each other, and they fill the interval evenly.
    expect(Math.abs(correlation(left[0], left[1]))).toBeLessThan(0.1);
    expect(Math.abs(correlation(left[1], left[2]))).toBeLessThan(0.1);
    for (const values of left) {
      // Share below 0.1: 0.1 with standard deviation sqrt(0.09 / 2500) = 0.006; five of them.
      expect(Math.abs(values.filter((value) => value < 0.1).length / PAIRS - 0.1)).toBeLessThan(0.03);
    }
  },
);
