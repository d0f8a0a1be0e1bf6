/**
 * Checked scenarios in a few lines, for tests that are about the world and not about the file.
 *
 * Everything has the model's own names and units (`src/scenario/model.ts`); what is left out is filled in so that it
 * does nothing: flat demand, no retries, one site `here` with one zone, servers with one core and workers to spare,
 * a class that is back as soon as its machines are. Ids are the keys; collections come out sorted by id, as the model
 * demands. Nothing is checked: a scenario that no file could say is the test's own doing.
 *
 * ```ts
 * buildScenario({
 *   durationSeconds: 300,
 *   services: {
 *     web: { servers: 4, capacityPerServer: 500, users: { peakPerSecond: 800 }, needs: [{ service: 'store', retries: 3 }] },
 *     store: { servers: 10, capacityPerServer: 100, queuePerServer: 500 },
 *   },
 *   faults: [{ kind: 'crash', atSeconds: 60, untilSeconds: 120, parameters: { service: 'store', share: 0.5 } }],
 * });
 * ```
 */
import { constant, exponential } from '../../src/engine/distributions.js';
import type {
  BootPlan,
  Breaker,
  Cache,
  DataPlacement,
  Dependency,
  Deployment,
  Expectation,
  Failover,
  Fault,
  FaultRate,
  FaultValue,
  History,
  Instant,
  Journey,
  Link,
  Population,
  Recovery,
  Scenario,
  Service,
  ServiceClass,
  Site,
  Team,
  TeamGroup,
  Users,
} from '../../src/scenario/model.js';

type Named<T> = Readonly<Record<string, T>>;

/** Midnight UTC, Monday 1 January 2024. */
const START: Instant = { epochMilliseconds: 1_704_067_200_000, offsetMinutes: 0 };

export interface ScenarioSpec {
  readonly id?: string;
  readonly start?: Instant;
  /** 300 when left out. */
  readonly durationSeconds?: number;
  readonly sites?: Named<SiteSpec>;
  readonly links?: readonly { readonly between: readonly [string, string]; readonly latencySeconds: number }[];
  /** Beside `flat`, which is always there: values from 00:00 local time. */
  readonly profiles?: Named<readonly number[]>;
  readonly classes?: Named<Partial<ServiceClass>>;
  readonly services: Named<ServiceSpec>;
  readonly journeys?: Named<JourneySpec>;
  readonly faults?: readonly FaultSpec[];
  /** What goes wrong by chance: nothing when left out. */
  readonly rates?: Named<RateSpec>;
  readonly recovery?: RecoverySpec;
  readonly expectations?: readonly Expectation[];
  readonly history?: History;
  /** Multiplies every tolerance of the flow solver. */
  readonly tolerance?: number;
}

export interface SiteSpec {
  /** At least the servers of its deployments, which is also the default. */
  readonly servers?: number;
  /** Shares that sum to 1; `{ z: 1 }` when left out. */
  readonly zones?: Named<number>;
  readonly spareServers?: number;
  readonly at?: readonly [number, number];
}

/** The deployment's numbers may stand at the service; they hold for each deployment that does not say otherwise. */
export interface ServiceSpec
  extends DeploymentSpec,
    Partial<Pick<Service, 'class' | 'routing' | 'queuePerServer' | 'domain' | 'admission'>> {
  /** Exponential with mean 1 / capacity (one core a server) when left out. */
  readonly serviceTime?: Service['serviceTime'];
  readonly users?: UsersSpec;
  readonly health?: Service['health'];
  readonly failover?: Partial<Failover>;
  /** One copy at least; the rest does nothing unless it is stated. Lag 0. */
  readonly data?: Partial<DataPlacement> & Pick<DataPlacement, 'copies'>;
  /** By site; `{ here: {} }` when left out. */
  readonly deployments?: Named<DeploymentSpec>;
  /** In the order of the calls. */
  readonly needs?: readonly DependencySpec[];
}

