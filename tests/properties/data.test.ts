/** No write is lost twice, or made from nothing: what was accepted is kept, lost, or waits to be merged, at every instant. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { constant } from '../../src/engine/distributions.js';
import { hashRecord } from '../../src/record/record-hash.js';
import { integral } from '../../src/record/steps.js';
import { viewRecord } from '../../src/record/view.js';
import { simulate, startRun } from '../../src/world/simulate.js';
import type { World } from '../../src/world/world.js';
import { buildScenario, type FaultSpec, type ScenarioSpec, type ServiceSpec } from '../support/scenario-builder.js';

const HOUR = 3600;
const DURATION = 24 * HOUR;
const SITES = ['a', 'b', 'c'];

const data: fc.Arbitrary<ServiceSpec['data']> = fc
  .record({
    copies: fc.uniqueArray(fc.constantFrom(...SITES), { minLength: 1, maxLength: 3 }),
    replication: fc.constantFrom<'async' | 'sync'>('async', 'sync'),
    witness: fc.constantFrom(null, 'c'),
    quorum: fc.integer({ min: 1, max: 3 }),
    onSplit: fc.constantFrom<'stop' | 'split'>('stop', 'split'),
    lagSeconds: fc.constantFrom(0, 5, HOUR),
    lostShare: fc.constantFrom(0, 0.3),
    secondsPerWrite: fc.constantFrom(0, 0.01),
    writes: fc.constantFrom(0.1, 1),
    sizeBytes: fc.constantFrom(null, 1e12),
    tolerates: fc.constantFrom(0, 0.15),
    backups: fc.option(
      fc.record({
        everySeconds: fc.constantFrom(HOUR, 7 * HOUR),
        site: fc.constantFrom(...SITES),
        keep: fc.constantFrom(null, 2),
      }),
      { nil: null },
    ),
  })
  .map(({ lostShare, secondsPerWrite, ...rest }) => {
    const replication = rest.copies.length > 1 ? rest.replication : 'none';
    const isSync = replication === 'sync';
    const votes = rest.copies.length + (isSync && rest.witness ? 1 : 0);
    return {
      ...rest,
      replication,
      witness: isSync ? rest.witness : null,
      quorum: isSync ? Math.min(votes, rest.quorum) : 1,
      merge: { secondsPerWrite, lostShare },
    };
  });

const store: fc.Arbitrary<ServiceSpec> = fc
  .record({
    data,
    roles: fc.uniqueArray(
      fc.record({
        site: fc.constantFrom(...SITES),
        role: fc.constantFrom<'active' | 'hot-standby' | 'cold-standby'>(
          'active',
          'active',
          'hot-standby',
          'cold-standby',
        ),
      }),
      { selector: ({ site }) => site, minLength: 1, maxLength: 3 },
    ),
    failback: fc.boolean(),
    noticed: fc.constantFrom(null, constant(600)),
    intervalSeconds: fc.constantFrom(0, 30),
  })
  .map(({ data: own, roles, failback, noticed, intervalSeconds }) => ({
    servers: 10,
    capacityPerServer: 100,
    users: { peakPerSecond: 100 },
    health: { intervalSeconds, threshold: 2 },
    failover: { promote: constant(90), failback, noticed },
    data: own,
    deployments: Object.fromEntries(
      roles.map(({ site, role }, i) => [site, { role: i === 0 ? ('active' as const) : role }]),
    ),
  }));

const minutes = (from: number, to: number) => fc.integer({ min: from, max: to }).map((m) => m * 60);
const site = fc.constantFrom(...SITES);
const fault: fc.Arbitrary<FaultSpec> = fc
  .tuple(
    minutes(0, 600),
    fc.option(minutes(601, 1200), { nil: undefined }),
    fc.oneof(
      fc.record({ kind: fc.constant('power-loss'), parameters: fc.record({ site }) }),
      fc.record({ kind: fc.constant('fire'), parameters: fc.record({ site, destroyed: fc.constantFrom(0.1, 0.7) }) }),
      fc.record({ kind: fc.constant('destroy'), parameters: fc.record({ site, share: fc.constantFrom(0.2, 1) }) }),
      fc.record({
        kind: fc.constant('partition'),
        parameters: fc.record({ sites: fc.uniqueArray(site, { minLength: 1, maxLength: 3 }) }),
      }),
      fc.record({
        kind: fc.constant('crash'),
        parameters: fc.record({ service: fc.constantFrom('one', 'two'), site }),
      }),
      fc.record({
        kind: fc.constant('data-corruption'),
        parameters: fc
          .record({
            service: fc.constantFrom('one', 'two'),
            noticed: fc.constantFrom(0, HOUR),
            at: fc.option(site, { nil: '' }),
          })
          .map(({ at, ...rest }) => (at === '' ? rest : { ...rest, site: at })),
      }),
    ),
  )
  .map(([atSeconds, untilSeconds, { kind, parameters }]) => ({
    kind,
    atSeconds,
    ...(untilSeconds !== undefined && kind !== 'destroy' && kind !== 'data-corruption' ? { untilSeconds } : {}),
    parameters: parameters as FaultSpec['parameters'],
  }));

const scenarioSpec: fc.Arbitrary<ScenarioSpec> = fc
  .record({
    one: store,
    two: store,
    faults: fc.array(fault, { minLength: 1, maxLength: 6 }),
    check: fc.constantFrom(0, 2 * HOUR),
    people: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ one, two, faults, check, people }) => ({
    durationSeconds: DURATION,
    sites: { a: {}, b: {}, c: {} },
    classes: { plain: { check: { duration: constant(check), team: 'data', people: 1 } } },
    services: { one, two },
    recovery: { order: 'users', teams: { data: { people } } },
    faults,
  }));

/** The first rule that is broken now, or null. */
function broken(world: World): string | null {
  const now = world.engine.now;
  for (const { index, spec } of world.context.topology.services) {
    const own = world.data.of(index);
    if (own === null) continue;
    const { accepted, kept, lost } = own;
    const unmerged = own.sides.unmerged + own.sides.apart;
    const told = `${spec.id}: ${accepted} accepted, ${kept} kept, ${lost} lost, ${unmerged} to merge`;
    const slack = 1e-9 * accepted + 1e-6;
    if (Math.abs(accepted - kept - lost - unmerged) > slack) return told;
    if (Math.min(kept, lost, unmerged, own.rate) < 0) return `negative: ${told}`;
    // What is kept is on a copy that is not destroyed or given up, or in a backup.
    const held = own.copies.filter((copy) => !copy.lost && !copy.condemned).map((copy) => own.position(copy));
    for (const position of held) if (position > now) return `${spec.id}: a copy from the future`;
    const best = Math.max(-1, own.newestBackup(), ...held);
    if (Math.abs(kept - own.history.kept(best)) > slack) return `${told}; the best copy has ${own.history.kept(best)}`;
  }
  return null;
}

