import { describe, expect, test } from 'vitest';
import { type Chain, chain } from '../../../../src/world/flow/attempts.js';

function chainOf(
  p: number,
  u: number,
  h: number,
  retries: number,
  options: { delayed?: boolean; budget?: number; stuck?: number; elsewhere?: number } = {},
): Chain {
  const { delayed = false, budget = Number.POSITIVE_INFINITY, stuck = 1, elsewhere = 0 } = options;
  const into: Chain = { success: 0, attempts: 0, again: 0, allowed: 0 };
  chain({ p, u, h, stuck, elsewhere }, retries, delayed, budget, into);
  return into;
}

describe('retries', () => {
  // p = 0.25, 3 retries after late answers: a = 1 + 0.75 + 0.5625 + 0.421875 = 2.734375; s = p a = 0.68359375.
  test('of late answers are independent: s = p a', () => {
    const { success, attempts } = chainOf(0.25, 0, 0.75, 3);
    expect(attempts).toBeCloseTo(2.734375, 12);
    expect(success).toBeCloseTo(0.68359375, 12);
  });

  // A budget of 10 % caps a at 1.1: s = 0.25 x 1.1 = 0.275.
  test('within a budget of 10 % make 1.1 attempts', () => {
    const { success, attempts } = chainOf(0.25, 0, 0.75, 3, { budget: 0.1 });
    expect(attempts).toBeCloseTo(1.1, 9);
    expect(success).toBeCloseTo(0.275, 9);
  });

  // Refused requests meet the same full queue: those let in succeed at first, the others make 1 + 3 attempts for nothing.
  test('after a refusal at once meet the same full queue', () => {
    const { success, attempts } = chainOf(0.625, 0.375, 0, 3);
    expect(success).toBeCloseTo(0.625, 12);
    expect(attempts).toBeCloseTo(0.625 + 0.375 * 4, 12);
  });

  test('after a back-off are independent even of refusals', () => {
    expect(chainOf(0.25, 0.75, 0, 3, { delayed: true }).success).toBeCloseTo(0.68359375, 12);
  });

  // Half of the requests meet a dead place; the retry finds the living one with chance 0.5, and again, and again.
  test('that go to another place succeed there', () => {
    const { success } = chainOf(0.5, 0.5, 0, 2, { elsewhere: 0.5 });
    expect(success).toBeCloseTo(0.5 + 0.5 * (0.5 + 0.25), 12);
  });

  // An error from behind a service with work of its own: time has passed, each retry is as good as the first attempt.
  test('of failures that are not stuck are as good as first attempts', () => {
    const { success, attempts } = chainOf(0.5, 0.5, 0, 2, { stuck: 0 });
    expect(success).toBeCloseTo(0.5 + 0.25 + 0.125, 12);
    expect(attempts).toBeCloseTo(1 + 0.5 + 0.25, 12);
  });

  // Half of what fails at once is stuck: 0.25 is tried twice for nothing; 0.25 again with 0.5, 0.25 fresh, 0.25 stuck.
  test('are hopeless for as long as what failed is stuck', () => {
    const { success, attempts } = chainOf(0.5, 0.5, 0, 2, { stuck: 0.5 });
    expect(success).toBeCloseTo(0.5 + 0.25 * (0.5 + 0.25 * 0.5), 12);
    expect(attempts).toBeCloseTo(1 + 0.25 * 2 + 0.25 * (1 + 0.5), 12);
  });

  test('never make more attempts than one and the retries, however failures mix', () => {
    for (const [u, stuck] of [0, 0.2, 0.5, 1].flatMap(
      (share) =>
        [
          [share, 0],
          [share, 1],
        ] as const,
    )) {
      const { attempts } = chainOf(0, u, 1 - u, 3, { stuck });
      expect(attempts).toBeLessThanOrEqual(4 + 1e-12);
      expect(attempts).toBeGreaterThan(3.99);
    }
  });
});
