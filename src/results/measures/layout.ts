/** What a layout is, before anything runs. */
import type { Scenario } from '../../scenario/model.js';
import { layoutCost } from '../layout-cost.js';
import type { Measure } from './measure.js';

/** In the scenario's currency; null when the scenario states no price. */
export function monthlyCost(scenario: Scenario): number | null {
  return layoutCost(scenario)?.all ?? null;
}

function capacityServers(scenario: Scenario): number {
  return scenario.services.flatMap((service) => service.deployments).reduce((sum, { servers }) => sum + servers, 0);
}

export const layoutMeasures: readonly Measure[] = [
  {
    name: 'cost',
    nullMeans: 'unknown',
    label: { en: 'cost a month', ko: '월 비용' },
    unit: 'money',
    of: 'layout',
    better: 'lower',
    meaning: 'Cost a month of servers, sites, links and people, as far as the scenario states prices.',
    compute: ({ scenario }) => monthlyCost(scenario),
  },
  {
    name: 'servers',
    nullMeans: 'unknown',
    label: { en: 'servers', ko: '서버' },
    unit: 'servers',
    of: 'layout',
    better: 'lower',
    meaning: 'Servers of all deployments.',
    compute: ({ scenario }) => capacityServers(scenario),
  },
  {
    name: 'changes',
    nullMeans: 'unknown',
    label: { en: 'changes', ko: '변경' },
    unit: 'count',
    of: 'layout',
    better: 'lower',
    meaning: 'Changes against the file without a layout.',
    compute: ({ scenario }) => scenario.changes.length,
  },
];
