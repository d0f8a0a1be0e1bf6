/**
 * Small worlds of everything that goes wrong with machines, data and people, for property tests: six services in two
 * sites with standbys, tools, start-up needs, classes of their own, teams and boots of any kind, and up to four faults.
 */
import fc from 'fast-check';
import type { RecoveryOrder, Scenario } from '../../src/scenario/model.js';
import { buildScenario, type FaultSpec, type ScenarioSpec, type ServiceSpec } from './scenario-builder.js';

const HOUR = 3600;
const SERVICES = ['auth', 'mail', 'store', 'talk', 'tool', 'web'];
const plan = fc.record({
  duration: fc.integer({ min: 0, max: 4 * HOUR }).map((value) => ({ kind: 'constant', value }) as const),
  team: fc.constantFrom('data', 'ops'),
  people: fc.integer({ min: 1, max: 4 }),
});
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const classSpec = fc.record({
  check: maybe(plan),
  start: maybe(plan),
  verify: maybe(plan),
  rebuild: maybe(plan),
  serveFirst: fc.boolean(),
  quorum: fc.constantFrom(0, 0.5, 1),
  byHandFactor: maybe(fc.integer({ min: 1, max: 4 })),
});

const serviceSpec: fc.Arbitrary<ServiceSpec> = fc.record({
  class: fc.constantFrom('one', 'two'),
  admission: maybe(
    fc.record({
      shares: fc.constantFrom([0.5], [0.1, 0.6]),
      eachSeconds: fc.constantFrom(60, HOUR),
      untilWell: fc.boolean(),
    }),
  ),
  capacityPerServer: fc.constantFrom(20, 200),
  users: fc.record({ peakPerSecond: fc.integer({ min: 1, max: 300 }), retries: fc.integer({ min: 0, max: 2 }) }),
  health: fc.record({ intervalSeconds: fc.constantFrom(1, 10, 60), threshold: fc.integer({ min: 1, max: 3 }) }),
  failover: fc.record({
    promote: fc.constant({ kind: 'constant', value: 300 } as const),
    failChance: fc.constantFrom(0, 0.5),
    byHandFactor: maybe(fc.constant(5)),
    team: fc.constantFrom('ops', null),
    people: fc.integer({ min: 0, max: 2 }),
    failback: fc.boolean(),
  }),
  deployments: fc
    .record({
      a: fc.integer({ min: 1, max: 30 }),
      b: fc.integer({ min: 0, max: 20 }),
      role: fc.constantFrom('active', 'hot-standby', 'warm-standby', 'cold-standby'),
    })
    .map(({ a, b, role }) => ({ a: { servers: a }, ...(b > 0 ? { b: { servers: b, role } } : {}) })),
  data: fc.option(
    fc
      .record({
        copies: fc.constantFrom(['a'], ['b'], ['a', 'b']),
        sync: fc.boolean(),
        onSplit: fc.constantFrom('stop', 'split'),
        lagSeconds: fc.constantFrom(0, 60),
        sizeBytes: fc.constantFrom(null, 1e12),
        backups: fc.constantFrom(null, { everySeconds: 2 * HOUR, site: 'b', keep: 3 }),
      })
      .map(({ sync, ...data }) => ({
        ...data,
        replication: data.copies.length < 2 ? ('none' as const) : sync ? ('sync' as const) : ('async' as const),
        merge: { secondsPerWrite: 0.01, lostShare: 0.1 },
      })),
    { nil: undefined, freq: 2 },
  ),
  needs: fc.uniqueArray(
    fc.record({
      service: fc.constantFrom('auth', 'store', 'tool'),
      kind: fc.constantFrom('required', 'optional', 'startup', 'operate'),
      byHand: maybe(fc.constant({ kind: 'constant', value: HOUR } as const)),
    }),
    { selector: ({ service }) => service, maxLength: 3 },
  ),
});

