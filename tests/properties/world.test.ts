/** What holds in every run, at every instant: nobody and nothing is lost, doubled, or in two places. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashRecord } from '../../src/record/record-hash.js';
import { RULES, type RuleId } from '../../src/record/rules.js';
import { openWaits } from '../../src/world/open-waits.js';
import { simulate, startRun } from '../../src/world/simulate.js';
import type { World } from '../../src/world/world.js';
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
