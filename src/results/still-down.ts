/**
 * Why is it still down? The constraints that bind at an instant, as numbered sentences, nearest first.
 *
 * Each sentence names the sentences that explain it: these come later, or, in a loop, earlier. A loop has a sentence of
 * its own at the end. Every way ends in a fault, an intervention, or a fact that the scenario states.
 */
import type { Language } from './amounts.js';
import type { Say } from './binding/constraint.js';
import { type Binding, type BindingGraph, bindingAt } from './binding/graph.js';
import { sayIn } from './binding/say.js';
import { instantOf } from './instant.js';
import { lineOf } from './line-of.js';
import type { Reading, Subject } from './reading.js';
import type { Step } from './went-down.js';

/** A constraint as a step; `at` is since when it binds. */
export interface BindingStep extends Step {
  /** ISO 8601: when it ceases to bind in this run; null: not within it. */
  readonly untilAt: string | null;
  /** On the way that lasts longest: of what explains each, that which binds to the last. */
  readonly lastsLongest: boolean;
}

/** Empty when the subject is up at `time` (microseconds). */
export function stillDown(
  reading: Reading,
  subject: Subject,
  time: number,
  language: Language = 'en',
): readonly BindingStep[] {
  const graph = bindingAt(reading, subject, time);
  const say = sayIn(reading.scenario, reading.view, language, time);
  const longest = longestWay(graph);
  return [
    ...graph.bindings.map((binding, place) => stepOf(reading, binding, time, longest.has(place), say)),
    ...graph.loops.map((loop) => loopStep(reading, graph, loop, say)),
  ];
}

/**
 * From the first constraint on: of those that explain it, the one that binds longest, as long as it does not outlast what
 * it explains. What does is another way back, which somebody did not wait for.
 */
function longestWay({ bindings }: BindingGraph): ReadonlySet<number> {
  const until = (place: number): number => {
    const { question, answer, because } = bindings[place];
    const own = answer.until ?? Number.POSITIVE_INFINITY;
    // One stage of waiting ends where the next begins: what is waited for may last longer.
    return question.kind === 'task' ? Math.max(own, ...because.map((each) => bindings[each].answer.until ?? 0)) : own;
  };
  const way = new Set<number>();
  for (let at = bindings.length > 0 ? 0 : -1; at >= 0 && !way.has(at); ) {
    way.add(at);
    const within = bindings[at].because.filter(
      (place) => until(place) <= until(at) || bindings[place].question.kind === 'fault',
    );
    at = within.reduce((best, place) => (best < 0 || until(place) > until(best) ? place : best), -1);
  }
  return way;
}

function stepOf(
  reading: Reading,
  { question, answer, because }: Binding,
  time: number,
  lastsLongest: boolean,
  say: Say,
): BindingStep {
  const { view, record, scenario } = reading;
  return {
    at: instantOf(record, answer.since ?? time),
    untilAt: instantOf(record, answer.until),
    lastsLongest,
    rule: `binds.${question.kind}`,
    subject: view.entity(question.entity).id,
    text: answer.text(say),
    line: lineOf(scenario, answer.path, view.entity(question.entity).path),
    causes: because,
  };
}

function loopStep(reading: Reading, graph: BindingGraph, loop: readonly number[], say: Say): BindingStep {
  const things = loop.map((place) => graph.bindings[place]);
  // Services are what people call such a loop by; tasks stand between them.
  const services = things.filter(({ question }) => question.kind === 'down');
  const named = (services.length > 1 ? services : things).map(({ question }) => say.name(question.entity));
  const round = [...named, named[0]].join(' → ');
  const since = Math.max(...things.map(({ answer }) => answer.since ?? 0));
  const untils = things.map(({ answer }) => answer.until);
  const until = untils.some((each) => each !== null) ? Math.min(...untils.filter((each) => each !== null)) : null;
  return {
    at: instantOf(reading.record, since),
    untilAt: instantOf(reading.record, until),
    lastsLongest: false,
    rule: 'binds.loop',
    subject: reading.view.entity(things[0].question.entity).id,
    text: say.in(
      `a loop: ${round}; each waits for the next${say.until(until)}`,
      `순환 대기: ${round}${say.until(until)}`,
    ),
    line: null,
    causes: loop,
  };
}
