import { describe, expect, test } from 'vitest';
import { constant } from '../../../../src/engine/distributions.js';
import type { TaskPlan } from '../../../../src/scenario/model.js';
import { simulate } from '../../../../src/world/simulate.js';
import { type RunReader, readRun } from '../../../support/run-reader.js';
import { buildScenario, type RecoverySpec, type ScenarioSpec } from '../../../support/scenario-builder.js';

const HOUR = 3600;
const hour = (team = 'ops'): TaskPlan => ({ duration: constant(HOUR), team, people: 1 });

/** Dark from 10 min, power at 10 h; servers boot at once unless said; the order is that of the file. */
function dark(teams: RecoverySpec['teams'], spec: Partial<ScenarioSpec>, recovery: RecoverySpec = {}): RunReader {
  return readRun(
    simulate(
      buildScenario({
        durationSeconds: 48 * HOUR,
        faults: [{ kind: 'power-loss', atSeconds: 600, parameters: { site: 'here' } }],
        services: { a: {}, b: {}, big: { class: 'large' } },
        classes: { plain: { check: hour() }, large: { check: hour() } },
        recovery: { power: [{ site: 'here', zone: 'z', atSeconds: 10 * HOUR }], ...recovery, teams },
        ...spec,
      }),
      { seed: 1 },
    ),
  );
}
const checked = (run: RunReader) => (id: string) => run.time('task.finished', `${id}@here:check#1`) / HOUR;

describe('people of a team', () => {
  test('who can do anything take what comes first, so two check a and b, and then the large store', () => {
    const at = checked(dark({ ops: { people: 2 } }, {}));
    expect([at('a'), at('b'), at('big')]).toEqual([11, 11, 12].map((h) => expect.closeTo(h, 3)));
  });

  test('who are reserved for a class take nothing else, also while others wait', () => {
    const run = dark({ ops: { people: 1, groups: { storage: { classes: ['large'] } } } }, {});
    const at = checked(run);
    // One for everything: a to 11:00, b to 12:00. One for the large store: 11:00, and then nothing although b waits.
    expect([at('a'), at('b'), at('big')]).toEqual([11, 12, 11].map((h) => expect.closeTo(h, 3)));
    expect(run.at('team', 'ops', 'busy', 11.5 * HOUR)).toBe(1);
  });

  test('with fewer abilities are taken first, so that the others stay free for what only they can do', () => {
    const run = dark(
      { ops: { people: 1, groups: { checkers: { stages: ['check'] } } } },
      {
        services: { a: { class: 'checked' }, b: { class: 'started' } },
        classes: { checked: { check: hour() }, started: { start: hour() } },
      },
    );
    // Were a checked by the one who can do everything, b could not be started before 11:00.
    expect(run.time('task.finished', 'a@here:check#1') / HOUR).toBeCloseTo(11, 3);
    expect(run.time('task.finished', 'b@here:start#1') / HOUR).toBeCloseTo(11, 3);
  });

  test('who are bound to classes boot no servers', () => {
    const run = dark(
      { ops: { people: 1, groups: { storage: { people: 9, classes: ['plain'] } } } },
      { services: { a: { servers: 20 } }, classes: {} },
      { boot: { team: 'ops', byHandPerHour: 10, wave: 10 } },
    );
    // Two waves of 10 servers at 10 an hour, one after the other: 12:00.
    expect(run.time('boot.finished', 'here/z') / HOUR).toBeCloseTo(12, 3);
  });

  test('in reserve are called when somebody first has to wait, and come after their time', () => {
    const run = dark({ ops: { people: 1, groups: { duty: { called: constant(HOUR / 2) } } } }, {});
    const at = checked(run);
    // a 10:00 to 11:00. b waits, so duty is called and checks it from 10:30 to 11:30; the large store from 11:00 on.
    expect(run.events('team.called', 'ops')).toMatchObject([{ numbers: { people: 1, afterSeconds: HOUR / 2 } }]);
    expect(run.time('team.came', 'ops') / HOUR).toBeCloseTo(10.5, 3);
    expect([at('a'), at('b'), at('big')]).toEqual([11, 11.5, 12].map((h) => expect.closeTo(h, 3)));
    expect(run.causes('team.called', 'ops')).toEqual(['task.queued b@here:check#1']);
    expect(run.causes('team.came', 'ops')).toEqual(['team.called ops']);
  });

  test('in reserve are not called while nobody has to wait', () => {
    const run = dark({ ops: { people: 3, groups: { duty: { called: constant(HOUR / 2) } } } }, {});
    expect(run.events('team.called')).toEqual([]);
    expect(checked(run)('big')).toBeCloseTo(11, 3);
  });

  test('who come later begin later, beside those who are there', () => {
    const at = checked(dark({ ops: { people: 1, groups: { morning: { fromSeconds: 10.25 * HOUR } } } }, {}));
    expect([at('a'), at('b'), at('big')]).toEqual([11, 11.25, 12].map((h) => expect.closeTo(h, 3)));
  });

  test('with unlimited people abilities still count: without one of theirs the large store is not checked', () => {
    const run = dark(
      { ops: { people: 1, classes: ['plain'], groups: { storage: { classes: ['large'], fromSeconds: 15 * HOUR } } } },
      {},
      { unlimitedPeople: true },
    );
    const at = checked(run);
    expect([at('a'), at('b'), at('big')]).toEqual([11, 11, 16].map((h) => expect.closeTo(h, 3)));
  });

  test('absent are first of those without a skill', () => {
    const run = dark(
      { ops: { people: 1, groups: { storage: { classes: ['large'] } } } },
      {
        faults: [
          { kind: 'power-loss', atSeconds: 600, parameters: { site: 'here' } },
          { kind: 'team-absent', atSeconds: 0, untilSeconds: 20 * HOUR, parameters: { team: 'ops', share: 0.5 } },
        ],
      },
    );
    const at = checked(run);
    expect([at('a'), at('big')]).toEqual([21, 11].map((h) => expect.closeTo(h, 3)));
  });
});
