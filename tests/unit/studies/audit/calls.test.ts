import { describe, expect, it } from 'vitest';
import { constant } from '../../../../src/engine/distributions.js';
import { audit } from '../../../../src/studies/audit/audit.js';
import { activeIn, auditFindings } from '../../../support/audit-findings.js';
import { buildScenario, type DependencySpec, type ScenarioSpec } from '../../../support/scenario-builder.js';

const users = { peakPerSecond: 10 };

/** Users -> shop -> cart -> store, in two sites, so that nothing else is found. */
function chain(
  shop: Partial<DependencySpec>,
  cart: Partial<DependencySpec>,
  more: Partial<ScenarioSpec['services'][string]> = {},
): ScenarioSpec {
  const deployments = activeIn('north', 'south');
  return {
    sites: { north: {}, south: {} },
    services: {
      shop: { users, deployments, needs: [{ service: 'cart', ...shop }] },
      cart: { deployments, needs: [{ service: 'store', ...cart }] },
      store: { deployments, ...more },
    },
  };
}

describe('a timeout', () => {
  it('is too short when the callee itself waits longer, retries included', () => {
    // The cart waits for 3 x 400 ms; the shop for 1 s.
    const scenario = buildScenario(chain({ timeoutSeconds: 1 }, { timeoutSeconds: 0.4, retries: 2 }));
    expect(
      audit(scenario).findings.map(({ severity, rule, subject, message }) => [severity, rule, subject, message]),
    ).toEqual([
      [
        'warning',
        'timeout-shorter',
        'shop -> cart',
        'shop gives up on cart after 1 s, while it goes on waiting for store for up to 1.2 s (3 tries of 400 ms): work for nobody',
      ],
    ]);
  });

  it('counts back-offs', () => {
    // 2 x 400 ms are less than a second; with 300 ms in between they are not.
    expect(auditFindings(chain({ timeoutSeconds: 1 }, { timeoutSeconds: 0.4, retries: 1 }))).toEqual([]);
    expect(
      auditFindings(chain({ timeoutSeconds: 1 }, { timeoutSeconds: 0.4, retries: 1, backoffSeconds: 0.3 })),
    ).toEqual(['warning timeout-shorter shop -> cart']);
  });

  it('is right when it is as long as what it waits for, or when the callee does not wait', () => {
    expect(auditFindings(chain({ timeoutSeconds: 1 }, { timeoutSeconds: 1 }))).toEqual([]);
    expect(auditFindings(chain({ timeoutSeconds: 1 }, { kind: 'async', timeoutSeconds: 5 }))).toEqual([]);
  });

  it('is an error when it ends before an answer is there on average', () => {
    // The store works for 300 ms, the cart calls it twice: 600 ms and its own 10 ms.
    const slow = { serviceTime: constant(0.3) };
    expect(auditFindings(chain({ timeoutSeconds: 0.5 }, { calls: 2, timeoutSeconds: 0.4 }, slow))).toEqual([
      'error timeout-shorter shop -> cart',
    ]);
    expect(auditFindings(chain({ timeoutSeconds: 0.7 }, { calls: 2, timeoutSeconds: 0.4 }, slow))).toEqual([]);
    expect(auditFindings(chain({ timeoutSeconds: 0.7 }, { timeoutSeconds: 0.2 }, slow))).toEqual([
      'error timeout-shorter cart -> store',
    ]);
  });

  it('is asked of users, too', () => {
    const spec = chain({ timeoutSeconds: 4, retries: 2 }, { timeoutSeconds: 1 });
    // 3 x 4 s; users wait for 10 s.
    expect(auditFindings(spec)).toEqual(['warning timeout-shorter shop']);
  });
});

describe('retries', () => {
  const tries = (retries: number): Partial<DependencySpec> => ({ timeoutSeconds: 0.01 + 0.0001 * retries, retries });

  it('that multiply down a chain are told at its end, with the product', () => {
    const scenario = buildScenario({ ...chain({ retries: 2, timeoutSeconds: 9 }, { retries: 2, timeoutSeconds: 1 }) });
    const found = audit(scenario).findings.filter(({ rule }) => rule === 'retries-multiply');
    // 3 x 3
    expect(found.map(({ subject, message }) => [subject, message])).toEqual([
      ['store', 'while store fails, one request becomes up to 9 attempts at it: users → shop → cart (×3) → store (×3)'],
    ]);
  });

  it('of users count as a level', () => {
    const spec = chain({ retries: 0 }, tries(3));
    const [shop] = Object.entries(spec.services).filter(([id]) => id === 'shop');
    const eager = { ...spec, services: { ...spec.services, shop: { ...shop[1], users: { ...users, retries: 1 } } } };
    // 2 x 4
    expect(auditFindings(eager, 'retries-multiply')).toEqual(['warning retries-multiply store']);
  });

  it('at one level only, within a budget, or below eight in all are none', () => {
    expect(auditFindings(chain({ retries: 0 }, tries(9)), 'retries-multiply')).toEqual([]);
    expect(auditFindings(chain({ retries: 2, retryBudget: 0.1 }, tries(2)), 'retries-multiply')).toEqual([]);
    // 2 x 3
    expect(auditFindings(chain({ retries: 1 }, tries(2)), 'retries-multiply')).toEqual([]);
  });

  it('in a circle of calls are counted once round', () => {
    const deployments = activeIn('north', 'south');
    const circle: ScenarioSpec = {
      sites: { north: {}, south: {} },
      services: {
        a: { users, deployments, needs: [{ service: 'b', calls: 0.1, retries: 2 }] },
        b: { deployments, needs: [{ service: 'a', calls: 0.1, retries: 2 }] },
      },
    };
    expect(auditFindings(circle, 'retries-multiply')).toEqual([]);
  });
});
