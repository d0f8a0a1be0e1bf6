/**
 * Enough booted servers: the class's `quorum`, of the servers that are there and not dead; at least one.
 *
 * The boot itself is work/boot-waves.ts. Left out: which servers hold which part of the data.
 */
import { type Blocker, blocker } from './work/blocker.js';
import type { WaitStage } from './work/stage.js';

export const boot: WaitStage = {
  sort: 'wait',
  name: 'boot',
  followsFlow: false,
  blockers(view, deployment, kind) {
    const { machines, context } = view;
    const { topology, recorder } = context;
    const { entity, site } = topology.deployments[deployment];
    const usable = machines.usable(deployment);
    if (usable <= 0) return [blocker('gone', entity, machines.reason(deployment))];
    if (machines.up(deployment) >= Math.max(1, Math.ceil(usable * kind.quorum - 1e-9))) return [];
    const found: Blocker[] = [];
    for (const c of machines.cellsOfDeployment[deployment]) {
      const { zone, total, up, dead, destroyed } = machines.cells[c];
      if (total - up - dead - destroyed <= 0) continue;
      const about = topology.zones[zone].entity;
      if (!machines.hasPower(zone)) found.push(blocker('power', about, recorder.lastEvent(about)));
      else if (machines.isHot(zone)) found.push(blocker('cooling', about, recorder.lastEvent(about)));
      else {
        const task = view.bootTask(site);
        found.push(blocker('boot', about, recorder.lastEvent(task >= 0 ? task : about)));
      }
    }
    return found;
  },
};
