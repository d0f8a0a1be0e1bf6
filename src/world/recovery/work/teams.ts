/**
 * The people who repair: how many there are, what they can do, who is at work or away, and when they come.
 *
 * A team is groups of people who can do the same and come at the same time. A task holds its people from begin to end:
 * those with the fewest abilities first, so that the others stay free. People in reserve come after a stated time once
 * work that they could do has to wait. With `unlimitedPeople` numbers do not count; hours and abilities still do.
 * Left out: travel, hand-over, people who learn, and tiredness other than the night pause.
 */
import { sample } from '../../../engine/distributions.js';
import { microseconds } from '../../../engine/time.js';
import { canDo } from '../../../scenario/can-do.js';
import type { TaskStage, TeamGroup } from '../../../scenario/model.js';
import { nightEnd } from '../../../scenario/night-pause.js';
import { DirtyList } from '../../dirty-list.js';
import type { RunContext } from '../../run-context.js';
import { WORLD_EVENTS } from '../../timeline.js';

/** A piece of work as those see it who could do it. */
export interface Work {
  readonly stage: TaskStage;
  /** Class of the service that it is on; null: of none. */
  readonly kind: string | null;
}

/** People of one group, as they are now. */
interface Group {
  readonly spec: TeamGroup;
  busy: number;
  absent: number;
  /** When they come to work (microseconds); infinite until they are called. */
  from: number;
  /** The event by which they were called; -1: they come by themselves. */
  calledBy: number;
}

/** How many people of each group a task holds, by the group's place in its team. */
export type Held = readonly number[];

export class Teams {
  /** Teams that may have people free since last taken. */
  readonly changed: DirtyList;
  private readonly context: RunContext;
  private readonly groups: readonly (readonly Group[])[];
  private readonly freed: Int32Array;
  private readonly freedAt: Float64Array;
  private nightTimer = -1;

  constructor(context: RunContext) {
    const { scenario, topology, recorder, timeline } = context;
    const { teams } = scenario.recovery;
    this.context = context;
    this.freed = new Int32Array(teams.length).fill(-1);
    this.freedAt = new Float64Array(teams.length).fill(-1);
    this.changed = new DirtyList(teams.length);
    this.groups = teams.map((team, t) => {
      recorder.level(timeline.now(), topology.teams[t], 'busy', 0);
      recorder.level(timeline.now(), topology.teams[t], 'queue', 0);
      return team.groups.map((spec): Group => {
        const from = spec.called === null ? microseconds(spec.fromSeconds) : Number.POSITIVE_INFINITY;
        if (from > 0 && spec.called === null) timeline.at(microseconds(spec.fromSeconds), WORLD_EVENTS.team, t);
        return { spec, busy: 0, absent: 0, from, calledBy: -1 };
      });
    });
  }

  /** People of a team who can do a piece of work, at most; what a task asks beyond that it does not get. */
  size(team: number, work: Work): number {
    return this.able(team, work).reduce((sum, { spec }) => sum + spec.people, 0);
  }

  absentPeople(team: number): number {
    return this.groups[team].reduce((sum, { absent }) => sum + absent, 0);
  }

  /** People who could begin a piece of work now. */
  free(team: number, work: Work): number {
    if (this.nightEndsAt() > this.context.timeline.now()) return 0;
    const there = this.able(team, work).filter((group) => this.isThere(group));
    if (there.length > 0 && this.context.scenario.recovery.unlimitedPeople) return Number.POSITIVE_INFINITY;
    return there.reduce((sum, group) => sum + freeOf(group), 0);
  }

  /** Nobody who could do it has come to work yet. */
  comesLater(team: number, work: Work): boolean {
    return !this.able(team, work).some((group) => this.isThere(group));
  }

  isOnSite(team: number): boolean {
    return this.context.scenario.recovery.teams[team].onSite;
  }

  hold(team: number, people: number, work: Work): Held {
    const held = this.groups[team].map(() => 0);
    let left = people;
    const there = this.able(team, work).filter((group) => this.isThere(group));
    for (const group of [...there].sort((a, b) => abilities(a.spec) - abilities(b.spec))) {
      const taken = this.context.scenario.recovery.unlimitedPeople ? left : Math.min(left, freeOf(group));
      group.busy += taken;
      held[this.groups[team].indexOf(group)] = taken;
      left -= taken;
    }
    this.recordBusy(team);
    return held;
  }

