/**
 * What fails together in a contingency: one thing, or two.
 *
 * A site of one zone is that zone, so it is tried once (unless an expectation asks for zones). Of pairs, those are left
 * out in which one contains the other: a zone and its site.
 */
import type { Scenario } from '../../scenario/model.js';
import { CASE_SETS, type FailureCase, failureCases, serviceCases } from '../cases.js';

/** Things that fail at the same time. */
export type Failure = readonly FailureCase[];

export const FAILURE_KINDS = ['site', 'zone', 'link', 'service'] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

export function singleFailures(scenario: Scenario, kinds: readonly FailureKind[] = FAILURE_KINDS): FailureCase[] {
  const isWanted = ({ kind }: FailureCase): boolean => kinds.includes(kind);
  const asked = scenario.expectations.filter(({ measure }) => measure === 'survives').map(({ of }) => of ?? 'any-site');
  const isAsked = ({ kind, id }: FailureCase): boolean =>
    asked.some((of) => of === id || CASE_SETS[of]?.includes(kind) === true);
  const wholeSites = new Set(
    scenario.sites.filter(({ zones }) => zones.length === 1).map(({ id, zones }) => `${id}/${zones[0].id}`),
  );
  return [...failureCases(scenario, 'any'), ...serviceCases(scenario)].filter(
    (each) => isWanted(each) && (!wholeSites.has(each.id) || isAsked(each)),
  );
}

export function pairsOf(singles: readonly FailureCase[]): Failure[] {
  const pairs: Failure[] = [];
  for (const [i, a] of singles.entries())
    for (const b of singles.slice(i + 1)) if (!contains(a, b) && !contains(b, a)) pairs.push([a, b]);
  return pairs;
}

/** Ids of services that nobody uses and that at least two services or journeys need, in whatever way. */
export function sharedServices({ services, journeys }: Scenario): ReadonlySet<string> {
  const callers = new Map<string, number>();
  for (const { id, needs } of [...services, ...journeys]) {
    for (const service of new Set(needs.map((need) => need.service)))
      if (service !== id) callers.set(service, (callers.get(service) ?? 0) + 1);
  }
  return new Set(services.flatMap(({ id, users }) => (users === null && (callers.get(id) ?? 0) >= 2 ? [id] : [])));
}

function contains(a: FailureCase, b: FailureCase): boolean {
  return a.kind === 'site' && b.kind === 'zone' && b.id.startsWith(`${a.id}/`);
}

/** `north`, `north + login` */
export function nameOfFailure(failure: Failure): string {
  return failure.map(({ id }) => id).join(' + ');
}
