import { describe, expect, it } from 'vitest';
import { audit } from '../../../../src/studies/audit/audit.js';
import { activeIn, auditFindings } from '../../../support/audit-findings.js';
import { buildScenario, type DependencySpec, type ScenarioSpec } from '../../../support/scenario-builder.js';

const users = { peakPerSecond: 10 };

describe('redundancy in name only', () => {
  const shop = (need: Partial<DependencySpec>, login: readonly string[]): ScenarioSpec => ({
    sites: { north: {}, south: {} },
    services: {
      shop: { users, deployments: activeIn('north', 'south'), needs: [{ service: 'login', ...need }] },
      login: { deployments: activeIn(...login) },
    },
  });

  it('is an error when a required need stands in one of its sites only', () => {
    expect(auditFindings(shop({}, ['north']), 'redundant-in-name-only')).toEqual([
      'error redundant-in-name-only login',
    ]);
  });

  it('is a warning when only a part of the requests needs it', () => {
    const scenario = buildScenario(shop({ calls: 0.3 }, ['north']));
    expect(audit(scenario).findings.map(({ severity, message }) => [severity, message])).toEqual([
      [
        'warning',
        'shop has servers outside north and still loses up to 30 % of requests without it: login, which it needs, stands only there',
      ],
    ]);
  });

  it('is none when it can do without, when the need stands in both, or in a place that is neither', () => {
    expect(auditFindings(shop({ kind: 'optional' }, ['north']))).toEqual([]);
    expect(auditFindings(shop({ kind: 'async' }, ['north']))).toEqual([]);
    expect(auditFindings(shop({}, ['north', 'south']))).toEqual([]);
  });

  it('is found however far down the part that is missing is', () => {
    const deep = buildScenario({
      sites: { north: {}, south: {} },
      services: {
        shop: { users, deployments: activeIn('north', 'south'), needs: [{ service: 'cart' }] },
        cart: { deployments: activeIn('north', 'south'), needs: [{ service: 'store' }] },
        store: { deployments: activeIn('south') },
      },
    });
    const [found] = audit(deep).findings.filter(({ rule }) => rule === 'redundant-in-name-only');
    expect(found).toMatchObject({ subject: 'store', affected: ['cart', 'shop'] });
  });

  it('is found in data: two votes of two are no majority once one site is lost, and two of three are', () => {
    const data = (witness?: string): ScenarioSpec => ({
      sites: { north: {}, south: {}, third: {} },
      services: {
        orders: {
          users,
          deployments: activeIn('north', 'south'),
          data: {
            copies: ['north', 'south'],
            replication: 'sync',
            writes: 0.6,
            backups: { everySeconds: 3600, site: 'third', keep: null },
            ...(witness ? { witness, quorum: 2 } : {}),
          },
        },
      },
    });
    // 60 % of requests write, so 40 % succeed: below half.
    expect(auditFindings(data(), 'redundant-in-name-only')).toEqual([
      'error redundant-in-name-only orders',
      'error redundant-in-name-only orders',
    ]);
    expect(auditFindings(data('third'))).toEqual([]);
  });
});

describe('room elsewhere', () => {
  // 250 requests a second at 100 a server.
  const spec = (north: number, south: number): ScenarioSpec => ({
    sites: { north: {}, south: {} },
    services: {
      shop: { users: { peakPerSecond: 250 }, deployments: { north: { servers: north }, south: { servers: south } } },
    },
  });

  it('is missing when the other site cannot carry the busiest time; below half of it that is an error', () => {
    // Without north 200 of 250, a warning; without south 300: enough.
    expect(auditFindings(spec(3, 2))).toEqual(['warning no-room-elsewhere shop']);
    // Without north 100 of 250, an error.
    expect(auditFindings(spec(3, 1))).toEqual(['error no-room-elsewhere shop']);
  });

  it('is there when each site can carry all of it', () => {
    expect(auditFindings(spec(3, 3))).toEqual([]);
  });

  it('is missing in one site when one of its zones has most of the servers; the worst zone is told', () => {
    const zones = (a: number, b: number): ScenarioSpec => ({
      sites: { north: { zones: { a: 0.5, b: 0.5 } } },
      services: {
        shop: { users: { peakPerSecond: 250 }, servers: a + b, deployments: { north: { zones: { a, b } } } },
      },
    });
    const rooms = (spec: ScenarioSpec) =>
      audit(buildScenario(spec)).findings.filter(({ rule }) => rule === 'no-room-elsewhere');
    // Without a 100 of 250, without b 400: enough.
    expect(rooms(zones(4, 1)).map(({ severity, message }) => [severity, message])).toEqual([
      ['error', 'without north a, shop can do 100 of the 250 requests a second of its busiest time'],
    ]);
    expect(rooms(zones(3, 3))).toEqual([]);
    // All in one zone: that is told with the site.
    expect(rooms(zones(6, 0))).toEqual([]);
  });

  it('is asked of what callers send at the busiest step of the day', () => {
    const cart = buildScenario({
      sites: { north: {}, south: {} },
      profiles: { day: [0.2, 1] },
      services: {
        shop: {
          users: { peakPerSecond: 250, profile: 'day' },
          deployments: { north: { servers: 3 }, south: { servers: 3 } },
          needs: [{ service: 'cart', calls: 2 }],
        },
        // 500 calls a second; one site can do 400.
        cart: { deployments: { north: { servers: 4 }, south: { servers: 4 } } },
      },
    });
    expect(audit(cart).findings.map(({ message }) => message)).toEqual([
      'without north, cart can do 400 of the 500 requests a second of its busiest time',
      'without south, cart can do 400 of the 500 requests a second of its busiest time',
    ]);
  });
});

describe('a design that is known to be good', () => {
  it('is found nothing against: three active sites, data with a third vote and backups elsewhere, tools everywhere', () => {
    const all = activeIn('east', 'north', 'west');
    expect(
      auditFindings({
        sites: {
          east: { zones: { a: 0.5, b: 0.5 } },
          north: { zones: { a: 0.5, b: 0.5 } },
          west: { zones: { a: 0.5, b: 0.5 } },
        },
        links: [
          { between: ['east', 'north'], latencySeconds: 0.002 },
          { between: ['north', 'west'], latencySeconds: 0.002 },
        ],
        classes: { plain: { start: null, byHandFactor: 3 } },
        services: {
          shop: {
            users: { peakPerSecond: 100, retries: 1 },
            servers: 4,
            deployments: all,
            needs: [
              { service: 'store', timeoutSeconds: 0.5, retries: 1 },
              { service: 'tool', kind: 'operate' },
            ],
          },
          store: {
            servers: 4,
            deployments: all,
            data: {
              copies: ['east', 'north', 'west'],
              replication: 'sync',
              backups: { everySeconds: 3600, site: 'west', keep: null },
            },
            needs: [{ service: 'tool', kind: 'operate' }],
          },
          tool: { servers: 2, deployments: all },
        },
        recovery: { boot: { tools: ['tool'], byToolPerHour: 1000, byHandPerHour: 10 } },
      }),
    ).toEqual([]);
  });
});
