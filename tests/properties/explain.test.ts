/**
 * Every time that a service is not up is explained down to a root, and the root that is named does shorten it.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rootsOf } from '../../src/record/causes.js';
import { RULES } from '../../src/record/rules.js';
import { type Interval, intervalsWhere, secondsWhere } from '../../src/record/steps.js';
import { type BindingGraph, bindingAt } from '../../src/results/binding/graph.js';
import { blameRoots } from '../../src/results/blame-roots.js';
import { failureIn } from '../../src/results/explanation.js';
import { hoursByRoot, hoursByRootInAll } from '../../src/results/hours-by-root.js';
import { pathBack, returnEvent } from '../../src/results/path-back.js';
import { type Reading, readRun, type Subject } from '../../src/results/reading.js';
import { isDown, isUp } from '../../src/results/thresholds.js';
import type { Scenario } from '../../src/scenario/model.js';
import { simulate } from '../../src/world/simulate.js';
import { anyRecovery } from '../support/random-recovery.js';
import { anyScenario } from '../support/random-scenario.js';

const both = fc.oneof(anyScenario, anyRecovery);

/** Roots that may end a chain: a fault, an intervention, or load that the scenario states and its machines cannot bear. */
const FACTS = ['fault.began', 'intervention.made', 'overload.began', 'queue.filled', 'state.changed'];
/** Constraints that the file itself states. */
const STATED = ['hours', 'night', 'fault'];

interface Outage {
  readonly reading: Reading;
  readonly subject: Subject;
  readonly span: Interval;
}

function outages(scenario: Scenario): Outage[] {
  const reading = readRun(scenario, simulate(scenario, { seed: '1' }));
  return reading.subjects.flatMap((subject) =>
    intervalsWhere(subject.share, 0, reading.end, (share) => !isUp(share)).map((span) => ({ reading, subject, span })),
  );
}

function ruleOf({ record }: Reading, event: number): string {
  return RULES[record.events.rule[event]].id;
}

/** The first thing that is wrong with an explanation, or null. */
function unexplained({ reading, subject, span }: Outage): string | null {
  const failure = failureIn(reading, subject, span);
  if (failure < 0) return 'nothing says why it went down';
  for (const root of rootsOf(reading.record.events, failure))
    if (!FACTS.includes(ruleOf(reading, root))) return `it went down because of a root ${ruleOf(reading, root)}`;
  for (const time of [span.from, Math.floor((span.from + span.to) / 2)]) {
    const graph = bindingAt(reading, subject, time);
    if (graph.bindings.length < 2) return `nothing binds at ${time}`;
    const loose = looseEnd(reading, graph);
    if (loose !== null) return `at ${time}: ${loose}`;
  }
  return null;
}

/** A constraint that nothing explains: neither another one, nor a fact, nor an event that goes back to a root. */
function looseEnd(reading: Reading, { bindings }: BindingGraph): string | null {
  for (const { question, answer, because } of bindings) {
    if (because.length > 0 || STATED.includes(question.kind)) continue;
    if (answer.event < 0) return `${question.kind} has no event`;
    const roots = rootsOf(reading.record.events, answer.event).map((root) => ruleOf(reading, root));
    const bad = roots.find((rule) => !FACTS.includes(rule));
    if (bad !== undefined) return `${question.kind} goes back to ${bad}`;
  }
  return null;
}

test('every time not up has a chain of causes that ends in a fault or a stated fact', () => {
  fc.assert(
    fc.property(both, (scenario) => {
      for (const outage of outages(scenario)) {
        const problem = unexplained(outage);
        if (problem !== null) throw new Error(`${outage.subject.id}, ${outage.span.from}: ${problem}`);
      }
    }),
    { numRuns: 100 },
  );
}, 300_000);