const seconds = (from: number, to: number) => fc.integer({ min: from * 60, max: to * 60 }).map((m) => m * 60);
const site = fc.constantFrom('a', 'b');
const faultSpec: fc.Arbitrary<FaultSpec> = fc
  .tuple(
    seconds(0, 20),
    fc.option(seconds(20, 30), { nil: undefined }),
    fc.oneof(
      fc.record({ kind: fc.constant('power-loss'), parameters: fc.record({ site, over: fc.constantFrom(0, HOUR) }) }),
      fc.record({ kind: fc.constant('fire'), parameters: fc.record({ site, destroyed: fc.constantFrom(0.1, 0.7) }) }),
      fc.record({ kind: fc.constant('cooling-loss'), parameters: fc.record({ site }) }),
      fc.record({ kind: fc.constant('no-entry'), parameters: fc.record({ site }) }),
      fc.record({ kind: fc.constant('partition'), parameters: fc.constant({ sites: ['a', 'b'] }) }),
      fc.record({
        kind: fc.constant('crash'),
        parameters: fc.record({ service: fc.constantFrom(...SERVICES), share: fc.constantFrom(0.3, 1) }),
      }),
      fc.record({
        kind: fc.constant('team-absent'),
        parameters: fc.record({ team: fc.constantFrom('data', 'ops'), share: fc.constantFrom(0.5, 1) }),
      }),
      fc.record({
        kind: fc.constant('data-corruption'),
        parameters: fc.record({ service: fc.constantFrom(...SERVICES), noticed: fc.constantFrom(0, HOUR) }),
      }),
      fc.record({ kind: fc.constant('destroy'), parameters: fc.record({ site, share: fc.constantFrom(0.2, 1) }) }),
    ),
  )
  .map(([atSeconds, untilSeconds, { kind, parameters }]) => ({
    kind,
    atSeconds,
    // Not for what is for good.
    ...(untilSeconds !== undefined && kind !== 'destroy' && kind !== 'data-corruption' ? { untilSeconds } : {}),
    parameters,
  }));

/** Needs go to services earlier in the list, so that calls make no circle; start-up needs may. */
function withoutCallCircles(services: Record<string, ServiceSpec>): Record<string, ServiceSpec> {
  return Object.fromEntries(
    Object.entries(services).map(([id, spec]) => [
      id,
      {
        ...spec,
        needs: (spec.needs ?? []).filter(({ service, kind }) => {
          if (service === id) return false;
          return kind === 'startup' || kind === 'operate' || service < id;
        }),
      },
    ]),
  );
}

export const recoverySpec: fc.Arbitrary<ScenarioSpec> = fc
  .record({
    services: fc.tuple(...SERVICES.map(() => serviceSpec)),
    one: classSpec,
    two: classSpec,
    faults: fc.array(faultSpec, { minLength: 1, maxLength: 4 }),
    order: fc.constantFrom<RecoveryOrder>('users', 'dependency', 'critical-path'),
    strategy: fc.constantFrom('wait', 'rebuild', 'first'),
    ops: fc.record({
      people: fc.integer({ min: 1, max: 4 }),
      onSite: fc.boolean(),
      fromSeconds: fc.constantFrom(0, HOUR),
    }),
    data: fc.record({
      people: fc.integer({ min: 1, max: 3 }),
      groups: fc.record({
        able: fc.record({ people: fc.constantFrom(1, 2), classes: fc.constantFrom(null, ['one']) }),
        reserve: fc.record({ called: fc.constant({ kind: 'constant', value: HOUR } as const) }),
        starters: fc.record({ stages: fc.constant(['start', 'repair'] as const), fromSeconds: fc.constant(2 * HOUR) }),
      }),
    }),
    boot: fc.record({
      team: fc.constantFrom(null, 'ops'),
      byHandPerHour: fc.constantFrom(5, 50),
      byToolPerHour: fc.constantFrom(100, 1000),
      tools: fc.constantFrom([], ['tool']),
      casualties: fc.constantFrom(0, 0.1),
      repair: maybe(plan),
      wave: fc.constantFrom(1, 7, 1e9),
    }),
    nightPause: maybe(fc.constant({ fromHour: 22, toHour: 5 })),
    powerBack: fc.boolean(),
    others: fc.integer({ min: 0, max: 40 }),
  })
  .map((random) => ({
    durationSeconds: 48 * HOUR,
    sites: {
      a: { zones: { x: 0.7, y: 0.3 }, servers: 400 + random.others, spareServers: 10 },
      b: { zones: { x: 1 }, servers: 400, spareServers: 25 },
    },
    classes: { one: random.one, two: random.two },
    services: withoutCallCircles(Object.fromEntries(SERVICES.map((id, i) => [id, random.services[i]]))),
    faults: random.faults,
    recovery: {
      order: random.order,
      strategy: random.strategy,
      nightPause: random.nightPause,
      teams: { data: random.data, ops: random.ops },
      boot: random.boot,
      power: random.powerBack
        ? [
            { site: 'a', zone: 'x', atSeconds: 21 * HOUR },
            { site: 'a', zone: 'y', atSeconds: 30 * HOUR },
            { site: 'b', zone: 'x', atSeconds: 25 * HOUR },
          ]
        : [],
    },
  }));

export const anyRecovery: fc.Arbitrary<Scenario> = recoverySpec.map((spec) => buildScenario(spec));
