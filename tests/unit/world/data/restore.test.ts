/**
 * A store in `east` with 1 TB at 500 GB an hour: a restore takes two hours. 100 requests a second, of which half write.
 * Backups every hour to `vault`. A check takes an hour more; the failure is seen at once.
 */
import { describe, expect, test } from 'vitest';
import { constant } from '../../../../src/engine/distributions.js';
import { recoveryPointSeconds, writesLost } from '../../../../src/results/measures/data.js';
import { readRun as readResults } from '../../../../src/results/reading.js';
import { simulate } from '../../../../src/world/simulate.js';
import { readRun } from '../../../support/run-reader.js';
import {
  buildScenario,
  type FaultSpec,
  type ScenarioSpec,
  type ServiceSpec,
} from '../../../support/scenario-builder.js';

type Data = NonNullable<ServiceSpec['data']>;

const HOUR = 3600;
const BACKUPS = { everySeconds: HOUR, site: 'vault', keep: null };

function spec(data: Partial<Data>, faults: readonly FaultSpec[], more: Partial<ServiceSpec> = {}): ScenarioSpec {
  return {
    durationSeconds: 24 * HOUR,
    sites: { east: {}, vault: {}, west: {} },
    classes: { plain: { check: { duration: constant(HOUR), team: 'data', people: 1 } } },
    services: {
      store: {
        servers: 10,
        capacityPerServer: 100,
        deployments: { east: {} },
        users: { peakPerSecond: 100 },
        health: { intervalSeconds: 0, threshold: 1 },
        failover: { promote: constant(60), failback: false },
        data: {
          copies: ['east'],
          sizeBytes: 1e12,
          restoreBytesPerHour: 5e11,
          backups: BACKUPS,
          tolerates: 0.1,
          ...data,
        },
        ...more,
      },
    },
    recovery: { teams: { data: { people: 2 } } },
    faults,
  };
}

function play(made: ScenarioSpec) {
  const scenario = buildScenario(made);
  const record = simulate(scenario, { seed: 1 });
  const reading = readResults(scenario, record);
  const [subject] = reading.subjects;
  return {
    ...readRun(record),
    ledger: record.ledgers.data[0],
    lost: writesLost(reading, subject) as number,
    point: recoveryPointSeconds(reading, subject) as number,
  };
}

const burn = (site: string, share: number, atSeconds = 5.5 * HOUR): FaultSpec => ({
  kind: 'destroy',
  atSeconds,
  parameters: { site, share },
});
const corrupt = (site?: string, atSeconds = 5.5 * HOUR): FaultSpec => ({
  kind: 'data-corruption',
  atSeconds,
  parameters: { service: 'store', noticed: 0.75 * HOUR, ...(site ? { site } : {}) },
});
const dark = (site: string, atSeconds: number, untilSeconds: number): FaultSpec => ({
  kind: 'power-loss',
  atSeconds,
  untilSeconds,
  parameters: { site },
});

