/**
 * A flow in which nothing changes any more is silent: no events, whatever happened before. And what does not change is
 * not touched when something else does.
 *
 * A run of an hour and the same run ten minutes shorter have the same number of events if and only if nothing happened
 * in those ten minutes. What cannot come to rest must say so: `flapping` in the warnings.
 */
import { describe, expect, test } from 'vitest';
import type { RunRecord } from '../../src/record/record.js';
import type { Scenario } from '../../src/scenario/model.js';
import { simulate } from '../../src/world/simulate.js';
import { randomGraph, randomGraphSpec } from '../support/random-graph.js';
import { buildScenario } from '../support/scenario-builder.js';

const HOUR = 3600;
const DAYS = 6 * 24 * HOUR;
const SEEDS = [1, 2, 3, 4, 5];

const run = (scenario: Scenario): RunRecord => simulate(scenario, { seed: '1' });

function lastChange(record: RunRecord): number {
  return Math.max(0, ...record.tracks.map((track) => track.times[track.times.length - 1])) / 1e6;
}

function says(record: RunRecord, code: string): boolean {
  return record.warnings.some((warning) => warning.code === code && warning.count > 0 && warning.subjects.length > 0);
}

describe.each([30, 100])('a random graph of %d services, a third of them halved for nine minutes', (services) => {
  test.each(SEEDS)('seed %d: is silent half an hour later, or says that it flaps', (seed) => {
    const graph = (durationSeconds: number) => randomGraph({ services, seed, durationSeconds });
    const whole = run(graph(HOUR));
    const shorter = run(graph(HOUR - 600));
    const silent = whole.counters.events === shorter.counters.events;
    expect(silent || says(whole, 'flapping')).toBe(true);
    if (silent) expect(lastChange(whole)).toBeLessThanOrEqual(HOUR - 600);
    expect(whole.counters.notConverged > 0).toBe(says(whole, 'not-converged'));
  });

  test.each(SEEDS)('seed %d: without a fault nothing happens at all', (seed) => {
    const quiet = randomGraph({ services, seed, durationSeconds: HOUR, halved: 0, hanging: 0 });
    expect(run(quiet).counters.events).toBe(0);
  });
});

describe('demand that changes every half hour for six days', () => {
  /** 48 different steps a day, never above what the machines can bear. */
  const profiles = { daily: Array.from({ length: 48 }, (_, i) => 0.6 + 0.3 * Math.sin((2 * Math.PI * i) / 48)) };
  const busy = { services: 20, seed: 7, halved: 0, hanging: 0, prefix: 'busy', profile: 'daily' } as const;
  const still = { services: 20, seed: 8, halved: 0, hanging: 0, prefix: 'still' } as const;
  const busySpec = randomGraphSpec(busy);
  const stillSpec = randomGraphSpec(still);
  const days = (services: object): RunRecord =>
    run(buildScenario({ durationSeconds: DAYS, sites: { main: {} }, profiles, services: services as never }));

  test('does not wake services that it does not reach', () => {
    const together = days({ ...busySpec.services, ...stillSpec.services });
    const moved = together.tracks.filter(
      (track) => together.entities[track.entity].id.startsWith('still') && track.times.some((time) => time > 0),
    );
    expect(moved.map((track) => `${together.entities[track.entity].id} ${track.quantity}`)).toEqual([]);

    // Nor are they worked out anew: together they cost what each costs alone.
    const alone = days(busySpec.services).counters.visits + days(stillSpec.services).counters.visits;
    expect(together.counters.visits).toBeLessThanOrEqual(alone * 1.02);
  });

  test('costs an event a step, and a few for what it moves', () => {
    const steps = 48 * 6 - 1;
    const { events } = days(busySpec.services).counters;
    expect(events).toBeGreaterThanOrEqual(steps);
    expect(events).toBeLessThan(steps * 20);
  });
});
