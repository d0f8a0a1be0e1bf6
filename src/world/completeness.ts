/**
 * Full function: a service is complete while no way back holds it up, a journey while all that it requires is complete.
 *
 * Left out: tasks that nobody waits for, such as the repair of single dead servers.
 */
import { DirtyList } from './dirty-list.js';
import type { RunContext } from './run-context.js';

export class Completeness {
  private readonly context: RunContext;
  private readonly holdsUp: (deployment: number) => boolean;
  private readonly dirty: DirtyList;
  private readonly complete: Uint8Array;
  private readonly lastEvent: Int32Array;

  constructor(context: RunContext, holdsUp: (deployment: number) => boolean) {
    const { topology, recorder, timeline } = context;
    this.context = context;
    this.holdsUp = holdsUp;
    this.dirty = new DirtyList(topology.services.length);
    this.complete = new Uint8Array(topology.services.length).fill(1);
    this.lastEvent = new Int32Array(topology.services.length).fill(-1);
    for (const { entity } of [...topology.services, ...topology.journeys])
      recorder.level(timeline.now(), entity, 'complete', 1);
  }

  /** @param event what may have completed it, or -1 */
  touch(deployment: number, event: number): void {
    const { service } = this.context.topology.deployments[deployment];
    if (event >= 0) this.lastEvent[service] = event;
    this.dirty.add(service);
  }

  update(): void {
    const { topology, recorder, timeline } = this.context;
    const now = timeline.now();
    let changed = false;
    for (const service of this.dirty.take()) {
      const { deployments, entity } = topology.services[service];
      const complete = deployments.some(this.holdsUp) ? 0 : 1;
      if (complete === this.complete[service]) continue;
      this.complete[service] = complete;
      recorder.level(now, entity, 'complete', complete);
      if (complete) recorder.event(now, 'function.complete', entity, [this.lastEvent[service]]);
      changed = true;
    }
    if (!changed) return;
    for (const { entity, calls } of topology.journeys) {
      const required = calls.map((d) => topology.dependencies[d]).filter(({ spec }) => spec.kind === 'required');
      recorder.level(now, entity, 'complete', required.every(({ callee }) => this.complete[callee]) ? 1 : 0);
    }
  }
}
