import { describe, expect, test } from 'vitest';
import { constant } from '../../../src/engine/distributions.js';
import { simulate } from '../../../src/world/simulate.js';
import { type RunReader, readRun } from '../../support/run-reader.js';
import { buildScenario, type ScenarioSpec, type ServiceSpec } from '../../support/scenario-builder.js';

const HOUR = 3600;

/** A service of two sites, checked every 10 s, dead after 3 failed checks; `main` loses its power at 10 min. */
function twoSites(service: Partial<ServiceSpec>, spec: Partial<ScenarioSpec> = {}): RunReader {
  return readRun(
    simulate(
      buildScenario({
        durationSeconds: 24 * HOUR,
        sites: { main: {}, other: {} },
        faults: [{ kind: 'power-loss', atSeconds: 600, parameters: { site: 'main' } }],
        ...spec,
        services: {
          web: {
            users: { peakPerSecond: 100 },
            health: { intervalSeconds: 10, threshold: 3 },
            deployments: { main: { servers: 4 }, other: { servers: 4, role: 'hot-standby' } },
            ...service,
          },
          ...spec.services,
        },
      }),
      { seed: 1 },
    ),
  );
}

describe('a standby takes over', () => {
  test('after detection, decision and promotion, one after the other', () => {
    const run = twoSites({ failover: { decide: constant(600), promote: constant(300) } });
    // The third failed check comes between 20 and 30 s after the cut; then 10 min, then 5 min.
    const detected = run.time('failure.detected', 'web@main');
    expect(detected - 600).toBeGreaterThanOrEqual(20);
    expect(detected - 600).toBeLessThan(30);
    expect(run.time('failover.decided', 'web@other')).toBeCloseTo(detected + 600, 6);
    expect(run.time('failover.done', 'web@other')).toBeCloseTo(detected + 900, 6);
    expect(run.at('service', 'web', 'share', detected + 899)).toBe(0);
    expect(run.at('service', 'web', 'share', detected + 901)).toBeCloseTo(1, 6);
    expect(run.causes('failover.done', 'web@other')).toEqual(['task.finished web@other:promote#1']);
  });

  test('after a person notices, when nothing checks', () => {
    const run = twoSites({ failover: { noticed: constant(1800), promote: constant(300) } });
    expect(run.time('failover.done', 'web@other')).toBe(600 + 1800 + 300);
  });

  test('not when one of several active deployments still serves', () => {
    const run = twoSites(
      {
        deployments: { main: { servers: 4 }, other: { servers: 4 }, third: { servers: 4, role: 'hot-standby' } },
      },
      { sites: { main: {}, other: {}, third: {} } },
    );
    expect(run.events('failover.decided')).toEqual([]);
    expect(run.at('service', 'web', 'share', 700)).toBeCloseTo(1, 6);
  });

  test('and users who cached the dead address come a TTL later', () => {
    const run = twoSites({
      users: { peakPerSecond: 100, dnsTtlSeconds: 300 },
      deployments: { main: { servers: 4 }, other: { servers: 4 } },
    });
    const detected = run.time('failure.detected', 'web@main');
    expect(run.at('service', 'web', 'share', detected + 299)).toBeLessThan(0.6);
    expect(run.at('service', 'web', 'share', detected + 301)).toBeCloseTo(1, 6);
  });

  test('cold: its servers are booted and its software started first', () => {
    const run = twoSites(
      {
        deployments: { main: { servers: 4 }, other: { servers: 4, role: 'cold-standby' } },
        failover: { promote: constant(300) },
        health: { intervalSeconds: 0, threshold: 1 },
      },
      {
        classes: { plain: { start: { duration: constant(900), team: 'ops', people: 1 } } },
        recovery: { teams: { ops: {} }, boot: { byHandPerHour: 4, wave: 10 } },
      },
    );
    // 600 s + 4 servers at 4/h: 3600 s + 900 s + 300 s.
    expect(run.at('site', 'other', 'up', 0)).toBe(0);
    expect(run.time('boot.finished', 'other/z')).toBe(600 + 3600);
    expect(run.time('failover.done', 'web@other')).toBe(600 + 3600 + 900 + 300);
  });

  test('by hand without its tools, one service after the other, as many times slower as stated', () => {
    const failover = { promote: constant(600), byHandFactor: 6, team: 'ops', people: 1 };
    const service = (): ServiceSpec => ({
      users: { peakPerSecond: 100 },
      health: { intervalSeconds: 0, threshold: 1 },
      deployments: { main: { servers: 4 }, other: { servers: 4, role: 'hot-standby' } },
      failover,
      needs: [{ service: 'tool', kind: 'operate' }],
    });
    const run = twoSites(service(), {
      services: { api: service(), tool: { deployments: { main: {} } } },
      recovery: { teams: { ops: {} } },
    });
    // 10 min x 6 = 1 h each, one person: api (first in the file? no: web is) then the other.
    expect(run.time('failover.done', 'web@other')).toBe(600 + HOUR);
    expect(run.time('failover.done', 'api@other')).toBe(600 + 2 * HOUR);
    expect(run.events('failover.by-hand', 'web@other')[0].numbers).toEqual({ factor: 6 });
    expect(run.most('team', 'ops', 'busy')).toBe(1);
  });

  test('with its tools alive it takes no people at all', () => {
    const run = twoSites(
      {
        health: { intervalSeconds: 0, threshold: 1 },
        failover: { promote: constant(600), byHandFactor: 6, team: 'ops', people: 1 },
        needs: [{ service: 'tool', kind: 'operate' }],
      },
      { services: { tool: { deployments: { other: {} } } }, recovery: { teams: { ops: {} } } },
    );
    expect(run.time('failover.done', 'web@other')).toBe(1200);
    expect(run.most('team', 'ops', 'busy')).toBe(0);
  });

  test('or waits for the tools, when it cannot be done by hand', () => {
    const run = twoSites(
      {
        health: { intervalSeconds: 0, threshold: 1 },
        failover: { promote: constant(600), byHandFactor: null },
        needs: [{ service: 'tool', kind: 'operate' }],
      },
      {
        services: { tool: { deployments: { main: {} } } },
        recovery: { power: [{ site: 'main', zone: 'z', atSeconds: 5 * HOUR }] },
        classes: { plain: { start: { duration: constant(HOUR), team: 'ops', people: 1 } } },
      },
    );
    expect(run.events('failover.waits-for-tool', 'web@other')).toHaveLength(1);
    // Nobody can start web while the tool is dead, either: the tool has no tools of its own, so it comes first.
    expect(run.time('failover.done', 'web@other')).toBeCloseTo(6 * HOUR + 600, 3);
  });

  test('a promotion that fails becomes repair work', () => {
    const run = twoSites(
      { health: { intervalSeconds: 0, threshold: 1 }, failover: { promote: constant(600), failChance: 1 } },
      {
        classes: { plain: { start: { duration: constant(2 * HOUR), team: 'ops', people: 1 } } },
        recovery: { teams: { ops: {} } },
      },
    );
    expect(run.time('failover.refused', 'web@other')).toBe(1200);
    expect(run.time('failover.done', 'web@other')).toBe(1200 + 2 * HOUR);
  });

  test('a promotion that fails is repaired as a failed start is, not as a check, which comes first', () => {
    const plan = (hours: number) => ({ duration: constant(hours * HOUR), team: 'ops', people: 1 });
    const run = twoSites(
      { health: { intervalSeconds: 0, threshold: 1 }, failover: { promote: constant(600), failChance: 1 } },
      { classes: { plain: { start: plan(2), check: plan(5) } }, recovery: { teams: { ops: {} } } },
    );
    expect(run.time('failover.done', 'web@other')).toBe(1200 + 2 * HOUR);
  });

  test.each([
    { role: 'warm-standby', warmth: 0 },
    { role: 'hot-standby', warmth: 1 },
  ] as const)('a $role takes over with caches at $warmth', ({ role, warmth }) => {
    const run = twoSites(
      {
        health: { intervalSeconds: 0, threshold: 1 },
        failover: { promote: constant(600) },
        deployments: { main: { servers: 4 }, other: { servers: 4, role } },
        needs: [{ service: 'store', cache: { entries: 100_000, hits: 0.9, coldAtStart: false } }],
      },
      { services: { store: { deployments: { other: { servers: 4 } } } } },
    );
    expect(run.at('deployment', 'web@other', 'warmth', run.time('failover.done', 'web@other'))).toBeCloseTo(warmth, 2);
  });

  test('traffic goes back once the original has the capacity, and the standby stands by again', () => {
    const run = twoSites(
      { health: { intervalSeconds: 0, threshold: 1 }, failover: { promote: constant(600) } },
      {
        recovery: {
          power: [{ site: 'main', zone: 'z', atSeconds: 5 * HOUR }],
          boot: { byHandPerHour: 4, wave: 1 },
        },
      },
    );
    // Servers at 4/h from 5:00: serving from 5:15 with one, but the standby has four: 6:00, and 10 min to move.
    expect(run.times('servers.recovered', 'web@main').map((s) => s / HOUR)).toEqual([5.25, 5.5, 5.75, 6]);
    expect(run.at('deployment', 'web@main', 'routed', 5.9 * HOUR)).toBe(0);
    expect(run.time('failback.done', 'web@main')).toBe(6 * HOUR + 600);
    expect(run.at('deployment', 'web@main', 'routed', 7 * HOUR)).toBe(1);
    expect(run.at('deployment', 'web@other', 'routed', 7 * HOUR)).toBe(0);
    expect(run.at('service', 'web', 'share', 6 * HOUR + 601)).toBeCloseTo(1, 6);
  });

  test('and waits for its tools, while the standby serves well', () => {
    const run = twoSites(
      {
        health: { intervalSeconds: 0, threshold: 1 },
        failover: { promote: constant(600), byHandFactor: 6, team: 'ops', people: 1 },
        needs: [{ service: 'tool', kind: 'operate' }],
      },
      {
        sites: { main: { zones: { a: 1, b: 0 } }, other: {} },
        services: { tool: { deployments: { main: { zones: { b: 1 } } } } },
        recovery: {
          teams: { ops: {} },
          power: [
            { site: 'main', zone: 'a', atSeconds: 5 * HOUR },
            { site: 'main', zone: 'b', atSeconds: 9 * HOUR },
          ],
        },
      },
    );
    // Taken over by hand at 1:10; web at main serves again at 5:00, but nobody moves it back by hand for an hour.
    expect(run.time('failover.done', 'web@other')).toBe(600 + HOUR);
    expect(run.time('failback.done', 'web@main')).toBeCloseTo(9 * HOUR + 600, 3);
  });

  test('without failback the original stands by, and takes over when the other site goes', () => {
    const run = twoSites(
      {
        health: { intervalSeconds: 0, threshold: 1 },
        failover: { promote: constant(600), failback: false },
      },
      {
        faults: [
          { kind: 'power-loss', atSeconds: 600, untilSeconds: 3600, parameters: { site: 'main' } },
          { kind: 'power-loss', atSeconds: 2 * HOUR, parameters: { site: 'other' } },
        ],
      },
    );
    expect(run.at('deployment', 'web@main', 'routed', 1.9 * HOUR)).toBe(0);
    expect(run.time('failover.done', 'web@main')).toBe(2 * HOUR + 600);
    expect(run.at('service', 'web', 'share', 3 * HOUR)).toBeCloseTo(1, 6);
  });
});
