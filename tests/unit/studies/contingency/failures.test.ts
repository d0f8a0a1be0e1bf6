import { describe, expect, it } from 'vitest';
import { choosePairs } from '../../../../src/studies/contingency/choose-pairs.js';
import { nameOfFailure, pairsOf, singleFailures } from '../../../../src/studies/contingency/failures.js';
import { activeIn } from '../../../support/audit-findings.js';
import { buildScenario, type ScenarioSpec } from '../../../support/scenario-builder.js';

const users = { peakPerSecond: 10 };
const SPEC: ScenarioSpec = {
  sites: { north: { zones: { a: 0.5, b: 0.5 } }, south: {} },
  links: [{ between: ['north', 'south'], latencySeconds: 0.001 }],
  services: { shop: { users, servers: 2, deployments: activeIn('north', 'south') } },
};

describe('what can fail', () => {
  it('is every site, zone, link and service; the one zone of a site is the site', () => {
    const ids = singleFailures(buildScenario(SPEC)).map(({ kind, id }) => `${kind} ${id}`);
    expect(ids).toEqual([
      'site north',
      'site south',
      'zone north/a',
      'zone north/b',
      'link north-south',
      'service shop',
    ]);
  });

  it('is only of the kinds asked for', () => {
    const ids = singleFailures(buildScenario(SPEC), ['link', 'service']).map(({ id }) => id);
    expect(ids).toEqual(['north-south', 'shop']);
  });

  it('is in pairs any two of which neither contains the other', () => {
    const names = pairsOf(singleFailures(buildScenario(SPEC))).map(nameOfFailure);
    // Fifteen pairs of six things, less north with each of its zones.
    expect(names).toHaveLength(13);
    expect(names).toContain('north/a + north/b');
    expect(names).not.toContain('north + north/a');
  });
});

describe('pairs that are too many', () => {
  // Ten services; `both` needs either of two stores: it goes down when both do.
  const pairScenario = buildScenario({
    sites: { north: {}, south: {} },
    services: {
      both: {
        users: { peakPerSecond: 100 },
        deployments: activeIn('north', 'south'),
        needs: [
          { service: 'a', calls: 0.45 },
          { service: 'b', calls: 0.45 },
        ],
      },
      a: { deployments: activeIn('north', 'south') },
      b: { deployments: activeIn('north', 'south') },
      ...Object.fromEntries(
        Array.from({ length: 7 }, (_, i) => [`x${i}`, { users, deployments: activeIn('north', 'south') }]),
      ),
    },
  });
  const all = pairsOf(singleFailures(pairScenario, ['site', 'service']));

  it('are all run when they are not', () => {
    expect(choosePairs(pairScenario, all, 1000, '1')).toMatchObject({ possible: 66, picked: 0, drawn: 0 });
  });

  it('are half those in which two failures take down what neither does alone, half a random sample of the rest', () => {
    const { pairs, possible, picked, drawn } = choosePairs(pairScenario, all, 10, '1');
    expect({ possible, picked, drawn, run: pairs.length }).toEqual({ possible: 66, picked: 5, drawn: 5, run: 10 });
    // The two sites carry everything between them; nothing else comes near.
    expect(nameOfFailure(pairs[0])).toBe('north + south');
    expect(new Set(pairs).size).toBe(10);
  });

  it('are the same for the same seed, and others for another', () => {
    const drawn = (seed: string): string[] =>
      choosePairs(pairScenario, all, 10, seed).pairs.slice(5).map(nameOfFailure);
    expect(drawn('1')).toEqual(drawn('1'));
    expect(drawn('1')).not.toEqual(drawn('2'));
  });

  it('are each drawn as often as any other', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++)
      for (const pair of choosePairs(pairScenario, all.slice(0, 20), 10, String(seed)).pairs.slice(5))
        counts.set(nameOfFailure(pair), (counts.get(nameOfFailure(pair)) ?? 0) + 1);
    // Five of the fifteen that are not picked: a third of 2,000 = 667, with a standard deviation of 21; six of them.
    expect(counts.size).toBe(15);
    for (const count of counts.values()) expect(Math.abs(count - 2000 / 3)).toBeLessThan(127);
  });
});
