import { describe, expect, test } from 'vitest';
import { simulate } from '../../../../src/world/simulate.js';
import { type RunReader, readRun } from '../../../support/run-reader.js';
import { buildScenario, type FaultSpec, type ScenarioSpec } from '../../../support/scenario-builder.js';

/** Two sites; `store` lives in `a` (two zones) and calls nobody, `web` in both and calls it. An hour. */
const base: ScenarioSpec = {
  durationSeconds: 3600,
  sites: { a: { zones: { z1: 0.5, z2: 0.5 } }, b: {} },
  links: [{ between: ['a', 'b'], latencySeconds: 0.01 }],
  services: {
    store: { deployments: { a: { servers: 10 } }, capacityPerServer: 100, queuePerServer: 10 },
    web: {
      deployments: { a: { servers: 4 }, b: { servers: 4 } },
      capacityPerServer: 500,
      users: { peakPerSecond: 400 },
      needs: [{ service: 'store', timeoutSeconds: 1 }],
    },
  },
  recovery: { teams: { ops: { people: 4 } } },
};

function hit(faults: FaultSpec | FaultSpec[], more: Partial<ScenarioSpec> = {}): RunReader {
  return readRun(simulate(buildScenario({ ...base, faults: [faults].flat(), ...more }), { seed: 1 }));
}

describe('power-loss', () => {
  test('stops the servers of its zones, and no others', () => {
    const run = hit({ kind: 'power-loss', atSeconds: 600, parameters: { site: 'a', zones: ['z1'] } });
    expect(run.at('zone', 'a/z1', 'powered', 700)).toBe(0);
    expect(run.at('zone', 'a/z2', 'powered', 700)).toBe(1);
    expect(run.at('site', 'a', 'powered', 700)).toBe(1);
    expect(run.at('deployment', 'store@a', 'servers', 700)).toBe(5);
    expect(run.at('site', 'a', 'up', 700)).toBe(7);
    expect(run.causes('servers.lost', 'store@a')).toEqual(['power.lost a/z1']);
  });

  test('in steps takes one zone after another, and each loss names its zone', () => {
    const run = hit({ kind: 'power-loss', atSeconds: 600, parameters: { site: 'a', over: 600 } });
    expect(run.time('power.lost', 'a/z1')).toBe(600);
    expect(run.time('power.lost', 'a/z2')).toBe(1200);
    expect(run.at('site', 'a', 'powered', 1300)).toBe(0);
    expect(run.causes('power.lost', 'a/z2')).toEqual(['fault.stepped fault-000']);
  });

  test('comes back by the plan of its zone, or else with the end of the fault', () => {
    const run = hit(
      { kind: 'power-loss', atSeconds: 600, untilSeconds: 1000, parameters: { site: 'a' } },
      { recovery: { power: [{ site: 'a', zone: 'z1', atSeconds: 2000 }] } },
    );
    expect(run.time('power.returned', 'a/z1')).toBe(2000);
    expect(run.time('power.returned', 'a/z2')).toBe(1000);
  });

  test('twice on one zone: power is back when both are over', () => {
    const run = hit([
      { kind: 'power-loss', atSeconds: 600, untilSeconds: 1000, parameters: { site: 'a', zones: ['z1'] } },
      { kind: 'power-loss', atSeconds: 700, untilSeconds: 1500, parameters: { site: 'a' } },
    ]);
    expect(run.times('power.lost', 'a/z1')).toEqual([600]);
    expect(run.times('power.returned', 'a/z1')).toEqual([1500]);
  });

  test('of every site at once is an ordinary state', () => {
    const run = hit([
      { kind: 'power-loss', atSeconds: 600, untilSeconds: 1200, parameters: { site: 'a' } },
      { kind: 'power-loss', atSeconds: 600, untilSeconds: 1200, parameters: { site: 'b' } },
    ]);
    expect(run.at('service', 'web', 'share', 900)).toBe(0);
    expect(run.at('service', 'web', 'share', 1300)).toBeCloseTo(1, 6);
  });
});

test('fire destroys a share of the servers, which do not come back with the power', () => {
  const run = hit({ kind: 'fire', atSeconds: 600, untilSeconds: 1200, parameters: { site: 'a', destroyed: 0.4 } });
  // store: 5 and 5, of which 2 and 2 burn; web: 2 and 2, of which 1 and 1 do (rounded up).
  expect(run.at('deployment', 'store@a', 'servers', 900)).toBe(0);
  expect(run.at('deployment', 'store@a', 'servers', 1300)).toBe(6);
  expect(run.at('deployment', 'web@a', 'servers', 1300)).toBe(2);
  expect(run.events('servers.destroyed', 'store@a')[0].numbers).toMatchObject({ lost: 4 });
});

