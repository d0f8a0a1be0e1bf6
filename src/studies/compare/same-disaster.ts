/**
 * Whether two layouts meet the same disaster: the same faults, the same return of power, the same users and length.
 *
 * A layout of a file may change those, too ("what if power had been back at once"). That is no protection that one could
 * buy, so it is compared, but neither dominates anything nor stands on the front.
 */
import type { Scenario } from '../../scenario/model.js';

export function sameDisaster(a: Scenario, b: Scenario): boolean {
  return JSON.stringify(disasterOf(a)) === JSON.stringify(disasterOf(b));
}

function disasterOf(scenario: Scenario): unknown {
  const { start, durationSeconds, populations, profiles, substitutes, merchants, terms, currency } = scenario;
  const faults = scenario.faults.map(({ id, kind, atSeconds, untilSeconds, parameters }) => ({
    id,
    kind,
    atSeconds,
    untilSeconds,
    parameters: Object.entries(parameters).sort(([x], [y]) => (x < y ? -1 : 1)),
  }));
  const power = scenario.recovery.power.map(({ site, zone, atSeconds }) => [site, zone, atSeconds]);
  const users = [...scenario.services, ...scenario.journeys].flatMap(({ id, users: own }) =>
    own === null ? [] : [[id, own.population, own.share, own.peakPerSecond, own.profile, own.revenuePerRequest]],
  );
  return {
    start,
    durationSeconds,
    populations,
    profiles,
    substitutes,
    merchants,
    terms,
    currency,
    faults,
    power,
    users,
  };
}
