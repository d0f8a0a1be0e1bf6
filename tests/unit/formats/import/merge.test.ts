import { describe, expect, it } from 'vitest';
import { imported, importSamples, problemsOf } from '../../../support/imported.js';

const K8S = `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart-service }
spec: { replicas: 6, template: { spec: { containers: [] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { replicas: 3, template: { spec: { containers: [] } } }
`;
const DEPS = JSON.stringify([
  { parent: 'web.shop', child: 'CartService', callCount: 30 },
  { parent: 'CartService', child: 'ledger', callCount: 60 },
]);

describe('merged sources', () => {
  const { scenario, notes } = imported([
    ['k8s.yaml', K8S],
    ['deps.json', DEPS],
  ]);
  const servers = (id: string) => scenario.services.find((service) => service.id === id)?.deployments[0].servers;

  it('have the replicas of one and the calls of the other, whatever the spelling of names', () => {
    expect(scenario.services.map(({ id }) => id)).toEqual(['cart-service', 'ledger', 'web']);
    expect([servers('cart-service'), servers('web')]).toEqual([6, 3]);
    expect(scenario.services.find(({ id }) => id === 'web')?.needs.map(({ service }) => service)).toEqual([
      'cart-service',
    ]);
  });

  it('say which services only one of them has', () => {
    expect(notes.find(({ code }) => code === 'only-here')?.message).toBe('1 services are in deps.json only: ledger');
  });

  it('say when they have nothing in common', () => {
    const { codes } = imported([
      ['k8s.yaml', K8S],
      ['edges.csv', 'from,to\nx,y\n'],
    ]);
    expect(codes).toContain('merged-nothing');
  });

  it('keep the first of two values, and say so', () => {
    const merged = imported([
      ['k8s.yaml', K8S],
      ['places.csv', 'service,replicas\nweb,9\n'],
    ]);
    expect(merged.notes.find(({ code }) => code === 'conflict')?.message).toBe(
      'replicas of web: 3 in k8s.yaml is kept, 9 in places.csv is not',
    );
  });

  it('take a call that was measured over one that was guessed', () => {
    const guessed = 'services: { web: { image: w, links: [db] }, db: { image: postgres } }';
    const both = imported([
      ['compose.yaml', guessed],
      [
        'deps.json',
        JSON.stringify([
          { parent: 'up', child: 'web', callCount: 10 },
          { parent: 'web', child: 'db', callCount: 25 },
        ]),
      ],
    ]);
    expect(both.scenario.services.find(({ id }) => id === 'web')?.needs[0].calls).toBe(2.5);
  });
});

describe('rules of places', () => {
  const places = (siteOf: readonly string[]) => {
    const { scenario, codes } = imported([['edges.csv', 'from,to\nweb,cart-db\nweb,cart\n']], { siteOf });
    const of = scenario.services.map(
      ({ id, deployments }) => `${id}: ${deployments.map(({ site, servers }) => `${site} ${servers}`).join(', ')}`,
    );
    return { of, codes };
  };

  it('take the first that fits', () => {
    expect(places(['*-db=seoul', 'cart*=busan', '*=seoul,busan']).of).toEqual([
      'cart: busan 2',
      'cart-db: seoul 2',
      'web: busan 1, seoul 1',
    ]);
  });

  it('put what none fits where most are, and say so; say which fit nothing', () => {
    const { of, codes } = places(['web=seoul', 'nobody=busan']);
    expect(of).toEqual(['cart: seoul 2', 'cart-db: seoul 2', 'web: seoul 2']);
    expect(codes).toContain('not-placed');
    expect(codes).toContain('rule-unused');
  });

  it('name zones', () => {
    const { scenario } = importSamples(['socialnet-deps.json'], { siteOf: ['nginx*=seoul/a', '*=seoul/b'] });
    expect(scenario.sites.map(({ id, zones }) => [id, zones.map((zone) => zone.id)])).toEqual([['seoul', ['a', 'b']]]);
  });

  it('are told when they are none', () => {
    expect(problemsOf([['e.csv', 'from,to\na,b\n']], { siteOf: ['seoul', '=x', 'a=b/c/d'] })).toEqual([
      'bad-rule --site-of',
      'bad-rule --site-of',
      'bad-rule --site-of',
    ]);
  });
});
