/**
 * A store in two or three sites, asked 100 requests a second, of which half write: 50 writes a second. A failure is seen
 * at once, and a promotion takes 60 s.
 */
import { describe, expect, test } from 'vitest';
import { constant } from '../../../../src/engine/distributions.js';
import { recoveryPointSeconds, writesLost, writesToMerge } from '../../../../src/results/measures/data.js';
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
type Role = 'active' | 'warm-standby';

const HOUR = 3600;

function spec(
  data: Data,
  faults: readonly FaultSpec[],
  roles: Readonly<Record<string, Role>>,
  more: Partial<ScenarioSpec> = {},
): ScenarioSpec {
  return {
    durationSeconds: 4 * HOUR,
    sites: { east: {}, west: {}, third: {} },
    services: {
      store: {
        servers: 10,
        capacityPerServer: 100,
        deployments: Object.fromEntries(Object.entries(roles).map(([site, role]) => [site, { role }])),
        users: { peakPerSecond: 100 },
        health: { intervalSeconds: 0, threshold: 1 },
        failover: { promote: constant(60), failback: false },
        data,
      },
    },
    faults,
    ...more,
  };
}

function play(made: ScenarioSpec) {
  const scenario = buildScenario(made);
  const record = simulate(scenario, { seed: 1 });
  const reading = readResults(scenario, record);
  const [subject] = reading.subjects;
  const [ledger] = record.ledgers.data;
  return {
    ...readRun(record),
    ledger,
    lost: writesLost(reading, subject) as number,
    toMerge: writesToMerge(reading, subject) as number,
    point: recoveryPointSeconds(reading, subject) as number,
    share: (seconds: number) => readRun(record).at('service', 'store', 'share', seconds),
    writes: (seconds: number) => readRun(record).at('service', 'store', 'writes', seconds),
  };
}

const STANDBY = { east: 'active', west: 'warm-standby' } as const;
const BOTH = { east: 'active', west: 'active' } as const;
const dark = (site: string, atSeconds = 600, untilSeconds?: number): FaultSpec => ({
  kind: 'power-loss',
  atSeconds,
  untilSeconds,
  parameters: { site },
});
const cut = (untilSeconds: number): FaultSpec => ({
  kind: 'partition',
  atSeconds: 600,
  untilSeconds,
  parameters: { sites: ['east', 'west'] },
});

describe('a promotion onto an async copy', () => {
  test('loses the writes of the lag, and no more', () => {
    const run = play(spec({ copies: ['east', 'west'], lagSeconds: 5 }, [dark('east')], STANDBY));
    // 5 s x 50 writes a second.
    expect(run.lost).toBeCloseTo(250, 6);
    expect(run.point).toBe(5);
    expect(run.time('writes.lost', 'store')).toBe(660);
    expect(run.causes('copy.leads', 'store@west')).toContain('servers.lost store@east');
    // 600 s and the rest of the run, but for the minute of the promotion.
    expect(run.ledger.accepted).toBeCloseTo(50 * (4 * HOUR - 60), 3);
    expect(run.ledger.kept).toBeCloseTo(run.ledger.accepted - 250, 3);
  });

  test('is not made when the site comes back by itself: then nothing is lost', () => {
    const made = spec({ copies: ['east', 'west'], lagSeconds: 5 }, [dark('east', 600, 900)], { east: 'active' });
    const run = play(made);
    expect(run.lost).toBe(0);
    expect(run.point).toBe(0);
    expect(run.writes(1000)).toBeCloseTo(50, 6);
  });

  test('between two that serve moves the writes when the failure is seen, and the lag is lost', () => {
    const made = spec({ copies: ['east', 'west'], lagSeconds: 5 }, [dark('east')], BOTH);
    const run = play({
      ...made,
      services: { store: { ...made.services.store, health: { intervalSeconds: 30, threshold: 1 } } },
    });
    expect(run.lost).toBeCloseTo(250, 6);
    const seen = run.time('failure.detected', 'store@east');
    expect(run.times('writes.refused', 'store@west')).toEqual([600]);
    expect(run.times('writes.taken', 'store@west')).toEqual([seen]);
  });

  test('that has no copy, and no backup, waits for one', () => {
    const run = play(spec({ copies: ['east'] }, [dark('east', 600, 2 * HOUR)], STANDBY));
    expect(run.events('failover.done')).toEqual([]);
    expect(run.share(HOUR)).toBe(0);
    expect(run.share(3 * HOUR)).toBeCloseTo(1, 6);
    expect(run.lost).toBe(0);
  });
});

