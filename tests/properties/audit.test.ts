/**
 * What an audit says without running is what a run shows: for random designs with room to spare, of active deployments
 * and standbys, needs of all kinds, data and links, each site, zone, link and service lost for good.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/model.js';
import { audit } from '../../src/studies/audit/audit.js';
import { factsOf } from '../../src/studies/audit/facts.js';
import {
  type Loss,
  lossOfLink,
  lossOfService,
  lossOfSite,
  lossOfZone,
  usedSites,
} from '../../src/studies/audit/loss.js';
import { standingAfter } from '../../src/studies/audit/standing.js';
import { simulate } from '../../src/world/simulate.js';
import { readRun } from '../support/run-reader.js';
import { buildScenario, type DependencySpec, type FaultSpec, type ServiceSpec } from '../support/scenario-builder.js';

const SITES = ['east', 'north', 'west'];
const AT = 30;
/** Three checks, a second each, a promotion at once, and queues of a second: all is settled long before. */
const END = 300;

interface Case {
  readonly loss: Loss;
  readonly fault: FaultSpec;
}

function casesOf(scenario: Scenario): Case[] {
  const fault = (kind: string, parameters: FaultSpec['parameters']): FaultSpec => ({ kind, atSeconds: AT, parameters });
  return [
    ...usedSites(scenario).flatMap((site) => [
      { loss: lossOfSite(site), fault: fault('power-loss', { site: site.id }) },
      ...site.zones.map(({ id }) => ({
        loss: lossOfZone(site, id),
        fault: fault('power-loss', { site: site.id, zones: [id] }),
      })),
    ]),
    ...scenario.links.map((link) => ({
      loss: lossOfLink(link),
      fault: fault('partition', { sites: [...link.between] }),
    })),
    ...scenario.services.map(({ id }) => ({
      loss: lossOfService(id),
      fault: fault('crash', { service: id, share: 1 }),
    })),
  ];
}

/**
 * Share of what users want that succeeds at the end, of each service and journey with users; not of services that others
 * call, too: a run counts those among its users, an audit does not, and across a cut link they fare otherwise.
 */
function atTheEnd(scenario: Scenario, { kind, atSeconds, parameters }: FaultSpec): ReadonlyMap<string, number> {
  // A crash without an end is mended at once where no class says otherwise.
  const faults = [{ id: 'f', order: 0, path: '', kind, atSeconds, untilSeconds: 2 * END, parameters }];
  const run = readRun(simulate(scenario, { seed: '1', faults }));
  return new Map([
    ...scenario.services
      .filter(({ id, users }) => users !== null && !(kind === 'partition' && isCalled(scenario, id)))
      .map(({ id }) => [id, run.at('service', id, 'share', END)] as const),
    ...scenario.journeys.map(({ id }) => [id, run.at('journey', id, 'share', END)] as const),
  ]);
}

function isCalled({ services }: Scenario, id: string): boolean {
  return services.some(({ needs }) => needs.some((each) => each.service === id));
}

const need = (callees: readonly string[], retries: number): fc.Arbitrary<DependencySpec> =>
  fc.record({
    service: fc.constantFrom(...callees),
    kind: fc.constantFrom('required', 'required', 'required', 'optional', 'async', 'operate'),
    calls: fc.constantFrom(0.2, 0.6, 1, 1, 2),
    timeoutSeconds: fc.constant(5),
    retries: fc.integer({ min: 0, max: retries }),
  });

