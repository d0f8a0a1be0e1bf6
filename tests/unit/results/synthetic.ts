/**
 * Small scenarios and records written by hand, so that every expected number can be derived on paper.
 * Times are seconds from the start: 15 October 2022 15:19:00 in Korea.
 */
import type { Entity, Quantity, RunRecord } from '../../../src/record/record.js';
import { createRecorder } from '../../../src/record/record-writer.js';
import type { Recorder, RecordFacts } from '../../../src/record/recorder.js';
import { type Reading, readRun } from '../../../src/results/reading.js';
import type {
  Dependency,
  DependencyKind,
  Deployment,
  Expectation,
  HistoryRow,
  Journey,
  Scenario,
  Service,
  Site,
  Users,
} from '../../../src/scenario/model.js';
import { FACTS } from '../record/facts.js';

const SECOND = 1e6;

export function users(over: Partial<Users> = {}): Users {
  return {
    path: '',
    population: 'people',
    share: 1,
    peakPerSecond: 100,
    profile: 'flat',
    timeoutSeconds: 1,
    retries: 0,
    backoffSeconds: 0,
    retryBudget: null,
    comeBack: { probability: 0, afterSeconds: 60 },
    putOff: { probability: 0, afterSeconds: 3600 },
    dnsTtlSeconds: 60,
    substitutes: [],
    leave: { hazardPerHour: 0, growthPerHour: 0, returnShare: 0, returnAfterSeconds: 86_400 },
    revenuePerRequest: 0,
    ...over,
  };
}

export function need(service: string, kind: DependencyKind = 'required'): Dependency {
  return {
    service,
    path: '',
    kind,
    calls: 1,
    timeoutSeconds: 1,
    retries: 0,
    backoffSeconds: 0,
    retryBudget: null,
    parallel: null,
    breaker: null,
    cache: null,
    ageLimitSeconds: null,
    catchUp: 2,
    byHand: null,
  };
}

export function deployment(site: string, over: Partial<Deployment> = {}): Deployment {
  return {
    site,
    path: '',
    role: 'active',
    servers: 10,
    zones: [{ zone: 'a1', servers: 10 }],
    capacityPerServer: 10,
    workersPerServer: 8,
    costPerServer: 0,
    ...over,
  };
}

export function service(id: string, over: Partial<Service> = {}): Service {
  return {
    id,
    order: 0,
    path: `services.${id}`,
    name: { en: id },
    domain: null,
    class: 'stateless',
    users: null,
    routing: 'nearest',
    serviceTime: { kind: 'constant', value: 0.1 },
    queuePerServer: 100,
    health: { intervalSeconds: 10, threshold: 3 },
    failover: {
      noticed: null,
      decide: null,
      promote: { kind: 'constant', value: 60 },
      failChance: 0,
      byHandFactor: null,
      team: null,
      people: 0,
      failback: false,
    },
    admission: null,
    data: null,
    deployments: [deployment('pangyo')],
    needs: [],
    ...over,
  };
}

export function data(copies: readonly string[]): NonNullable<Service['data']> {
  return {
    path: '',
    copies,
    replication: 'none',
    lagSeconds: 0,
    quorum: 1,
    witness: null,
    onSplit: 'stop',
    merge: { secondsPerWrite: 0, lostShare: 0 },
    writes: 1,
    sizeBytes: null,
    restoreBytesPerHour: 1,
    tolerates: 0,
    backups: null,
  };
}

export function journey(id: string, over: Partial<Journey> = {}): Journey {
  return { id, order: 0, path: `journeys.${id}`, name: { en: id }, users: users(), needs: [], ...over };
}

export function site(id: string, over: Partial<Site> = {}): Site {
  return {
    id,
    order: 0,
    path: `sites.${id}`,
    name: { en: id },
    at: null,
    servers: 100,
    zones: [{ id: 'a1', path: `sites.${id}.zones.a1`, share: 1 }],
    spareServers: 0,
    cost: 0,
    ...over,
  };
}

