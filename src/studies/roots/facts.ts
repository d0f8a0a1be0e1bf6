/**
 * Facts of the scenario that are not enough even when nothing breaks, as roots: too few servers, time limits shorter than
 * answers take, caches that begin cold. Without one, it is stated amply.
 *
 * Left out: which of the numbers behind a capacity it is (servers, workers, service time): more servers make up for all.
 */
import type { Say } from '../../results/binding/constraint.js';
import type { Reading } from '../../results/reading.js';
import { shareOut } from '../../scenario/build/shares.js';
import type { Dependency, Journey, Scenario, Service, Users } from '../../scenario/model.js';
import { changeDeployment, changeSite } from '../saved-by/change.js';
import type { Root } from './root.js';

/** How much more than what is asked is ample: retries and work that has waited come on top. */
const AMPLE = 4;
/** So much longer than stated nobody need wait for an answer. */
const PATIENT = 100;

/** @param load the most that is ever asked of it, as a multiple of what it can do; @param rates when it binds */
export function capacityRoot({ scenario, view }: Reading, entity: number, load: number, rates: Rates): Root | null {
  const { id, of } = view.entity(entity);
  const [service, site] = of.map((each) => view.entity(each).id);
  const deployment = scenario.services
    .find((each) => each.id === service)
    ?.deployments.find((each) => each.site === site);
  if (deployment === undefined) return null;
  const factor = Math.max(AMPLE, Math.ceil(AMPLE * load));
  const numbers = (say: Say): string =>
    say.in(
      `asked ${say.count(rates.offered)}/s, can do ${say.count(rates.capacity)}/s`,
      `요청 초당 ${say.count(rates.offered)}건, 처리 능력 초당 ${say.count(rates.capacity)}건`,
    );
  return {
    key: `capacity ${id}`,
    kind: 'capacity',
    id,
    at: 0,
    path: `${deployment.path}.servers`,
    absence: (say) =>
      say.in(
        `with servers enough of ${say.name(entity)} (${numbers(say)})`,
        `${say.name(entity)} 서버가 충분했다면 (${numbers(say)})`,
      ),
    without: (setup) => ({ ...setup, scenario: withServers(setup.scenario, service, site, factor) }),
  };
}

export interface Rates {
  /** Requests a second. */
  readonly offered: number;
  readonly capacity: number;
}

function withServers(scenario: Scenario, id: string, siteId: string, factor: number): Scenario {
  let more = 0;
  const grown = changeDeployment(scenario, id, siteId, (each) => {
    const servers = each.servers * factor;
    more = servers - each.servers;
    const parts = each.zones.map(({ zone, servers: count }) => ({ id: zone, share: count / each.servers }));
    return { ...each, servers, zones: shareOut(servers, parts) };
  });
  return changeSite(grown, siteId, (site) => ({ ...site, servers: site.servers + more }));
}

/** Of the calls to a service or journey, and of its own. */
export function timeLimitRoot({ scenario, view }: Reading, entity: number): Root | null {
  const { id, kind } = view.entity(entity);
  const owner = ownerOf(scenario, kind, id);
  if (owner === null) return null;
  return {
    key: `time-limit ${id}`,
    kind: 'time-limit',
    id,
    at: 0,
    path: owner.path,
    absence: (say) =>
      say.in(`with time enough for answers of ${say.name(entity)}`, `${say.name(entity)} 응답 제한 시간이 충분했다면`),
    without: (setup) => ({
      ...setup,
      scenario: changeOwners(setup.scenario, (each) => {
        const isIt = each.id === id && each.path === owner.path;
        return {
          ...each,
          users: isIt && each.users !== null ? patientUsers(each.users) : each.users,
          needs: each.needs.map((need) => (isIt || (kind === 'service' && need.service === id) ? patient(need) : need)),
        };
      }),
    }),
  };
}

/** Of the caches through which a service or journey calls. */
export function coldCacheRoot({ scenario, view }: Reading, entity: number): Root | null {
  const { id, kind } = view.entity(entity);
  const owner = ownerOf(scenario, kind, id);
  if (owner === null || !owner.needs.some(({ cache }) => cache?.coldAtStart)) return null;
  return {
    key: `cold-cache ${id}`,
    kind: 'cold-cache',
    id,
    at: 0,
    path: owner.path,
    absence: (say) => say.in(`with warm caches of ${say.name(entity)}`, `${say.name(entity)} 캐시가 예열되어 있었다면`),
    without: (setup) => ({
      ...setup,
      scenario: changeOwners(setup.scenario, (each) =>
        each.id === id && each.path === owner.path ? { ...each, needs: each.needs.map(warm) } : each,
      ),
    }),
  };
}

function ownerOf({ services, journeys }: Scenario, kind: string, id: string): Service | Journey | null {
  const all: readonly (Service | Journey)[] = kind === 'service' ? services : kind === 'journey' ? journeys : [];
  return all.find((each) => each.id === id) ?? null;
}

function changeOwners(scenario: Scenario, change: <Each extends Service | Journey>(each: Each) => Each): Scenario {
  return { ...scenario, services: scenario.services.map(change), journeys: scenario.journeys.map(change) };
}

const patient = (need: Dependency): Dependency => ({ ...need, timeoutSeconds: need.timeoutSeconds * PATIENT });
const patientUsers = (users: Users): Users => ({ ...users, timeoutSeconds: users.timeoutSeconds * PATIENT });
const warm = (need: Dependency): Dependency =>
  need.cache === null ? need : { ...need, cache: { ...need.cache, coldAtStart: false } };
