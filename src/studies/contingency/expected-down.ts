/**
 * What one expects to go down with a failure, and what nobody would: the second is why a contingency is looked at.
 *
 * Expected: whatever stands only in what failed, and whatever directly requires something that does (for half of its
 * requests or more). Everything else has a reason to stay up, and is *unexpected* when it is down for longer than what
 * it stands on elsewhere takes to step in: five minutes (assumed: health checks, cached addresses), and with a standby
 * twice the mean time to notice, decide and promote on top.
 * Left out: needs of needs. That a service goes down with what it has never heard of is what nobody expects.
 */
import { type Distribution, mean } from '../../engine/distributions.js';
import type { Dependency, Scenario, Service } from '../../scenario/model.js';
import type { FailureCase } from '../cases.js';
import type { Failure } from './failures.js';

const GRACE_SECONDS = 300;
const TIMES_MEAN = 2;
const HALF = 0.5;

/** Seconds for which a service or journey may be down without surprising anybody; null: for any time. */
export function expectedDownSeconds(scenario: Scenario, failure: Failure): ReadonlyMap<string, number | null> {
  const services = new Map(scenario.services.map((service) => [service.id, service]));
  const gone = new Set(scenario.services.filter((service) => standsOnlyIn(service, failure)).map(({ id }) => id));
  const needsGone = ({ service, kind, calls }: Dependency): boolean =>
    kind === 'required' && calls >= HALF && gone.has(service);
  return new Map(
    [...scenario.services, ...scenario.journeys].map(({ id, needs }) => {
      const isExpected = gone.has(id) || needs.some(needsGone);
      const own = services.get(id);
      return [id, isExpected ? null : GRACE_SECONDS + (own === undefined ? 0 : takeoverSeconds(own, failure))];
    }),
  );
}

/** None of its deployments, standing by or not, has servers outside what failed. */
function standsOnlyIn({ id, deployments }: Service, failure: Failure): boolean {
  return (
    deployments.length > 0 &&
    deployments.every(({ site, zones }) =>
      zones.every(({ zone, servers }) => servers === 0 || failure.some((part) => covers(part, id, site, zone))),
    )
  );
}

function covers({ kind, id }: FailureCase, service: string, site: string, zone: string): boolean {
  if (kind === 'service') return id === service;
  return kind === 'site' ? id === site : kind === 'zone' && id === `${site}/${zone}`;
}

/** What a standby takes, where all that serves is hit; 0: others serve on. */
function takeoverSeconds({ id, deployments, failover }: Service, failure: Failure): number {
  const active = deployments.filter(({ role }) => role === 'active');
  const servesOn = active.some(({ site, zones }) =>
    zones.some(({ zone, servers }) => servers > 0 && !failure.some((part) => covers(part, id, site, zone))),
  );
  if (servesOn) return 0;
  const of = (time: Distribution | null): number => (time === null ? 0 : mean(time));
  return TIMES_MEAN * (of(failover.noticed) + of(failover.decide) + of(failover.promote));
}
