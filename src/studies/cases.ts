/**
 * Single failures to try, one at a time: every site, zone or link that carries a service, and every service.
 *
 * A site or zone loses power and a link is cut, at one stated time and for the rest of the run; power returns as the
 * scenario's recovery says. A service loses all its servers at once, which come back as its class says.
 * Left out: what fails in steps; pairs are those of `contingency`.
 */
import type { Fault, Link, Scenario, Site } from '../scenario/model.js';

export type CaseKind = 'site' | 'zone' | 'link' | 'service';

export interface FailureCase {
  readonly kind: CaseKind;
  /** Id of the site, link or service; a zone is `pangyo/a1`. */
  readonly id: string;
  readonly faults: readonly Fault[];
}

/** What `survives: ...` may name beside the id of a site, zone or link. */
export const CASE_SETS: Readonly<Record<string, readonly CaseKind[]>> = {
  'any-site': ['site'],
  'any-zone': ['zone'],
  'any-link': ['link'],
  any: ['site', 'zone', 'link'],
};

/**
 * Cases of a set (`any-site`, ...) or the one of an id; none for a name that there is not.
 *
 * @param atSeconds when it fails, from the scenario's start
 */
export function failureCases(scenario: Scenario, of: string, atSeconds = usualTime(scenario)): FailureCase[] {
  const kinds = CASE_SETS[of];
  const all = [...siteCases(scenario, atSeconds), ...zoneCases(scenario, atSeconds), ...linkCases(scenario, atSeconds)];
  return all.filter(({ kind, id }) => (kinds === undefined ? id === of : kinds.includes(kind)));
}

/** When the scenario's own first fault is, so that the time of day is the same; a tenth of the run without one. */
export function usualTime(scenario: Scenario): number {
  const times = scenario.faults.map((fault) => fault.atSeconds);
  return times.length > 0 ? Math.min(...times) : scenario.durationSeconds / 10;
}

function siteCases(scenario: Scenario, at: number): FailureCase[] {
  const used = new Set(scenario.services.flatMap(({ deployments }) => deployments.map(({ site }) => site)));
  return scenario.sites
    .filter(({ id }) => used.has(id))
    .map((site) => ({ kind: 'site', id: site.id, faults: [powerLoss(site, null, at)] }));
}

function zoneCases(scenario: Scenario, at: number): FailureCase[] {
  const used = new Set(
    scenario.services.flatMap(({ deployments }) =>
      deployments.flatMap(({ site, zones }) => zones.map(({ zone }) => `${site}/${zone}`)),
    ),
  );
  return scenario.sites.flatMap((site) =>
    site.zones
      .map(
        (zone): FailureCase => ({ kind: 'zone', id: `${site.id}/${zone.id}`, faults: [powerLoss(site, zone.id, at)] }),
      )
      .filter(({ id }) => used.has(id)),
  );
}

function linkCases(scenario: Scenario, at: number): FailureCase[] {
  const used = new Set(scenario.services.flatMap(({ deployments }) => deployments.map(({ site }) => site)));
  return scenario.links
    .filter(({ between }) => between.every((site) => used.has(site)))
    .map((link) => ({ kind: 'link', id: link.id, faults: [partition(link, at)] }));
}

/** All servers of a service crash, one service at a time; of no set that `survives` may name. */
export function serviceCases(scenario: Scenario, atSeconds = usualTime(scenario)): FailureCase[] {
  return scenario.services
    .filter(({ deployments }) => deployments.length > 0)
    .map(({ id, path }) => ({
      kind: 'service',
      id,
      faults: [fault('crash', id, path, atSeconds, { service: id, share: 1 })],
    }));
}

function powerLoss(site: Site, zone: string | null, atSeconds: number): Fault {
  if (zone === null) return fault('power-loss', site.id, site.path, atSeconds, { site: site.id });
  return fault('power-loss', `${site.id}/${zone}`, site.path, atSeconds, { site: site.id, zones: [zone] });
}

function partition(link: Link, atSeconds: number): Fault {
  return fault('partition', link.id, link.path, atSeconds, { sites: [...link.between] });
}

function fault(kind: string, of: string, path: string, atSeconds: number, parameters: Fault['parameters']): Fault {
  return { id: `case-${kind}-${of}`, order: 0, path, kind, atSeconds, untilSeconds: null, parameters };
}
