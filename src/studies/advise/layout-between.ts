/**
 * What was changed, as one layout of the file: to be written below `layouts`. JSON of it is YAML.
 *
 * It covers what advice changes: servers of sites, deployments, copies of data, how a failover is noticed and decided, and
 * people. Left out: everything else, which advice leaves as it is.
 */
import type { Deployment, Scenario, Service } from '../../scenario/model.js';
import { isMapping, type Layout } from '../saved-by/change.js';

export function layoutBetween(before: Scenario, after: Scenario): Layout {
  const sites = entries(after.sites, before.sites, (now, was) =>
    now.servers === was.servers ? null : { servers: now.servers },
  );
  const services = entries(after.services, before.services, (now, was) => {
    const service: Layout = {
      ...some('deploy', deployments(now, was, after)),
      ...some('failover', failover(now, was)),
    };
    if (now.data !== null && same(now.data.copies, was.data?.copies)) return none(service);
    return now.data === null ? none(service) : { ...service, data: { copies: now.data.copies } };
  });
  const teams = entries(after.recovery.teams, before.recovery.teams, (now, was) => {
    if (now.people === was.people) return null;
    const own = now.groups.find(({ id }) => id === '')?.people ?? now.people;
    return isMapping(before, now.path) ? { people: own } : own;
  });
  return {
    ...some('sites', sites),
    ...some('services', services),
    ...(teams === null ? {} : { recovery: { teams } }),
  };
}

function deployments(now: Service, was: Service, scenario: Scenario): Layout | null {
  const changed = now.deployments.flatMap((each): [string, Layout][] => {
    const before = was.deployments.find(({ site }) => site === each.site);
    const written = before === undefined ? added(each, scenario) : changes(each, before);
    return written === null ? [] : [[each.site, written]];
  });
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

/** Over all zones of its site, as a file that names none is read. */
function added(
  { servers, capacityPerServer, workersPerServer, role, costPerServer }: Deployment,
  { prices }: Scenario,
): Layout {
  return {
    servers,
    capacity: `${capacityPerServer}/s`,
    workers: workersPerServer,
    ...(role === 'active' ? {} : { role }),
    ...(costPerServer === prices.perServer ? {} : { cost: costPerServer }),
  };
}

function changes(now: Deployment, was: Deployment): Layout | null {
  const zones = now.zones.map(({ zone, servers }) => [zone, `${(100 * servers) / now.servers}%`]);
  return none({
    ...(now.role === was.role ? {} : { role: now.role }),
    ...(now.servers === was.servers ? {} : { servers: now.servers, zones: Object.fromEntries(zones) }),
  });
}

/** Decided, or noticed, at once. */
function failover({ failover: now }: Service, { failover: was }: Service): Layout | null {
  return none({
    ...(same(now.noticed, was.noticed) ? {} : { noticed: '0s' }),
    ...(same(now.decide, was.decide) ? {} : { decide: '0s' }),
  });
}

/** What was changed of each that was there before, by id; null: nothing. */
function entries<Item extends { readonly id: string }>(
  after: readonly Item[],
  before: readonly Item[],
  change: (now: Item, was: Item) => Layout | number | null,
): Layout | null {
  const found = after.flatMap((now): [string, Layout | number][] => {
    const was = before.find(({ id }) => id === now.id);
    const written = was === undefined || now === was ? null : change(now, was);
    return written === null ? [] : [[now.id, written]];
  });
  return found.length === 0 ? null : Object.fromEntries(found);
}

function some(key: string, layout: Layout | null): Layout {
  return layout === null ? {} : { [key]: layout };
}

function none(layout: Layout): Layout | null {
  return Object.keys(layout).length === 0 ? null : layout;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
