/**
 * Who believes what: health checks see the truth late, each place for itself, and users later still.
 *
 * A deployment is checked every `interval`, at a phase drawn for it; after `threshold` checks that agree, callers in a
 * place believe it dead, or healthy again. A check fails when no server serves, or when the place cannot reach the
 * site; slow and overloaded servers pass. Users' addresses follow a DNS TTL later (the longest of those that call it).
 * A failure counts as detected when no place believes in the deployment any more.
 * Left out: checks that time out, flapping checks, checks that look at dependencies.
 */
import { microseconds } from '../engine/time.js';
import type { Access } from './access.js';
import { DirtyList } from './dirty-list.js';
import type { Machines } from './machines.js';
import type { RunContext } from './run-context.js';
import { WORLD_EVENTS } from './timeline.js';
import { USERS_PLACE } from './topology.js';

const NONE = -1;

export class Detection {
  /** Deployments that were detected dead, or seen healthy, since last taken. */
  readonly changed: DirtyList;
  private readonly context: RunContext;
  private readonly machines: Machines;
  private readonly access: Access;
  private readonly count: number;
  /** Places from which a deployment is called. */
  private readonly places: readonly (readonly number[])[];
  private readonly dnsTtl: Float64Array;
  private readonly phase: Float64Array;
  /** (place + 1) x deployments: what the checks say; timers of a check that would change it. */
  private readonly verdict: Uint8Array;
  private readonly timers: Float64Array;
  /** Since when the truth is that it does not serve; -1: it does. */
  private readonly failedAt: Float64Array;
  private readonly dead: Uint8Array;
  private readonly monitored: Uint8Array;

  constructor(context: RunContext, machines: Machines, access: Access) {
    const { topology, streams, recorder, timeline } = context;
    this.context = context;
    this.machines = machines;
    this.access = access;
    this.count = topology.deployments.length;
    const cells = (topology.sites.length + 1) * this.count;
    this.verdict = new Uint8Array(cells).fill(1);
    this.timers = new Float64Array(cells).fill(NONE);
    this.failedAt = new Float64Array(this.count).fill(NONE);
    this.dead = new Uint8Array(this.count);
    this.monitored = new Uint8Array(this.count);
    this.changed = new DirtyList(this.count);
    this.places = topology.deployments.map(({ service }) => placesOf(context, service));
    this.dnsTtl = Float64Array.from(topology.deployments, ({ service }) => dnsTtlOf(context, service));
    this.phase = Float64Array.from(topology.deployments, ({ service, site }) => {
      const { spec } = topology.services[service];
      const stream = streams.stream(topology.sites[site].spec.id, spec.id, 'health-check', 0);
      return microseconds(stream.next() * spec.health.intervalSeconds);
    });
    for (const { index, entity, spec } of topology.deployments) {
      this.monitored[index] = spec.role === 'cold-standby' ? 0 : 1;
      recorder.level(timeline.now(), entity, 'believed', this.monitored[index]);
    }
  }

  /** No place believes that it serves. */
  isDead(deployment: number): boolean {
    return this.dead[deployment] === 1;
  }

  /** When it stopped serving, or -1. */
  failedSince(deployment: number): number {
    return this.failedAt[deployment];
  }

  servingChanged(deployment: number): void {
    if (!this.monitored[deployment]) return;
    const serves = this.machines.serving(deployment) > 0;
    if (serves) this.failedAt[deployment] = NONE;
    else if (this.failedAt[deployment] < 0) this.failedAt[deployment] = this.context.timeline.now();
    for (const place of this.places[deployment]) this.look(place, deployment);
  }

