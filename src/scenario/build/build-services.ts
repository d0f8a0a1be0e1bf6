import { constant, type Distribution, exponential } from '../../engine/distributions.js';
import { DEFAULT_CLASS, DEFAULTS } from '../defaults.js';
import type { Deployment, Failover, Journey, Prices, Service } from '../model.js';
import type { Path } from '../reading/path.js';
import type { RawScenario } from '../schema/scenario-schema.js';
import { perSecond } from '../units/rate.js';
import { buildAdmission } from './build-admission.js';
import { buildData } from './build-data.js';
import { buildNeeds } from './build-needs.js';
import { buildUsers } from './build-users.js';
import { type Draft, sortedEntries } from './draft.js';
import { checkName, checkZone } from './names.js';
import { type Part, shareOut, wholeShares } from './shares.js';

type RawService = RawScenario['services'][string];
type RawDeployment = RawService['deploy'][string];
type Zones = ReadonlyMap<string, readonly Part[]>;

export function buildServices(draft: Draft, raw: RawScenario['services'], zones: Zones, prices: Prices): Service[] {
  return sortedEntries(raw, (id, service, order): Service => {
    const at: Path = ['services', id];
    if (service.class !== undefined) checkName(draft, 'classes', service.class, [...at, 'class']);
    const deployments = sortedEntries(service.deploy, (site, deployment) =>
      buildDeployment(draft, service, deployment, site, [...at, 'deploy', site], zones, prices),
    );
    if (deployments.length === 0 && !('deploy' in service))
      draft.report({ code: 'needs-entries', path: [...at, 'deploy'] });
    return {
      id,
      order,
      path: draft.path(...at),
      name: service.name ?? { en: id },
      domain: service.domain ?? null,
      class: service.class ?? (service.data === undefined ? DEFAULT_CLASS.withoutData : DEFAULT_CLASS.withData),
      users: service.users === undefined ? null : buildUsers(draft, service.users, id, [...at, 'users']),
      routing: service.routing ?? 'nearest',
      serviceTime: serviceTime(draft, service.serviceTime, deployments, [...at, 'serviceTime']),
      queuePerServer: draft.given(service.queue, DEFAULTS.queue, ...at, 'queue'),
      health: {
        intervalSeconds: draft.given(service.health?.interval, DEFAULTS.healthInterval, ...at, 'health', 'interval'),
        threshold: draft.given(service.health?.threshold, DEFAULTS.healthThreshold, ...at, 'health', 'threshold'),
      },
      failover: buildFailover(draft, service, deployments, [...at, 'failover']),
      admission:
        service.admission === undefined ? null : buildAdmission(draft, service.admission, [...at, 'admission']),
      data: service.data === undefined ? null : buildData(draft, service.data, [...at, 'data']),
      deployments,
      needs: buildNeeds(draft, service.needs, [...at, 'needs']),
    };
  });
}

export function buildJourneys(draft: Draft, raw: RawScenario['journeys']): Journey[] {
  return sortedEntries(
    raw ?? {},
    (id, journey, order): Journey => ({
      id,
      order,
      path: draft.path('journeys', id),
      name: journey.name ?? { en: id },
      users: buildUsers(draft, journey.users, id, ['journeys', id, 'users']),
      needs: buildNeeds(draft, journey.needs, ['journeys', id, 'needs']),
    }),
  );
}

function buildDeployment(
  draft: Draft,
  service: RawService,
  raw: RawDeployment,
  site: string,
  at: Path,
  zones: Zones,
  prices: Prices,
): Deployment {
  checkName(draft, 'sites', site, at, 'key');
  const capacity = raw.capacity ?? service.capacity;
  if (capacity === undefined)
    draft.report({
      code: 'missing-key',
      path: [...at, 'capacity'],
      on: 'key',
      values: { key: 'capacity' },
      elsewhere: [...at.slice(0, -2), 'capacity'],
    });
  return {
    site,
    path: draft.path(...at),
    role: raw.role ?? 'active',
    servers: raw.servers,
    zones: shareOut(raw.servers, zoneShares(draft, raw, site, [...at, 'zones'], zones)),
    capacityPerServer: capacity === undefined ? 1 : perSecond(capacity),
    workersPerServer: draft.given(raw.workers, DEFAULTS.workers, ...at, 'workers'),
    costPerServer: raw.cost ?? prices.perServer,
  };
}

/** All zones of the site; those named, by their shares in the site; or by the shares written here. */
function zoneShares(draft: Draft, raw: RawDeployment, site: string, at: Path, zones: Zones): readonly Part[] {
  const ofSite = zones.get(site) ?? [];
  if (raw.zones === undefined) return ofSite;
  const listed = Array.isArray(raw.zones);
  const names = listed ? (raw.zones as readonly string[]) : Object.keys(raw.zones);
  for (const [i, zone] of names.entries())
    checkZone(draft, site, zone, [...at, listed ? i : zone], listed ? 'value' : 'key');
  if (!listed) return wholeShares(draft, raw.zones, at);
  if (names.length === 0) draft.report({ code: 'needs-entries', path: at });
  const wanted = new Set(names);
  const named = ofSite.filter(({ id }) => wanted.has(id));
  const sum = named.reduce((total, { share }) => total + share, 0);
  return named.map(({ id, share }) => ({ id, share: share / sum }));
}

/** A server has one core at least: where it does few requests a second, each takes the longer. */
function serviceTime(
  draft: Draft,
  raw: Distribution | undefined,
  deployments: readonly Deployment[],
  at: Path,
): Distribution {
  if (raw !== undefined) return raw;
  draft.defaulted.push(draft.path(...at));
  const slowest = Math.min(...deployments.map(({ capacityPerServer }) => capacityPerServer));
  return slowest < 100 ? exponential(1 / slowest) : DEFAULTS.serviceTime.value;
}

function buildFailover(draft: Draft, service: RawService, deployments: readonly Deployment[], at: Path): Failover {
  const raw = service.failover ?? {};
  if (raw.team !== undefined) checkName(draft, 'teams', raw.team, [...at, 'team']);
  const standby = deployments.some(({ role }) => role !== 'active');
  return {
    noticed: raw.noticed ?? null,
    decide: raw.decide ?? null,
    // Without a standby nothing is promoted: no number of the run rests on the default.
    promote: standby ? draft.given(raw.promote, DEFAULTS.promote, ...at, 'promote') : (raw.promote ?? constant(0)),
    // Only where something stands by: else no number of the run rests on the default.
    failChance:
      standby && raw.tested === false
        ? draft.given(raw.failChance, DEFAULTS.untestedFails, ...at, 'failChance')
        : (raw.failChance ?? 0),
    byHandFactor: raw.byHand === undefined || raw.byHand === 'never' ? null : raw.byHand,
    team: raw.team ?? null,
    people: raw.team === undefined ? 0 : (raw.people ?? 1),
    failback: raw.failback ?? true,
  };
}
