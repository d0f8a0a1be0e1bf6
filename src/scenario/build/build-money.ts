/** What a layout costs, who loses and who owes what: prices, merchants, terms, repair. All of it is money, so the file names its currency. */
import { DEFAULTS } from '../defaults.js';
import type { Fault, Merchants, Prices, Refund, Restoration, Terms, Text } from '../model.js';
import type { Path } from '../reading/path.js';
import type { RawScenario } from '../schema/scenario-schema.js';
import { perSecond } from '../units/rate.js';
import { compareIds, type Draft, sortedEntries } from './draft.js';
import { checkName } from './names.js';

type RawTerms = NonNullable<RawScenario['terms']>[string];

const WEEK = 7 * 86_400;

export function buildMerchants(draft: Draft, raw: RawScenario['merchants']): Merchants[] {
  return sortedEntries(raw ?? {}, (id, each, order) => {
    const at: Path = ['merchants', id];
    checkUsed(draft, each.service, [...at, 'service']);
    return {
      id,
      order,
      path: draft.path(...at),
      name: nameOf(each.name, id),
      service: each.service,
      number: each.number,
      bookingsPerSecond: perSecond(each.bookings),
      through: each.through,
      valuePerBooking: each.value,
      caughtUp: each.caughtUp ?? 0,
      costs: sortedEntries(each.costs ?? {}, (cost, { perWeek }) => ({ id: cost, perSecond: perWeek / WEEK })),
    };
  });
}

/** @param withUsers ids of the services and journeys that users use */
export function buildTerms(
  draft: Draft,
  raw: RawScenario['terms'],
  withUsers: readonly string[],
  faults: readonly Fault[],
): Terms[] {
  return sortedEntries(raw ?? {}, (id, each, order) => {
    const at: Path = ['terms', id];
    return {
      id,
      order,
      path: draft.path(...at),
      name: nameOf(each.name, id),
      services: servicesOf(draft, each.services, withUsers, [...at, 'services']),
      paidUsers: each.paidUsers,
      pricePerMonth: each.pricePerMonth,
      thresholdSeconds: each.threshold ?? 0,
      refund: refundOf(draft, each.refund, [...at, 'refund']),
      mostShare: draft.given(each.most, DEFAULTS.mostRefund, ...at, 'most'),
      excludes: {
        forceMajeure: faultsOf(draft, each.excludes?.forceMajeure ?? [], faults, [...at, 'excludes', 'forceMajeure']),
        indirect: each.excludes?.indirect ?? false,
      },
    };
  });
}

export function buildRestoration(raw: RawScenario['restoration']): Restoration | null {
  if (raw === undefined) return null;
  return {
    perPersonHour: raw.perPersonHour ?? 0,
    perServerRepaired: raw.perServerRepaired ?? 0,
    perServerReplaced: raw.perServerReplaced ?? 0,
    perServerRebuilt: raw.perServerRebuilt ?? 0,
  };
}

export function buildPrices(raw: RawScenario['prices']): Prices {
  return {
    perServer: raw?.perServer ?? 0,
    perSite: raw?.perSite ?? 0,
    perLink: raw?.perLink ?? 0,
    perPerson: raw?.perPerson ?? 0,
  };
}

/** Money without a currency is told once for each part. */
export function checkCurrency(draft: Draft, raw: RawScenario): void {
  if (raw.currency !== undefined) return;
  for (const part of ['prices', 'merchants', 'terms', 'restoration'] as const)
    if (raw[part] !== undefined) draft.report({ code: 'no-currency', path: [part], on: 'key', values: { part } });
}

function nameOf(name: Text | undefined, id: string): Text {
  return name ?? { en: id };
}

function servicesOf(draft: Draft, raw: RawTerms['services'], withUsers: readonly string[], at: Path): string[] {
  if (raw === 'all') return [...withUsers].sort(compareIds);
  if (raw.length === 0) draft.report({ code: 'needs-entries', path: at });
  raw.forEach((name, i) => {
    checkUsed(draft, name, [...at, i]);
    if (raw.indexOf(name) !== i) draft.report({ code: 'same-twice', path: [...at, i], values: { name } });
  });
  return [...new Set(raw)].sort(compareIds);
}

/** A journey, or else a service. */
function checkUsed(draft: Draft, name: string, path: Path): void {
  if (!draft.known.journeys.has(name)) checkName(draft, 'services', name, path);
}

function refundOf(draft: Draft, raw: RawTerms['refund'], at: Path): Refund {
  if ('multiple' in raw) return { kind: 'multiple', factor: raw.multiple };
  if (raw.tiers.length === 0) draft.report({ code: 'needs-entries', path: [...at, 'tiers'] });
  const tiers = raw.tiers.map(({ from, share }) => ({ fromSeconds: from, share }));
  return { kind: 'tiers', tiers: tiers.sort((a, b) => a.fromSeconds - b.fromSeconds) };
}

/** Faults by id, or all of a kind. */
function faultsOf(draft: Draft, names: readonly string[], faults: readonly Fault[], at: Path): string[] {
  const found = new Set<string>();
  names.forEach((name, i) => {
    const meant = faults.filter(({ id, kind }) => id === name || kind === name);
    for (const { id } of meant) found.add(id);
    if (meant.length > 0) return;
    const candidates = faults.flatMap(({ id, kind }) => [id, kind]);
    draft.report({
      code: 'unknown-fault',
      path: [...at, i],
      values: { name },
      suggestion: draft.nearest(name, candidates),
    });
  });
  return [...found].sort(compareIds);
}