describe('sync copies', () => {
  const three: Data = { copies: ['east', 'west', 'third'], replication: 'sync', lagSeconds: 5 };

  test('with a quorum lose nothing with one site, and writes go on', () => {
    const run = play(spec(three, [dark('east')], STANDBY));
    expect(run.lost).toBe(0);
    expect(run.writes(700)).toBeCloseTo(50, 6);
  });

  test('without a quorum refuse writes, and reads go on', () => {
    const run = play(spec(three, [dark('west'), dark('third', 600, 1200)], { east: 'active' }));
    expect(run.share(900)).toBeCloseTo(0.5, 6);
    expect(run.writes(900)).toBe(0);
    expect(run.events('writes.refused', 'store@east')[0].numbers).toEqual({ votes: 1, needed: 2 });
    expect(run.share(1300)).toBeCloseTo(1, 6);
    expect(run.lost).toBe(0);
  });

  test('of which one alone has to acknowledge may lose the lag, as async ones do', () => {
    const run = play(spec({ ...three, quorum: 1 }, [dark('east')], STANDBY));
    expect(run.lost).toBeCloseTo(250, 6);
  });

  test('lose the lag when the sites that go may have been the quorum', () => {
    const gone = (site: string): FaultSpec => ({ kind: 'destroy', atSeconds: 600, parameters: { site } });
    const run = play(spec(three, [gone('east'), gone('third')], STANDBY));
    expect(run.lost).toBeCloseTo(250, 6);
    expect(run.point).toBe(5);
    // One of three cannot write.
    expect(run.writes(2 * HOUR)).toBe(0);
  });
});