test('writes are conserved at every instant, and what is kept is on a copy', () => {
  fc.assert(
    fc.property(scenarioSpec, (spec) => {
      const scenario = buildScenario(spec);
      const run = startRun(scenario, { seed: 1 });
      for (let done = false; !done; ) {
        done = run.advance(1).done;
        const problem = broken(run.world);
        if (problem !== null) throw new Error(`at ${run.world.engine.now / 1e6} s: ${problem}`);
      }
      const record = run.finish();
      const view = viewRecord(record);
      for (const { entity, accepted, lost } of record.ledgers.data) {
        // The step functions that people are shown say the same.
        const writes = view.track(entity, 'writes');
        const shown = writes ? integral(writes, 0, record.durationMicroseconds) : 0;
        expect(shown).toBeCloseTo(accepted, 3);
        expect(view.at(entity, 'lostWrites', record.durationMicroseconds)).toBeCloseTo(lost, 3);
      }
    }),
    { numRuns: 200 },
  );
});

test('the order of keys in a file changes nothing about data', () => {
  fc.assert(
    fc.property(scenarioSpec, (spec) => {
      const reversed = { ...spec, services: Object.fromEntries(Object.entries(spec.services).reverse()) };
      expect(hashRecord(simulate(buildScenario(reversed), { seed: 1 }))).toBe(
        hashRecord(simulate(buildScenario(spec), { seed: 1 })),
      );
    }),
    { numRuns: 30 },
  );
});
