/**
 * The data of all services: tells the flow which deployments refuse writes, or everything, and people what is to be
 * restored, copied or merged before a service goes on.
 *
 * A deployment that reaches no copy refuses every request; one that reaches a copy but nobody who takes writes refuses
 * the share of requests that write. Neither fails a health check. Left out: reads of what is old or wrong; a service of
 * which no data are stated misses none.
 */
import type { RunRecord } from '../../record/record.js';
import { DirtyList } from '../dirty-list.js';
import { type Blocker, blocker } from '../recovery/work/blocker.js';
import type { RunContext } from '../run-context.js';
import { WORLD_EVENTS } from '../timeline.js';
import type { DataFacts } from './data-facts.js';
import { type Origin, originFor, restoreSeconds } from './origin.js';
import { type Grip, ServiceData } from './service-data.js';

interface Notice {
  readonly service: number;
  readonly since: number;
  readonly event: number;
}

export class Data {
  private readonly context: RunContext;
  private readonly facts: DataFacts;
  /** By service; null where no data are stated. */
  private readonly services: readonly (ServiceData | null)[];
  private readonly withData: readonly ServiceData[];
  private readonly dirty: DirtyList;
  private readonly grips: Grip[];
  /** By deployment: why it refuses, or why its copy is no good; -1: it does not. */
  private readonly reasons: Int32Array;
  private readonly notices: Notice[] = [];

  constructor(context: RunContext, facts: DataFacts) {
    const { topology } = context;
    this.context = context;
    this.facts = facts;
    this.services = topology.services.map((node) =>
      node.spec.data === null ? null : new ServiceData(context, node, node.spec.data, facts),
    );
    this.withData = this.services.filter((data) => data !== null);
    this.dirty = new DirtyList(topology.services.length);
    this.grips = topology.deployments.map(() => 'writes');
    this.reasons = new Int32Array(topology.deployments.length).fill(-1);
    this.touchAll();
  }

  of(service: number): ServiceData | null {
    return this.services[service];
  }

  /** Something about the service's deployments changed. */
  touch(service: number): void {
    if (this.services[service]) this.dirty.add(service);
  }

  /** Power, storage or a connection of sites changed. */
  touchAll(): void {
    for (const { index } of this.withData) this.dirty.add(index);
  }

  /** Takes the facts in. @returns services of which something may be different now */
  update(): readonly number[] {
    const services = this.dirty.take();
    for (const service of services) {
      const data = this.services[service] as ServiceData;
      data.update();
      for (const d of this.context.topology.services[service].deployments) this.grip(data, d);
    }
    return services;
  }

  /** The flow has settled: what it lets through now are the writes until it does so again. */
  observe(): void {
    const { flow, recorder, topology, timeline } = this.context;
    for (const data of this.withData) {
      data.observe((d) => flow.doneWell(d));
      const { entity } = topology.services[data.index];
      recorder.level(timeline.now(), entity, 'writes', data.rate);
      recorder.level(timeline.now(), entity, 'lostWrites', data.lost);
      recorder.level(timeline.now(), entity, 'unmerged', data.sides.unmerged);
    }
  }

  /** Why a deployment refuses, or lacks its copy; -1: it does not. */
  reason(deployment: number): number {
    return this.reasons[deployment];
  }

  /** It refuses because of other sites, or of the way to them. */
  isCutOff(deployment: number): boolean {
    return this.grips[deployment] !== 'writes';
  }

  // ------------------------------------------------------------------ corruption

  /** @returns whether there was something to corrupt */
  corrupt(service: number, site: number, noticedSeconds: number, event: number): boolean {
    const data = this.services[service];
    if (!data?.corrupt(site, event)) return false;
    const { recorder, timeline, topology } = this.context;
    const corrupted = recorder.lastEvent(site < 0 ? data.lead.entity : data.copyAt(site).entity);
    this.notices.push({ service, since: timeline.now(), event: corrupted });
    timeline.after(noticedSeconds, WORLD_EVENTS.data, topology.services[service].index, this.notices.length - 1);
    return true;
  }

  noticed(number: number): void {
    const { service, since, event } = this.notices[number];
    this.services[service]?.notice(since, event);
    this.touch(service);
  }

  // ------------------------------------------------------------------ restoring

  /** The copy beside a deployment is lost, or known to be wrong. */
  needsRestore(deployment: number): boolean {
    const copy = this.copyBeside(deployment);
    return copy !== undefined && (copy.lost || copy.condemned);
  }

  /** How long the copy beside a deployment takes to make anew. */
  secondsToRestore(deployment: number): number {
    const data = this.dataOf(deployment);
    return data ? restoreSeconds(data.spec) : 0;
  }

