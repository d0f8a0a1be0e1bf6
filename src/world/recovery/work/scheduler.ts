/**
 * Who works on what, when: tasks wait for what they need, then for people, and begin in the order of their rank.
 *
 * A parallel schedule (Kelley 1963; Kolisch 1996): whenever people are free, of the tasks that could begin, each that
 * fits begins, greatest rank first, and is never interrupted. So a small task may pass a large one that does not fit,
 * and more people, or shorter tasks, can make the whole longer (Graham 1969).
 * Left out: foresight; nobody waits for a more important task that is about to be ready.
 */
import type { RunContext } from '../../run-context.js';
import { WORLD_EVENTS } from '../../timeline.js';
import { type Blocker, blocker } from './blocker.js';
import { Task, type TaskSpec } from './task.js';
import type { Teams, Work } from './teams.js';
import { tellWaits } from './tell-waits.js';
import { Watchers } from './watchers.js';

/** What the scheduler asks of the world. */
export interface NeedsView {
  /** At least half of the requests to the service would succeed now. */
  serves(service: number): boolean;
  mayEnter(site: number): boolean;
}

export class Scheduler {
  readonly tasks: Task[] = [];
  private readonly context: RunContext;
  private readonly teams: Teams;
  private readonly needs: NeedsView;
  /** Open tasks that have not begun, by index. */
  private readonly open = new Set<Task>();
  private readonly toEvaluate = new Set<Task>();
  private readonly watchers = new Watchers();
  private readonly queues: Task[][];
  private readonly queuesToRun: Uint8Array;
  private readonly runningOfService: Int32Array;
  private readonly runningOfDeployment: Int32Array;
  private readonly lastBegan: Int32Array;
  private running = 0;

  constructor(context: RunContext, teams: Teams, needs: NeedsView) {
    this.context = context;
    this.teams = teams;
    this.needs = needs;
    const count = context.scenario.recovery.teams.length;
    this.queues = Array.from({ length: count }, () => []);
    this.queuesToRun = new Uint8Array(count);
    this.lastBegan = new Int32Array(count).fill(-1);
    this.runningOfService = new Int32Array(context.topology.services.length);
    this.runningOfDeployment = new Int32Array(context.topology.deployments.length);
  }

  add(spec: TaskSpec, because: readonly number[]): Task {
    const { recorder, topology, timeline } = this.context;
    const of = [spec.subject, spec.team >= 0 ? topology.teams[spec.team] : -1];
    const task = new Task(
      this.tasks.length,
      recorder.entity('task', spec.id, of, spec.path),
      spec,
      because,
      timeline.now(),
    );
    this.tasks.push(task);
    this.open.add(task);
    this.toEvaluate.add(task);
    return task;
  }

  /** Something that an open task needs may have changed. */
  poke(task: Task): void {
    if (task.state === 'waiting' || task.state === 'queued') this.toEvaluate.add(task);
  }

  pokeAll(which: (task: Task) => boolean): void {
    for (const task of this.open) if (which(task)) this.poke(task);
  }

  /** Services that tasks wait for, ascending. */
  watched(): readonly number[] {
    return this.watchers.services();
  }

  serviceChanged(service: number): void {
    for (const task of this.watchers.of(service)) this.poke(task);
  }

  /** True while tasks of a service, or of a deployment, are under way. */
  isWorkingOn(service: number): boolean {
    return this.runningOfService[service] > 0;
  }

  isWorkingOnDeployment(deployment: number): boolean {
    return this.runningOfDeployment[deployment] > 0;
  }

  /** Counts work that belongs to deployments beside the task's own (a wave of servers). */
  work(deployment: number, change: 1 | -1): void {
    this.runningOfDeployment[deployment] += change;
    this.runningOfService[this.context.topology.deployments[deployment].service] += change;
  }

  get openCount(): number {
    return this.open.size + this.running;
  }

  /** Tasks that wait for nothing but the service that they are on: what does not work cannot be verified. */
  waitingForThemselves(): number {
    const { services } = this.context.topology;
    return [...this.open].filter(
      ({ spec, blockers }) =>
        spec.service >= 0 &&
        blockers.length > 0 &&
        blockers.every(({ kind, entity }) => kind === 'service' && entity === services[spec.service].entity),
    ).length;
  }

  waiting(): readonly Task[] {
    return [...this.open].sort((a, b) => a.index - b.index);
  }

  /** Evaluates what was poked; what needs nobody begins. @returns whether anything moved */
  run(): boolean {
    const evaluate = [...this.toEvaluate].sort((a, b) => a.index - b.index);
    this.toEvaluate.clear();
    for (const task of evaluate) this.evaluate(task);
    return evaluate.length > 0;
  }

