/** A checked shape becomes the scenario: defaults filled in, collections sorted by id, names looked up. */
import type { FaultKind } from '../fault-kind.js';
import type { MeasureName } from '../measure-names.js';
import type { Scenario } from '../model.js';
import type { RawScenario } from '../schema/scenario-schema.js';
import { perYear } from '../units/rate.js';
import { withClassAdmission } from './build-admission.js';
import { buildClasses } from './build-classes.js';
import { buildExpectations } from './build-expectations.js';
import { buildFaultRates, buildFaults } from './build-faults.js';
import { buildHistory } from './build-history.js';
import { buildMerchants, buildPrices, buildRestoration, buildTerms, checkCurrency } from './build-money.js';
import { buildRecovery } from './build-recovery.js';
import { buildJourneys, buildServices } from './build-services.js';
import { buildLinks, buildSites, buildZones } from './build-sites.js';
import { buildTeams } from './build-teams.js';
import { buildPopulations, buildProfiles, buildSubstitutes } from './build-users.js';
import type { Draft } from './draft.js';

/** What is known of a scenario beside its content. */
export type Frame = Pick<
  Scenario,
  'id' | 'file' | 'sha256' | 'layout' | 'layouts' | 'changes' | 'provenance' | 'positions'
>;

export function buildScenario(
  draft: Draft,
  raw: RawScenario,
  frame: Frame,
  kinds: readonly FaultKind[],
  measures: readonly MeasureName[],
): Scenario {
  if (raw.firebreak !== 1)
    draft.report({ code: 'format-version', path: ['firebreak'], values: { got: raw.firebreak } });
  for (const key of ['sites', 'services'] as const) {
    if (draft.known[key].size === 0) draft.report({ code: 'needs-entries', path: [key] });
  }
  const zones = buildZones(draft, raw.sites);
  const prices = buildPrices(raw.prices);
  const services = buildServices(draft, raw.services, zones, prices);
  const journeys = buildJourneys(draft, raw.journeys);
  const users = [...services, ...journeys].flatMap((each) => each.users ?? []);
  const teams = buildTeams(draft, raw.recovery?.teams);
  const faults = buildFaults(draft, raw.faults, kinds);
  const withUsers = [...services, ...journeys].flatMap(({ id, users: own }) => (own === null ? [] : [id]));
  checkCurrency(draft, raw);
  const classes = buildClasses(draft, raw.classes, teams);
  const sourceOf = (path: string): string | null => frame.provenance[path]?.source ?? null;
  const scenario: Scenario = {
    format: 1,
    ...frame,
    title: raw.title,
    purpose: raw.purpose ?? null,
    start: raw.start,
    durationSeconds: raw.duration,
    sites: buildSites(draft, raw.sites, zones, services, prices),
    links: buildLinks(draft, raw.links, prices),
    profiles: buildProfiles(draft, raw, users),
    populations: buildPopulations(draft, raw),
    classes,
    services: withClassAdmission(services, raw.services, classes),
    journeys,
    substitutes: buildSubstitutes(raw, users),
    faults,
    rates: buildFaultRates(draft, raw.rates, kinds),
    recovery: buildRecovery(draft, raw.recovery ?? {}, teams, zones),
    expectations: buildExpectations(draft, raw.expect, measures),
    history: buildHistory(draft, raw.history, sourceOf),
    currency: raw.currency ?? null,
    prices,
    frequencyPerYear: raw.frequency === undefined ? null : perYear(raw.frequency),
    merchants: buildMerchants(draft, raw.merchants),
    terms: buildTerms(draft, raw.terms, [...new Set(withUsers)], faults),
    restoration: buildRestoration(raw.restoration),
    solver: { tolerance: raw.solver?.tolerance ?? 1 },
    defaulted: [],
  };
  return { ...scenario, defaulted: [...new Set(draft.defaulted)].sort() };
}