describe('two sites without a third vote, cut off from each other for 20 minutes', () => {
  const two: Data = { copies: ['east', 'west'], replication: 'sync', lagSeconds: 5 };

  test('stop: neither writes, and nothing is lost', () => {
    const run = play(spec(two, [cut(1800)], BOTH));
    expect(run.writes(900)).toBe(0);
    expect(run.share(900)).toBeCloseTo(0.5, 6);
    expect([run.lost, run.toMerge]).toEqual([0, 0]);
    expect(run.causes('writes.refused', 'store@west')).toContain('link.cut east-west');
  });

  test('split: both write, and the writes of one side are merged afterwards', () => {
    const split: Data = { ...two, onSplit: 'split', merge: { secondsPerWrite: 0.1, lostShare: 0.25 } };
    const made = spec(split, [cut(1800)], BOTH);
    const run = play({
      ...made,
      classes: { plain: { check: { duration: constant(0), team: 'data', people: 1 } } },
      recovery: { teams: { data: { people: 1 } } },
    });
    expect(run.writes(900)).toBeCloseTo(50, 6);
    // Half of the users are served in each site: 25 writes a second x 1200 s apart, of which a quarter is lost.
    expect(run.lost).toBeCloseTo(7500, 3);
    expect(run.toMerge).toBeCloseTo(22_500, 3);
    // 22,500 x 0.1 s of work.
    expect(run.time('split.merged', 'store')).toBeCloseTo(1800 + 2250, 3);
    expect(run.at('service', 'store', 'complete', 2000)).toBe(0);
    expect(run.at('service', 'store', 'complete', 4100)).toBe(1);
    expect(run.ledger.kept).toBeCloseTo(run.ledger.accepted - 7500, 3);
    expect(run.ledger.unmerged).toBe(0);
  });

  test('split that lasts to the end leaves the writes of one side apart', () => {
    const run = play(spec({ ...two, onSplit: 'split' }, [cut(5 * HOUR)], BOTH));
    expect(run.ledger.unmerged).toBeCloseTo(25 * (4 * HOUR - 600), 3);
    expect(run.toMerge).toBeCloseTo(25 * (4 * HOUR - 600), 3);
  });

  test('with a witness, the side that reaches it goes on, and the other reads', () => {
    const made = spec({ ...two, quorum: 2, witness: 'third' }, [], BOTH);
    // West is cut off from the east and from the witness.
    const alone: FaultSpec = { kind: 'partition', atSeconds: 600, untilSeconds: 1800, parameters: { sites: ['west'] } };
    const run = play({ ...made, faults: [alone] });
    expect(run.writes(900)).toBeCloseTo(25, 6);
    expect(run.share(900)).toBeCloseTo(0.75, 6);
    expect([run.lost, run.toMerge]).toEqual([0, 0]);
    expect(run.writes(2000)).toBeCloseTo(50, 6);
  });

  test('with a witness on the other side the writes move there', () => {
    const made = spec({ ...two, quorum: 2, witness: 'third' }, [], BOTH);
    const alone: FaultSpec = { kind: 'partition', atSeconds: 600, untilSeconds: 1800, parameters: { sites: ['east'] } };
    const run = play({ ...made, faults: [alone] });
    expect(run.times('copy.leads', 'store@west')).toEqual([600]);
    expect(run.writes(900)).toBeCloseTo(25, 6);
    expect([run.lost, run.toMerge]).toEqual([0, 0]);
  });

  test('one site dark: stop refuses every write, split goes on and loses nothing', () => {
    expect(play(spec(two, [dark('east')], BOTH)).writes(HOUR)).toBe(0);
    const run = play(spec({ ...two, onSplit: 'split' }, [dark('east')], BOTH));
    expect(run.writes(HOUR)).toBeCloseTo(50, 6);
    expect([run.lost, run.toMerge]).toEqual([0, 0]);
  });
});

describe('async copies, cut off from each other', () => {
  const two: Data = { copies: ['east', 'west'], lagSeconds: 5 };

  test('stop: the side without the lead only reads', () => {
    const run = play(spec(two, [cut(1800)], BOTH));
    expect(run.writes(900)).toBeCloseTo(25, 6);
    expect(run.share(900)).toBeCloseTo(0.75, 6);
    expect(run.lost).toBe(0);
  });

  test('split: both write; if the lead burns meanwhile, the other side goes on with what it has', () => {
    const fire: FaultSpec = { kind: 'destroy', atSeconds: 1200, parameters: { site: 'east' } };
    const run = play(spec({ ...two, onSplit: 'split' }, [cut(1800), fire], BOTH));
    // East has written 25 a second for 600 s after the cut, and 5 s of 50 before it had not reached the west.
    expect(run.lost).toBeCloseTo(600 * 25 + 250, 3);
    expect(run.ledger.kept).toBeCloseTo(run.ledger.accepted - run.lost, 3);
    expect(run.ledger.unmerged).toBe(0);
  });
});

describe('a failback', () => {
  test('hands the writes over in order: nothing is lost a second time', () => {
    const made = spec({ copies: ['east', 'west'], lagSeconds: 5 }, [dark('east', 600, 1200)], STANDBY);
    const run = play({
      ...made,
      services: { store: { ...made.services.store, failover: { promote: constant(60), failback: true } } },
    });
    expect(run.times('copy.leads', 'store@east')).toEqual(run.times('failback.done', 'store@east'));
    expect(run.lost).toBeCloseTo(250, 6);
    expect(run.writes(2000)).toBeCloseTo(50, 6);
  });
});