test('no-entry closes a site and hurts nobody by itself', () => {
  const run = hit({ kind: 'no-entry', atSeconds: 600, untilSeconds: 1200, parameters: { site: 'a' } });
  expect(run.at('site', 'a', 'entry', 900)).toBe(0);
  expect(run.at('site', 'a', 'entry', 1300)).toBe(1);
  expect(run.at('service', 'web', 'share', 900)).toBeCloseTo(1, 6);
  expect(run.record.originMicroseconds).toBeNull();
});

test('cooling-loss takes servers one after another, and they are booted once the air has cooled', () => {
  const run = hit({
    kind: 'cooling-loss',
    atSeconds: 600,
    untilSeconds: 2600,
    parameters: { site: 'a', hold: 600, spread: 600, cool: 300 },
  });
  // n(t) = e^(-t/600) from 1200 s on, in tenths of each zone's 5 (store) and 2 (web), rounded down: all of store's
  // servers run until the first step at 600 - 600 ln 0.95 = 630.8 s; at 1200 + 600 (one time constant) about 37 % do.
  expect(run.at('deployment', 'store@a', 'servers', 1230)).toBe(10);
  expect(run.at('deployment', 'store@a', 'servers', 1231)).toBe(8);
  const share = run.at('deployment', 'store@a', 'servers', 1800) / 10;
  expect(share).toBeGreaterThanOrEqual(0.2);
  expect(share).toBeLessThanOrEqual(0.4);
  expect(run.time('cooling.returned', 'a')).toBe(2600);
  expect(run.at('deployment', 'store@a', 'servers', 2899)).toBeLessThanOrEqual(2);
  expect(run.at('deployment', 'store@a', 'servers', 2901)).toBe(10);
  expect(run.record.originMicroseconds).toBeGreaterThan(1200e6);
});

test('partition makes calls across it hang, while both sides serve their own', () => {
  const run = hit({ kind: 'partition', atSeconds: 600, untilSeconds: 1200, parameters: { sites: ['b'] } });
  expect(run.at('link', 'a-b', 'connected', 900)).toBe(0);
  // web at b cannot reach the store; web at a can: half of the users are served.
  expect(run.at('service', 'web', 'share', 900)).toBeCloseTo(0.5, 2);
  expect(run.at('deployment', 'web@b', 'servers', 900)).toBe(4);
  expect(run.at('service', 'web', 'share', 1300)).toBeCloseTo(1, 6);
});

test('link-slow multiplies the latency of a link', () => {
  // 10 ms x 60 = 0.6 s one way, 1.2 s both: beyond the timeout of 1 s for the half that calls from b.
  const run = hit({ kind: 'link-slow', atSeconds: 600, untilSeconds: 1200, parameters: { link: 'a-b', factor: 60 } });
  expect(run.at('service', 'web', 'share', 900)).toBeCloseTo(0.5, 1);
  expect(run.at('service', 'web', 'share', 1300)).toBeCloseTo(1, 2);
});

describe('crash', () => {
  test('takes a share of the servers, rounded up, and gives them back when it ends', () => {
    const run = hit({
      kind: 'crash',
      atSeconds: 600,
      untilSeconds: 1200,
      parameters: { service: 'store', share: 0.25 },
    });
    expect(run.at('deployment', 'store@a', 'servers', 900)).toBe(7);
    expect(run.at('deployment', 'store@a', 'servers', 1200)).toBe(10);
    expect(run.at('zone', 'a/z1', 'powered', 900)).toBe(1);
    expect(run.at('site', 'a', 'up', 900)).toBe(14);
  });

  test('without an end is seen by a health check and restarted by people', () => {
    const run = hit(
      { kind: 'crash', atSeconds: 600, parameters: { service: 'store', share: 0.5 } },
      { classes: { plain: { start: { duration: { kind: 'constant', value: 900 }, team: 'ops', people: 1 } } } },
    );
    const back = run.time('servers.recovered', 'store@a');
    expect(back - 1500).toBeGreaterThanOrEqual(2);
    expect(back - 1500).toBeLessThan(3);
    expect(run.record.end).toEqual({ faultsActive: 0, tasksOpen: 0 });
  });

  test('of all servers goes through check and start before it serves', () => {
    const plan = (value: number) => ({ duration: { kind: 'constant', value } as const, team: 'ops', people: 1 });
    const run = hit(
      { kind: 'crash', atSeconds: 600, parameters: { service: 'store' } },
      { classes: { plain: { check: plan(600), start: plan(900) } } },
    );
    const back = run.time('servers.recovered', 'store@a');
    expect(back - 2100).toBeGreaterThanOrEqual(2);
    expect(back - 2100).toBeLessThan(3);
  });
});

