import { describe, expect, test } from 'vitest';
import { constant } from '../../../src/engine/distributions.js';
import type { AdmissionPlan } from '../../../src/scenario/model.js';
import { simulate } from '../../../src/world/simulate.js';
import { type RunReader, readRun } from '../../support/run-reader.js';
import { buildScenario, type ScenarioSpec, type ServiceSpec } from '../../support/scenario-builder.js';

const HOUR = 3600;
const MINUTE = 60;

/** 100 requests a second on 4 servers of 50/s; dark from 10 min, power at 10 h; booted at once unless said. */
function comesBack(
  admission: AdmissionPlan | null,
  service: ServiceSpec = {},
  spec: Partial<ScenarioSpec> = {},
): RunReader {
  return readRun(
    simulate(
      buildScenario({
        durationSeconds: 24 * HOUR,
        faults: [{ kind: 'power-loss', atSeconds: 600, parameters: { site: 'here' } }],
        recovery: { power: [{ site: 'here', zone: 'z', atSeconds: 10 * HOUR }] },
        ...spec,
        services: {
          web: { servers: 4, capacityPerServer: 50, users: { peakPerSecond: 100 }, admission, ...service },
          ...spec.services,
        },
      }),
      { seed: 1 },
    ),
  );
}
const steps = (run: RunReader, id = 'web@here') =>
  run.events('admission.set', id).map(({ time, numbers }) => [time / 1e6 / HOUR, numbers.share] as const);

describe('a service that comes back', () => {
  test('lets in a tenth, then half, then everybody, ten minutes each; only then it is at full function', () => {
    const run = comesBack({ shares: [0.1, 0.5], eachSeconds: 10 * MINUTE, untilWell: false });
    expect(steps(run)).toEqual([
      [expect.closeTo(10, 6), 0.1],
      [expect.closeTo(10 + 1 / 6, 6), 0.5],
      [expect.closeTo(10 + 1 / 3, 6), 1],
    ]);
    // The health check has seen it within 3 s.
    expect(run.at('service', 'web', 'share', 10 * HOUR + 5 * MINUTE)).toBeCloseTo(0.1, 2);
    expect(run.at('service', 'web', 'share', 10 * HOUR + 15 * MINUTE)).toBeCloseTo(0.5, 2);
    expect(run.at('service', 'web', 'share', 10 * HOUR + 21 * MINUTE)).toBeCloseTo(1, 2);
    expect(run.time('function.complete', 'web')).toBeCloseTo(10 * HOUR + 20 * MINUTE, 3);
    expect(run.causes('admission.set', 'web@here')).toContain('admission.set web@here');
  });

  test('lets everybody in at once without a plan, and says nothing of it', () => {
    const run = comesBack(null);
    expect(steps(run)).toEqual([]);
    expect(run.at('service', 'web', 'share', 10 * HOUR + 5)).toBeCloseTo(1, 2);
  });

  test('until it is served well: the next step waits for the servers that it needs', () => {
    const run = comesBack(
      { shares: [0.25, 0.8], eachSeconds: 10 * MINUTE, untilWell: true },
      { queuePerServer: 400 },
      {
        classes: { plain: { quorum: 0.25 } },
        recovery: {
          power: [{ site: 'here', zone: 'z', atSeconds: 10 * HOUR }],
          boot: { byHandPerHour: 2, wave: 1 },
        },
      },
    );
    // One server every 30 min from 10:30. The first takes 25/s of its 50/s: well, as soon as the callers send (within 3 s),
    // so 10 min later 80/s are let in and 400 wait. A second server comes at 11:00, and 300 of them drain at 20/s in 15 s;
    // with the last 100, a second of work, it is well.
    const [first, second, open] = steps(run);
    expect(first).toEqual([10.5, 0.25]);
    expect(second).toEqual([expect.closeTo(10 + 40 / 60, 3), 0.8]);
    expect(open).toEqual([expect.closeTo(11 + 10 / 60 + 15 / HOUR, 3), 1]);
    expect(run.at('service', 'web', 'share', 10.9 * HOUR)).toBeCloseTo(0.5, 1);
  });

  test('begins anew when it is lost on the way', () => {
    const run = comesBack(
      { shares: [0.5], eachSeconds: HOUR, untilWell: false },
      {},
      {
        faults: [
          { kind: 'power-loss', atSeconds: 600, untilSeconds: HOUR, parameters: { site: 'here' } },
          { kind: 'power-loss', atSeconds: 1.5 * HOUR, untilSeconds: 3 * HOUR, parameters: { site: 'here' } },
        ],
        recovery: {},
      },
    );
    // Back at 1:00, lost at 1:30; back at 3:00, open at 4:00.
    expect(steps(run)).toEqual([
      [expect.closeTo(1, 6), 0.5],
      [expect.closeTo(3, 6), 0.5],
      [expect.closeTo(4, 6), 1],
    ]);
  });

  test('and a standby that takes over let in as much, but not the original to which traffic goes back', () => {
    const run = comesBack(
      { shares: [0.5], eachSeconds: 10 * MINUTE, untilWell: false },
      {
        health: { intervalSeconds: 0, threshold: 1 },
        failover: { promote: constant(HOUR) },
        deployments: { here: { servers: 4 }, there: { servers: 4, role: 'hot-standby' } },
      },
      { sites: { here: {}, there: {} } },
    );
    // Believed dead at once, promoted an hour later.
    expect(steps(run, 'web@there')).toEqual([
      [expect.closeTo(1 + 1 / 6, 6), 0.5],
      [expect.closeTo(1 + 1 / 3, 6), 1],
    ]);
    expect(run.time('failback.done', 'web@here')).toBeCloseTo(11 * HOUR, 3);
    expect(steps(run)).toEqual([]);
  });

  test('has work open at the end while more is to be let in by the clock, but not while it waits to serve well', () => {
    const tooMuch = { serviceTime: constant(1), capacityPerServer: 1 };
    const plan = { shares: [0.5], eachSeconds: 20 * HOUR, untilWell: false };
    expect(comesBack(plan).record.end.tasksOpen).toBe(1);
    // 50 of 100 requests a second on servers that do 4: never well.
    expect(comesBack({ ...plan, untilWell: true }, tooMuch).record.end.tasksOpen).toBe(0);
  });
});
