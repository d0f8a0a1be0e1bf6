/**
 * Demand of users: piecewise constant through the day, by local time, times any surge.
 *
 * Left out: noise, weekdays, growth.
 */
import type { DemandSource, Topology } from '../topology.js';

const DAY_SECONDS = 86_400;

export class Demand {
  /** First attempts a second of each source, as they would be had nothing failed. */
  readonly rate: Float64Array;
  private readonly surge: Float64Array;
  private readonly topology: Topology;
  private readonly startOfRun: number;
  /** Profiles with steps, each once, whichever source they belong to. */
  private readonly profiles: readonly (readonly number[])[];

  constructor(topology: Topology) {
    this.topology = topology;
    this.rate = new Float64Array(topology.sources.length);
    this.surge = new Float64Array(topology.sources.length).fill(1);
    const profiles = topology.sources.map(({ profile }) => profile).filter(({ length }) => length > 1);
    this.profiles = [...new Map(profiles.map((profile) => [profile.join(), profile])).values()];
    const { epochMilliseconds, offsetMinutes } = topology.scenario.start;
    const local = epochMilliseconds / 1000 + offsetMinutes * 60;
    this.startOfRun = ((local % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
  }

  setSurge(source: number, factor: number): void {
    this.surge[source] = factor;
  }

  /** Sets the rates that hold at `now` (seconds from the start); reports each source whose rate is another. */
  update(now: number, changed: (source: number) => void): void {
    for (const source of this.topology.sources) {
      const rate = source.users.peakPerSecond * this.level(source, now) * this.surge[source.index];
      if (rate === this.rate[source.index]) continue;
      this.rate[source.index] = rate;
      changed(source.index);
    }
  }

  /** Seconds from the start at which the next step of any profile begins; Infinity when all are flat. */
  nextStep(time: number): number {
    let next = Number.POSITIVE_INFINITY;
    for (const profile of this.profiles) {
      const step = DAY_SECONDS / profile.length;
      const local = this.startOfRun + time;
      let at = (Math.floor(local / step + 1e-9) + 1) * step;
      // Steps that change nothing need no event.
      const now = this.value(profile, local + 1e-6);
      for (let k = 0; k < profile.length; k++, at += step) if (this.value(profile, at - step / 2) !== now) break;
      next = Math.min(next, at - this.startOfRun);
    }
    return next;
  }

  private level(source: DemandSource, now: number): number {
    return this.value(source.profile, this.startOfRun + now + 1e-6);
  }

  private value(profile: readonly number[], local: number): number {
    const inDay = local % DAY_SECONDS;
    return profile[Math.min(profile.length - 1, Math.floor((inDay * profile.length) / DAY_SECONDS))];
  }
}
