import { describe, expect, test } from 'vitest';
import { hashRecord } from '../../../src/record/record-hash.js';
import { simulate, startRun } from '../../../src/world/simulate.js';
import { readRun } from '../../support/run-reader.js';
import { buildScenario, type ScenarioSpec } from '../../support/scenario-builder.js';

const HOUR = 3600;
const plan = (seconds: number, team: string) => ({
  duration: { kind: 'log-normal', median: seconds, p95: 3 * seconds } as const,
  team,
  people: 1,
});

const spec: ScenarioSpec = {
  durationSeconds: 24 * HOUR,
  sites: { main: { servers: 120, zones: { a: 0.5, b: 0.5 } }, other: { spareServers: 20 } },
  classes: { plain: { check: plan(HOUR, 'data'), start: plan(900, 'ops'), verify: plan(900, 'ops'), quorum: 0.5 } },
  services: {
    store: { servers: 40, deployments: { main: {} } },
    web: {
      deployments: { main: { servers: 40 }, other: { servers: 20, role: 'warm-standby' } },
      users: { peakPerSecond: 1000, retries: 1 },
      needs: [{ service: 'store' }],
      failover: { promote: { kind: 'constant', value: 600 }, team: 'ops', people: 1 },
    },
  },
  faults: [
    { kind: 'power-loss', atSeconds: 600, parameters: { site: 'main' } },
    { kind: 'no-entry', atSeconds: 0, untilSeconds: 2 * HOUR, parameters: { site: 'main' } },
  ],
  recovery: {
    power: [
      { site: 'main', zone: 'a', atSeconds: 2 * HOUR },
      { site: 'main', zone: 'b', atSeconds: 6 * HOUR },
    ],
    teams: { data: {}, ops: { people: 2 } },
    boot: { team: 'ops', byHandPerHour: 30, wave: 10, casualties: 0.05, repair: plan(HOUR, 'ops') },
  },
};

describe('a run', () => {
  test('gives the same record from the same seed, another from another', () => {
    const scenario = buildScenario(spec);
    const hash = hashRecord(simulate(scenario, { seed: 1 }));
    simulate(scenario, { seed: 2 });
    expect(hashRecord(simulate(scenario, { seed: 1 }))).toBe(hash);
    expect(hashRecord(simulate(scenario, { seed: '1' }))).toBe(hash);
    expect(hashRecord(simulate(scenario, { seed: 2 }))).not.toBe(hash);
  });

  test('in slices of one event gives the same record as at one go', () => {
    const scenario = buildScenario(spec);
    const run = startRun(scenario, { seed: 1 });
    let seconds = 0;
    for (let done = false; !done; ) {
      const slice = run.advance(1);
      expect(slice.simulatedSeconds).toBeGreaterThanOrEqual(seconds);
      seconds = slice.simulatedSeconds;
      done = slice.done;
    }
    expect(seconds).toBe(24 * HOUR);
    expect(hashRecord(run.finish())).toBe(hashRecord(simulate(scenario, { seed: 1 })));
  });

  test('begins its own clock with the first fault that takes effect, not with a closed door', () => {
    expect(simulate(buildScenario(spec), { seed: 1 }).originMicroseconds).toBe(600e6);
    expect(simulate(buildScenario({ ...spec, faults: [] }), { seed: 1 }).originMicroseconds).toBeNull();
  });

  test('without faults nothing happens at all', () => {
    const { events, warnings, end } = simulate(buildScenario({ ...spec, faults: [] }), { seed: 1 });
    expect(events.count).toBe(0);
    expect(warnings).toEqual([]);
    expect(end).toEqual({ faultsActive: 0, tasksOpen: 0 });
  });

  test('takes other faults than its own', () => {
    const scenario = buildScenario(spec);
    const run = readRun(simulate(scenario, { seed: 1, faults: [{ ...scenario.faults[0], atSeconds: 900 }] }));
    expect(run.times('power.lost', 'main/a')).toEqual([900]);
    expect(run.events('entry.forbidden')).toEqual([]);
  });

  test('counts a fault that is still there at the end, and work that is not done', () => {
    const record = simulate(buildScenario({ ...spec, recovery: { ...spec.recovery, power: [] } }), { seed: 1 });
    // web and store at main wait for power that nobody brings; web at other waits as well, but only to work without the store.
    expect(record.end).toEqual({ faultsActive: 1, tasksOpen: 2 });
    expect(record.warnings).toMatchObject([
      { code: 'waits-for-ever', count: 3, subjects: ['store@main:power#1', 'web@main:power#1', 'web@other:verify#1'] },
    ]);
  });

  test('every event but faults and interventions has a cause', () => {
    const run = readRun(simulate(buildScenario(spec), { seed: 1 }));
    const { events } = run.record;
    const roots = Array.from({ length: events.count }, (_, i) => i).filter(
      (i) => events.causesStart[i] === events.causesStart[i + 1],
    );
    expect(roots.length).toBe(run.events('fault.began').length);
  });
});