/** Service `i` needs later ones only. */
function service(i: number, count: number, retries: number): fc.Arbitrary<ServiceSpec> {
  const callees = Array.from({ length: count - i - 1 }, (_, k) => `s${i + k + 1}`);
  const place = fc.record({
    role: fc.constantFrom('active', 'active', 'hot-standby'),
    zones: fc.constantFrom<Readonly<Record<string, number>>>({ a: 20 }, { b: 20 }, { a: 10, b: 10 }),
  });
  return fc.record({
    routing: fc.constantFrom('nearest', 'spread'),
    capacityPerServer: fc.constant(1000),
    servers: fc.constant(20),
    users: i === 0 ? fc.constant({ peakPerSecond: 10 }) : fc.constantFrom(undefined, { peakPerSecond: 10 }),
    failover: fc.record({ byHandFactor: fc.constantFrom(1, null) }),
    deployments: fc
      .tuple(fc.subarray(SITES, { minLength: 1 }), place, place, place)
      .map(([sites, first, ...rest]) =>
        Object.fromEntries(
          sites.map((site, k) => [site, k === 0 ? { ...first, role: 'active' as const } : rest[k - 1]]),
        ),
      ),
    needs:
      callees.length === 0
        ? fc.constant([])
        : fc.uniqueArray(need(callees, retries), { maxLength: 3, selector: (spec) => spec.service }),
  });
}

const design = (retries: number): fc.Arbitrary<Scenario> =>
  fc
    .integer({ min: 2, max: 7 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => service(i, count, retries))))
    .map((services) =>
      buildScenario({
        durationSeconds: END,
        sites: Object.fromEntries(SITES.map((site) => [site, { zones: { a: 0.5, b: 0.5 } }])),
        links: [
          { between: ['east', 'north'], latencySeconds: 0.001 },
          { between: ['north', 'west'], latencySeconds: 0.002 },
        ],
        services: Object.fromEntries(services.map((spec, i) => [`s${i}`, spec])),
        journeys: {
          visit: { users: { peakPerSecond: 10 }, needs: [{ service: 's0' }, { service: 's1', calls: 0.3 }] },
        },
      }),
    );

test('what stands after a loss is what succeeds at the end of a run with it, when nothing is retried', () => {
  fc.assert(
    fc.property(design(0), fc.nat(1000), (scenario, which) => {
      const cases = casesOf(scenario);
      const { loss, fault } = cases[which % cases.length];
      const standing = standingAfter(scenario, loss);
      for (const [id, share] of atTheEnd(scenario, fault)) {
        // The solver gives shares to 0.0002; the mean of a few attempts a second is exact in a fluid model.
        expect(standing.success(id), `${id} without ${JSON.stringify(fault.parameters)}`).toBeCloseTo(share, 2);
      }
    }),
    { numRuns: 150 },
  );
});

test('a service that an audit calls down with something is below half in a run without it, retries or not', () => {
  let down = 0;
  fc.assert(
    fc.property(design(2), fc.nat(1000), (scenario, which) => {
      const cases = casesOf(scenario);
      const { loss, fault } = cases[which % cases.length];
      const facts = factsOf(scenario);
      const fallen = facts.fallen(facts.after(loss));
      if (fallen.length === 0) return;
      const shares = atTheEnd(scenario, fault);
      // Of what others call, too, a run shows the mean of both.
      for (const id of fallen.filter((each) => !isCalled(scenario, each)))
        expect(shares.get(id), id).toBeLessThan(0.5 + 1e-3);
      down++;
    }),
    { numRuns: 100 },
  );
  expect(down).toBeGreaterThan(10);
});

test('the sites that a run shows to take a service down for good are the sites that an audit names, and no other', () => {
  fc.assert(
    fc.property(design(0), (scenario) => {
      const named = audit(scenario).findings.filter(({ rule }) => rule === 'single-point-site');
      for (const site of usedSites(scenario)) {
        const shares = atTheEnd(scenario, { kind: 'power-loss', atSeconds: AT, parameters: { site: site.id } });
        const below = [...shares].filter(([, share]) => share < 0.499).map(([id]) => id);
        // At one half exactly the last digit decides.
        const even = [...shares].filter(([, share]) => Math.abs(share - 0.5) <= 0.001).map(([id]) => id);
        const told = named.find(({ subject }) => subject === site.id)?.affected ?? [];
        expect(told.filter((id) => !even.includes(id))).toEqual(below.sort());
      }
    }),
    { numRuns: 60 },
  );
});
