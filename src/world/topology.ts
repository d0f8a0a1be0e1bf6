/**
 * The scenario as numbers: every site, zone, service, deployment and dependency gets an index, and an entity number in
 * the record. Compiled once before a run; never changes during it.
 *
 * Left out: anything that moves. Machines are `machines.ts`, flow is `flow/`, repair is `recovery/`.
 */
import type { Recorder } from '../record/recorder.js';
import type { Dependency, Deployment, Journey, Scenario, Service, Site, Users, Zone } from '../scenario/model.js';

/** Where users are, as a place that calls come from; sites are 0, 1, 2 ... */
export const USERS_PLACE = -1;

/** Latency between two sites that the scenario does not link: one millisecond, assumed (metropolitan fibre). */
const DEFAULT_LATENCY_SECONDS = 0.001;

export interface DeploymentNode {
  readonly index: number;
  readonly entity: number;
  readonly service: number;
  readonly site: number;
  readonly spec: Deployment;
  /** Zone indices and servers there, sorted by zone. */
  readonly zones: readonly { readonly zone: number; readonly servers: number }[];
}

export interface ServiceNode {
  readonly index: number;
  readonly entity: number;
  readonly spec: Service;
  readonly deployments: readonly number[];
  /** Dependencies of the flow (required, optional, async), in the order of the calls; indices into `dependencies`. */
  readonly calls: readonly number[];
  readonly startup: readonly number[];
  readonly operate: readonly number[];
  /** Dependencies that call this service. */
  readonly callers: readonly number[];
}

export interface JourneyNode {
  readonly index: number;
  readonly entity: number;
  readonly spec: Journey;
  readonly calls: readonly number[];
}

export interface DependencyEdge {
  readonly index: number;
  readonly entity: number;
  /** Index of the calling service, or -1 when a journey calls. */
  readonly service: number;
  readonly journey: number;
  readonly callee: number;
  readonly spec: Dependency;
}

/** Demand: the users of a service or of a journey. */
export interface DemandSource {
  readonly index: number;
  readonly entity: number;
  readonly service: number;
  readonly journey: number;
  readonly users: Users;
  readonly profile: readonly number[];
}

export interface SiteNode {
  readonly index: number;
  readonly entity: number;
  readonly spec: Site;
  readonly zones: readonly number[];
  readonly deployments: readonly number[];
}

export interface ZoneNode {
  readonly index: number;
  readonly entity: number;
  readonly site: number;
  readonly spec: Zone;
}

export interface LinkNode {
  readonly index: number;
  readonly entity: number;
  readonly between: readonly [number, number];
}

export interface Topology {
  readonly scenario: Scenario;
  readonly run: number;
  readonly sites: readonly SiteNode[];
  readonly zones: readonly ZoneNode[];
  readonly links: readonly LinkNode[];
  readonly services: readonly ServiceNode[];
  readonly journeys: readonly JourneyNode[];
  readonly deployments: readonly DeploymentNode[];
  readonly dependencies: readonly DependencyEdge[];
  readonly sources: readonly DemandSource[];
  /** Entity numbers of the teams, in the order of `scenario.recovery.teams`. */
  readonly teams: readonly number[];
  /** Row-major sites x sites, seconds one way. */
  readonly latency: Float64Array;
  readonly siteIndex: ReadonlyMap<string, number>;
  readonly serviceIndex: ReadonlyMap<string, number>;
  readonly teamIndex: ReadonlyMap<string, number>;
  /** Key `site/zone`. */
  readonly zoneIndex: ReadonlyMap<string, number>;
}

const FLOW_KINDS: ReadonlySet<string> = new Set(['required', 'optional', 'async']);

