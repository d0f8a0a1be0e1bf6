/**
 * Small scenarios of everything that the flow can do, for property tests: two to eight services in one or two sites,
 * with retries, back-off, budgets, breakers, caches, async and parallel calls, users who come back, put off or leave, and up to four
 * faults of any kind. Loads and capacities are drawn apart, so that many of them are overloaded from the start.
 */
import fc from 'fast-check';
import { constant, exponential } from '../../src/engine/distributions.js';
import type { Scenario } from '../../src/scenario/model.js';
import { buildScenario, type DependencySpec, type FaultSpec, type ServiceSpec } from './scenario-builder.js';

const DURATION = 600;

export const anyScenario: fc.Arbitrary<Scenario> = fc
  .tuple(
    fc
      .integer({ min: 2, max: 8 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => service(i, count)))),
    fc.array(fault(), { maxLength: 4 }),
  )
  .map(([services, faults]) =>
    buildScenario({
      durationSeconds: DURATION,
      sites: { east: {}, west: {} },
      services: Object.fromEntries(services.map((spec, i) => [nameOf(i), spec])),
      faults: faults.map((make) => make(services.length)),
    }),
  );

function nameOf(i: number): string {
  return `s${i}`;
}

/** Service `i` calls later ones only; the first always has users. */
function service(i: number, count: number): fc.Arbitrary<ServiceSpec> {
  const callees = count - i - 1;
  return fc.record({
    servers: fc.integer({ min: 1, max: 10 }).map((n) => 2 * n),
    capacityPerServer: fc.constantFrom(20, 100),
    workersPerServer: fc.constantFrom(2, 20, 500),
    queuePerServer: fc.constantFrom(0, 5, 50, 1000),
    routing: fc.constantFrom('nearest', 'spill', 'spread'),
    serviceTime: fc.constantFrom(exponential(0.01), exponential(0.05), constant(0.01)),
    deployments: fc.constantFrom<ServiceSpec['deployments']>({ east: {} }, { west: {} }, { east: {}, west: {} }),
    needs: fc.uniqueArray(need(i, Math.max(1, callees)), {
      minLength: callees === 0 ? 0 : 1,
      maxLength: Math.min(3, callees),
      selector: (spec) => spec.service,
    }),
    users: i === 0 ? users() : fc.option(users(), { nil: undefined }),
  });
}

function users(): fc.Arbitrary<NonNullable<ServiceSpec['users']>> {
  return fc.record({
    peakPerSecond: fc.constantFrom(5, 100, 800),
    timeoutSeconds: fc.constantFrom(0.5, 2, 10),
    retries: fc.integer({ min: 0, max: 3 }),
    backoffSeconds: fc.constantFrom(0, 0, 2),
    retryBudget: fc.constantFrom(null, null, 0.1),
    comeBack: fc.record({ probability: fc.constantFrom(0, 0.5, 0.9), afterSeconds: fc.constantFrom(5, 60) }),
    putOff: fc.record({ probability: fc.constantFrom(0, 0, 0.1), afterSeconds: fc.constantFrom(20, 200) }),
    substitutes: fc.constant([
      { id: 'near', share: 0.75 },
      { id: 'other', share: 0.25 },
    ]),
    leave: fc.record({
      hazardPerHour: fc.constantFrom(0, 0, 1, 20),
      growthPerHour: fc.constantFrom(0, 0, 100),
      returnShare: fc.constantFrom(0, 0.5, 1),
      returnAfterSeconds: fc.constantFrom(10, 300),
    }),
  });
}

function need(i: number, callees: number): fc.Arbitrary<DependencySpec> {
  return fc.record({
    service: fc.integer({ min: 1, max: callees }).map((k) => nameOf(i + k)),
    kind: fc.constantFrom('required', 'required', 'optional', 'async'),
    calls: fc.constantFrom(0.02, 0.5, 1, 1, 3),
    timeoutSeconds: fc.constantFrom(0.2, 1, 3),
    retries: fc.integer({ min: 0, max: 3 }),
    backoffSeconds: fc.constantFrom(0, 0, 1),
    retryBudget: fc.constantFrom(null, null, 0.2),
    parallel: fc.constantFrom(null, null, 1),
    breaker: fc.constantFrom(undefined, undefined, undefined, {}),
    cache: fc.constantFrom(undefined, undefined, undefined, { coldAtStart: true }, { coldAtStart: false }),
    ageLimitSeconds: fc.constantFrom(null, 30),
  });
}

/** A fault of a service that is only known once their number is. */
function fault(): fc.Arbitrary<(services: number) => FaultSpec> {
  return fc
    .record({
      atSeconds: fc.integer({ min: 10, max: 200 }),
      forSeconds: fc.integer({ min: 5, max: 200 }),
      which: fc.nat(1000),
      kind: fc.constantFrom('crash', 'crash', 'slow', 'surge', 'power-loss', 'partition'),
      share: fc.constantFrom(0.3, 0.5, 1),
      factor: fc.constantFrom(2, 10),
      site: fc.constantFrom('east', 'west'),
    })
    .map(({ atSeconds, forSeconds, which, kind, share, factor, site }) => (services: number): FaultSpec => {
      const target = nameOf(which % services);
      const parameters: Readonly<Record<string, FaultSpec['parameters']>> = {
        crash: { service: target, share },
        slow: { service: target, factor },
        surge: { factor },
        'power-loss': { site },
        partition: { sites: ['east', 'west'] },
      };
      return {
        kind,
        atSeconds,
        untilSeconds: atSeconds + forSeconds,
        parameters: parameters[kind] as FaultSpec['parameters'],
      };
    });
}