test('slow multiplies the service time, and ramps in steps', () => {
  const run = hit({
    kind: 'slow',
    atSeconds: 600,
    untilSeconds: 1800,
    parameters: { service: 'store', factor: 5, ramp: 600, steps: 4 },
  });
  expect(run.events('servers.slowed', 'store@a').map(({ time, numbers }) => [time / 1e6, numbers.factor])).toEqual([
    [600, 2],
    [800, 3],
    [1000, 4],
    [1200, 5],
    [1800, 1],
  ]);
  // 1000/s / 5 = 200/s for 400/s.
  expect(run.at('deployment', 'store@a', 'capacity', 1500)).toBeCloseTo(200, 3);
  expect(run.at('service', 'web', 'share', 1500)).toBeCloseTo(0.5, 1);
});

test('surge multiplies what users ask, of one service or of all', () => {
  const run = hit([
    { kind: 'surge', atSeconds: 600, untilSeconds: 1200, parameters: { service: 'web', factor: 2 } },
    { kind: 'surge', atSeconds: 900, untilSeconds: 1200, parameters: { factor: 1.5 } },
  ]);
  expect(run.at('service', 'web', 'wanted', 700)).toBe(800);
  expect(run.at('service', 'web', 'wanted', 1000)).toBe(1200);
  expect(run.at('service', 'web', 'wanted', 1300)).toBe(400);
});

test('destroy takes servers for good', () => {
  const run = hit({ kind: 'destroy', atSeconds: 600, parameters: { site: 'a', service: 'store', share: 0.5 } });
  // Half of 5 and 5, each rounded up.
  expect(run.at('deployment', 'store@a', 'servers', 3600)).toBe(4);
  expect(run.at('deployment', 'web@a', 'servers', 3600)).toBe(4);
  expect(run.record.end.faultsActive).toBe(0);
});

describe('data-corruption', () => {
  const services: ScenarioSpec['services'] = {
    ...base.services,
    store: {
      ...base.services.store,
      data: { copies: ['a', 'b'], lagSeconds: 60, backups: { everySeconds: 500, site: 'b', keep: null } },
    },
  };
  const fault = (site?: string): FaultSpec => ({
    kind: 'data-corruption',
    atSeconds: 600,
    parameters: { service: 'store', noticed: 300, ...(site ? { site } : {}) },
  });

  test('of the leading copy is with its followers after the lag, and is seen when it is noticed', () => {
    const run = hit(fault(), { services });
    expect(run.time('data.corrupted', 'store@a')).toBe(600);
    expect(run.at('service', 'web', 'share', 899)).toBeCloseTo(1, 6);
    // Noticed 300 s on, far beyond the lag of 60 s; the backup of 500 s is from before.
    expect(run.events('corruption.noticed', 'store')[0].numbers).toEqual({ afterSeconds: 300, copies: 2 });
    expect(run.events('writes.lost', 'store')[0].numbers.pointSeconds).toBe(400);
  });

  test('of another copy stays there', () => {
    const run = hit(fault('b'), { services });
    expect(run.events('corruption.noticed', 'store')[0].numbers).toEqual({ afterSeconds: 300, copies: 1 });
    expect(run.events('writes.lost')).toEqual([]);
    expect(run.at('service', 'web', 'share', 3600)).toBeCloseTo(1, 6);
  });

  test('has no effect on a copy that is destroyed already', () => {
    const gone: FaultSpec = { kind: 'destroy', atSeconds: 300, parameters: { site: 'b' } };
    const run = hit([gone, fault('b')], { services });
    const idle = run.record.warnings.find(({ code }) => code === 'fault-without-effect');
    expect(idle?.subjects).toEqual(['fault-001']);
  });
});

test('fire destroys what is kept on storage of the site: copies without servers, and backups', () => {
  const services: ScenarioSpec['services'] = {
    ...base.services,
    store: {
      ...base.services.store,
      data: { copies: ['a', 'b'], tolerates: 0.3, backups: { everySeconds: 60, site: 'b', keep: null } },
    },
  };
  const burn = (destroyed: number): FaultSpec => ({
    kind: 'fire',
    atSeconds: 600,
    untilSeconds: 1200,
    parameters: { site: 'b', destroyed },
  });
  const small = hit(burn(0.3), { services });
  expect([...small.events('copy.lost'), ...small.events('backups.lost')]).toEqual([]);
  const large = hit(burn(0.4), { services });
  expect(large.times('copy.lost', 'store@b')).toEqual([600]);
  expect(large.times('backups.lost', 'b')).toEqual([600]);
  expect(large.causes('copy.lost', 'store@b')).toEqual(['fault.began fault-000']);
});

test('team-absent leaves the team as it was when it ends', () => {
  const run = hit({ kind: 'team-absent', atSeconds: 600, untilSeconds: 1200, parameters: { team: 'ops', share: 0.3 } });
  expect(run.events('team.left', 'ops')[0].numbers).toEqual({ people: 2 });
  expect(run.events('team.returned', 'ops')[0].numbers).toEqual({ people: 2 });
  expect(run.record.warnings).toEqual([]);
});
