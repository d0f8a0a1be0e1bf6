import { describe, expect, it } from 'vitest';
import { audit } from '../../../../src/studies/audit/audit.js';
import { activeIn, auditFindings } from '../../../support/audit-findings.js';
import { buildScenario, type ScenarioSpec } from '../../../support/scenario-builder.js';

const TWO = { north: {}, south: {} };
const users = { peakPerSecond: 10 };

describe('a site that is a single point of failure', () => {
  const shopIn = (deployments: Readonly<Record<string, object>>): ScenarioSpec => ({
    sites: TWO,
    services: { shop: { users, deployments }, mail: { users, deployments: activeIn('south', 'north') } },
  });

  it('is an error when half of what people use goes down with it, a warning below that', () => {
    expect(auditFindings(shopIn(activeIn('north')), 'single-point-site')).toEqual(['error single-point-site north']);
    const rare = shopIn(activeIn('north'));
    const more = { ...rare, services: { ...rare.services, chat: { users, deployments: activeIn('south', 'north') } } };
    expect(auditFindings(more, 'single-point-site')).toEqual(['warning single-point-site north']);
  });

  it('is none when a deployment, or a standby that can be promoted, takes over elsewhere', () => {
    expect(auditFindings(shopIn(activeIn('north', 'south')))).toEqual([]);
    expect(auditFindings(shopIn({ north: {}, south: { role: 'warm-standby' } }))).toEqual([]);
  });

  it('is one when the standby elsewhere waits for a tool that is lost with it', () => {
    const spec = (toolSites: readonly string[]): ScenarioSpec => ({
      sites: TWO,
      services: {
        shop: {
          users,
          deployments: { north: {}, south: { role: 'hot-standby' } },
          failover: { byHandFactor: null },
          needs: [{ service: 'tool', kind: 'operate' }],
        },
        tool: { deployments: activeIn(...toolSites) },
      },
    });
    expect(auditFindings(spec(['north']), 'single-point-site')).toEqual(['error single-point-site north']);
    expect(auditFindings(spec(['south']), 'single-point-site')).toEqual([]);
  });

  it('names what to put elsewhere first: what takes most along', () => {
    const scenario = buildScenario({
      sites: TWO,
      services: {
        a: { users, deployments: activeIn('north'), needs: [{ service: 'store' }] },
        b: { users, deployments: activeIn('north'), needs: [{ service: 'store' }] },
        c: { users, deployments: activeIn('north') },
        store: { deployments: activeIn('north') },
      },
    });
    const [site] = audit(scenario).findings;
    expect(site.advice).toBe('give another site to what stands only here, first store (takes 2 more along), a and b');
    expect(site.affected).toEqual(['a', 'b', 'c']);
  });
});

describe('a zone that is a single point of failure', () => {
  const spec = (zones: Readonly<Record<string, number>>): ScenarioSpec => ({
    sites: { north: { zones: { a: 0.9, b: 0.1 } } },
    services: {
      shop: { users, servers: 10, needs: [{ service: 'login' }], deployments: { north: {} } },
      login: { servers: 10, deployments: { north: { zones } } },
    },
  });

  it('takes down what stands in other zones too', () => {
    expect(auditFindings(spec({ b: 10 }), 'single-point-zone')).toEqual(['error single-point-zone north/b']);
  });

  it('is none when what is needed stands in several zones', () => {
    expect(auditFindings(spec({ a: 5, b: 5 }), 'single-point-zone')).toEqual([]);
  });

  it('is not told for what stands wholly in it: that is told with the site', () => {
    const alone = {
      sites: { north: { zones: { a: 0.5, b: 0.5 } } },
      services: { shop: { users, deployments: { north: { zones: { a: 1 } } } } },
    };
    expect(auditFindings(alone)).toEqual(['error single-point-site north']);
  });
});

describe('a link that is a single point of failure', () => {
  const spec = (login: Readonly<Record<string, object>>): ScenarioSpec => ({
    sites: TWO,
    links: [{ between: ['north', 'south'], latencySeconds: 0.001 }],
    services: {
      shop: { users, deployments: activeIn('north'), needs: [{ service: 'login' }] },
      login: { deployments: login },
    },
  });

  it('is crossed by a required call that has no other way', () => {
    expect(auditFindings(spec(activeIn('south')), 'single-point-link')).toEqual([
      'warning single-point-link north-south',
    ]);
  });

  it('is none when what is called stands on both ends', () => {
    expect(auditFindings(spec(activeIn('north', 'south')), 'single-point-link')).toEqual([]);
  });
});

describe('a service that is a single point of failure', () => {
  const callers = (
    kind: 'required' | 'optional',
    count: number,
    store: Readonly<Record<string, object>>,
  ): ScenarioSpec => ({
    sites: TWO,
    services: {
      ...Object.fromEntries(
        Array.from({ length: count }, (_, i) => [
          `s${i}`,
          { users, deployments: activeIn('north', 'south'), needs: [{ service: 'store', kind }] },
        ]),
      ),
      store: { deployments: store },
    },
  });

  it('stands in one site and takes three others down', () => {
    expect(auditFindings(callers('required', 3, activeIn('north')), 'single-point-service')).toEqual([
      'warning single-point-service store',
    ]);
  });

  it('is none with two callers, with optional ones, or in two sites', () => {
    expect(auditFindings(callers('required', 2, activeIn('north')), 'single-point-service')).toEqual([]);
    expect(auditFindings(callers('optional', 3, activeIn('north')), 'single-point-service')).toEqual([]);
    expect(auditFindings(callers('required', 3, activeIn('north', 'south')), 'single-point-service')).toEqual([]);
  });
});