export function compileTopology(scenario: Scenario, recorder: Recorder): Topology {
  const run = recorder.entity('run', scenario.id);
  const siteIndex = indexById(scenario.sites);
  const serviceIndex = indexById(scenario.services);
  const zoneIndex = new Map<string, number>();
  const zones: ZoneNode[] = [];
  const siteEntities = scenario.sites.map((site) => recorder.entity('site', site.id, [], site.path));
  scenario.sites.forEach((site, s) => {
    for (const zone of site.zones) {
      const id = `${site.id}/${zone.id}`;
      zoneIndex.set(id, zones.length);
      zones.push({
        index: zones.length,
        site: s,
        spec: zone,
        entity: recorder.entity('zone', id, [siteEntities[s]], zone.path),
      });
    }
  });
  const links = scenario.links.map((link, index): LinkNode => {
    const a = siteIndex.get(link.between[0]) as number;
    const b = siteIndex.get(link.between[1]) as number;
    return {
      index,
      between: [a, b],
      entity: recorder.entity('link', link.id, [siteEntities[a], siteEntities[b]], link.path),
    };
  });
  const serviceEntities = scenario.services.map((service) => recorder.entity('service', service.id, [], service.path));
  const journeyEntities = scenario.journeys.map((journey) => recorder.entity('journey', journey.id, [], journey.path));

  const deployments: DeploymentNode[] = [];
  const deploymentsOf: number[][] = scenario.services.map(() => []);
  const deploymentsAt: number[][] = scenario.sites.map(() => []);
  scenario.services.forEach((service, s) => {
    for (const spec of service.deployments) {
      const site = siteIndex.get(spec.site) as number;
      const index = deployments.length;
      deployments.push({
        index,
        service: s,
        site,
        spec,
        zones: spec.zones.map((part) => ({
          zone: zoneIndex.get(`${spec.site}/${part.zone}`) as number,
          servers: part.servers,
        })),
        entity: recorder.entity(
          'deployment',
          `${service.id}@${spec.site}`,
          [serviceEntities[s], siteEntities[site]],
          spec.path,
        ),
      });
      deploymentsOf[s].push(index);
      deploymentsAt[site].push(index);
    }
  });

  const dependencies: DependencyEdge[] = [];
  const callers: number[][] = scenario.services.map(() => []);
  const addDependencies = (
    needs: readonly Dependency[],
    service: number,
    journey: number,
    owner: number,
    ownerId: string,
  ): number[] =>
    needs.map((spec) => {
      const callee = serviceIndex.get(spec.service) as number;
      const index = dependencies.length;
      const id = `${ownerId}->${spec.service}${spec.kind === 'startup' || spec.kind === 'operate' ? ` (${spec.kind})` : ''}`;
      dependencies.push({
        index,
        service,
        journey,
        callee,
        spec,
        entity: recorder.entity('dependency', id, [owner, serviceEntities[callee]], spec.path),
      });
      callers[callee].push(index);
      return index;
    });
  const ofKind = (all: readonly number[], wanted: (kind: string) => boolean): number[] =>
    all.filter((d) => wanted(dependencies[d].spec.kind));
  const needsOf = scenario.services.map((service, s) =>
    addDependencies(service.needs, s, -1, serviceEntities[s], service.id),
  );
  const journeys = scenario.journeys.map((spec, index): JourneyNode => {
    const all = addDependencies(spec.needs, -1, index, journeyEntities[index], spec.id);
    return { index, spec, entity: journeyEntities[index], calls: ofKind(all, (kind) => FLOW_KINDS.has(kind)) };
  });
  const services = scenario.services.map(
    (spec, index): ServiceNode => ({
      index,
      spec,
      entity: serviceEntities[index],
      deployments: deploymentsOf[index],
      calls: ofKind(needsOf[index], (kind) => FLOW_KINDS.has(kind)),
      startup: ofKind(needsOf[index], (kind) => kind === 'startup'),
      operate: ofKind(needsOf[index], (kind) => kind === 'operate'),
      callers: callers[index],
    }),
  );

  const profiles = new Map(scenario.profiles.map((profile) => [profile.id, profile.steps]));
  const sources: DemandSource[] = [];
  const addSource = (users: Users, service: number, journey: number, entity: number): void => {
    sources.push({
      index: sources.length,
      entity,
      service,
      journey,
      users,
      profile: profiles.get(users.profile) as readonly number[],
    });
  };
  for (const service of services)
    if (service.spec.users) addSource(service.spec.users, service.index, -1, service.entity);
  for (const journey of journeys) addSource(journey.spec.users, -1, journey.index, journey.entity);

  return {
    scenario,
    run,
    sites: scenario.sites.map((spec, index) => ({
      index,
      spec,
      entity: siteEntities[index],
      zones: zones.filter((zone) => zone.site === index).map((zone) => zone.index),
      deployments: deploymentsAt[index],
    })),
    zones,
    links,
    services,
    journeys,
    deployments,
    dependencies,
    sources,
    teams: scenario.recovery.teams.map((team) => recorder.entity('team', team.id, [], team.path)),
    latency: latencies(scenario, siteIndex),
    siteIndex,
    serviceIndex,
    teamIndex: indexById(scenario.recovery.teams),
    zoneIndex,
  };
}

function indexById(items: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(items.map((item, index) => [item.id, index]));
}

/** Direct links only: a partition cuts what it names, and traffic does not find a way round. */
function latencies(scenario: Scenario, siteIndex: ReadonlyMap<string, number>): Float64Array {
  const n = scenario.sites.length;
  const table = new Float64Array(n * n).fill(DEFAULT_LATENCY_SECONDS);
  for (let i = 0; i < n; i++) table[i * n + i] = 0;
  for (const link of scenario.links) {
    const a = siteIndex.get(link.between[0]) as number;
    const b = siteIndex.get(link.between[1]) as number;
    table[a * n + b] = link.latencySeconds;
    table[b * n + a] = link.latencySeconds;
  }
  return table;
}
