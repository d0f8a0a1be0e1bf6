import { describe, expect, it } from 'vitest';
import { constant } from '../../../../src/engine/distributions.js';
import type { Scenario } from '../../../../src/scenario/model.js';
import { failureCases, serviceCases } from '../../../../src/studies/cases.js';
import { expectedDownSeconds } from '../../../../src/studies/contingency/expected-down.js';
import { activeIn } from '../../../support/audit-findings.js';
import { buildScenario } from '../../../support/scenario-builder.js';

const users = { peakPerSecond: 10 };
const scenario = buildScenario({
  sites: { north: { zones: { a: 0.5, b: 0.5 } }, south: {} },
  links: [{ between: ['north', 'south'], latencySeconds: 0.001 }],
  services: {
    both: { users, deployments: activeIn('north', 'south'), needs: [{ service: 'deep' }] },
    deep: { deployments: activeIn('north', 'south'), needs: [{ service: 'store' }] },
    halves: { users, servers: 2, deployments: { north: { zones: { a: 1, b: 1 } } } },
    rarely: { users, deployments: activeIn('south'), needs: [{ service: 'store', calls: 0.3 }] },
    standby: {
      users,
      deployments: { north: {}, south: { role: 'warm-standby' } },
      failover: { decide: constant(600), promote: constant(120) },
    },
    store: { deployments: { north: { zones: { a: 1 } } } },
  },
});

function expected(of: Scenario, id: string): Readonly<Record<string, number | null>> {
  const [failure] = [...failureCases(of, id), ...serviceCases(of).filter((each) => each.id === id)];
  return Object.fromEntries(expectedDownSeconds(of, [failure]));
}

describe('what one expects to go down', () => {
  it('is what stands only in what failed, and what directly requires that; nothing else for more than five minutes', () => {
    expect(expected(scenario, 'north')).toEqual({
      both: 300, // it needs the store, by way of what stands in both: nobody looks so far
      deep: null,
      halves: null,
      rarely: 300, // seven in ten of its requests do not need the store
      standby: 300 + 2 * (600 + 120),
      store: null,
    });
  });

  it('is, of a zone, what has no servers in another', () => {
    expect(expected(scenario, 'north/a')).toMatchObject({ halves: 300, store: null, deep: null });
    expect(expected(scenario, 'north/b')).toMatchObject({ halves: 300, store: 300, deep: 300 });
  });

  it('is, of a link, nothing', () => {
    expect(new Set(Object.values(expected(scenario, 'north-south')))).toEqual(new Set([300]));
  });

  it('is, of a service, itself and its callers', () => {
    expect(expected(scenario, 'store')).toEqual({
      both: 300,
      deep: null,
      halves: 300,
      rarely: 300,
      standby: 300,
      store: null,
    });
  });

  it('is, of two sites together, all that stands in the two', () => {
    const pair = [...failureCases(scenario, 'north'), ...failureCases(scenario, 'south')];
    expect(new Set(expectedDownSeconds(scenario, pair).values())).toEqual(new Set([null]));
  });
});
