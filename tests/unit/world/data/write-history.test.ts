import { describe, expect, test } from 'vitest';
import { WriteHistory } from '../../../../src/world/data/write-history.js';

const S = 1e6;

/** 10 a second up to 100 s, 30 up to 200 s, then none: 1000 and 4000. */
function history(): WriteHistory {
  const writes = new WriteHistory();
  writes.setRate(0, 10);
  writes.setRate(100 * S, 30);
  writes.setRate(200 * S, 0);
  return writes;
}

describe('the history of writes', () => {
  test('counts a rate that changes, at any moment', () => {
    const writes = history();
    expect(writes.kept(50 * S)).toBe(500);
    expect(writes.kept(150 * S)).toBe(2500);
    expect(writes.kept(300 * S)).toBe(4000);
    expect(writes.accepted(300 * S)).toBe(4000);
  });

  test('gone back, keeps what was before, and all of it stays accepted', () => {
    const writes = history();
    // 40 s of 30 a second.
    expect(writes.goBack(160 * S, 250 * S)).toBe(1200);
    expect(writes.kept(250 * S)).toBe(2800);
    expect(writes.kept(180 * S)).toBe(2800);
    expect(writes.accepted(250 * S)).toBe(4000);
    // Twice to the same moment loses nothing more, and further back only what was left.
    expect(writes.goBack(160 * S, 260 * S)).toBe(0);
    expect(writes.goBack(90 * S, 260 * S)).toBe(1900);
    writes.setRate(260 * S, 1);
    expect(writes.kept(360 * S)).toBe(1000);
    expect(writes.goBack(-1, 360 * S)).toBe(1000);
    expect(writes.accepted(360 * S)).toBe(4100);
  });

  test('takes in writes that were accepted elsewhere', () => {
    const writes = history();
    writes.adopt(210 * S, 5);
    expect(writes.kept(209 * S)).toBe(4000);
    expect(writes.kept(220 * S)).toBe(4005);
    expect(writes.accepted(220 * S)).toBe(4000);
  });
});