export function expectation(over: Partial<Expectation>): Expectation {
  return {
    name: { en: 'an expectation' },
    path: 'expect[0]',
    measure: 'restoredAfterSeconds',
    of: null,
    atLeast: null,
    atMost: null,
    relativeTo: null,
    withinSeconds: null,
    untouchedPasses: false,
    ...over,
  };
}

export function historyRow(id: string, over: Partial<HistoryRow>): HistoryRow {
  return {
    id,
    order: 0,
    path: '',
    service: id,
    milestone: 'restored',
    afterSeconds: null,
    bySeconds: null,
    source: null,
    ...over,
  };
}

export function scenario(over: Partial<Scenario> = {}): Scenario {
  return {
    format: 1,
    id: 'synthetic',
    file: 'synthetic.yaml',
    sha256: '0'.repeat(64),
    title: { en: 'Synthetic' },
    purpose: null,
    start: { epochMilliseconds: FACTS.startEpochMilliseconds, offsetMinutes: FACTS.offsetMinutes },
    durationSeconds: 3600,
    layout: 'base',
    layouts: ['base'],
    changes: [],
    sites: [site('pangyo')],
    links: [],
    profiles: [{ id: 'flat', steps: [1] }],
    populations: [{ id: 'people', people: 1000 }],
    classes: [],
    services: [],
    journeys: [],
    substitutes: [],
    faults: [],
    rates: [],
    recovery: {
      power: [],
      teams: [],
      order: 'users',
      strategy: 'wait',
      unlimitedPeople: false,
      boot: { team: null, byHandPerHour: 1, byToolPerHour: 1, tools: [], casualties: 0, repair: null, wave: 1 },
      nightPause: null,
    },
    expectations: [],
    history: null,
    currency: null,
    prices: { perServer: 0, perSite: 0, perLink: 0, perPerson: 0 },
    frequencyPerYear: null,
    merchants: [],
    terms: [],
    restoration: null,
    solver: { tolerance: 1 },
    provenance: {},
    defaulted: [],
    positions: {},
    ...over,
  };
}

/** What a test writes into a record: levels as [seconds, value], in any order of tracks. */
export type Levels = Readonly<Record<string, Partial<Record<Quantity, readonly (readonly [number, number])[]>>>>;

/**
 * A record with the entities of the scenario; `levels` by service or journey id. `more` may write events and tracks of
 * other entities; it is called before the levels.
 */
export function record(
  of: Scenario,
  levels: Levels = {},
  facts: Partial<RecordFacts> = {},
  more: (recorder: Recorder, entity: (kind: Entity['kind'], id: string) => number) => void = () => {},
): RunRecord {
  const recorder = createRecorder();
  for (const each of of.sites) {
    const owner = recorder.entity('site', each.id, [], each.path);
    for (const zone of each.zones) recorder.entity('zone', `${each.id}/${zone.id}`, [owner], zone.path);
  }
  for (const each of of.services) recorder.entity('service', each.id, [], each.path);
  for (const each of of.journeys) recorder.entity('journey', each.id, [], each.path);
  for (const each of of.services) {
    for (const place of each.deployments) {
      const owners = [recorder.entity('service', each.id), recorder.entity('site', place.site)];
      recorder.entity('deployment', `${each.id}@${place.site}`, owners, place.path);
    }
  }
  more(recorder, (kind, id) => recorder.entity(kind, id));
  for (const [id, tracks] of Object.entries(levels)) {
    const kind = of.services.some((each) => each.id === id) ? 'service' : 'journey';
    for (const [quantity, samples] of Object.entries(tracks)) {
      for (const [seconds, value] of samples) {
        recorder.level(seconds * SECOND, recorder.entity(kind, id), quantity as Quantity, value);
      }
    }
  }
  return recorder.finish({ ...FACTS, durationMicroseconds: of.durationSeconds * SECOND, ...facts });
}

/** A reading of a record as {@link record} makes it. */
export function reading(
  of: Scenario,
  levels: Levels = {},
  facts: Partial<RecordFacts> = {},
  more?: Parameters<typeof record>[3],
): Reading {
  return readRun(of, record(of, levels, facts, more));
}
