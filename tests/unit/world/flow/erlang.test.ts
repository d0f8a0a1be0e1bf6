import { describe, expect, test } from 'vitest';
import { erlangC, isQuiet, meanQueue, utilisationAt } from '../../../../src/world/flow/erlang.js';

describe('Erlang C', () => {
  // M/M/1: an arrival waits when the one server is busy, which is a share rho of the time.
  test('with one server is the utilisation', () => {
    for (const rho of [0.1, 0.5, 0.9, 0.99]) expect(erlangC(1, rho)).toBeCloseTo(rho, 12);
  });

  // Four servers, mean service 0.1 s. At 32/s a = 3.2: B = (a^4/24) / (1 + a + a^2/2 + a^3/6 + a^4/24)
  // = 4.36907 / 19.15040 = 0.228145; C = B / (1 - 0.8 (1 - B)) = 0.228145 / 0.382516 = 0.59643. At 36/s: 0.78775.
  test('with four servers at 80 and 90 % is the textbook value', () => {
    expect(erlangC(4, 0.8)).toBeCloseTo(0.59643, 4);
    expect(erlangC(4, 0.9)).toBeCloseTo(0.78775, 4);
  });

  // Recursion B(c) = a B(c-1) / (c + a B(c-1)), exact for whole c.
  test('agrees with the recursion up to a thousand servers', () => {
    for (const servers of [2, 7, 50, 300, 1000]) {
      for (const rho of [0.3, 0.7, 0.95, 0.999]) {
        const offered = servers * rho;
        let blocked = 1;
        for (let c = 1; c <= servers; c++) blocked = (offered * blocked) / (c + offered * blocked);
        expect(erlangC(servers, rho)).toBeCloseTo(blocked / (1 - rho * (1 - blocked)), 9);
      }
    }
  });

  test('lies between its neighbours for a number of servers that is not whole', () => {
    expect(erlangC(4.5, 0.8)).toBeLessThan(erlangC(4, 0.8));
    expect(erlangC(4.5, 0.8)).toBeGreaterThan(erlangC(5, 0.8));
  });
});

describe('the mean queue', () => {
  // Lq = C rho / (1 - rho): 0.59643 x 0.8 / 0.2 = 2.3857; its wait is 2.3857 / 32 = 74.6 ms.
  test('of four servers at 80 % is 2.386 requests, a wait of 74.6 ms at 32 a second', () => {
    expect(meanQueue(4, 0.8)).toBeCloseTo(2.3857, 3);
    expect(meanQueue(4, 0.8) / 32).toBeCloseTo(0.0746, 4);
  });

  test('is inverted by the utilisation at a queue', () => {
    for (const servers of [1, 2.5, 4, 40, 400]) {
      for (const rho of [0.2, 0.6, 0.9, 0.99]) {
        const waiting = meanQueue(servers, rho);
        if (waiting > 1e-9) expect(utilisationAt(servers, waiting)).toBeCloseTo(rho, 5);
      }
    }
  });

  test('has no end at full utilisation, and no queue means none', () => {
    expect(meanQueue(4, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(utilisationAt(4, 0)).toBe(0);
  });
});

test('a queue is quiet only where fewer than one arrival in a thousand waits', () => {
  for (const servers of [1, 4, 20, 100, 1000]) {
    for (let rho = 0.05; rho < 1; rho += 0.05)
      if (isQuiet(servers, rho)) expect(erlangC(servers, rho)).toBeLessThan(1e-3);
  }
});
