/** What the flow writes into the record as events of its own: breakers that turn, work that is lost, users who go and return. */
import type { Recorder } from '../../record/recorder.js';
import type { Topology } from '../topology.js';
import type { BreakerChange } from './breakers.js';
import type { Network } from './network.js';
import type { RefusedUsers } from './refused-users.js';

/** Less than half a piece of work is none. */
const LEAST_BOUNCED = 0.5;

export class FlowEvents {
  private readonly topology: Topology;
  private readonly net: Network;
  private readonly recorder: Recorder;
  private readonly now: () => number;

  constructor(topology: Topology, net: Network, recorder: Recorder, now: () => number) {
    this.topology = topology;
    this.net = net;
    this.recorder = recorder;
    this.now = now;
  }

  /** `count` pieces of work over call `e` became too old in a spell that has ended. */
  bounced(e: number, count: number): void {
    if (count < LEAST_BOUNCED) return;
    const edge = this.topology.dependencies[this.net.callDependency[e]];
    this.recorder.event(this.now(), 'work.bounced', edge.entity, this.lastOf(edge.callee), count);
  }

  breaker(change: BreakerChange): void {
    const edge = this.topology.dependencies[this.net.callDependency[change.call]];
    const rule =
      change.to === 'opened' ? 'breaker.opened' : change.to === 'closed' ? 'breaker.closed' : 'flapping.began';
    const failing = rule === 'breaker.closed' ? [] : [change.failing];
    this.recorder.event(this.now(), rule, edge.entity, this.lastOf(edge.callee), ...failing);
    this.recorder.level(this.now(), edge.entity, 'open', change.to === 'opened' ? 1 : 0);
  }

  /** Users who begin to leave do so because of what their service has just become; so do those who begin to return. */
  turns({ leaving, turned }: RefusedUsers): void {
    for (const s of turned) {
      const { entity } = this.topology.sources[s];
      const causes = latest(this.recorder.lastEvent(entity));
      if (leaving.isOut(s)) this.recorder.event(this.now(), 'users.began-leaving', entity, causes);
      else this.recorder.event(this.now(), 'users.began-returning', entity, causes, leaving.away(s));
    }
    turned.length = 0;
  }

  private lastOf(service: number): number[] {
    return latest(this.recorder.lastEvent(this.topology.services[service].entity));
  }
}

function latest(event: number): number[] {
  return event >= 0 ? [event] : [];
}
