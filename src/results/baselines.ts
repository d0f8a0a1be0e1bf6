/**
 * Predictors that need no simulation, and which one has to beat to be worth anything (design section 5).
 *
 * Each predicts seconds from `history.since` for every scored row:
 * - `half-power`: when half of the tenant's servers that lose power by zone have it back;
 * - `all-power`: when all of them have;
 * - `mean`: the mean of the rows' own mid-points (it has seen the answers);
 * - `zone-and-class`: when half of the service's own servers in those zones have power back, plus the median lag of
 *   its recovery class behind that in the scored rows (it has seen the answers too). A service without servers there
 *   counts from `since`; a journey from the latest of the services that it requires.
 * Zones that state when their power is back (`recovery.power`) are those that lose it.
 */
import type { Scenario } from '../scenario/model.js';
import { median } from './rank-correlation.js';

export interface ScoredRow {
  readonly service: string;
  /** Seconds from `since`. */
  readonly after: number;
  readonly by: number;
}

export interface Baseline {
  readonly name: 'half-power' | 'all-power' | 'mean' | 'zone-and-class';
  /** By row, seconds from `since`. */
  readonly predictions: readonly number[];
}

export function baselines(scenario: Scenario, rows: readonly ScoredRow[]): readonly Baseline[] {
  const since = scenario.history?.sinceSeconds ?? 0;
  const middles = rows.map((row) => (row.after + row.by) / 2);
  const mean = middles.reduce((sum, middle) => sum + middle, 0) / middles.length;
  const all = (name: Baseline['name'], seconds: number): Baseline => ({ name, predictions: rows.map(() => seconds) });
  const tenant = tenantPower(scenario);
  return [
    all('half-power', poweredAt(tenant, 0.5) - since),
    all('all-power', poweredAt(tenant, 1) - since),
    all('mean', mean),
    { name: 'zone-and-class', predictions: byZoneAndClass(scenario, rows, middles, since) },
  ];
}

/** Servers that get power back, and when, in seconds from the start. */
type Returns = readonly { readonly at: number; readonly servers: number }[];

/** When `share` of the servers have power; 0 without any. */
function poweredAt(returns: Returns, share: number): number {
  const total = returns.reduce((sum, part) => sum + part.servers, 0);
  let powered = 0;
  for (const part of [...returns].sort((a, b) => a.at - b.at)) {
    powered += part.servers;
    if (powered >= share * total * (1 - 1e-9)) return part.at;
  }
  return 0;
}

function tenantPower(scenario: Scenario): Returns {
  return scenario.recovery.power.map(({ site, zone, atSeconds }) => {
    const place = scenario.sites.find((each) => each.id === site);
    const share = place?.zones.find((each) => each.id === zone)?.share ?? 0;
    return { at: atSeconds, servers: share * (place?.servers ?? 0) };
  });
}

function byZoneAndClass(
  scenario: Scenario,
  rows: readonly ScoredRow[],
  middles: readonly number[],
  since: number,
): number[] {
  const power = rows.map((row) => Math.max(0, servicePower(scenario, row.service, new Set()) - since));
  const classes = rows.map((row) => scenario.services.find((each) => each.id === row.service)?.class ?? 'journey');
  return rows.map((_, i) => {
    const lags = rows.flatMap((_, j) => (classes[j] === classes[i] ? [middles[j] - power[j]] : []));
    return power[i] + (median(lags) ?? 0);
  });
}

/** Seconds from the start; 0 for what has no servers in a zone that loses power. */
function servicePower(scenario: Scenario, id: string, seen: Set<string>): number {
  const service = scenario.services.find((each) => each.id === id);
  if (service === undefined) {
    const needs = scenario.journeys.find((each) => each.id === id)?.needs ?? [];
    if (seen.has(id)) return 0;
    seen.add(id);
    return Math.max(
      0,
      ...needs.filter(({ kind }) => kind === 'required').map((need) => servicePower(scenario, need.service, seen)),
    );
  }
  const back = new Map(scenario.recovery.power.map(({ site, zone, atSeconds }) => [`${site}/${zone}`, atSeconds]));
  return poweredAt(
    service.deployments.flatMap(({ site, zones }) =>
      zones.flatMap(({ zone, servers }) => {
        const at = back.get(`${site}/${zone}`);
        return at === undefined ? [] : [{ at, servers }];
      }),
    ),
    0.5,
  );
}