  /** @param event why they are free now */
  release(team: number, held: Held, event: number): void {
    this.groups[team].forEach((group, g) => {
      group.busy -= held[g];
    });
    this.tellFreed(team, event);
    this.recordBusy(team);
  }

  /** So many of a team are not there: its own people first, then those of its groups. */
  setAbsent(team: number, people: number, event: number): void {
    let left = people;
    for (const group of this.groups[team]) {
      group.absent = Math.min(left, group.spec.people);
      left -= group.absent;
    }
    this.tellFreed(team, event);
  }

  /** Work has to wait for people: calls those in reserve who could do it. */
  call(team: number, work: Work, event: number): void {
    const { recorder, timeline, topology, scenario, streams } = this.context;
    for (const group of this.able(team, work)) {
      const { called, people, id } = group.spec;
      if (called === null || group.calledBy >= 0) continue;
      const seconds = sample(called, streams.stream('', scenario.recovery.teams[team].id, 'called', 1, id));
      group.calledBy = recorder.event(timeline.now(), 'team.called', topology.teams[team], [event], people, seconds);
      group.from = timeline.now() + microseconds(seconds);
      timeline.after(seconds, WORLD_EVENTS.team, team);
    }
  }

  /** Latest event that freed people of the team; -1: none did. */
  lastFreed(team: number): number {
    return this.freed[team];
  }

  /** People of the team were freed in this instant. */
  freedNow(team: number): boolean {
    return this.freedAt[team] === this.context.timeline.now();
  }

  /** Some of the team come to work, or (-1) the night is over. */
  happen(team: number): void {
    const { recorder, timeline, topology } = this.context;
    if (team >= 0) {
      const come = this.groups[team].filter(({ from }) => from === timeline.now());
      const people = come.reduce((sum, { spec }) => sum + spec.people, 0);
      const calls = come.map(({ calledBy }) => calledBy).filter((event) => event >= 0);
      // Who comes by the clock follows from nothing that happened.
      if (calls.length === 0) this.changed.add(team);
      else this.tellFreed(team, recorder.event(timeline.now(), 'team.came', topology.teams[team], calls, people));
      return;
    }
    this.nightTimer = -1;
    for (let t = 0; t < this.groups.length; t++) this.changed.add(t);
  }

  /** Somebody waits: sees to it that the end of the night is noticed. */
  wakeAfterNight(): void {
    const end = this.nightEndsAt();
    if (this.nightTimer >= 0 || end <= this.context.timeline.now()) return;
    this.nightTimer = this.context.timeline.at(microseconds(end / 1e6), WORLD_EVENTS.team, -1);
  }

  recordQueue(team: number, waiting: number): void {
    this.context.recorder.level(this.context.timeline.now(), this.context.topology.teams[team], 'queue', waiting);
  }

  private tellFreed(team: number, event: number): void {
    this.freed[team] = event;
    this.freedAt[team] = this.context.timeline.now();
    this.changed.add(team);
  }

  private able(team: number, { stage, kind }: Work): readonly Group[] {
    return this.groups[team].filter(({ spec }) => canDo(spec, stage, kind));
  }

  private isThere({ from }: Group): boolean {
    return from <= this.context.timeline.now();
  }

  private nightEndsAt(): number {
    const { scenario, timeline } = this.context;
    return nightEnd(scenario.recovery.nightPause, scenario.start, timeline.now());
  }

  private recordBusy(team: number): void {
    const busy = this.groups[team].reduce((sum, group) => sum + group.busy, 0);
    this.context.recorder.level(this.context.timeline.now(), this.context.topology.teams[team], 'busy', busy);
  }
}

function freeOf({ spec, absent, busy }: Group): number {
  return Math.max(0, spec.people - absent - busy);
}

/** In how many ways people of a group are free to work: those bound in both come first. */
function abilities({ classes, stages }: TeamGroup): number {
  return (classes === null ? 1 : 0) + (stages === null ? 1 : 0);
}
