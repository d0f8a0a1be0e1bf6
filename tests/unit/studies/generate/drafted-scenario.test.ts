import { describe, expect, it } from 'vitest';
import { checkScenario, loadScenario } from '../../../../src/library/load-scenario.js';
import {
  DRAFTED_FAULTS,
  type DraftedSystem,
  draftedScenario,
} from '../../../../src/studies/generate/drafted-scenario.js';

const SHOP: DraftedSystem = {
  title: 'My "shop"',
  sites: ['Seoul', '부산'],
  services: [
    { name: 'Web shop', sites: ['Seoul', '부산'], needs: ['결제', 'null'], people: 20_000 },
    { name: '결제', sites: ['Seoul'], needs: [], people: null },
    { name: 'null', sites: ['부산'], needs: [], people: null },
  ],
  fault: { kind: 'power-loss', site: 'Seoul' },
};

describe('a scenario from a few answers', () => {
  it('has what was answered, under names in any script', () => {
    const scenario = loadScenario(draftedScenario(SHOP));
    expect(scenario.sites.map(({ id, name }) => [id, name.en ?? name.ko])).toEqual([
      ['seoul', 'Seoul'],
      ['site-2', '부산'],
    ]);
    const shop = scenario.services.find(({ id }) => id === 'web-shop');
    expect(shop?.deployments.map(({ site, role }) => [site, role])).toEqual([
      ['seoul', 'active'],
      ['site-2', 'warm-standby'],
    ]);
    expect(shop?.needs.map(({ service }) => service).sort()).toEqual(['service-2', 'service-3']);
    expect(shop?.users?.population).toBeDefined();
    expect(scenario.expectations).toHaveLength(1);
  });

  it.each(DRAFTED_FAULTS)('can begin with %s', (kind) => {
    const { faults } = loadScenario(draftedScenario({ ...SHOP, fault: { kind, site: 'Seoul' } }));
    expect(faults.map((fault) => [fault.kind, fault.atSeconds])).toEqual([[kind, 3600]]);
  });

  it('leaves what is wrong with the answers to the check, which has its place', () => {
    const [web] = SHOP.services;
    const text = draftedScenario({ ...SHOP, services: [{ ...web, needs: ['stock'] }] });
    const { scenario, problems } = checkScenario(text);
    expect(scenario).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['unknown-service']);
    expect(text.split('\n')[problems[0].line - 1]).toContain('stock');
  });
});
