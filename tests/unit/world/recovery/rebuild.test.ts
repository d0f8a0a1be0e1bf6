import { describe, expect, test } from 'vitest';
import { constant } from '../../../../src/engine/distributions.js';
import { simulate, startRun } from '../../../../src/world/simulate.js';
import { readRun } from '../../../support/run-reader.js';
import { buildScenario, type ScenarioSpec } from '../../../support/scenario-builder.js';

const HOUR = 3600;

/** A tool of ten servers that lives in one site, which is dark from 10 min to 20 h; the other has spare servers. */
const spec = (more: Partial<ScenarioSpec> = {}, spareServers = 15): ScenarioSpec => ({
  durationSeconds: 40 * HOUR,
  sites: { main: {}, other: { spareServers } },
  classes: {
    plain: {
      start: { duration: constant(HOUR), team: 'ops', people: 1 },
      rebuild: { duration: constant(6 * HOUR), team: 'ops', people: 1 },
      quorum: 0.5,
    },
  },
  services: {
    tool: {
      servers: 10,
      deployments: { main: {} },
      users: { peakPerSecond: 10 },
      health: { intervalSeconds: 0, threshold: 1 },
    },
  },
  faults: [{ kind: 'power-loss', atSeconds: 600, untilSeconds: 20 * HOUR, parameters: { site: 'main' } }],
  recovery: { strategy: 'first', teams: { ops: { people: 2 } } },
  ...more,
});

describe('rebuilding on spare servers', () => {
  test('brings a service back before its site, and gives the servers back after it', () => {
    const handle = startRun(buildScenario(spec()), { seed: 1 });
    const run = readRun(handle.finish());
    expect(run.time('rebuild.finished', 'tool@other')).toBe(600 + 6 * HOUR);
    expect(run.at('service', 'tool', 'share', 7 * HOUR)).toBeCloseTo(1, 6);
    expect(run.at('deployment', 'tool@other', 'servers', 7 * HOUR)).toBe(10);
    // The site: power at 20:00, started at 21:00; the move takes no time here.
    expect(run.time('failback.done', 'tool@main')).toBeCloseTo(21 * HOUR, 3);
    expect(run.at('deployment', 'tool@other', 'servers', 22 * HOUR)).toBe(0);
    expect(handle.world.rebuilds.spareLeft(1)).toBe(15);
  });

  test('is not done with the strategy wait', () => {
    const run = readRun(
      simulate(buildScenario(spec({ recovery: { strategy: 'wait', teams: { ops: {} } } })), { seed: 1 }),
    );
    expect(run.events('rebuild.finished')).toEqual([]);
    expect(run.time('servers.recovered', 'tool@main')).toBeCloseTo(21 * HOUR, 3);
  });

  test('waits when there are not enough spare servers for the quorum', () => {
    const run = readRun(simulate(buildScenario(spec({}, 4)), { seed: 1 }));
    expect(run.events('rebuild.finished')).toEqual([]);
    expect(run.events('task.waits', 'tool:rebuild#1')).not.toEqual([]);
  });

  test('with the strategy rebuild nothing is started on site while the rebuild goes on', () => {
    const late = { kind: 'power-loss', atSeconds: 600, untilSeconds: 2 * HOUR, parameters: { site: 'main' } };
    const run = readRun(
      simulate(
        buildScenario(spec({ faults: [late], recovery: { strategy: 'rebuild', teams: { ops: { people: 2 } } } })),
        {
          seed: 1,
        },
      ),
    );
    // Power is back at 2:00, but the start waits for the rebuild, which ends at 6:10.
    expect(run.time('task.began', 'tool@main:start#1')).toBeCloseTo(6 * HOUR + 600, 3);
  });

  test('is not possible while every copy of the data is dark', () => {
    const data = (copies: string[]) => ({
      data: { copies, replication: copies.length > 1 ? 'async' : 'none' } as const,
    });
    const dark = { kind: 'power-loss', atSeconds: 600, parameters: { site: 'main' } };
    const rebuilt = (copies: string[]) => {
      const tool = { ...spec().services.tool, ...data(copies) };
      return readRun(simulate(buildScenario(spec({ services: { tool }, faults: [dark] })), { seed: 1 })).times(
        'rebuild.finished',
      );
    };
    expect(rebuilt(['main'])).toEqual([]);
    expect(rebuilt(['main', 'other'])).toEqual([600 + 6 * HOUR]);
  });

  test('is not begun once people work on the original again', () => {
    // The only platform engineer is away until the site is back and being started.
    const run = readRun(
      simulate(
        buildScenario(
          spec({
            classes: {
              plain: {
                start: { duration: constant(HOUR), team: 'ops', people: 1 },
                rebuild: { duration: constant(6 * HOUR), team: 'platform', people: 1 },
              },
            },
            recovery: { strategy: 'first', teams: { ops: {}, platform: { fromSeconds: 20.5 * HOUR } } },
          }),
        ),
        { seed: 1 },
      ),
    );
    expect(run.events('rebuild.finished')).toEqual([]);
    expect(run.time('servers.recovered', 'tool@main')).toBeCloseTo(21 * HOUR, 3);
  });
});
