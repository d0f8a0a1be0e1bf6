/** What the data see of the world, and do to it: machines, ways between sites, beliefs, traffic and repair work. */
import type { Access } from '../access.js';
import type { Detection } from '../detection.js';
import type { Machines } from '../machines.js';
import { stagesOf } from '../recovery/index.js';
import type { Cases } from '../recovery/work/cases.js';
import type { Scheduler } from '../recovery/work/scheduler.js';
import type { RunContext } from '../run-context.js';
import type { DataFacts } from './data-facts.js';
import { mergeTask } from './merge-task.js';

export interface WorldParts {
  readonly machines: Machines;
  readonly access: Access;
  readonly detection: Detection;
  readonly cases: Cases;
  readonly scheduler: Scheduler;
  readonly ranks: Int32Array;
  isRouted(deployment: number): boolean;
  /** Share of a site's storage that is destroyed, and by which event. */
  storage(site: number): { readonly share: number; readonly event: number };
  /** Writes of a service are to be merged from now on, or have been (count > 0). */
  merging(service: number, count: number, event: number): void;
}

export function worldFacts(context: RunContext, parts: WorldParts): DataFacts {
  const { topology, recorder } = context;
  const { machines, access, detection, cases } = parts;
  const merges = new Int32Array(topology.services.length);
  return {
    serves: (d) => machines.serving(d) > 0,
    isRouted: (d) => parts.isRouted(d),
    isDead: (d) => detection.isDead(d),
    hasPower: (site) => topology.sites[site].zones.some((zone) => machines.zones.isBootable(zone)),
    reaches: (from, to) => from === to || access.reaches(from, to),
    destroyedShare(d) {
      const cells = machines.cellsOfDeployment[d].map((c) => machines.cells[c]);
      const total = cells.reduce((sum, cell) => sum + cell.total, 0);
      return total > 0 ? cells.reduce((sum, cell) => sum + cell.destroyed, 0) / total : 0;
    },
    storageDestroyed: (site) => parts.storage(site).share,
    whyDown(d, site) {
      if (d < 0) {
        const { entity, zones } = topology.sites[site];
        return Math.max(...[entity, ...zones.map((zone) => topology.zones[zone].entity)].map(recorder.lastEvent));
      }
      const reason = machines.reason(d);
      return reason >= 0 ? reason : recorder.lastEvent(topology.deployments[d].entity);
    },
    whyDestroyed: (d, site) => (d < 0 ? parts.storage(site).event : machines.reason(d)),
    whyApart: (a, b) => (access.wasCut(a, b) ? recorder.lastEvent(access.linkEntity(a, b)) : -1),
    putOut(d, because) {
      // What has no servers up is on its way back already, and comes by its restore.
      if (machines.up(d) === 0) return;
      const event = recorder.event(context.timeline.now(), 'data.unusable', topology.deployments[d].entity, [because]);
      machines.setReady(d, false, event);
      context.flow.setReason(d, event);
      cases.begin(d, 'crashed', stagesOf(cases.classOf(d)), [event]);
    },
    merge(service, writes, event) {
      parts.merging(service, 0, event);
      const number = ++merges[service];
      const done = (finished: number): void => parts.merging(service, writes, finished);
      const kind = cases.classOf(topology.services[service].deployments[0]);
      parts.scheduler.add(
        mergeTask(context, service, number, writes, kind, () => parts.ranks[service], done),
        [event],
      );
    },
  };
}
