/** Files of real systems, each with its trap; see tests/samples/SOURCES.md. */
import { describe, expect, it } from 'vitest';
import { run } from '../../../../src/library/run.js';
import { type Imported, importSamples } from '../../../support/imported.js';

const needOf = ({ scenario }: Imported, from: string, to: string) =>
  scenario.services.find(({ id }) => id === from)?.needs.find(({ service }) => service === to);
const serversOf = ({ scenario }: Imported, id: string) =>
  scenario.services.find((service) => service.id === id)?.deployments.reduce((sum, { servers }) => sum + servers, 0);
const asked = ({ scenario }: Imported) => scenario.services.filter(({ users }) => users !== null).map(({ id }) => id);

const SAMPLES: readonly (readonly string[])[] = [
  ['jaeger-dependencies-small.json'],
  ['socialnet-deps.json'],
  ['kiali-service-graph.json'],
  ['online-boutique-kubernetes-manifests.yaml'],
  ['train-ticket-docker-compose.yml'],
  ['deathstarbench-socialNetwork-docker-compose.yml'],
  ['backstage-artist-portal.catalog-info.yaml'],
  ['chaostoolkit-service-down-experiment.json'],
  ['openslo-ratio-timeslices.yaml'],
  ['misim-paper_architecture.json', 'misim-paper_experiment.json', 'misim-paper_limbo.csv'],
];

describe.each(SAMPLES.map((files) => [files.join(' '), files] as const))('the sample %s', (_, files) => {
  it('is imported, checked and run, and works until something fails', () => {
    const { scenario } = importSamples(files);
    const { document } = run(scenario);
    const first = scenario.faults[0].atSeconds;
    expect(document.simulatedSeconds).toBe(scenario.durationSeconds);
    // MiSim's paper overloads service1 from the start, by design.
    if (files[0].startsWith('misim')) return;
    const early = document.services.filter(({ firstFailedAt }) => {
      const at =
        firstFailedAt === null
          ? Number.POSITIVE_INFINITY
          : (Date.parse(firstFailedAt) - scenario.start.epochMilliseconds) / 1000;
      return at < first;
    });
    expect(early.map(({ id }) => id)).toEqual([]);
  });
});

describe("Jaeger's dependencies of the Social Network", () => {
  const seen = importSamples(['socialnet-deps.json']);

  it('have 12 services and 19 calls', () => {
    expect([seen.scenario.services.length, seen.edges.length]).toEqual([12, 19]);
  });

  it('keep their circle, and tell it', () => {
    expect(seen.edges).toContain('user-service -> social-graph-service');
    expect(seen.edges).toContain('social-graph-service -> user-service');
    expect(seen.notes.find(({ code }) => code === 'circle')?.message).toBe(
      'calls go in a circle: social-graph-service -> user-service -> social-graph-service',
    );
  });

  it('become calls per request', () => {
    // social-graph-service is asked 37,624 + 962 + 10,284 = 48,870 times and asks user-service 75,248 times.
    expect(needOf(seen, 'social-graph-service', 'user-service')?.calls).toBeCloseTo(75248 / 48870, 3);
    // user-service is asked 75,248 + 962 + 10,284 = 86,494 times and asks back 962 times: 0.0111.
    expect(needOf(seen, 'user-service', 'social-graph-service')?.calls).toBeCloseTo(962 / 86494, 5);
  });

  it('are asked where nobody else calls', () => {
    expect(asked(seen)).toEqual(['nginx-web-server']);
  });
});

describe("Jaeger's small sample, a bare list", () => {
  const seen = importSamples(['jaeger-dependencies-small.json']);

  it('has 8 services and 7 calls from Service8 on', () => {
    expect([seen.scenario.services.length, seen.edges.length, asked(seen)]).toEqual([8, 7, ['Service8']]);
    // Service2 is asked 30,489 times and asks Service4 129,216 times: 4.238 each.
    expect(needOf(seen, 'Service2', 'Service4')?.calls).toBeCloseTo(4.238, 3);
  });
});

describe('the manifests of Online Boutique', () => {
  const seen = importSamples(['online-boutique-kubernetes-manifests.yaml']);

  it('have 12 services and the 16 calls that addresses tell', () => {
    expect([seen.scenario.services.length, seen.edges.length, seen.starts]).toEqual([12, 16, []]);
    expect(seen.edges).toContain('cartservice -> redis-cart');
    expect(seen.edges.filter((edge) => edge.startsWith('checkoutservice'))).toHaveLength(6);
  });

  it('have one address that leads nowhere, told with its line', () => {
    const dangling = seen.notes.filter(({ code }) => code === 'dangling');
    expect(dangling.map(({ line, message }) => [line, message])).toEqual([
      [90, 'frontend has the address of "shoppingassistantservice", which is not in the files: left out'],
    ]);
  });

  it('are asked through the load balancer, and by the load generator', () => {
    expect(asked(seen)).toEqual(['frontend', 'loadgenerator']);
  });
});

describe('the compose file of Train Ticket', () => {
  const seen = importSamples(['train-ticket-docker-compose.yml']);

  it('has 67 ts services beside its cache, one order of starting and no call, and says so first', () => {
    expect(seen.scenario.services.filter(({ id }) => id.startsWith('ts-'))).toHaveLength(67);
    expect([seen.scenario.services.length, seen.edges, seen.starts]).toEqual([
      68,
      [],
      ['ts-voucher-service -> ts-voucher-mysql'],
    ]);
    expect(seen.notes[0].message).toMatch(/^NO CALLS FOUND: 68 services and 0 calls/);
  });
});

