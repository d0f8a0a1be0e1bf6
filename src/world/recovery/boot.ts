/**
 * Enough booted servers: the class's `quorum` of those that are not destroyed; at least one. What was found dead counts
 * as gone through, or a quorum of half would wait for the last repair when half of the zones have power.
 *
 * The boot itself is work/boot-waves.ts. Left out: which servers hold which part of the data.
 */
import { offOf } from '../cells.js';
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
    const up = machines.up(deployment);
    const gone = machines.dead(deployment);
    if (up > 0 && up + gone >= Math.ceil((usable + gone) * kind.quorum - 1e-9)) return [];
    const found: Blocker[] = [];
    for (const c of machines.cellsOfDeployment[deployment]) {
      const { zone } = machines.cells[c];
      if (offOf(machines.cells[c]) <= 0) continue;
      const about = topology.zones[zone].entity;
      if (!machines.zones.hasPower(zone)) found.push(blocker('power', about, recorder.lastEvent(about)));
      else if (machines.zones.isHot(zone)) found.push(blocker('cooling', about, recorder.lastEvent(about)));
      else {
        const task = view.bootTask(site);
        found.push(blocker('boot', about, recorder.lastEvent(task >= 0 ? task : about)));
      }
    }
    return found;
  },
};
