/** No backlog but what is in work anyway: one second of what it can do, assumed. */
import { blocker } from './work/blocker.js';
import type { WaitStage } from './work/stage.js';

const SECONDS_OF_WORK = 1;

export const drain: WaitStage = {
  sort: 'wait',
  name: 'drain',
  followsFlow: true,
  blockers(view, deployment) {
    const { topology, recorder } = view.context;
    const { entity } = topology.deployments[deployment];
    const usual = Math.max(1, view.machines.capacity(deployment) * SECONDS_OF_WORK);
    if (recorder.current(entity, 'routed') === 0 || view.flow.backlog(deployment) <= usual) return [];
    return [blocker('backlog', entity, recorder.lastEvent(entity))];
  },
};