  /**
   * Gives work to whoever is free, once nothing else moves in this instant: what has just become possible is chosen
   * among as well. @returns whether anything began
   */
  assign(): boolean {
    let moved = false;
    for (const team of this.teams.changed.take()) this.queuesToRun[team] = 1;
    for (let team = 0; team < this.queues.length; team++) {
      if (!this.queuesToRun[team]) continue;
      this.queuesToRun[team] = 0;
      if (this.runQueue(team)) moved = true;
    }
    return moved;
  }

  happen(index: number): void {
    const task = this.tasks[index];
    const { recorder, timeline } = this.context;
    const now = timeline.now();
    task.state = 'done';
    if (task.brokenSeconds > 0 && task.spec.service >= 0) {
      const service = this.context.topology.services[task.spec.service].entity;
      task.because = [recorder.event(now, 'circle.broken', service, task.because, task.brokenSeconds), ...task.because];
    }
    const event = recorder.event(now, 'task.finished', task.entity, task.because, (now - task.beganAt) / 1e6);
    this.stopRunning(task, event);
    task.spec.finished(event, task.byHand);
  }

  /** Takes a task back; people it held are free. `event` is why, or -1. */
  callOff(task: Task, event: number): void {
    if (!task.isOpen) return;
    const wasRunning = task.state === 'running';
    task.state = 'called-off';
    this.watchers.remove(task);
    this.open.delete(task);
    this.toEvaluate.delete(task);
    if (wasRunning) {
      this.context.timeline.cancel(task.handle);
      this.stopRunning(task, event);
    } else this.leaveQueue(task);
    const causes = event >= 0 ? [event] : task.because;
    this.context.recorder.event(this.context.timeline.now(), 'task.called-off', task.entity, causes);
    task.spec.calledOff?.();
  }

  // ------------------------------------------------------------------ steps

  private evaluate(task: Task): void {
    if (task.state !== 'waiting' && task.state !== 'queued') return;
    const { spec } = task;
    const { topology, recorder } = this.context;
    const deadTools = spec.tools.filter((service) => !task.broken.has(service) && !this.needs.serves(service));
    task.byHand = deadTools.length > 0;
    const blockers: Blocker[] = [];
    const last = (entity: number): number => recorder.lastEvent(entity);
    const entry = spec.entry(task.byHand) || (this.holdsPeople(task) && this.teams.isOnSite(spec.team));
    if (entry && spec.site >= 0 && !this.needs.mayEnter(spec.site)) {
      const { entity } = topology.sites[spec.site];
      blockers.push(blocker('entry', entity, last(entity)));
    }
    if (spec.byHandFactor === null) {
      for (const service of deadTools)
        blockers.push(blocker('tool', topology.services[service].entity, last(topology.services[service].entity)));
    }
    for (const { service } of spec.startup) {
      if (task.broken.has(service) || this.needs.serves(service)) continue;
      blockers.push(blocker('service', topology.services[service].entity, last(topology.services[service].entity)));
    }
    blockers.push(...spec.also());
    this.watchers.add(task);
    if (blockers.length > 0) this.block(task, blockers);
    else if (this.holdsPeople(task)) this.enqueue(task);
    else {
      // It queued for people who would have done it by hand; its tools are back.
      if (task.state === 'queued') {
        task.blockers = spec.tools.map((service) => blocker('tool', topology.services[service].entity));
        this.leaveQueue(task);
      }
      this.begin(task);
    }
  }

  private block(task: Task, blockers: readonly Blocker[]): void {
    if (task.state === 'queued') this.leaveQueue(task);
    const before = task.state === 'waiting' ? task.blockers[0] : undefined;
    task.state = 'waiting';
    task.blockers = blockers;
    const [first] = blockers;
    if (before?.kind === first.kind && before.entity === first.entity) {
      this.tell(task);
      return;
    }
    const event = this.context.recorder.event(this.context.timeline.now(), 'task.waits', task.entity, [
      ...task.because,
      ...blockers.map((each) => each.event),
    ]);
    task.because = [event];
    this.tell(task);
    task.spec.blocked?.(event, first);
  }

  private enqueue(task: Task): void {
    const { team } = task.spec;
    if (task.state === 'queued') return;
    // What it waited for is there now: that is why it is ready.
    task.because = [...task.because, ...this.released(task)];
    task.blockers = [];
    task.state = 'queued';
    this.queues[team].push(task);
    this.queuesToRun[team] = 1;
  }

