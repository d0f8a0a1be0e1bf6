/** Power, and air that is cool enough, in at least one of the deployment's zones. */
import { blocker } from './work/blocker.js';
import type { WaitStage } from './work/stage.js';

export const power: WaitStage = {
  sort: 'wait',
  name: 'power',
  followsFlow: false,
  blockers(view, deployment) {
    const { machines, context } = view;
    const { topology, recorder } = context;
    const cells = machines.cellsOfDeployment[deployment].map((c) => machines.cells[c]);
    if (cells.some((cell) => cell.up > 0 || machines.zones.isBootable(cell.zone))) return [];
    if (cells.length === 0)
      return [blocker('gone', topology.deployments[deployment].entity, machines.reason(deployment))];
    return cells.map(({ zone }) => {
      const { entity } = topology.zones[zone];
      return blocker(machines.zones.hasPower(zone) ? 'cooling' : 'power', entity, recorder.lastEvent(entity));
    });
  },
};
