import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/world/simulate.js';
import { readRun } from '../../support/run-reader.js';
import { buildScenario, type FaultSpec, type ScenarioSpec } from '../../support/scenario-builder.js';

const base: ScenarioSpec = {
  durationSeconds: 3600,
  sites: { a: {}, b: {} },
  services: {
    web: {
      deployments: { a: { servers: 4 }, b: { servers: 4 } },
      users: { peakPerSecond: 100 },
      health: { intervalSeconds: 60, threshold: 3 },
    },
  },
};
const crash = (until?: number) => ({
  kind: 'crash',
  atSeconds: 600,
  ...(until ? { untilSeconds: until } : {}),
  parameters: { service: 'web', site: 'a', share: 1 },
});

describe('health checks', () => {
  test('believe in a failure after the threshold, between two and three intervals later', () => {
    const run = readRun(simulate(buildScenario({ ...base, faults: [crash(3000)] }), { seed: 1 }));
    const after = run.time('failure.detected', 'web@a') - 600;
    expect(after).toBeGreaterThanOrEqual(120);
    expect(after).toBeLessThan(180);
    expect(run.events('failure.detected', 'web@a')[0].numbers.afterSeconds).toBeCloseTo(after, 6);
    expect(run.causes('failure.detected', 'web@a')).toEqual(['servers.crashed web@a']);
    // Healed at 3000 s: the same delay, on the same phase of checks (600 and 3000 are whole intervals apart).
    expect(run.time('health.seen', 'web@a') - 3000).toBeCloseTo(after, 6);
    expect(run.at('deployment', 'web@a', 'believed', 600 + after + 1)).toBe(0);
    expect(run.at('deployment', 'web@a', 'believed', 3000 + after + 1)).toBe(1);
  });

  test('begin to count anew after a check that passed in between', () => {
    const blip: FaultSpec = crash(640);
    const run = readRun(
      simulate(buildScenario({ ...base, faults: [blip, { ...crash(3000), atSeconds: 665 }] }), { seed: 1 }),
    );
    // Three failed checks from 665 s on: two whole intervals at least, whatever failed before 640 s.
    expect(run.time('failure.detected', 'web@a') - 665).toBeGreaterThanOrEqual(120);
    expect(run.time('failure.detected', 'web@a') - 665).toBeLessThan(180);
  });

  test('have a phase of their own for each deployment and seed', () => {
    const delays = [1, 2, 3].map(
      (seed) =>
        readRun(simulate(buildScenario({ ...base, faults: [crash(3000)] }), { seed })).time(
          'failure.detected',
          'web@a',
        ) - 600,
    );
    expect(new Set(delays).size).toBe(3);
  });

  test('do not notice what is over before the threshold', () => {
    const run = readRun(simulate(buildScenario({ ...base, faults: [crash(700)] }), { seed: 1 }));
    expect(run.events('failure.detected')).toEqual([]);
  });

  test('pass while servers are overloaded or slow', () => {
    const faults: FaultSpec[] = [
      { kind: 'surge', atSeconds: 600, parameters: { factor: 100 } },
      { kind: 'slow', atSeconds: 600, parameters: { service: 'web', factor: 100 } },
    ];
    const run = readRun(simulate(buildScenario({ ...base, faults }), { seed: 1 }));
    expect(run.events('failure.detected')).toEqual([]);
    expect(run.at('service', 'web', 'share', 2000)).toBeLessThan(0.5);
  });

  test('fail across a partition, for callers on the far side only', () => {
    // api at b calls web at a only (web has no deployment at b): cut off, it believes a dead; users go on using it.
    const run = readRun(
      simulate(
        buildScenario({
          ...base,
          services: {
            web: { deployments: { a: { servers: 4 } }, users: { peakPerSecond: 10 } },
            api: { deployments: { b: { servers: 4 } }, users: { peakPerSecond: 10 }, needs: [{ service: 'web' }] },
          },
          faults: [{ kind: 'partition', atSeconds: 600, untilSeconds: 1200, parameters: { sites: ['a', 'b'] } }],
        }),
        { seed: 1 },
      ),
    );
    expect(run.at('service', 'api', 'share', 900)).toBe(0);
    expect(run.events('failure.detected')).toEqual([]);
    // Half of those who ask for web are api's, and get nothing.
    expect(run.at('service', 'web', 'share', 900)).toBeCloseTo(0.5, 2);
    expect(run.at('service', 'api', 'share', 1300)).toBeCloseTo(1, 6);
  });
});
