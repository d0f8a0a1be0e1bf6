/**
 * The people who repair: how many there are, work, or are away, and when a team begins work at all.
 *
 * A task holds its people from begin to end. With `unlimitedPeople` numbers do not count; hours still do.
 * Left out: skills within a team, travel, hand-over, and tiredness other than the night pause.
 */
import { microseconds } from '../../../engine/time.js';
import { DirtyList } from '../../dirty-list.js';
import type { RunContext } from '../../run-context.js';
import { WORLD_EVENTS } from '../../timeline.js';
import { nightEnd } from './night.js';

export class Teams {
  /** Teams that may have people free since last taken. */
  readonly changed: DirtyList;
  private readonly context: RunContext;
  private readonly busy: Int32Array;
  private readonly absent: Int32Array;
  private readonly freed: Int32Array;
  private readonly freedAt: Float64Array;
  private nightTimer = -1;

  constructor(context: RunContext) {
    const { scenario, topology, recorder, timeline } = context;
    const { teams } = scenario.recovery;
    this.context = context;
    this.busy = new Int32Array(teams.length);
    this.absent = new Int32Array(teams.length);
    this.freed = new Int32Array(teams.length).fill(-1);
    this.freedAt = new Float64Array(teams.length).fill(-1);
    this.changed = new DirtyList(teams.length);
    teams.forEach((team, t) => {
      recorder.level(timeline.now(), topology.teams[t], 'busy', 0);
      recorder.level(timeline.now(), topology.teams[t], 'queue', 0);
      if (team.fromSeconds > 0) timeline.at(microseconds(team.fromSeconds), WORLD_EVENTS.team, t);
    });
  }

  /** People of a team at most; what a task asks beyond that it does not get. */
  size(team: number): number {
    return this.context.scenario.recovery.teams[team].people;
  }

  absentPeople(team: number): number {
    return this.absent[team];
  }

  /** People who could begin a task now. */
  free(team: number): number {
    const { recovery } = this.context.scenario;
    if (this.startsLater(team) || this.nightEndsAt() > this.context.timeline.now()) return 0;
    if (recovery.unlimitedPeople) return Number.POSITIVE_INFINITY;
    return Math.max(0, recovery.teams[team].people - this.absent[team] - this.busy[team]);
  }

  startsLater(team: number): boolean {
    return microseconds(this.context.scenario.recovery.teams[team].fromSeconds) > this.context.timeline.now();
  }

  isOnSite(team: number): boolean {
    return this.context.scenario.recovery.teams[team].onSite;
  }

  hold(team: number, people: number): void {
    this.busy[team] += people;
    this.recordBusy(team);
  }

  /** @param event why they are free now */
  release(team: number, people: number, event: number): void {
    this.busy[team] -= people;
    this.freed[team] = event;
    this.freedAt[team] = this.context.timeline.now();
    this.changed.add(team);
    this.recordBusy(team);
  }

  setAbsent(team: number, people: number, event: number): void {
    this.absent[team] = people;
    this.freed[team] = event;
    this.freedAt[team] = this.context.timeline.now();
    this.changed.add(team);
  }

  /** Latest event that freed people of the team; -1: none did. */
  lastFreed(team: number): number {
    return this.freed[team];
  }

  /** People of the team were freed in this instant. */
  freedNow(team: number): boolean {
    return this.freedAt[team] === this.context.timeline.now();
  }

  /** The team comes to work, or (-1) the night is over. */
  happen(team: number): void {
    if (team >= 0) {
      this.changed.add(team);
      return;
    }
    this.nightTimer = -1;
    for (let t = 0; t < this.busy.length; t++) this.changed.add(t);
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

  private nightEndsAt(): number {
    const { scenario, timeline } = this.context;
    return nightEnd(scenario.recovery.nightPause, scenario.start, timeline.now());
  }

  private recordBusy(team: number): void {
    this.context.recorder.level(
      this.context.timeline.now(),
      this.context.topology.teams[team],
      'busy',
      this.busy[team],
    );
  }
}
