/**
 * Every time that a service is not up is explained down to a root, and without the roots that are named it is shorter.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventStormError } from '../../src/engine/storm-guard.js';
import { rootsOf } from '../../src/record/causes.js';
import type { RunRecord } from '../../src/record/record.js';
import { RULES } from '../../src/record/rules.js';
import { type Interval, intervalsWhere, secondsWhere } from '../../src/record/steps.js';
import { type BindingGraph, bindingAt } from '../../src/results/binding/graph.js';
import { failureIn } from '../../src/results/explanation.js';
import { hoursByRoot, hoursByRootInAll } from '../../src/results/hours-by-root.js';
import { pathBack, returnEvent } from '../../src/results/path-back.js';
import { type Reading, readRun, type Subject } from '../../src/results/reading.js';
import { isUp } from '../../src/results/thresholds.js';
import type { Scenario } from '../../src/scenario/model.js';
import { findRoots, type RootQuestion } from '../../src/studies/roots/find-roots.js';
import { type Root, type Setup, withoutAll } from '../../src/studies/roots/root.js';
import type { Intervention } from '../../src/world/fault-course.js';
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
  return outagesOf(readRun(scenario, simulate(scenario, { seed: '1' })));
}

function outagesOf(reading: Reading): Outage[] {
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

/** A random outage, also of runs in which somebody intervenes: breaks a service, or ends the first fault too early. */
const anyActs = fc.array(fc.record({ at: fc.double({ min: 0, max: 0.5, noNaN: true }), restores: fc.boolean() }), {
  maxLength: 2,
});

function setupOf(scenario: Scenario, acts: readonly { readonly at: number; readonly restores: boolean }[]): Setup {
  const interventions = acts.map(({ at, restores }): Intervention => {
    const atSeconds = Math.round(at * scenario.durationSeconds);
    return restores && scenario.faults.length > 0
      ? { atSeconds, kind: 'restore', parameters: { fault: scenario.faults[0].id } }
      : { atSeconds, kind: 'crash', parameters: { service: scenario.services[0].id, share: 1 } };
  });
  return { scenario, interventions };
}

function recordOf({ scenario, interventions }: Setup): RunRecord {
  return simulate(scenario, { seed: '1', interventions });
}

/** What is changed may make a flow that never settles, which the engine refuses. */
function recordOrNone(setup: Setup): RunRecord | null {
  try {
    return recordOf(setup);
  } catch (error) {
    if (error instanceof EventStormError) return null;
    throw error;
  }
}

function rootsIn(question: RootQuestion): readonly (readonly Root[])[] {
  const steps = findRoots(question);
  let next = steps.next();
  while (!next.done) next = steps.next(recordOrNone(next.value));
  return next.value.steps.map(({ roots }) => roots);
}

/** Microseconds of the interval not up once some roots are taken away: faults and interventions by their ids here. */
function leftWithout({ setup, subject, interval }: RootQuestion, roots: readonly Root[]): number {
  const ids = roots.map(({ id }) => id);
  const facts = roots.filter(({ kind }) => kind !== 'fault' && kind !== 'intervention');
  const stated = withoutAll(setup, facts).scenario;
  const scenario = { ...stated, faults: stated.faults.filter(({ id }) => !ids.includes(id)) };
  const isGone = ({ parameters }: Intervention, place: number): boolean =>
    ids.includes(`intervention-${place}`) || ids.includes(String(parameters.fault));
  const interventions = setup.interventions.map((act, place) =>
    isGone(act, place) ? { ...act, atSeconds: scenario.durationSeconds + 1 } : act,
  );
  const reading = readRun(scenario, recordOf({ scenario, interventions }));
  const same = reading.subjects.find(({ id, kind }) => id === subject.id && kind === subject.kind) as Subject;
  return secondsWhere(same.share, interval.from, interval.to, (share) => !isUp(share));
}

test('without the roots that are named each of 200 random times not up is shorter, and so it is without the first alone', () => {
  let count = 0;
  fc.assert(
    fc.property(both, anyActs, fc.nat(1000), (scenario, acts, pick) => {
      const setup = setupOf(scenario, acts);
      const reading = readRun(scenario, recordOf(setup));
      const all = outagesOf(reading);
      // A scenario in which nothing is ever not up has no interval to draw.
      if (all.length === 0) return;
      const { subject, span: interval } = all[pick % all.length];
      const question: RootQuestion = { setup, reading, subject, interval };
      const was = (interval.to - interval.from) / 1e6;
      const steps = rootsIn(question);
      expect(steps.length).toBeGreaterThan(0);
      expect(leftWithout(question, steps.flat())).toBeLessThan(was);
      // The first that is named is one, or several that are only enough together.
      if (steps.length > 1) expect(leftWithout(question, steps[0])).toBeLessThan(was);
      count++;
    }),
    // One interval may take dozens of runs: nobody waits for a smaller one.
    { numRuns: 240, endOnFailure: true },
  );
  expect(count).toBeGreaterThanOrEqual(200);
}, 600_000);