describe('the compose file of the Social Network', () => {
  const seen = importSamples(['deathstarbench-socialNetwork-docker-compose.yml']);

  it('reads the long form of depends_on as the order of starting, not as calls', () => {
    expect([seen.scenario.services.length, seen.edges]).toEqual([27, []]);
    expect(seen.starts).toContain('social-graph-service -> social-graph-mongodb');
    expect(seen.codes).toContain('start-order');
  });

  it('gets its calls from the traces when these are merged', () => {
    const both = importSamples(['deathstarbench-socialNetwork-docker-compose.yml', 'socialnet-deps.json']);
    // nginx-web-server is called nginx-thrift there, so 28 services; none of the 19 calls is among the orders of starting.
    expect([both.scenario.services.length, both.edges.length, both.starts.length]).toEqual([
      28,
      19,
      seen.starts.length,
    ]);
    expect(both.notes.find(({ code }) => code === 'only-here')?.message).toContain('nginx-web-server');
  });
});

describe("Kiali's graph", () => {
  const seen = importSamples(['kiali-service-graph.json']);

  it('has 8 services and 8 calls; what calls itself and what is unknown is told', () => {
    expect([seen.scenario.services.length, seen.edges.length]).toEqual([8, 8]);
    expect(seen.codes.filter((code) => code === 'calls-itself')).toHaveLength(2);
    expect(seen.notes.some(({ message }) => message === 'reviews -> unknown (http, 4/s): left out')).toBe(true);
  });

  it('reads rates that are written as text, a second', () => {
    // productpage is asked 100 a second by the gateway and 50 by nobody known, and asks reviews 60 times: 0.4.
    expect(needOf(seen, 'productpage', 'reviews')?.calls).toBeCloseTo(0.4, 6);
    expect(seen.scenario.services.find(({ id }) => id === 'productpage')?.users?.peakPerSecond).toBe(50);
    expect(seen.scenario.services.find(({ id }) => id === 'ingressgateway')?.users?.peakPerSecond).toBe(100);
  });
});

describe("Backstage's catalogue", () => {
  const seen = importSamples(['backstage-artist-portal.catalog-info.yaml']);

  it('has 5 services and 3 calls, one through an API and one by a kind that does not belong there', () => {
    expect(seen.scenario.services).toHaveLength(5);
    expect([...seen.edges].sort()).toEqual([
      'artist-lookup -> artists-db',
      'wayback-search -> wayback-archive',
      'www-artist -> artist-lookup',
    ]);
  });
});

describe("MiSim's paper example", () => {
  const seen = importSamples(['misim-paper_architecture.json', 'misim-paper_experiment.json', 'misim-paper_limbo.csv']);

  it('has its instances, capacities, retries and the dotted callee', () => {
    expect(serversOf(seen, 'service1')).toBe(2);
    // capacity 80 / demand 10 = 8 requests a second
    expect(seen.scenario.services.find(({ id }) => id === 'service1')?.deployments[0].capacityPerServer).toBe(8);
    expect(needOf(seen, 'service1', 'service2')?.calls).toBe(0.75);
    expect(needOf(seen, 'gateway', 'service1')?.retries).toBe(4);
  });

  it('kills both instances at 40 s under the load of its file', () => {
    const [fault] = seen.scenario.faults;
    expect([fault.kind, fault.atSeconds, fault.parameters.service]).toEqual(['crash', 40, 'service1']);
    // The highest line of the file is 40.627 at 116.5 s; four digits count.
    expect(seen.scenario.services.find(({ id }) => id === 'gateway')?.users?.peakPerSecond).toBe(40.63);
    expect(seen.scenario.durationSeconds).toBe(180);
  });

  it('assumes a rate and says so when the file of rates is not there', () => {
    const without = importSamples(['misim-paper_architecture.json', 'misim-paper_experiment.json']);
    expect(without.codes).toContain('load-missing');
  });
});

describe("OpenSLO's example", () => {
  it('expects 99 % over the two weeks of its window', () => {
    const { scenario } = importSamples(['openslo-ratio-timeslices.yaml']);
    const [expectation] = scenario.expectations;
    expect([expectation.measure, expectation.of, expectation.atLeast]).toEqual(['availability', 'web-shop', 0.99]);
    expect(scenario.durationSeconds).toBe(14 * 86400);
  });
});

describe("Chaos Toolkit's example", () => {
  const seen = importSamples(['chaostoolkit-service-down-experiment.json']);

  it('kills the provider, expects it back after the pause, and lists the probe that names nobody', () => {
    expect(seen.scenario.faults.map(({ kind, parameters }) => [kind, parameters.service])).toEqual([
      ['crash', 'my-provider-app'],
    ]);
    expect(seen.scenario.expectations.map(({ of, atMost }) => [of, atMost])).toEqual([['my-provider-app', 15]]);
    expect(seen.notes.find(({ code }) => code === 'not-mapped')?.message).toContain(
      'consumer-service-must-still-respond',
    );
  });
});