export interface DeploymentSpec {
  readonly role?: Deployment['role'];
  /** 1 when left out. */
  readonly servers?: number;
  /** 100 requests a second when left out. */
  readonly capacityPerServer?: number;
  /** 1000 when left out: enough never to bind. */
  readonly workersPerServer?: number;
  /** Servers by zone; shared out like the site's zones when left out. */
  readonly zones?: Named<number>;
}

export type UsersSpec = Partial<Omit<Users, 'path' | 'leave'>> & {
  readonly peakPerSecond: number;
  readonly leave?: Partial<Users['leave']>;
};

export interface JourneySpec {
  readonly users: UsersSpec;
  readonly needs: readonly DependencySpec[];
}

export type DependencySpec = Partial<Omit<Dependency, 'path' | 'breaker' | 'cache'>> & {
  readonly service: string;
  readonly breaker?: Partial<Breaker>;
  readonly cache?: Partial<Cache>;
};

export interface FaultSpec {
  readonly kind: string;
  readonly atSeconds: number;
  readonly untilSeconds?: number;
  readonly parameters: Readonly<Record<string, FaultValue>>;
}

export type RateSpec = Pick<FaultRate, 'kind' | 'perYear' | 'parameters'> & Partial<Pick<FaultRate, 'lasts'>>;

export type RecoverySpec = Partial<Omit<Recovery, 'power' | 'teams' | 'boot'>> & {
  readonly power?: readonly { readonly site: string; readonly zone: string; readonly atSeconds: number }[];
  readonly teams?: Named<TeamSpec>;
  readonly boot?: Partial<BootPlan>;
};

/** The group's numbers may stand at the team: they are those of its own people. */
export type TeamSpec = Partial<Pick<Team, 'onSite'> & Omit<TeamGroup, 'id' | 'path'>> & {
  readonly groups?: Named<Partial<Omit<TeamGroup, 'id' | 'path'>>>;
};

export function buildScenario(spec: ScenarioSpec): Scenario {
  const services = sorted(spec.services, (id, service, order) =>
    buildService(id, service, order, spec.sites ?? { here: {} }),
  );
  const journeys = sorted(spec.journeys ?? {}, buildJourney);
  const links = (spec.links ?? []).map(({ between, latencySeconds }): Link => {
    const id = [...between].sort().join('-');
    return { id, path: `links.${id}`, between, latencySeconds, cost: 0 };
  });
  return {
    format: 1,
    id: spec.id ?? 'test',
    file: `${spec.id ?? 'test'}.yaml`,
    sha256: '0'.repeat(64),
    title: { en: spec.id ?? 'test' },
    purpose: null,
    start: spec.start ?? START,
    durationSeconds: spec.durationSeconds ?? 300,
    layout: 'base',
    layouts: ['base'],
    changes: [],
    sites: sorted(spec.sites ?? { here: {} }, (id, site, order) => buildSite(id, site, order, services)),
    links: links.sort((a, b) => compare(a.id, b.id)),
    profiles: sorted({ flat: [1], ...spec.profiles }, (id, steps) => ({ id, steps })),
    populations: populations(services, journeys),
    classes: sorted({ plain: {}, ...spec.classes }, buildClass),
    services,
    journeys,
    substitutes: [],
    faults: (spec.faults ?? []).map(buildFault).sort((a, b) => compare(a.id, b.id)),
    rates: sorted(spec.rates ?? {}, buildRate),
    recovery: buildRecovery(spec.recovery ?? {}),
    expectations: spec.expectations ?? [],
    history: spec.history ?? null,
    currency: null,
    prices: { perServer: 0, perSite: 0, perLink: 0, perPerson: 0 },
    frequencyPerYear: null,
    merchants: [],
    terms: [],
    restoration: null,
    solver: { tolerance: spec.tolerance ?? 1 },
    provenance: {},
    defaulted: [],
    positions: {},
  };
}

function buildSite(id: string, spec: SiteSpec, order: number, services: readonly Service[]): Site {
  const deployed = services.flatMap((service) => service.deployments).filter((deployment) => deployment.site === id);
  const used = deployed.reduce((sum, deployment) => sum + deployment.servers, 0);
  return {
    id,
    order,
    path: `sites.${id}`,
    name: { en: id },
    at: spec.at ?? null,
    servers: spec.servers ?? Math.max(1, used),
    zones: sorted(zonesOf(spec), (zone, share) => ({ id: zone, path: `sites.${id}.zones.${zone}`, share })),
    spareServers: spec.spareServers ?? 0,
    cost: 0,
  };
}