describe('a destroyed copy', () => {
  test('is restored from the last backup, in size over rate, and what was written since is lost', () => {
    const run = play(spec({}, [burn('east', 0.2)]));
    // The backup of 5:00: 30 min x 60 s x 50 writes.
    expect(run.lost).toBeCloseTo(1800 * 50, 3);
    expect(run.point).toBe(1800);
    expect(run.time('task.began', 'store@east:restore#1')).toBe(5.5 * HOUR);
    expect(run.time('data.restored', 'store@east')).toBe(7.5 * HOUR);
    expect(run.events('data.restored', 'store@east')[0].numbers.ageSeconds).toBe(2.5 * HOUR);
    expect(run.time('task.finished', 'store@east:check#1')).toBe(8.5 * HOUR);
    expect(run.at('service', 'store', 'share', 8.4 * HOUR)).toBe(0);
    expect(run.at('service', 'store', 'share', 8.6 * HOUR)).toBeCloseTo(1, 6);
    expect(run.causes('copy.lost', 'store@east')).toEqual(['servers.destroyed store@east']);
  });

  test('is not lost while no more of its servers are gone than it tolerates', () => {
    const run = play(spec({}, [burn('east', 0.1)]));
    expect(run.events('copy.lost')).toEqual([]);
    expect(run.lost).toBe(0);
  });

  test('once restored on the servers that are left, is not lost again by the same loss', () => {
    const run = play(
      spec({}, [
        burn('east', 0.2),
        { kind: 'crash', atSeconds: 12 * HOUR, untilSeconds: 13 * HOUR, parameters: { service: 'store', share: 0.5 } },
      ]),
    );
    expect(run.events('copy.lost')).toHaveLength(1);
  });

  test('without a backup is lost with everything in it, and the service waits for ever', () => {
    const run = play(spec({ backups: null }, [burn('east', 0.2)]));
    expect(run.lost).toBeCloseTo(5.5 * HOUR * 50, 3);
    expect(run.point).toBe(5.5 * HOUR);
    expect(run.ledger.kept).toBe(0);
    expect(run.at('service', 'store', 'share', 23 * HOUR)).toBe(0);
    expect(run.record.warnings.map(({ code }) => code)).toContain('waits-for-ever');
  });

  test('waits for the site of its backups', () => {
    const run = play(spec({}, [dark('vault', 5.2 * HOUR, 9 * HOUR), burn('east', 0.2)]));
    expect(run.time('task.began', 'store@east:restore#1')).toBe(9 * HOUR);
    expect(run.time('data.restored', 'store@east')).toBe(11 * HOUR);
  });

  test('whose backups stand beside it goes with them', () => {
    const run = play(spec({ backups: { ...BACKUPS, site: 'east' } }, [burn('east', 0.2)]));
    expect(run.events('backups.lost')).toHaveLength(1);
    expect(run.lost).toBeCloseTo(5.5 * HOUR * 50, 3);
  });

  test('is copied from another one first, and loses only what that one lacks', () => {
    const run = play(spec({ copies: ['east', 'west'], replication: 'async', lagSeconds: 10 }, [burn('east', 0.2)]));
    // West has no servers of the service, only the copy.
    expect(run.lost).toBeCloseTo(500, 3);
    expect(run.time('data.copied', 'store@east')).toBe(7.5 * HOUR);
    expect(run.events('data.restored')).toEqual([]);
  });

  test('with a dark one left is not restored from an older backup', () => {
    const made = spec({ copies: ['east', 'west'], replication: 'async', lagSeconds: 10 }, [
      dark('west', 5.4 * HOUR, 9 * HOUR),
      burn('east', 0.2),
    ]);
    const run = play(made);
    expect(run.time('data.copied', 'store@east')).toBe(11 * HOUR);
    // West stopped 6 min before the fire, 10 s behind; the backup of 5:00 would have been 30 min old.
    expect(run.lost).toBeCloseTo((360 + 10) * 50, 3);
  });

  test('and all servers with it: a standby elsewhere is promoted from the backup, after the time of a restore', () => {
    const deployments = { east: {}, west: { role: 'warm-standby' as const } };
    const run = play(spec({}, [burn('east', 1)], { deployments }));
    expect(run.time('failover.done', 'store@west')).toBe(5.5 * HOUR + 60 + 2 * HOUR);
    expect(run.lost).toBeCloseTo(1800 * 50, 3);
    expect(run.at('service', 'store', 'writes', 9 * HOUR)).toBeCloseTo(50, 6);
  });
});