  /** What the restore of the copy beside a deployment waits for. */
  restoreBlockers(deployment: number): readonly Blocker[] {
    const data = this.dataOf(deployment);
    if (!data || this.originOf(data, deployment)) return [];
    const { entity } = this.context.topology.services[data.index];
    return [blocker('data', entity, this.context.recorder.lastEvent(entity))];
  }

  /** The copy beside a deployment has been made anew. */
  restored(deployment: number, event: number): void {
    const data = this.dataOf(deployment);
    const copy = this.copyBeside(deployment);
    const origin = data && this.originOf(data, deployment);
    if (data && copy && origin) this.renew(data, copy.site, origin, event);
  }

  /** A service cannot go on in a place without data: what that waits for. */
  placeBlockers(deployment: number): readonly Blocker[] {
    return this.readsThere(deployment) ? [] : this.restoreBlockers(deployment);
  }

  /** What it takes to bring the data to a place where they are not. */
  placeSeconds(deployment: number): number {
    return this.readsThere(deployment) ? 0 : this.secondsToRestore(deployment);
  }

  /** The service goes on there: if no copy can be reached, one has been made. */
  placed(deployment: number, event: number): void {
    const data = this.dataOf(deployment);
    if (!data || this.readsThere(deployment)) return;
    const origin = this.originOf(data, deployment);
    if (origin) this.renew(data, this.context.topology.deployments[deployment].site, origin, event);
  }

  /** Writes accepted, kept, lost and apart, of each service with data. */
  ledger(): RunRecord['ledgers']['data'] {
    return this.withData.map((data) => ({
      entity: this.context.topology.services[data.index].entity,
      accepted: data.accepted,
      kept: data.kept,
      lost: data.lost,
      unmerged: data.sides.unmerged + data.sides.apart,
    }));
  }

  private renew(data: ServiceData, site: number, origin: Origin, event: number): void {
    const { recorder, timeline } = this.context;
    const now = timeline.now();
    const copy = data.copyAt(site);
    const done =
      origin.kind === 'copy'
        ? recorder.event(now, 'data.copied', copy.entity, [event])
        : recorder.event(now, 'data.restored', copy.entity, [event], (now - origin.time) / 1e6);
    data.renew(copy, origin.kind === 'copy' ? data.position(origin.copy) : origin.time, done);
    this.touch(data.index);
  }

  /** A copy that can be read is in reach. */
  private readsThere(deployment: number): boolean {
    const data = this.dataOf(deployment);
    return data === null || data.gripOf(deployment) !== 'nothing';
  }

  private originOf(data: ServiceData, deployment: number): Origin | null {
    const { topology } = this.context;
    const { site } = topology.deployments[deployment];
    const { backups } = data.spec;
    return originFor(data, site, backups ? (topology.siteIndex.get(backups.site) as number) : -1, this.facts);
  }

  private dataOf(deployment: number): ServiceData | null {
    return this.services[this.context.topology.deployments[deployment].service];
  }

  private copyBeside(deployment: number): ServiceData['copies'][number] | undefined {
    return this.dataOf(deployment)?.copies.find((copy) => copy.deployment === deployment);
  }

  // ------------------------------------------------------------------ what the flow is told

  private grip(data: ServiceData, d: number): void {
    const { facts, context } = this;
    const { entity, site } = context.topology.deployments[d];
    const matters = facts.isRouted(d) && facts.serves(d);
    const grip = matters ? data.gripOf(d) : 'writes';
    const before = this.grips[d];
    if (this.needsRestore(d)) this.reasons[d] = (this.copyBeside(d) as { event: number }).event;
    else if (grip === 'writes' && before === 'writes') this.reasons[d] = -1;
    if (grip === before) return;
    this.grips[d] = grip;
    if (matters) {
      const causes = data.reach.whyRefused(site);
      this.reasons[d] = grip === 'writes' ? -1 : this.refusal(data, d, grip, causes);
      if (grip === 'writes') this.tell('writes.taken', d, [context.recorder.lastEvent(entity), ...causes]);
    } else this.reasons[d] = -1;
    const { writes } = data.spec;
    context.flow.setAdmission(d, grip === 'writes' ? 1 : grip === 'reads' ? 1 - writes : 0);
  }

  private refusal(data: ServiceData, d: number, grip: Grip, causes: readonly number[]): number {
    if (grip === 'nothing') return this.tell('data.unreachable', d, causes);
    const [votes, needed] = data.reach.votesFrom(this.context.topology.deployments[d].site);
    return this.tell('writes.refused', d, causes, votes, needed);
  }

  private tell(
    rule: 'data.unreachable' | 'writes.refused' | 'writes.taken',
    d: number,
    causes: readonly number[],
    ...numbers: number[]
  ): number {
    const { recorder, timeline, topology, flow } = this.context;
    const event = recorder.event(timeline.now(), rule, topology.deployments[d].entity, causes, ...numbers);
    flow.setReason(d, event);
    return event;
  }
}
