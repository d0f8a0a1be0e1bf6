import { describe, expect, test } from 'vitest';
import { constant } from '../../../../src/engine/distributions.js';
import type { TaskPlan } from '../../../../src/scenario/model.js';
import { simulate } from '../../../../src/world/simulate.js';
import { readRun } from '../../../support/run-reader.js';
import { buildScenario, type ScenarioSpec } from '../../../support/scenario-builder.js';

const HOUR = 3600;
const plan = (seconds: number, team = 'ops', people = 1): TaskPlan => ({ duration: constant(seconds), team, people });

/** One site of 100 servers, dark from 10 min; power is back at 10 h. */
const dark = (spec: Partial<ScenarioSpec>): ScenarioSpec => ({
  durationSeconds: 48 * HOUR,
  faults: [{ kind: 'power-loss', atSeconds: 600, parameters: { site: 'here' } }],
  services: { web: { servers: 100, users: { peakPerSecond: 100 } } },
  ...spec,
});
const POWER = [{ site: 'here', zone: 'z', atSeconds: 10 * HOUR }];

describe('the way back of a deployment', () => {
  test('is power at 10 h, 100 servers at 40 an hour by hand, a check of 1 h and a start of 30 min', () => {
    const run = readRun(
      simulate(
        buildScenario(
          dark({
            classes: { plain: { check: plan(HOUR), start: plan(HOUR / 2), verify: plan(600), quorum: 1 } },
            recovery: {
              power: POWER,
              teams: { ops: {}, crew: {} },
              boot: { team: 'crew', byHandPerHour: 40, wave: 20 },
            },
          }),
        ),
        { seed: 1 },
      ),
    );
    // 5 waves of 20 at 40/h are 30 min each: 10:00 + 2:30 = 12:30 booted, 13:30 checked, 14:00 started and serving.
    expect(run.times('boot.wave', 'here/z')).toEqual([10.5, 11, 11.5, 12, 12.5].map((h) => h * HOUR));
    expect(run.time('boot.finished', 'here/z')).toBe(12.5 * HOUR);
    expect(run.time('task.finished', 'web@here:check#1')).toBe(13.5 * HOUR);
    expect(run.time('task.finished', 'web@here:start#1')).toBe(14 * HOUR);
    expect(run.time('servers.recovered', 'web@here')).toBe(14 * HOUR);
    // Users come back once the health check has seen it: 3 checks of 1 s, so within 3 s. Those who verify need no check.
    const up = run.events('state.changed', 'web').at(-1);
    expect(up?.numbers).toMatchObject({ to: 0 });
    expect((up?.time ?? 0) / 1e6 - 14 * HOUR).toBeLessThan(3);
    expect(run.time('function.complete', 'web')).toBe(14 * HOUR + 600);
    expect(run.record.end).toEqual({ faultsActive: 0, tasksOpen: 0 });
  });

  test('goes on at the quorum: half of the servers are enough for the next stage', () => {
    const run = readRun(
      simulate(
        buildScenario(
          dark({
            classes: { plain: { start: plan(HOUR), quorum: 0.5 } },
            recovery: {
              power: POWER,
              teams: { ops: {}, crew: {} },
              boot: { team: 'crew', byHandPerHour: 40, wave: 10 },
            },
          }),
        ),
        { seed: 1 },
      ),
    );
    // 50 of 100 servers at 40/h: 10:00 + 1:15 = 11:15; started at 12:15 with 80 or 90 up: 2:15 h x 40 = 90.
    expect(run.time('task.finished', 'web@here:start#1')).toBe(12.25 * HOUR);
    expect(run.at('deployment', 'web@here', 'servers', 12.25 * HOUR)).toBe(90);
    expect(run.at('deployment', 'web@here', 'servers', 12.5 * HOUR)).toBe(100);
  });

  test('one team of one does two checks one after the other, greatest rank first', () => {
    const run = readRun(
      simulate(
        buildScenario(
          dark({
            services: {
              news: { servers: 50, users: { peakPerSecond: 10 } },
              talk: { servers: 50, users: { peakPerSecond: 100 } },
            },
            classes: { plain: { check: plan(HOUR) } },
            recovery: { power: POWER, teams: { ops: {} }, order: 'users' },
          }),
        ),
        { seed: 1 },
      ),
    );
    // Boot takes no time here. talk has more users: 10:00 to 11:00, then news to 12:00.
    expect(run.time('task.finished', 'talk@here:check#1')).toBeCloseTo(11 * HOUR, 3);
    expect(run.time('task.finished', 'news@here:check#1')).toBeCloseTo(12 * HOUR, 3);
    expect(run.causes('task.began', 'news@here:check#1')).toContain('task.finished talk@here:check#1');
    expect(run.most('team', 'ops', 'busy')).toBe(1);
  });

  test('who is freed in the instant in which something of greater rank becomes possible takes that', () => {
    const run = readRun(
      simulate(
        buildScenario(
          dark({
            services: {
              first: {},
              second: { needs: [{ service: 'first', kind: 'startup' }] },
              third: {},
            },
            classes: { plain: { start: plan(HOUR) } },
            recovery: { power: POWER, teams: { ops: {} }, order: 'scenario' },
          }),
        ),
        { seed: 1 },
      ),
    );
    // One person: first to 11:00. Then second may begin, and goes before third, which could have begun all along.
    expect(run.time('task.finished', 'second@here:start#1')).toBeCloseTo(12 * HOUR, 3);
    expect(run.time('task.finished', 'third@here:start#1')).toBeCloseTo(13 * HOUR, 3);
  });

  test('with unlimited people both are checked at once', () => {
    const run = readRun(
      simulate(
        buildScenario(
          dark({
            services: { news: { servers: 50, users: { peakPerSecond: 10 } }, talk: { servers: 50 } },
            classes: { plain: { check: plan(HOUR) } },
            recovery: { power: POWER, teams: { ops: {} }, unlimitedPeople: true },
          }),
        ),
        { seed: 1 },
      ),
    );
    expect(run.time('task.finished', 'talk@here:check#1')).toBeCloseTo(11 * HOUR, 3);
    expect(run.time('task.finished', 'news@here:check#1')).toBeCloseTo(11 * HOUR, 3);
  });

  test('a class that serves first has its first function before its check, its full function after', () => {
    const run = readRun(
      simulate(
        buildScenario(
          dark({
            classes: { plain: { check: plan(5 * HOUR), start: plan(HOUR), serveFirst: true } },
            recovery: { power: POWER, teams: { ops: {} } },
          }),
        ),
        { seed: 1 },
      ),
    );
    // 10:00 + 1:00 start = 11:00 serving; the check ends at 16:00.
    expect(run.time('servers.recovered', 'web@here')).toBeCloseTo(11 * HOUR, 3);
    expect(run.time('function.complete', 'web')).toBeCloseTo(16 * HOUR, 3);
  });

  test('power by zone: with quorum 0.5 and zones of 40 and 60 the larger zone decides', () => {
    const run = readRun(
      simulate(
        buildScenario(
          dark({
            sites: { here: { zones: { a: 0.4, b: 0.6 } } },
            classes: { plain: { start: plan(HOUR), quorum: 0.5 } },
            recovery: {
              power: [
                { site: 'here', zone: 'a', atSeconds: 5 * HOUR },
                { site: 'here', zone: 'b', atSeconds: 20 * HOUR },
              ],
              teams: { ops: {} },
            },
          }),
        ),
        { seed: 1 },
      ),
    );
    expect(run.time('task.finished', 'web@here:start#1')).toBeCloseTo(21 * HOUR, 3);
    expect(run.causes('task.waits', 'web@here:boot#1')).toContain('power.lost here/b');
  });

  test('an entry ban holds up servers that are booted by hand, and not those that a tool boots', () => {
    const spec = (byTool: boolean): ScenarioSpec =>
      dark({
        sites: { here: {}, there: {} },
        services: {
          web: { deployments: { here: { servers: 100 } } },
          tool: { deployments: { [byTool ? 'there' : 'here']: { servers: 1 } } },
        },
        faults: [
          { kind: 'power-loss', atSeconds: 600, parameters: { site: 'here' } },
          { kind: 'no-entry', atSeconds: 0, untilSeconds: 15 * HOUR, parameters: { site: 'here' } },
        ],
        recovery: { power: POWER, boot: { byHandPerHour: 50, byToolPerHour: 100, wave: 200, tools: ['tool'] } },
      });
    // By hand: allowed in at 15:00, 101 servers at 50/h take 2:01:12. By tool: 100 servers at 100/h from 10:00.
    expect(readRun(simulate(buildScenario(spec(false)), { seed: 1 })).time('boot.finished', 'here/z')).toBe(
      15 * HOUR + (101 / 50) * HOUR,
    );
    expect(readRun(simulate(buildScenario(spec(true)), { seed: 1 })).time('boot.finished', 'here/z')).toBe(11 * HOUR);
  });

  test('servers dead on arrival are repaired last', () => {
    const run = readRun(
      simulate(
        buildScenario(
          dark({
            services: { web: { servers: 100 }, api: { servers: 100 } },
            recovery: {
              power: POWER,
              teams: { crew: { people: 2 } },
              boot: { team: 'crew', byHandPerHour: 100, wave: 100, casualties: 0.03, repair: plan(4 * HOUR, 'crew') },
            },
          }),
        ),
        { seed: 1 },
      ),
    );
    // Two people boot a wave of 100 each: 11:00. 3 of each 100 are dead; one of the two repairs them until 15:00.
    expect(run.events('boot.finished', 'here/z')[0].numbers).toEqual({ servers: 194, dead: 6 });
    expect(run.at('site', 'here', 'up', 11 * HOUR)).toBe(194);
    expect(run.at('site', 'here', 'up', 15 * HOUR - 1)).toBe(194);
    expect(run.at('site', 'here', 'up', 15 * HOUR)).toBe(200);
  });

  test('servers found dead count as gone through: half of the zones are half of the servers', () => {
    const run = readRun(
      simulate(
        buildScenario(
          dark({
            sites: { here: { zones: { a: 0.5, b: 0.5 } } },
            classes: { plain: { start: plan(HOUR), quorum: 0.5 } },
            recovery: {
              power: [
                { site: 'here', zone: 'a', atSeconds: 10 * HOUR },
                { site: 'here', zone: 'b', atSeconds: 20 * HOUR },
              ],
              teams: { ops: {}, crew: {} },
              boot: { team: 'crew', byHandPerHour: 50, wave: 50, casualties: 0.2, repair: plan(30 * HOUR, 'crew') },
            },
          }),
        ),
        { seed: 1 },
      ),
    );
    // Zone a boots its 50 from 10:00 to 11:00: 40 are up and 10 found dead, 50 of 100 in all. The repair ends after b.
    expect(run.at('deployment', 'web@here', 'servers', 12 * HOUR)).toBe(40);
    expect(run.times('servers.recovered', 'web@here')[0]).toBe(12 * HOUR);
  });

  test('a site that is cut off from all others goes on when there is a way to it again', () => {
    const run = readRun(
      simulate(
        buildScenario(
          dark({
            sites: { here: {}, there: {} },
            services: { web: { deployments: { here: { servers: 100 } } } },
            faults: [
              { kind: 'power-loss', atSeconds: 600, parameters: { site: 'here' } },
              { kind: 'partition', atSeconds: 600, untilSeconds: 15 * HOUR, parameters: { sites: ['here'] } },
            ],
            classes: { plain: { start: plan(HOUR) } },
            recovery: { power: POWER, teams: { ops: {} }, boot: { byHandPerHour: 100, wave: 100 } },
          }),
        ),
        { seed: 1 },
      ),
    );
    // Booted from 10:00 to 11:00; what is started has to be reached: 15:00 and an hour.
    expect(run.times('servers.recovered', 'web@here')).toEqual([16 * HOUR]);
  });

  test('power that goes again during the boot takes all of it back', () => {
    const run = readRun(
      simulate(
        buildScenario(
          dark({
            faults: [
              { kind: 'power-loss', atSeconds: 600, untilSeconds: HOUR, parameters: { site: 'here' } },
              { kind: 'power-loss', atSeconds: 2 * HOUR + 60, untilSeconds: 3 * HOUR, parameters: { site: 'here' } },
            ],
            recovery: { boot: { byHandPerHour: 50, wave: 25 }, teams: {} },
          }),
        ),
        { seed: 1 },
      ),
    );
    // Waves of 25 at 50/h take 30 min: 50 are up at 2:00, gone at 2:01; from 3:00 on four waves until 5:00.
    expect(run.at('site', 'here', 'up', 2 * HOUR)).toBe(50);
    expect(run.at('site', 'here', 'up', 2 * HOUR + 60)).toBe(0);
    expect(run.times('boot.finished', 'here/z')).toEqual([5 * HOUR]);
  });

  test('a task that has begun keeps its people when the night comes, the next waits until morning', () => {
    const run = readRun(
      simulate(
        buildScenario(
          dark({
            services: { news: { servers: 50 }, talk: { servers: 50 } },
            classes: { plain: { check: plan(4 * HOUR) } },
            recovery: {
              power: [{ site: 'here', zone: 'z', atSeconds: 20 * HOUR }],
              teams: { ops: {} },
              nightPause: { fromHour: 22, toHour: 6 },
            },
          }),
        ),
        { seed: 1 },
      ),
    );
    // The run starts at midnight. 20:00 to 24:00 the first; the second is not begun before 06:00 the next day.
    expect(run.time('task.finished', 'news@here:check#1')).toBeCloseTo(24 * HOUR, 3);
    expect(run.time('task.began', 'talk@here:check#1')).toBeCloseTo(30 * HOUR, 3);
  });

  test('a team that starts later begins later; one with half of its people absent does one thing at a time', () => {
    const run = readRun(
      simulate(
        buildScenario(
          dark({
            services: { news: { servers: 50 }, talk: { servers: 50 } },
            classes: { plain: { check: plan(HOUR) } },
            recovery: { power: POWER, teams: { ops: { people: 2, fromSeconds: 12 * HOUR } } },
            faults: [
              { kind: 'power-loss', atSeconds: 600, parameters: { site: 'here' } },
              { kind: 'team-absent', atSeconds: 0, parameters: { team: 'ops', share: 0.5 } },
            ],
          }),
        ),
        { seed: 1 },
      ),
    );
    expect(run.time('task.finished', 'news@here:check#1')).toBeCloseTo(13 * HOUR, 3);
    expect(run.time('task.finished', 'talk@here:check#1')).toBeCloseTo(14 * HOUR, 3);
  });
});
