/**
 * All ways back that are open: moves each on when what it waits for is so, and gives its work to the scheduler.
 *
 * Left out: stages that overlap; a deployment is in one stage at a time.
 */
import { sample } from '../../../engine/distributions.js';
import type { ServiceClass, TaskPlan } from '../../../scenario/model.js';
import { DirtyList } from '../../dirty-list.js';
import type { RunContext } from '../../run-context.js';
import type { Blocker } from './blocker.js';
import { type CaseOrigin, RecoveryCase } from './case.js';
import type { Scheduler } from './scheduler.js';
import type { Stage, StageView, WaitStage, WorkStage } from './stage.js';
import type { TaskSpec } from './task.js';
import { tellWaits } from './tell-waits.js';

export interface CaseListener {
  /** It serves from now on. */
  served(deployment: number, event: number): void;
  /** Checks and backlog done. */
  closed(deployment: number, event: number): void;
  /** Further constraints on work at a deployment (a rebuild elsewhere goes first). */
  alsoBlocks(deployment: number): readonly Blocker[];
}

export class Cases {
  private readonly context: RunContext;
  private readonly view: StageView;
  private readonly scheduler: Scheduler;
  private readonly ranks: Int32Array;
  private readonly listener: CaseListener;
  private readonly open: (RecoveryCase | null)[];
  private readonly counts: Int32Array;
  private readonly dirty: DirtyList;
  private readonly classes: ReadonlyMap<string, ServiceClass>;
  private readonly following = new Set<number>();

  constructor(context: RunContext, view: StageView, scheduler: Scheduler, ranks: Int32Array, listener: CaseListener) {
    this.context = context;
    this.view = view;
    this.scheduler = scheduler;
    this.ranks = ranks;
    this.listener = listener;
    const { topology, scenario } = context;
    this.open = topology.deployments.map(() => null);
    this.counts = new Int32Array(topology.deployments.length);
    this.dirty = new DirtyList(topology.deployments.length);
    this.classes = new Map(scenario.classes.map((kind) => [kind.id, kind]));
  }

  of(deployment: number): RecoveryCase | null {
    return this.open[deployment];
  }

  classOf(deployment: number): ServiceClass {
    const { topology } = this.context;
    const { spec } = topology.services[topology.deployments[deployment].service];
    return this.classes.get(spec.class) as ServiceClass;
  }

  get openCount(): number {
    return this.open.reduce((sum, each) => sum + (each ? 1 : 0), 0);
  }

  /** A way back is open and in no task, and what it waits for is more than load. */
  waitsForRepair(deployment: number): boolean {
    const open = this.open[deployment];
    return open !== null && open.task === null && !(open.stage?.sort === 'wait' && open.stage.followsFlow);
  }

  /** Begins a way back; one that was open is called off. */
  begin(deployment: number, origin: CaseOrigin, stages: readonly Stage[], because: readonly number[]): void {
    this.drop(deployment, because[0] ?? -1);
    this.open[deployment] = new RecoveryCase(deployment, ++this.counts[deployment], origin, stages, because);
    this.dirty.add(deployment);
  }

  /** Calls a way back off. */
  drop(deployment: number, event: number): void {
    const open = this.open[deployment];
    if (!open) return;
    this.open[deployment] = null;
    this.following.delete(deployment);
    if (open.task) this.scheduler.callOff(open.task, event);
    else if (open.waiting) {
      const { recorder, timeline } = this.context;
      const causes = event >= 0 ? [event] : open.because;
      recorder.event(timeline.now(), 'task.called-off', open.waiting.entity, causes);
    }
  }

  pokeAll(): void {
    this.open.forEach((open, deployment) => {
      if (open) this.dirty.add(deployment);
    });
  }

  poke(deployment: number): void {
    if (this.open[deployment]) this.dirty.add(deployment);
  }

  /** The flow has settled: caches and backlogs may have changed. */
  flowSettled(): void {
    for (const deployment of this.following) this.dirty.add(deployment);
  }

  /** Moves on what can. @returns whether anything moved */
  run(): boolean {
    let moved = false;
    for (const deployment of this.dirty.take()) {
      const open = this.open[deployment];
      if (open && this.advance(open)) moved = true;
    }
    return moved;
  }

  /** What a case that waits for no task waits for now; stages that are still to come count when they bind already. */
  blockersOf(open: RecoveryCase): readonly Blocker[] {
    if (!open.waiting) return [];
    const kind = this.classOf(open.deployment);
    const found: Blocker[] = [];
    for (const stage of open.stages.slice(open.at)) {
      if (stage.sort !== 'wait' || stage.followsFlow) break;
      for (const each of stage.blockers(this.view, open.deployment, kind)) {
        if (!found.some(({ kind: known, entity }) => known === each.kind && entity === each.entity)) found.push(each);
      }
    }
    return found.length > 0 ? found : open.waiting.blockers;
  }

