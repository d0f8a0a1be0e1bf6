/**
 * Start-up circles in the run: tasks that wait for services which, through what they wait for, wait for them.
 *
 * When everything that a service waits for is such a service, nothing will ever move, and people break the circle by
 * hand: the need with the greatest rank that states a cost (`byHand`), at that cost, which is added to the task: what it
 * needs to start, or a tool. Left out: people who break a need although it would come by itself, and who need no more than
 * once what they have done without for one piece of work.
 */
import { type Distribution, sample } from '../../../engine/distributions.js';
import type { RunContext } from '../../run-context.js';
import type { Cases } from './cases.js';
import type { NeedsView, Scheduler } from './scheduler.js';
import type { Task } from './task.js';

export class Deadlocks {
  private readonly context: RunContext;
  private readonly scheduler: Scheduler;
  private readonly cases: Cases;
  private readonly needs: NeedsView;
  private readonly counter: Int32Array;

  constructor(context: RunContext, scheduler: Scheduler, cases: Cases, needs: NeedsView) {
    this.context = context;
    this.scheduler = scheduler;
    this.cases = cases;
    this.needs = needs;
    this.counter = new Int32Array(context.topology.services.length);
  }

  /** Breaks one circle, if there is one that can be. @returns whether it did */
  breakOne(): boolean {
    const stuck = this.scheduler.waiting().filter(isStuckOnServices);
    const breakable = stuck
      .filter((task) => this.waysOut(task).length > 0)
      .sort((a, b) => a.spec.rank() - b.spec.rank() || a.index - b.index);
    if (breakable.length === 0) return false;
    const waitsFor = this.waitGraph(stuck);
    for (const task of breakable) {
      for (const { service, byHand } of this.waysOut(task)) {
        if (!leadsTo(service, task.spec.service, waitsFor)) continue;
        const { streams, topology } = this.context;
        const id = topology.services[task.spec.service].spec.id;
        task.brokenSeconds += sample(byHand, streams.stream('', id, 'circle', ++this.counter[task.spec.service]));
        task.broken.add(service);
        this.scheduler.poke(task);
        return true;
      }
    }
    return false;
  }

  /** What a task waits for that could be broken by hand, and what that costs. */
  private waysOut({ spec, broken }: Task): readonly { readonly service: number; readonly byHand: Distribution }[] {
    if (spec.service < 0) return [];
    const { services, dependencies } = this.context.topology;
    const tools = services[spec.service].operate
      .map((d) => ({ service: dependencies[d].callee, byHand: dependencies[d].spec.byHand }))
      .filter(({ service }) => spec.byHandFactor === null && spec.tools.includes(service));
    return [...spec.startup, ...tools].flatMap(({ service, byHand }) =>
      byHand === null || broken.has(service) || this.needs.serves(service) ? [] : [{ service, byHand }],
    );
  }

  /** By service: what it waits for, if it waits for services only; a service that will move by itself is not in it. */
  private waitGraph(stuck: readonly Task[]): ReadonlyMap<number, readonly number[]> {
    const { topology } = this.context;
    const graph = new Map<number, number[]>();
    const byEntity = new Map(topology.services.map(({ entity, index }) => [entity, index]));
    for (const task of stuck) {
      const known = graph.get(task.spec.service) ?? [];
      for (const { entity } of task.blockers) known.push(byEntity.get(entity) as number);
      graph.set(task.spec.service, known);
    }
    for (const { index, deployments, calls } of topology.services) {
      if (this.needs.serves(index)) continue;
      const open = deployments.map((d) => this.cases.of(d)).filter((each) => each !== null);
      const moves =
        this.scheduler.isWorkingOn(index) ||
        open.some((each) => !each.isServing && !(each.task && stuck.includes(each.task)));
      if (moves) graph.delete(index);
      else if (!graph.has(index)) {
        // Its machines are fine: it waits for what it calls.
        const callees = calls.map((d) => topology.dependencies[d]).filter(({ spec }) => spec.kind === 'required');
        graph.set(
          index,
          callees.map(({ callee }) => callee).filter((callee) => !this.needs.serves(callee)),
        );
      }
    }
    return graph;
  }
}

function isStuckOnServices(task: Task): boolean {
  return (
    task.state === 'waiting' &&
    task.spec.service >= 0 &&
    task.blockers.length > 0 &&
    task.blockers.every(({ kind }) => kind === 'service' || kind === 'tool')
  );
}

function leadsTo(from: number, to: number, graph: ReadonlyMap<number, readonly number[]>): boolean {
  const seen = new Set<number>();
  const open = [from];
  while (open.length > 0) {
    const service = open.pop() as number;
    if (service === to) return true;
    if (seen.has(service)) continue;
    seen.add(service);
    open.push(...(graph.get(service) ?? []));
  }
  return false;
}
