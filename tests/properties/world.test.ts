/** What holds in every run, at every instant: nobody and nothing is lost, doubled, or in two places. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashRecord } from '../../src/record/record-hash.js';
import { RULES, type RuleId } from '../../src/record/rules.js';
import { openWaits } from '../../src/world/open-waits.js';
import { simulate, startRun } from '../../src/world/simulate.js';
import type { World } from '../../src/world/world.js';
import { buildScenario, type FaultSpec, type ScenarioSpec, type ServiceSpec } from '../support/scenario-builder.js';

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

const scenarioSpec: fc.Arbitrary<ScenarioSpec> = fc
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
import { recoverySpec } from '../support/random-recovery.js';
import { buildScenario } from '../support/scenario-builder.js';

/** The first rule that is broken now, or null. */
function broken(world: World): string | null {
  const { recovery, sites } = world.context.scenario;
  const { topology, recorder } = world.context;
  // People: who is busy is who works on tasks that run.
  for (const [t, team] of recovery.teams.entries()) {
    const working = world.scheduler.tasks.filter(({ state, spec }) => state === 'running' && spec.team === t);
    const busy = working.reduce((sum, task) => sum + task.people, 0);
    if (busy > team.people) return `${busy} of ${team.people} people of ${team.id} work`;
    if (recorder.current(topology.teams[t], 'busy') !== busy) return `${team.id} is busy otherwise than recorded`;
  }
  // Servers: whole, none negative, none twice.
  const perSite = sites.map(() => 0);
  for (const cell of world.machines.cells) {
    const { total, up, dead, destroyed, booting, doomed, zone } = cell;
    const counts = [total, up, dead, destroyed, booting, doomed];
    if (counts.some((count) => !Number.isInteger(count) || count < 0))
      return `no such servers: ${JSON.stringify(cell)}`;
    const off = total - up - dead - destroyed;
    if (off < booting || off < doomed) return `more than are off: ${JSON.stringify(cell)}`;
    if (up > 0 && !world.machines.zones.hasPower(zone)) return `up in the dark: ${JSON.stringify(cell)}`;
    perSite[topology.zones[zone].site] += total;
  }
  // Spare servers: free, or promised to a rebuild, of which some are part of what was rebuilt.
  for (const [s, site] of sites.entries()) {
    const inUse = perSite[s] - site.servers;
    const promised = world.rebuilds.promised(s);
    if (inUse < 0 || inUse > promised) return `${inUse} spare servers in use at ${site.id}, ${promised} promised`;
    if (world.rebuilds.spareLeft(s) + promised !== site.spareServers) return `spare servers of ${site.id} are lost`;
  }
  return null;
}

test('people, servers and spare servers are conserved at every instant', () => {
  fc.assert(
    fc.property(recoverySpec, fc.integer({ min: 1, max: 5 }), (spec, seed) => {
      const scenario = buildScenario(spec);
      const run = startRun(scenario, { seed });
      expect(broken(run.world)).toBeNull();
      for (let done = false; !done; ) {
        done = run.advance(1).done;
        const problem = broken(run.world);
        if (problem !== null) throw new Error(`at ${run.world.engine.now / 1e6} s: ${problem}`);
      }
      const { end } = run.finish();
      // What waits for load, or for the service itself to work, is nothing that anybody could do.
      const work = openWaits(run.world).filter(({ blockers }) =>
        blockers.some(({ kind }) => !['caches', 'backlog', 'admission', 'service'].includes(kind)),
      );
      expect(end.tasksOpen).toBeGreaterThanOrEqual(work.length > 0 ? 1 : 0);
    }),
    { numRuns: 100 },
  );
});

test('the order of keys in a file changes nothing', () => {
  fc.assert(
    fc.property(recoverySpec, (spec) => {
      const reversed = { ...spec, services: Object.fromEntries(Object.entries(spec.services).reverse()) };
      expect(hashRecord(simulate(buildScenario(reversed), { seed: 1 }))).toBe(
        hashRecord(simulate(buildScenario(spec), { seed: 1 })),
      );
    }),
    { numRuns: 20 },
  );
});

/** What the flow says of itself may follow from demand alone; everything else follows from a fault. */
const FROM_FLOW: readonly RuleId[] = ['state.changed', 'cause.changed', 'queue.filled', 'overload.began'];

test('whatever happens to machines, people and work follows from a fault', () => {
  fc.assert(
    fc.property(recoverySpec, (spec) => {
      const { events, tracks } = simulate(buildScenario(spec), { seed: 1 });
      for (let i = 0; i < events.count; i++) {
        const rule = RULES[events.rule[i]].id;
        const isRoot = events.causesStart[i] === events.causesStart[i + 1];
        if (isRoot && !FROM_FLOW.includes(rule)) expect(rule).toBe('fault.began');
      }
      for (const { values, quantity } of tracks) {
        if (quantity === 'busy' || quantity === 'queue') expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 100 },
  );
});