  private advance(open: RecoveryCase): boolean {
    let moved = false;
    while (!open.task && this.open[open.deployment] === open) {
      const { stage } = open;
      if (stage === null) {
        this.close(open);
        return true;
      }
      if (stage.sort === 'wait') {
        if (!this.pass(open, stage)) return moved;
      } else if (stage.sort === 'work') {
        const plan = stage.plan(this.classOf(open.deployment), this.view, open.deployment);
        if (plan) {
          open.task = this.scheduler.add(this.taskOf(open, stage, plan), open.because);
          return true;
        }
        open.at++;
      } else {
        open.at++;
        this.listener.served(open.deployment, latest(open.because));
      }
      moved = true;
    }
    return moved;
  }

  /** @returns true when the wait is over */
  private pass(open: RecoveryCase, stage: WaitStage): boolean {
    const { recorder, timeline } = this.context;
    const now = timeline.now();
    const blockers = stage.blockers(this.view, open.deployment, this.classOf(open.deployment));
    if (blockers.length > 0) {
      if (stage.followsFlow) this.following.add(open.deployment);
      const [first] = blockers;
      const before = open.waiting?.blockers[0];
      if (open.waiting && before?.kind === first.kind && before.entity === first.entity) {
        open.waiting.blockers = blockers;
        this.tell(open, this.blockersOf(open));
        return false;
      }
      const entity = open.waiting?.entity ?? this.stageEntity(open, stage);
      open.waiting = { entity, since: open.waiting?.since ?? now, blockers, told: open.waiting?.told ?? [] };
      const bind = this.blockersOf(open);
      open.because = [recorder.event(now, 'task.waits', entity, [...open.because, ...bind.map(({ event }) => event)])];
      this.tell(open, bind);
      return false;
    }
    if (open.waiting) {
      const waited = latest(open.because);
      const released = [
        ...open.waiting.blockers.map(({ entity }) => recorder.lastEvent(entity)),
        this.view.machines.lastGain(open.deployment),
      ].filter((event) => event > waited);
      const seconds = (now - open.waiting.since) / 1e6;
      open.because = [
        recorder.event(now, 'task.finished', open.waiting.entity, [...open.because, ...released], seconds),
      ];
      open.waiting = null;
    }
    this.following.delete(open.deployment);
    open.at++;
    return true;
  }

  private tell({ waiting, because }: RecoveryCase, bind: readonly Blocker[]): void {
    if (waiting === null) return;
    tellWaits(this.context, waiting.entity, waiting.told, bind, because);
    waiting.told = bind;
  }

  private close(open: RecoveryCase): void {
    this.open[open.deployment] = null;
    this.listener.closed(open.deployment, latest(open.because));
  }

  private taskOf(open: RecoveryCase, stage: WorkStage, plan: TaskPlan): TaskSpec {
    const { topology, streams, scenario } = this.context;
    const node = topology.deployments[open.deployment];
    const service = topology.services[node.service];
    const stream = streams.stream(topology.sites[node.site].spec.id, service.spec.id, stage.name, open.number);
    return {
      id: this.stageId(open, stage.name),
      path: node.spec.path,
      stage: stage.name,
      subject: node.entity,
      service: node.service,
      deployment: open.deployment,
      site: node.site,
      team: topology.teamIndex.get(plan.team) ?? -1,
      people: plan.people,
      peopleOnlyByHand: false,
      tools: service.operate.map((d) => topology.dependencies[d].callee),
      byHandFactor: this.classOf(open.deployment).byHandFactor,
      startup: [
        ...(stage.needsStartup ? service.startup : []).map((d) => {
          const { callee, spec } = topology.dependencies[d];
          return { service: callee, byHand: spec.byHand };
        }),
        ...(stage.needsItself ? [{ service: node.service, byHand: null }] : []),
      ],
      entry: () => false,
      also: () => [
        ...(open.isServing || scenario.recovery.strategy !== 'rebuild'
          ? []
          : this.listener.alsoBlocks(open.deployment)),
        ...(stage.also?.(this.view, open.deployment) ?? []),
      ],
      begin: () => sample(plan.duration, stream),
      finished: (event) => {
        stage.done?.(this.view, open.deployment, event);
        open.task = null;
        open.because = [event];
        open.at++;
        this.dirty.add(open.deployment);
      },
      rank: () => this.ranks[node.service],
    };
  }

  private stageEntity(open: RecoveryCase, stage: WaitStage): number {
    const node = this.context.topology.deployments[open.deployment];
    return this.context.recorder.entity('task', this.stageId(open, stage.name), [node.entity, -1], node.spec.path);
  }

  private stageId(open: RecoveryCase, stage: string): string {
    const { topology, recorder } = this.context;
    return `${recorder.entityAt(topology.deployments[open.deployment].entity).id}:${stage}#${open.number}`;
  }
}

function latest(events: readonly number[]): number {
  return events.length > 0 ? Math.max(...events) : -1;
}