describe('interventions', () => {
  const scenario = buildScenario(spec);

  test('restore ends a fault now, plan or no plan', () => {
    const interventions = [{ atSeconds: HOUR, kind: 'restore', parameters: { fault: 'fault-000' } }];
    const run = readRun(simulate(scenario, { seed: 1, interventions }));
    expect(run.times('power.returned', 'main/a')).toEqual([HOUR]);
    expect(run.times('power.returned', 'main/b')).toEqual([HOUR]);
    expect(run.causes('fault.ended', 'fault-000')).toContain('intervention.made intervention-0');
  });

  test('make a fault as the file would', () => {
    const interventions = [
      { atSeconds: HOUR, kind: 'crash', parameters: { service: 'web', site: 'other', share: 0.5, until: 2 * HOUR } },
    ];
    const run = readRun(simulate(scenario, { seed: 1, interventions }));
    expect(run.at('deployment', 'web@other', 'servers', 1.5 * HOUR)).toBe(10);
    expect(run.at('deployment', 'web@other', 'servers', 2.5 * HOUR)).toBe(20);
    expect(run.causes('fault.began', 'intervention-0')).toEqual(['intervention.made intervention-0']);
  });

  test('that come to nothing leave the record as it was, but for themselves', () => {
    const interventions = [{ atSeconds: 25 * HOUR, kind: 'crash', parameters: { service: 'web' } }];
    const without = simulate(scenario, { seed: 1 });
    const within = simulate(scenario, { seed: 1, interventions });
    expect(within.events).toEqual(without.events);
  });

  test('of an unknown kind, or on an unknown fault, are refused', () => {
    expect(() =>
      simulate(scenario, { seed: 1, interventions: [{ atSeconds: 1, kind: 'earthquake', parameters: {} }] }),
    ).toThrow(/earthquake/);
    expect(() =>
      simulate(scenario, { seed: 1, interventions: [{ atSeconds: 1, kind: 'restore', parameters: { fault: 'x' } }] }),
    ).toThrow(/"x"/);
  });
});

describe('what open work waits for', () => {
  test('names the site, the zones, the team and the place in its queue', () => {
    const run = startRun(
      buildScenario({ ...spec, services: { ...spec.services, api: { servers: 20, deployments: { main: {} } } } }),
      { seed: 1 },
    );
    const told = () => {
      const { recorder } = run.world.context;
      return Object.fromEntries(
        run
          .waits()
          .map(({ entity, blockers }) => [
            recorder.entityAt(entity).id,
            blockers.map(
              (each) =>
                `${each.kind} ${recorder.entityAt(each.entity).id}${each.position > 0 ? ` ${each.position}` : ''}`,
            ),
          ]),
      );
    };
    run.world.engine.runUntil((1 * HOUR * 1e6) as never);
    // No tool boots here: hands are needed, and nobody may enter.
    expect(told()).toMatchObject({ 'store@main:entry#1': ['entry main', 'power main/a', 'power main/b'] });
    run.world.engine.runUntil((2 * HOUR * 1e6 + 1) as never);
    const waits = told();
    expect(waits['store@main:boot#1']).toEqual(['boot main/a', 'power main/b']);
    expect(Object.values(waits).flat()).toContain('team ops 1');
  });
});
