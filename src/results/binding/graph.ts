/**
 * The graph of the constraints that bind at an instant: from a service that is not up down to faults and facts.
 *
 * Breadth first, so that what is nearest to the service comes first; each constraint once, however many wait for it.
 * Loops are found as strongly connected sets of more than one constraint (Tarjan 1972).
 */

import type { Reading, Subject } from '../reading.js';
import { type Answer, ask, type Moment, type Question } from './constraint.js';
import { CONSTRAINTS } from './kinds/index.js';

export interface Binding {
  readonly question: Question;
  readonly answer: Answer;
  /** Places of the constraints that explain it. */
  readonly because: number[];
}

export interface BindingGraph {
  readonly bindings: readonly Binding[];
  /** Each loop as places, in the order in which one waits for the next. */
  readonly loops: readonly (readonly number[])[];
}

/** Empty when the subject is up at that time. */
export function bindingAt(reading: Reading, subject: Subject, time: number): BindingGraph {
  const at: Moment = { reading, time };
  const bindings: Binding[] = [];
  const places = new Map<string, number>();
  const visit = (question: Question): number => {
    const key = `${question.kind} ${question.entity}${isPerTask(question) ? ` ${question.task}` : ''}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    const answer = CONSTRAINTS[question.kind].answer(at, question);
    const place = answer === null ? -1 : bindings.push({ question, answer, because: [] }) - 1;
    places.set(key, place);
    return place;
  };
  visit(ask('down', subject.entity));
  for (let head = 0; head < bindings.length; head++) {
    const { answer, because } = bindings[head];
    for (const next of answer.next) {
      const place = visit(next);
      if (place >= 0 && place !== head && !because.includes(place)) because.push(place);
    }
  }
  return { bindings, loops: loopsOf(bindings) };
}

/** A place in a queue is of one task; no other constraint looks another way to another task. */
const isPerTask = ({ kind }: Question): boolean => kind === 'team' || kind === 'hours';

function loopsOf(bindings: readonly Binding[]): number[][] {
  const order = new Int32Array(bindings.length).fill(-1);
  const low = new Int32Array(bindings.length);
  const onStack = new Uint8Array(bindings.length);
  const stack: number[] = [];
  const loops: number[][] = [];
  let count = 0;
  const visit = (at: number): void => {
    order[at] = low[at] = count++;
    stack.push(at);
    onStack[at] = 1;
    for (const next of bindings[at].because) {
      if (order[next] < 0) {
        visit(next);
        low[at] = Math.min(low[at], low[next]);
      } else if (onStack[next]) low[at] = Math.min(low[at], order[next]);
    }
    if (low[at] !== order[at]) return;
    const members = stack.splice(stack.indexOf(at));
    for (const each of members) onStack[each] = 0;
    if (members.length > 1) loops.push(shortestRound(bindings, members));
  };
  bindings.forEach((_, at) => {
    if (order[at] < 0) visit(at);
  });
  return loops;
}

/** The shortest way round through the first member. */
function shortestRound(bindings: readonly Binding[], members: readonly number[]): number[] {
  const inside = new Set(members);
  const start = Math.min(...members);
  const before = new Map<number, number>();
  const queue = [start];
  for (let head = 0; head < queue.length; head++) {
    for (const next of bindings[queue[head]].because) {
      if (next === start) {
        const round = [];
        for (let at = queue[head]; at !== start; at = before.get(at) as number) round.unshift(at);
        return [start, ...round];
      }
      if (!inside.has(next) || before.has(next)) continue;
      before.set(next, queue[head]);
      queue.push(next);
    }
  }
  return [...members];
}
