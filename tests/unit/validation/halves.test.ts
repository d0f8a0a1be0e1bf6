import { expect, test } from 'vitest';
import { halves } from '../../../validation/halves.js';
import { kakao } from '../../../validation/kakao.js';
import { historyRow } from '../results/synthetic.js';

test('intervals are divided by turns in the order of time, and rows of one interval stay together', () => {
  const rows = [
    historyRow('late', { order: 0, afterSeconds: 90, bySeconds: 100 }),
    historyRow('one', { order: 1, afterSeconds: 10, bySeconds: 20 }),
    historyRow('two', { order: 2, afterSeconds: 30, bySeconds: 40 }),
    historyRow('same', { order: 3, afterSeconds: 10, bySeconds: 20 }),
    historyRow('open', { order: 4, afterSeconds: null, bySeconds: 15 }),
  ];
  expect(halves(rows)).toEqual([new Set(['one', 'same', 'late']), new Set(['two'])]);
});

test('the Kakao rows come to eight and eight, each once', () => {
  const [first, second] = halves(kakao.history?.rows ?? []);
  expect([first.size, second.size]).toEqual([8, 8]);
  expect(new Set([...first, ...second]).size).toBe(16);
});