describe('a corrupted copy', () => {
  test('is restored from a backup that is older than the corruption', () => {
    // Corrupt from 5:30, noticed at 6:15: the backup of 6:00 is corrupt, that of 5:00 is not.
    const run = play(spec({}, [corrupt()]));
    expect(run.at('service', 'store', 'share', 6 * HOUR)).toBeCloseTo(1, 6);
    expect(run.at('service', 'store', 'share', 6.3 * HOUR)).toBe(0);
    expect(run.point).toBe(1.25 * HOUR);
    expect(run.lost).toBeCloseTo(1.25 * HOUR * 50, 3);
    expect(run.time('data.restored', 'store@east')).toBe(8.25 * HOUR);
    expect(run.causes('corruption.noticed', 'store')).toEqual(['data.corrupted store@east']);
  });

  test('without a backup that old is lost for good', () => {
    const run = play(spec({ backups: { ...BACKUPS, keep: 1 } }, [corrupt()]));
    expect(run.lost).toBeCloseTo(6.25 * HOUR * 50, 3);
    expect(run.at('service', 'store', 'share', 23 * HOUR)).toBe(0);
  });

  test('corrupts those that follow it: replication is no backup', () => {
    const replicas = { copies: ['east', 'west'], replication: 'async' as const, lagSeconds: 10 };
    const deployments = { east: {}, west: { role: 'hot-standby' as const } };
    const run = play(spec({ ...replicas, backups: null }, [corrupt()], { deployments }));
    expect(run.events('corruption.noticed', 'store')[0].numbers.copies).toBe(2);
    expect(run.events('failover.done')).toEqual([]);
    expect(run.lost).toBeCloseTo(6.25 * HOUR * 50, 3);
    const saved = play(spec(replicas, [corrupt()], { deployments }));
    expect(saved.lost).toBeCloseTo(1.25 * HOUR * 50, 3);
    expect(saved.at('service', 'store', 'share', 12 * HOUR)).toBeCloseTo(1, 6);
    // One is restored from the backup, the other is copied from that.
    expect([saved.events('data.restored').length, saved.events('data.copied').length]).toEqual([1, 1]);
  });

  test('leaves alone a copy that is further behind than it takes to notice', () => {
    const late = { copies: ['east', 'west'], replication: 'async' as const, lagSeconds: HOUR, backups: null };
    const run = play(spec(late, [corrupt()], { deployments: { east: {}, west: { role: 'hot-standby' } } }));
    expect(run.events('corruption.noticed', 'store')[0].numbers.copies).toBe(1);
    expect(run.time('failover.done', 'store@west')).toBe(6.25 * HOUR + 60);
    expect(run.lost).toBeCloseTo(HOUR * 50, 3);
    expect(run.at('service', 'store', 'share', 7 * HOUR)).toBeCloseTo(1, 6);
  });

  test('that only follows hurts nobody, and is copied anew', () => {
    const replicas = { copies: ['east', 'west'], replication: 'async' as const, lagSeconds: 10, backups: null };
    const run = play(spec(replicas, [corrupt('west')], { deployments: { east: {}, west: { role: 'hot-standby' } } }));
    expect(run.at('service', 'store', 'share', 7 * HOUR)).toBeCloseTo(1, 6);
    expect(run.time('data.copied', 'store@west')).toBe(8.25 * HOUR);
    expect(run.lost).toBe(0);
  });

  test('that comes to lead before anybody notices spoils what is written on it', () => {
    const replicas = { copies: ['east', 'west'], replication: 'async' as const, lagSeconds: 10 };
    const made = spec(replicas, [corrupt('west'), dark('east', 5.75 * HOUR, 20 * HOUR)], {
      deployments: { east: {}, west: { role: 'hot-standby' } },
    });
    const run = play(made);
    // Lost: the lag when the west takes over at 5:46, and what it wrote from then to 6:15. The east is sound, but dark.
    expect(run.events('corruption.noticed', 'store')[0].numbers.copies).toBe(1);
    expect(run.lost).toBeCloseTo(500 + (1800 - 60) * 50, 3);
    expect(run.time('data.copied', 'store@west')).toBe(22 * HOUR);
  });
});
