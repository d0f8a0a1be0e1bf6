import { describe, expect, it } from 'vitest';
import type { ContingencyCase } from '../../../../src/studies/contingency/contingency.js';
import { partsThatCostMore } from '../../../../src/studies/contingency/part-and-whole.js';
import { buildScenario } from '../../../support/scenario-builder.js';

/** The shop serves from both zones of north and stands by in south; mail serves from both sites. */
const scenario = buildScenario({
  sites: { north: { zones: { a: 0.5, b: 0.5 } }, south: {} },
  services: {
    mail: { deployments: { north: { servers: 4 }, south: { servers: 4 } } },
    shop: { deployments: { north: { servers: 4 }, south: { servers: 4, role: 'warm-standby' } } },
    login: { deployments: { north: { servers: 4, zones: { a: 4 } }, south: { servers: 4, role: 'warm-standby' } } },
  },
});

function lost(kind: ContingencyCase['kinds'][number], id: string, userHoursLost: number): ContingencyCase {
  return { kinds: [kind], failed: [id], userHoursLost } as unknown as ContingencyCase;
}

describe('a zone that costs more than its site', () => {
  it('is told with the services whose standby waits for the whole site to go', () => {
    const cases = [lost('site', 'north', 10), lost('zone', 'north/a', 20), lost('zone', 'north/b', 5)];
    // Mail serves elsewhere anyhow; all of login is in the zone, so that its standby steps in.
    expect(partsThatCostMore(scenario, cases)).toEqual([
      { layout: 'base', zone: 'north/a', site: 'north', services: ['shop'] },
    ]);
  });

  it('is not told where nothing explains it, or where the whole site was not tried', () => {
    const { services } = scenario;
    const without = { ...scenario, services: services.filter(({ id }) => id !== 'shop') };
    expect(partsThatCostMore(without, [lost('site', 'north', 10), lost('zone', 'north/a', 20)])).toEqual([]);
    expect(partsThatCostMore(scenario, [lost('zone', 'north/a', 20)])).toEqual([]);
    expect(partsThatCostMore(scenario, [lost('site', 'north', 20), lost('zone', 'north/a', 20)])).toEqual([]);
  });
});