  private runQueue(team: number): boolean {
    const queue = this.queues[team].sort((a, b) => a.spec.rank() - b.spec.rank() || a.index - b.index);
    const left: Task[] = [];
    let began = false;
    this.queues[team] = left;
    for (const task of queue) {
      const work = this.workOf(task);
      const people = Math.min(task.spec.people, this.teams.size(team, work));
      const free = this.teams.free(team, work);
      if (people > free || free <= 0) {
        left.push(task);
        continue;
      }
      // Another task that began just now may have taken what it needs beside people.
      const also = task.spec.also();
      if (also.length > 0) {
        task.state = 'waiting';
        this.block(task, also);
        continue;
      }
      this.begin(task, people);
      began = true;
    }
    left.forEach((task, i) => {
      this.tellPosition(task, team, i + 1);
    });
    this.teams.recordQueue(team, left.length);
    if (left.length > 0) this.teams.wakeAfterNight();
    return began;
  }

  /** A task that has to queue says so once, with the place it came in at. */
  private tellPosition(task: Task, team: number, position: number): void {
    const { topology, recorder, timeline } = this.context;
    const isNew = task.blockers.length === 0;
    const kind = this.teams.comesLater(team, this.workOf(task)) ? 'hours' : 'team';
    task.blockers = [blocker(kind, topology.teams[team], this.lastBegan[team], position)];
    if (isNew) {
      const causes = [...task.because, this.lastBegan[team]];
      const event = recorder.event(timeline.now(), 'task.queued', task.entity, causes, position);
      task.because = [event];
      this.teams.call(team, this.workOf(task), event);
    }
    recorder.level(timeline.now(), task.entity, 'position', position);
    this.tell(task);
  }

  private begin(task: Task, people = 0): void {
    const { recorder, timeline, flow } = this.context;
    const { spec } = task;
    const waitedForPeople = people > 0 && (task.blockers.length > 0 || this.teams.freedNow(spec.team));
    const released = waitedForPeople ? [this.teams.lastFreed(spec.team)] : this.released(task);
    const factor = task.byHand ? (spec.byHandFactor ?? 1) : 1;
    this.watchers.remove(task);
    this.open.delete(task);
    this.noPosition(task);
    task.state = 'running';
    task.blockers = [];
    task.beganAt = timeline.now();
    task.people = people;
    this.running++;
    const seconds = spec.begin(task.byHand) * factor + task.brokenSeconds;
    const event = recorder.event(
      timeline.now(),
      'task.began',
      task.entity,
      [...task.because, ...released],
      people,
      factor,
    );
    task.because = [event];
    if (people > 0) {
      task.held = this.teams.hold(spec.team, people, this.workOf(task));
      this.lastBegan[spec.team] = event;
    }
    if (spec.deployment >= 0) {
      this.work(spec.deployment, 1);
      flow.setReason(spec.deployment, event);
    }
    task.handle = timeline.after(seconds, WORLD_EVENTS.task, task.index);
  }

  /** Events that made what it waited for so. */
  private released(task: Task): readonly number[] {
    const waited = Math.max(-1, ...task.because);
    return task.blockers.map(({ entity }) => this.context.recorder.lastEvent(entity)).filter((event) => event > waited);
  }

  private stopRunning(task: Task, event: number): void {
    this.running--;
    if (task.people > 0) this.teams.release(task.spec.team, task.held, event);
    if (task.spec.deployment >= 0) this.work(task.spec.deployment, -1);
  }

  private workOf({ spec }: Task): Work {
    const { services } = this.context.topology;
    return { stage: spec.stage, kind: spec.service < 0 ? null : services[spec.service].spec.class };
  }

  private holdsPeople(task: Task): boolean {
    return task.spec.team >= 0 && task.spec.people > 0 && (!task.spec.peopleOnlyByHand || task.byHand);
  }

  private tell(task: Task): void {
    tellWaits(this.context, task.entity, task.told, task.blockers, task.because);
    task.told = task.blockers;
  }

  private noPosition({ entity }: Task): void {
    const { recorder, timeline } = this.context;
    if (recorder.current(entity, 'position') > 0) recorder.level(timeline.now(), entity, 'position', 0);
  }

  private leaveQueue(task: Task): void {
    const { team } = task.spec;
    if (team < 0) return;
    const at = this.queues[team].indexOf(task);
    if (at < 0) return;
    this.queues[team].splice(at, 1);
    this.queuesToRun[team] = 1;
    this.noPosition(task);
  }
}
