/** What changes are looked for in: what binds at the instant asked about, and what decided the way back. */

import type { Question } from '../../results/binding/constraint.js';
import { type BindingGraph, bindingAt } from '../../results/binding/graph.js';
import { outageAt } from '../../results/explanation.js';
import { type PathBack, pathBack, returnEvent } from '../../results/path-back.js';
import type { Reading, Subject } from '../../results/reading.js';
import { type TaskLife, taskLives } from '../../results/task-lives.js';
import type { Scenario } from '../../scenario/model.js';

export interface Clues {
  readonly scenario: Scenario;
  readonly reading: Reading;
  readonly subject: Subject;
  readonly graph: BindingGraph;
  /** Null when it did not come back within the run. */
  readonly path: PathBack | null;
  /** Tasks on the path back, first to last, and after them those that bind. */
  readonly tasks: readonly TaskLife[];
  /** Ids of the services that are not up, nearest first, the subject's own included when it is one. */
  readonly services: readonly string[];
}

/** Null when the subject is up then: there is nothing to save. */
export function cluesAt(reading: Reading, subject: Subject, time: number): Clues | null {
  const outage = outageAt(reading, subject, time);
  if (outage === null) return null;
  const { view, scenario } = reading;
  const graph = bindingAt(reading, subject, time);
  const back = outage.to >= reading.end ? -1 : returnEvent(reading, subject, outage.to, 'state.changed');
  const path = back < 0 ? null : pathBack(reading, back, outage.from);
  const lives = taskLives(reading);
  const onPath = (path?.path ?? []).map(({ event }) => view.event(event).entity);
  const bound = graph.bindings
    .filter(({ question }) => question.kind === 'task')
    .map(({ question }) => question.entity);
  const tasks = [...new Set([...onPath, ...bound])]
    .map((entity) => lives.get(entity))
    .filter((life) => life !== undefined);
  const ids = [...entitiesOf(graph, 'down'), ...onPath]
    .map((entity) => view.entity(entity))
    .filter(({ kind }) => kind === 'service')
    .map(({ id }) => id);
  return { scenario, reading, subject, graph, path, tasks, services: [...new Set(ids)] };
}

export function entitiesOf(graph: BindingGraph, kind: Question['kind']): readonly number[] {
  return [
    ...new Set(graph.bindings.filter(({ question }) => question.kind === kind).map(({ question }) => question.entity)),
  ];
}

/** Entities of the events of a rule on the path, and of the constraints of a kind that bind. */
export function concerned({ reading, graph, path }: Clues, rule: string, kind: Question['kind']): readonly number[] {
  const onPath = (path?.path ?? [])
    .map(({ event }) => reading.view.event(event))
    .filter((event) => event.rule === rule)
    .map(({ entity }) => entity);
  return [...new Set([...onPath, ...entitiesOf(graph, kind)])];
}
