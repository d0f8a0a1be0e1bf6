import { describe, expect, test } from 'vitest';
import { constant } from '../../../../src/engine/distributions.js';
import { simulate } from '../../../../src/world/simulate.js';
import { readRun } from '../../../support/run-reader.js';
import { buildScenario, type ScenarioSpec } from '../../../support/scenario-builder.js';

const HOUR = 3600;

/** Login starts only with the secret store, the store only with login: dark from 10 min to 1 h. */
const spec = (byHandSeconds: number | null): ScenarioSpec => ({
  durationSeconds: 24 * HOUR,
  classes: { plain: { start: { duration: constant(1800), team: 'ops', people: 1 } } },
  services: {
    login: {
      users: { peakPerSecond: 100 },
      needs: [{ service: 'secrets', kind: 'startup', byHand: byHandSeconds === null ? null : constant(byHandSeconds) }],
    },
    secrets: { users: { peakPerSecond: 1 }, needs: [{ service: 'login', kind: 'startup' }] },
  },
  faults: [{ kind: 'power-loss', atSeconds: 600, untilSeconds: HOUR, parameters: { site: 'here' } }],
  recovery: { teams: { ops: {} } },
});

describe('a circle of start-up needs', () => {
  test('is told before anything runs', () => {
    const { warnings } = simulate(buildScenario({ ...spec(null), faults: [] }), { seed: 1 });
    expect(warnings).toMatchObject([{ code: 'start-up-circle', subjects: ['login', 'secrets'] }]);
  });

  test('blocks for ever when nobody can break it, and the run says so', () => {
    const record = simulate(buildScenario(spec(null)), { seed: 1 });
    expect(record.end.tasksOpen).toBe(2);
    expect(record.warnings.map(({ code }) => code)).toEqual(['start-up-circle', 'waits-for-ever']);
    expect(readRun(record).at('service', 'login', 'share', 20 * HOUR)).toBe(0);
  });

  test('is broken by hand at the stated cost, and then the other can start', () => {
    const run = readRun(simulate(buildScenario(spec(2 * HOUR)), { seed: 1 }));
    // 1:00 power; login starts without secrets: 2 h + 30 min = 3:30; secrets then 30 min: 4:00.
    expect(run.events('circle.broken', 'login')[0].numbers).toEqual({ tookSeconds: 2 * HOUR });
    expect(run.time('task.finished', 'login@here:start#1')).toBeCloseTo(3.5 * HOUR, 3);
    expect(run.time('task.finished', 'secrets@here:start#1')).toBeCloseTo(4 * HOUR, 2);
  });

  test('is not broken when the other is alive elsewhere', () => {
    const base = spec(2 * HOUR);
    const run = readRun(
      simulate(
        buildScenario({
          ...base,
          sites: { here: {}, there: {} },
          services: { ...base.services, secrets: { ...base.services.secrets, deployments: { here: {}, there: {} } } },
        }),
        { seed: 1 },
      ),
    );
    expect(run.events('circle.broken')).toEqual([]);
    expect(run.time('task.finished', 'login@here:start#1')).toBeCloseTo(1.5 * HOUR, 2);
  });

  test('a need that will come by itself is waited for, whatever breaking it would cost', () => {
    const run = readRun(
      simulate(
        buildScenario({
          ...spec(60),
          services: {
            login: { needs: [{ service: 'secrets', kind: 'startup', byHand: constant(60) }] },
            secrets: {},
          },
        }),
        { seed: 1 },
      ),
    );
    // One person: login is first in the file but cannot begin; secrets 1:00 to 1:30, login to 2:00.
    expect(run.events('circle.broken')).toEqual([]);
    expect(run.time('task.finished', 'login@here:start#1')).toBeCloseTo(2 * HOUR, 2);
  });

  test('of tools alone is broken by hand as well: the work that needs the tool takes so much longer', () => {
    const { classes, ...rest } = spec(null);
    const run = readRun(
      simulate(
        buildScenario({
          ...rest,
          classes,
          services: {
            login: { needs: [{ service: 'deploy', kind: 'operate' }] },
            deploy: { needs: [{ service: 'login', kind: 'operate', byHand: constant(3 * HOUR) }] },
          },
        }),
        { seed: 1 },
      ),
    );
    // 1:00 power; deploy without login 3 h + 30 min = 4:30; then login by its tool, 30 min.
    expect(run.events('circle.broken', 'deploy')[0].numbers).toEqual({ tookSeconds: 3 * HOUR });
    expect(run.time('task.finished', 'deploy@here:start#1')).toBeCloseTo(4.5 * HOUR, 3);
    expect(run.time('task.finished', 'login@here:start#1')).toBeCloseTo(5 * HOUR, 2);
  });
});
