/**
 * Failback: traffic returns to the original, by the same work as a promotion.
 *
 * It begins once the originals that serve again have at least the capacity of those that replaced them, and are believed
 * healthy; without `failback` they stand by. While those that replaced them serve well there is no hurry: it comes
 * after all repair work and waits for its tools. Left out: moving traffic back bit by bit.
 */
import { sample } from '../engine/distributions.js';
import type { Detection } from './detection.js';
import type { Machines } from './machines.js';
import type { PromotionHost, Promotions } from './promotions.js';
import type { Task } from './recovery/work/task.js';
import type { RunContext } from './run-context.js';

/** Success at which nobody is missed (`up`, design section 2). */
const WELL = 0.99;

export class Failbacks {
  private readonly context: RunContext;
  private readonly machines: Machines;
  private readonly detection: Detection;
  private readonly promotions: Promotions;
  private readonly host: PromotionHost;
  private readonly open: (Task | null)[];

  constructor(
    context: RunContext,
    machines: Machines,
    detection: Detection,
    promotions: Promotions,
    host: PromotionHost,
  ) {
    this.context = context;
    this.machines = machines;
    this.detection = detection;
    this.promotions = promotions;
    this.host = host;
    this.open = context.topology.services.map(() => null);
  }

  /** Begins a failback when there is a reason and a way. */
  consider(service: number): void {
    const { topology, streams, recorder, flow } = this.context;
    const { spec, deployments } = topology.services[service];
    if (!spec.failover.failback || this.open[service]) return;
    const promoted = deployments.filter((d) => this.promotions.isPromoted(d));
    const originals = this.originalsReady(service);
    if (promoted.length === 0 || originals.length === 0) return;
    const capacity = (all: readonly number[]): number => all.reduce((sum, d) => sum + this.machines.capacity(d), 0);
    if (capacity(originals) < capacity(promoted)) return;
    const [first] = originals;
    const number = this.promotions.nextNumber(first);
    const { site } = topology.deployments[first];
    const luck = streams.stream(topology.sites[site].spec.id, spec.id, 'failback', number);
    const task = this.promotions.taskFor(first, 'failback', number);
    const isUrgent = flow.serviceSuccess(service) < WELL;
    const plan = isUrgent ? task : { ...task, byHandFactor: null, rank: () => topology.services.length };
    this.open[service] = this.promotions.add(
      {
        ...plan,
        begin: () => sample(spec.failover.promote, luck),
        finished: (event) => {
          this.open[service] = null;
          this.finish(service, event);
        },
        calledOff: () => {
          this.open[service] = null;
        },
      },
      originals.map((d) => recorder.lastEvent(topology.deployments[d].entity)),
    );
  }

  private finish(service: number, because: number): void {
    const { topology, recorder, timeline, flow } = this.context;
    const originals = this.originalsReady(service);
    if (originals.length === 0) return;
    let event = because;
    for (const d of originals) {
      event = recorder.event(timeline.now(), 'failback.done', topology.deployments[d].entity, [because]);
      flow.setReason(d, event);
      this.host.setRouted(d, true);
      this.detection.enrol(d);
    }
    for (const d of topology.services[service].deployments) {
      if (this.promotions.stateOf(d) !== 'none' && !originals.includes(d)) this.promotions.standDown(d, event);
    }
  }

  /** Originals that serve again but get no traffic yet. */
  private originalsReady(service: number): readonly number[] {
    const { topology } = this.context;
    return topology.services[service].deployments.filter(
      (d) =>
        topology.deployments[d].spec.role === 'active' &&
        !this.host.isRouted(d) &&
        this.promotions.stateOf(d) === 'none' &&
        this.machines.serving(d) > 0 &&
        !this.detection.isDead(d),
    );
  }
}