function buildService(id: string, spec: ServiceSpec, order: number, sites: Named<SiteSpec>): Service {
  const path = `services.${id}`;
  const capacity = spec.capacityPerServer ?? 100;
  return {
    id,
    order,
    path,
    name: { en: id },
    domain: spec.domain ?? null,
    class: spec.class ?? 'plain',
    users: spec.users ? buildUsers(id, `${path}.users`, spec.users) : null,
    routing: spec.routing ?? 'nearest',
    serviceTime: spec.serviceTime ?? exponential(1 / capacity),
    queuePerServer: spec.queuePerServer ?? 100,
    health: spec.health ?? { intervalSeconds: 1, threshold: 3 },
    failover: {
      noticed: null,
      decide: null,
      promote: constant(0),
      failChance: 0,
      byHandFactor: 1,
      team: null,
      people: 0,
      failback: true,
      ...spec.failover,
    },
    data: spec.data ? buildData(spec.data, `${path}.data`) : null,
    admission: spec.admission ?? null,
    deployments: sorted(spec.deployments ?? { here: {} }, (site, own) => {
      const servers = own.servers ?? spec.servers ?? 1;
      const zones = own.zones ?? spec.zones ?? shareOut(servers, zonesOf(sites[site] ?? {}));
      return {
        site,
        path: `${path}.deploy.${site}`,
        role: own.role ?? spec.role ?? 'active',
        servers,
        zones: sorted(zones, (zone, count) => ({ zone, servers: count })).filter((part) => part.servers > 0),
        capacityPerServer: own.capacityPerServer ?? capacity,
        workersPerServer: own.workersPerServer ?? spec.workersPerServer ?? 1000,
        costPerServer: 0,
      };
    }),
    needs: (spec.needs ?? []).map((need) => buildDependency(need, path)),
  };
}

function buildData(spec: NonNullable<ServiceSpec['data']>, path: string): DataPlacement {
  const replication = spec.replication ?? (spec.copies.length > 1 ? 'async' : 'none');
  const votes = spec.copies.length + (spec.witness ? 1 : 0);
  return {
    path,
    replication,
    lagSeconds: 0,
    quorum: replication === 'sync' ? Math.floor(votes / 2) + 1 : 1,
    witness: null,
    onSplit: 'stop',
    merge: { secondsPerWrite: 0, lostShare: 0 },
    writes: 0.5,
    sizeBytes: null,
    restoreBytesPerHour: 1e12,
    tolerates: 0,
    backups: null,
    ...spec,
  };
}

function buildJourney(id: string, spec: JourneySpec, order: number): Journey {
  const path = `journeys.${id}`;
  return {
    id,
    order,
    path,
    name: { en: id },
    users: buildUsers(id, `${path}.users`, spec.users),
    needs: spec.needs.map((need) => buildDependency(need, path)),
  };
}

function buildUsers(owner: string, path: string, spec: UsersSpec): Users {
  return {
    path,
    population: owner,
    share: 1,
    profile: 'flat',
    timeoutSeconds: 10,
    retries: 0,
    backoffSeconds: 0,
    retryBudget: null,
    comeBack: { probability: 0, afterSeconds: 60 },
    dnsTtlSeconds: 0,
    putOff: { probability: 0, afterSeconds: 3600 },
    substitutes: [],
    revenuePerRequest: 0,
    ...spec,
    leave: { hazardPerHour: 0, growthPerHour: 0, returnShare: 0, returnAfterSeconds: 86_400, ...spec.leave },
  };
}