  pairChanged(a: number, b: number): void {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ]) {
      for (const d of this.context.topology.sites[to].deployments)
        if (this.monitored[d] && this.places[d].includes(from)) this.look(from, d);
    }
  }

  /** It was just put to work by people who saw that it serves: every place is told at once. */
  enrol(deployment: number): void {
    this.monitored[deployment] = 1;
    this.context.recorder.level(
      this.context.timeline.now(),
      this.context.topology.deployments[deployment].entity,
      'believed',
      1,
    );
    for (const place of this.places[deployment]) {
      this.stop(this.at(place, deployment));
      this.verdict[this.at(place, deployment)] = 1;
      this.context.flow.setBelieved(place, deployment, true);
    }
    this.judge(deployment);
    this.servingChanged(deployment);
  }

  /** Its servers went by plan: nobody looks at it any more. */
  dismiss(deployment: number): void {
    this.monitored[deployment] = 0;
    this.failedAt[deployment] = NONE;
    for (const place of this.places[deployment]) this.stop(this.at(place, deployment));
    this.context.recorder.level(
      this.context.timeline.now(),
      this.context.topology.deployments[deployment].entity,
      'believed',
      0,
    );
  }

  /** The last of the checks that it takes. */
  health(index: number): void {
    const place = Math.floor(index / this.count) - 1;
    const deployment = index % this.count;
    this.timers[index] = NONE;
    const healthy = this.truth(place, deployment);
    this.verdict[index] = healthy ? 1 : 0;
    const ttl = place === USERS_PLACE ? this.dnsTtl[deployment] : 0;
    if (ttl > 0) this.context.timeline.after(ttl, WORLD_EVENTS.names, index, healthy ? 1 : 0);
    else this.believe(place, deployment, healthy);
    this.judge(deployment);
  }

  /** What users' addresses say follows what was seen a TTL ago. */
  names(index: number, healthy: number): void {
    this.believe(USERS_PLACE, index % this.count, healthy === 1);
  }

  /** Seconds until somebody's checks would notice what happened now. */
  delaySeconds(deployment: number): number {
    return (this.nextVerdict(deployment) - this.context.timeline.now()) / 1e6;
  }

  private look(place: number, deployment: number): void {
    const at = this.at(place, deployment);
    if (this.truth(place, deployment) === (this.verdict[at] === 1)) this.stop(at);
    else if (this.timers[at] === NONE) {
      this.timers[at] = this.context.timeline.at(
        microseconds(this.nextVerdict(deployment) / 1e6),
        WORLD_EVENTS.health,
        at,
      );
    }
  }

  private nextVerdict(deployment: number): number {
    const { topology, timeline } = this.context;
    const { health } = topology.services[topology.deployments[deployment].service].spec;
    const now = timeline.now();
    const interval = microseconds(health.intervalSeconds);
    if (interval <= 0) return now;
    const phase = this.phase[deployment];
    const next = phase + Math.max(0, Math.ceil((now - phase) / interval)) * interval;
    return next + Math.max(0, health.threshold - 1) * interval;
  }

  private judge(deployment: number): void {
    const dead = this.places[deployment].every((place) => this.verdict[this.at(place, deployment)] === 0);
    if (dead === (this.dead[deployment] === 1)) return;
    this.dead[deployment] = dead ? 1 : 0;
    this.changed.add(deployment);
    const { topology, recorder, timeline, flow } = this.context;
    const { entity } = topology.deployments[deployment];
    const now = timeline.now();
    recorder.level(now, entity, 'believed', dead ? 0 : 1);
    const why = dead ? this.machines.reason(deployment) : -1;
    const causes = [why >= 0 ? why : recorder.lastEvent(entity)];
    const since = this.failedAt[deployment];
    const event = dead
      ? recorder.event(now, 'failure.detected', entity, causes, since < 0 ? 0 : (now - since) / 1e6)
      : recorder.event(now, 'health.seen', entity, causes);
    flow.setReason(deployment, event);
  }

  private believe(place: number, deployment: number, healthy: boolean): void {
    this.context.flow.setBelieved(place, deployment, healthy);
  }

  private truth(place: number, deployment: number): boolean {
    return (
      this.machines.serving(deployment) > 0 &&
      this.access.reaches(place, this.context.topology.deployments[deployment].site)
    );
  }

  private stop(at: number): void {
    if (this.timers[at] === NONE) return;
    this.context.timeline.cancel(this.timers[at]);
    this.timers[at] = NONE;
  }

  private at(place: number, deployment: number): number {
    return (place + 1) * this.count + deployment;
  }
}

/** Sites of the callers, and the users when they call it themselves; somebody always looks. */
function placesOf({ topology }: RunContext, service: number): readonly number[] {
  const places = new Set<number>();
  for (const d of topology.services[service].callers) {
    const caller = topology.dependencies[d].service;
    if (caller < 0) places.add(USERS_PLACE);
    else for (const each of topology.services[caller].deployments) places.add(topology.deployments[each].site);
  }
  if (topology.sources.some((source) => source.service === service) || places.size === 0) places.add(USERS_PLACE);
  return [...places].sort((a, b) => a - b);
}

function dnsTtlOf({ topology }: RunContext, service: number): number {
  let ttl = 0;
  for (const source of topology.sources) {
    const calls =
      source.service === service ||
      topology.services[service].callers.some(
        (d) => topology.dependencies[d].journey === source.journey && source.journey >= 0,
      );
    if (calls) ttl = Math.max(ttl, source.users.dnsTtlSeconds);
  }
  return ttl;
}
