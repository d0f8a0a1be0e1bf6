import { describe, expect, test } from 'vitest';
import type { Network } from '../../../../src/world/flow/network.js';
import { RetryPools } from '../../../../src/world/flow/retry-pools.js';

const RATE = 100;
const STEP = 0.25;
const ONE_FACT = 1;

/** One call, tried once more after a second without an answer. */
function oneCall(source: number): Network {
  const zero = () => new Float64Array(1);
  return {
    calls: 1,
    callRetries: Int32Array.of(1),
    callBackoff: zero(),
    callTimeout: Float64Array.of(1),
    callSource: Int32Array.of(source),
    atOnce: zero(),
    late: zero(),
    atOnceTime: zero(),
  } as unknown as Network;
}

/** All calls come late for a quarter of a second, none for the next, and so on; times are in quarters. */
function swing(pools: RetryPools, quarters: number, from = 0): number {
  for (let k = from; k < from + quarters; k++) {
    const again = k % 2 === 0 ? 1 : 0;
    pools.advance(0, k * STEP);
    pools.rounds(0, RATE, again);
    pools.commit(0, RATE, again, ONE_FACT);
  }
  return from + quarters;
}

describe('retries that swing with no fact from outside', () => {
  test('are held at their mean in the end', () => {
    const pools = new RetryPools(oneCall(-1), 1);
    const quarters = swing(pools, 200);
    expect(pools.swings(0)).toBe(true);
    expect(pools.isMoving(0)).toBe(false);
    // Half of the calls come again: on average 50 a second beside the 100. The mean is over 20 of the halves, which are
    // alike by then: nothing is left to chance but the line between the ends of each step.
    const rounds = pools.rounds(0, RATE, 1);
    expect(rounds).toBeGreaterThan(1.49 * RATE);
    expect(rounds).toBeLessThan(1.51 * RATE);
    swing(pools, 10, quarters);
    expect(pools.rounds(0, RATE, 0)).toBe(rounds);
  });

  test('move again with the next fact', () => {
    const pools = new RetryPools(oneCall(-1), 1);
    const quarters = swing(pools, 200);
    pools.commit(0, RATE, 1, ONE_FACT + 1);
    expect(pools.swings(0)).toBe(false);
    expect(pools.isMoving(0)).toBe(true);
    const before = pools.rounds(0, RATE, 1);
    pools.advance(0, (quarters + 8) * STEP);
    expect(pools.rounds(0, RATE, 1)).toBeGreaterThan(before);
  });

  test('go on where users wait for them, because each of their requests is counted', () => {
    const pools = new RetryPools(oneCall(0), 1);
    swing(pools, 200);
    expect(pools.swings(0)).toBe(false);
    expect(pools.isMoving(0)).toBe(true);
  });
});
