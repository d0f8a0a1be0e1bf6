import { describe, expect, test } from 'vitest';
import { streams } from '../../../../src/engine/streams.js';
import { checkScenario } from '../../../../src/library/load-scenario.js';
import { generateScenario } from '../../../../src/studies/generate/generate-scenario.js';
import { type GeneratedNode, generatedGraph } from '../../../../src/studies/generate/generated-graph.js';
import { simulate } from '../../../../src/world/simulate.js';

function graph(services: number, seed = 1): GeneratedNode[] {
  return generatedGraph(services, streams(seed).stream('graph'));
}

function callersOf(nodes: readonly GeneratedNode[]): number[] {
  const callers = nodes.map(() => 0);
  for (const { calls } of nodes) for (const { callee } of calls) callers[callee]++;
  return callers;
}

describe('a generated graph', () => {
  // 13 % of 1,000, 39 % of 1,000, and what is left.
  test('has as many entries, middle services and leaves as were counted at Alibaba', () => {
    const nodes = graph(1000);
    const count = (tier: string) => nodes.filter((node) => node.tier === tier).length;
    expect([count('entry'), count('middle'), count('leaf')]).toEqual([130, 480, 390]);
  });

  test.each([3, 10, 100, 1000])(
    'of %i services calls downwards only, and calls everybody but the entries',
    (services) => {
      const nodes = graph(services);
      const callers = callersOf(nodes);
      nodes.forEach((node, i) => {
        expect(node.calls.every(({ callee }) => callee > i && nodes[callee].layer > node.layer)).toBe(true);
        expect(new Set(node.calls.map(({ callee }) => callee)).size).toBe(node.calls.length);
        expect(callers[i] > 0).toBe(node.tier !== 'entry');
        expect(node.calls.length > 0).toBe(node.tier !== 'leaf');
        expect(node.layer).toBeLessThanOrEqual(4);
      });
    },
  );

  // Were all alike, ten of 870 would get a hundredth of the calls, and the most called of all a few times the mean.
  test('has hot spots: one in a hundred is called by more than a tenth of all calls together', () => {
    const callers = callersOf(graph(1000)).sort((a, b) => b - a);
    const all = callers.reduce((a, b) => a + b, 0);
    expect(callers.slice(0, 10).reduce((a, b) => a + b, 0)).toBeGreaterThan(0.1 * all);
    expect(callers[0]).toBeGreaterThan(10 * (all / 870));
  });
});

describe('a generated scenario', () => {
  test.each([
    { services: 3, sites: 1 },
    { services: 30, sites: 2 },
    { services: 100, sites: 9 },
  ])(
    'of $services services in $sites sites has nothing to say against, and nothing fails before the fault',
    (options) => {
      const { scenario, problems } = checkScenario(generateScenario(options), { file: 'company.yaml' });
      expect(problems).toEqual([]);
      expect(scenario?.services.length).toBe(options.services);
      expect(scenario?.sites.length).toBe(options.sites);
      if (scenario === null) return;
      const quiet = simulate({ ...scenario, faults: [] }, { seed: '1' });
      const states = quiet.tracks.filter(({ quantity }) => quantity === 'state');
      // Standbys stand by all the time; nobody changes.
      expect(states.filter(({ times }) => times.length > 1)).toEqual([]);
    },
  );

  test('is hurt by the power cut of its first site', () => {
    const { scenario } = checkScenario(generateScenario({ services: 30 }), { file: 'company.yaml' });
    expect(scenario).not.toBeNull();
    if (scenario === null) return;
    const { ledgers } = simulate(scenario, { seed: '1' });
    expect(ledgers.client.some(({ failed }) => failed > 0)).toBe(true);
  });

  test('is the same text for the same options, and another for another seed', () => {
    const text = generateScenario({ services: 20, seed: 7 });
    expect(generateScenario({ services: 20, seed: '7' })).toBe(text);
    expect(generateScenario({ services: 20, seed: 8 })).not.toBe(text);
  });

  test('refuses numbers that make no company, all at once', () => {
    expect(() => generateScenario({ services: 2, sites: 0.5 })).toThrow(
      'services: a whole number from 3 to 10000, not 2\nsites: a whole number from 1 to 9, not 0.5',
    );
  });

  test('cannot be broken by the words of its seed', () => {
    const { problems } = checkScenario(generateScenario({ services: 3, seed: '"\nfirebreak: 2 # \u0000' }), {
      file: 'c.yaml',
    });
    expect(problems).toEqual([]);
  });
});
