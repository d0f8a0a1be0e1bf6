/** Everybody is let in: the steps of admission are through. Users who are still refused are no full function. */
import { blocker } from './work/blocker.js';
import type { WaitStage } from './work/stage.js';

export const admission: WaitStage = {
  sort: 'wait',
  name: 'admission',
  followsFlow: true,
  blockers(view, deployment) {
    if (!view.isRamping(deployment)) return [];
    const { topology, recorder } = view.context;
    const { entity } = topology.deployments[deployment];
    return [blocker('admission', entity, recorder.lastEvent(entity))];
  },
};