test('a path back goes forward in time from the failure to the return, and nothing on or off it has negative slack', () => {
  fc.assert(
    fc.property(both, (scenario) => {
      for (const { reading, subject, span } of outages(scenario)) {
        if (span.to >= reading.end) continue;
        const back = returnEvent(reading, subject, span.to, 'state.changed');
        if (back < 0) continue;
        const { path, offPath } = pathBack(reading, back, span.from);
        const times = path.map(({ event }) => reading.record.events.time[event]);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(path.at(-1)?.event).toBe(back);
        for (const { slackSeconds } of offPath) expect(slackSeconds).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 60 },
  );
});

test('user-hours by root add up to the user-hours lost', () => {
  fc.assert(
    fc.property(both, (scenario) => {
      const reading = readRun(scenario, simulate(scenario, { seed: '1' }));
      for (const hours of [hoursByRootInAll(reading), ...reading.subjects.map((each) => hoursByRoot(reading, each))]) {
        const parts = hours.roots.reduce((sum, { userHours }) => sum + userHours, 0) + hours.shared.userHours;
        expect(parts + hours.unexplained).toBeCloseTo(hours.userHours, 6);
        // Only what is lost while a service counts as up: less than one request in a hundred.
        const people = scenario.populations.reduce((sum, each) => sum + each.people, 0);
        expect(hours.unexplained).toBeLessThanOrEqual((0.01 * people * reading.end) / 3600e6);
      }
    }),
    { numRuns: 60 },
  );
});

/** Seconds of a span in which a service of the scenario with other faults is down, or not up. */
function badSeconds(
  scenario: Scenario,
  faults: Scenario['faults'],
  { subject, span }: Outage,
): { down: number; notUp: number } {
  const reading = readRun(scenario, simulate({ ...scenario, faults }, { seed: '1' }));
  const same = reading.subjects.find(({ id, kind }) => id === subject.id && kind === subject.kind) as Subject;
  const seconds = (isBad: (share: number) => boolean): number => secondsWhere(same.share, span.from, span.to, isBad);
  return { down: seconds(isDown), notUp: seconds((share) => !isUp(share)) };
}

/**
 * How the fault that is named stands to a time not up. `none`, at most one in a hundred: several faults overlap, and
 * which of them tipped it over cannot be told from the order in which they came.
 */
type Standing = 'decides' | 'stated anyway' | 'suffices alone' | 'one of several' | 'none';

function standingOf(scenario: Scenario, outage: Outage, event: number, named: readonly string[]): Standing {
  const { reading } = outage;
  const bad = (keep: (id: string) => boolean) =>
    badSeconds(
      scenario,
      scenario.faults.filter(({ id }) => keep(id)),
      outage,
    );
  const was = bad(() => true);
  const isLess = (other: typeof was): boolean => other.down < was.down || other.notUp < was.notUp;
  if (isLess(bad((id) => !named.includes(id)))) return 'decides';
  // Too little stands there for what its users ask, whatever breaks.
  if (!isLess(bad(() => false))) return 'stated anyway';
  // Two faults each of which would do: without one of them the other does.
  if (bad((id) => named.includes(id)).notUp > 0) return 'suffices alone';
  const all = rootsOf(reading.record.events, event).map(
    (root) => reading.view.entity(reading.record.events.entity[root]).id,
  );
  // What one took away the next took again before it was back: the log has both.
  return isLess(bad((id) => !all.includes(id))) ? 'one of several' : 'none';
}

test('without the fault that is named a time not up is shorter, or would have come to that without it', () => {
  const count: Record<Standing, number> = {
    decides: 0,
    'stated anyway': 0,
    'suffices alone': 0,
    'one of several': 0,
    none: 0,
  };
  fc.assert(
    fc.property(both, fc.nat(1000), (scenario, pick) => {
      const all = outages(scenario).filter(({ span }) => span.to - span.from > 1e6);
      if (all.length === 0) return;
      const outage = all[pick % all.length];
      const { reading, subject, span } = outage;
      const failure = failureIn(reading, subject, span);
      const named = blameRoots(reading, failure)
        .map((root) => reading.view.entity(reading.record.events.entity[root]))
        .filter(({ kind }) => kind === 'fault')
        .map(({ id }) => id);
      if (named.length === 0) return;
      const standing = standingOf(scenario, outage, failure, named);
      count[standing]++;
    }),
    { numRuns: 560 },
  );
  const { decides, ...rest } = count;
  const others = Object.values(rest).reduce((sum, each) => sum + each, 0);
  expect(decides).toBeGreaterThanOrEqual(200);
  expect(count.none).toBeLessThanOrEqual(0.01 * (decides + others));
  expect(others).toBeLessThan(0.2 * decides);
}, 600_000);