function buildDependency(spec: DependencySpec, owner: string): Dependency {
  return {
    kind: 'required',
    path: `${owner}.needs.${spec.service}`,
    calls: 1,
    timeoutSeconds: 1,
    retries: 0,
    backoffSeconds: 0,
    retryBudget: null,
    parallel: null,
    ageLimitSeconds: null,
    catchUp: 2,
    byHand: null,
    ...spec,
    breaker: spec.breaker ? { failureShare: 0.5, windowSeconds: 10, openSeconds: 5, ...spec.breaker } : null,
    cache: spec.cache ? { entries: 1000, hits: 0.9, coldAtStart: false, ...spec.cache } : null,
  };
}

function buildClass(id: string, spec: Partial<ServiceClass>): ServiceClass {
  return {
    id,
    path: `classes.${id}`,
    name: { en: id },
    check: null,
    start: null,
    verify: null,
    serveFirst: false,
    quorum: 0,
    rebuild: null,
    byHandFactor: null,
    admission: null,
    ...spec,
  };
}

function buildRate(id: string, { kind, perYear, parameters, lasts = null }: RateSpec, order: number): FaultRate {
  return { id, order, path: `rates.${id}`, kind, perYear, lasts, parameters };
}

function buildFault(spec: FaultSpec, order: number): Fault {
  return {
    id: `fault-${String(order).padStart(3, '0')}`,
    order,
    path: `faults[${order}]`,
    kind: spec.kind,
    atSeconds: spec.atSeconds,
    untilSeconds: spec.untilSeconds ?? null,
    parameters: spec.parameters,
  };
}

function buildRecovery(spec: RecoverySpec): Recovery {
  return {
    order: 'scenario',
    strategy: 'wait',
    unlimitedPeople: false,
    nightPause: null,
    ...spec,
    power: (spec.power ?? []).map((row) => ({ ...row, path: `recovery.power.${row.site}.${row.zone}` })),
    teams: sorted(spec.teams ?? {}, buildTeam),
    boot: {
      team: null,
      byHandPerHour: 1e9,
      byToolPerHour: 1e9,
      tools: [],
      casualties: 0,
      repair: null,
      wave: 1e9,
      ...spec.boot,
    },
  };
}

function buildTeam(id: string, { onSite, groups, ...own }: TeamSpec): Team {
  const path = `recovery.teams.${id}`;
  const usual = { people: 1, classes: null, stages: null, fromSeconds: 0, called: null };
  const all: TeamGroup[] = [
    { ...usual, ...own, id: '', path },
    ...sorted(groups ?? {}, (name, group) => ({ ...usual, ...group, id: name, path: `${path}.groups.${name}` })),
  ];
  const people = all.reduce((sum, group) => sum + group.people, 0);
  return { id, path, name: { en: id }, people, groups: all, onSite: onSite ?? false };
}

/** Each service or journey with users has a population of its own, a thousand people for each request a second. */
function populations(services: readonly Service[], journeys: readonly Journey[]): Population[] {
  const people = new Map<string, number>();
  for (const { users } of [...services, ...journeys]) {
    if (users) people.set(users.population, Math.max(people.get(users.population) ?? 0, users.peakPerSecond * 1000));
  }
  return sorted(Object.fromEntries(people), (id, count) => ({ id, people: count }));
}

function zonesOf(spec: SiteSpec): Named<number> {
  return spec.zones ?? { z: 1 };
}

/** Whole servers by share, the largest remainders rounded up. */
function shareOut(servers: number, shares: Named<number>): Named<number> {
  const parts = Object.entries(shares).map(([zone, share]) => ({
    zone,
    exact: share * servers,
    count: Math.floor(share * servers + 1e-9),
  }));
  let left = servers - parts.reduce((sum, part) => sum + part.count, 0);
  for (const part of [...parts].sort((a, b) => b.exact - b.count - (a.exact - a.count) || compare(a.zone, b.zone))) {
    if (left <= 0) break;
    part.count += Math.min(1, left);
    left--;
  }
  return Object.fromEntries(parts.map((part) => [part.zone, part.count]));
}

function sorted<T, U>(named: Named<T>, build: (id: string, item: T, order: number) => U): U[] {
  return Object.entries(named)
    .map(([id, item], order) => ({ id, built: build(id, item, order) }))
    .sort((a, b) => compare(a.id, b.id))
    .map(({ built }) => built);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
