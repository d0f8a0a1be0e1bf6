/** Caches that are warm: they warm by what they serve (the flow's law), not by a timer. One that gets no calls waits for none. */
import { blocker } from './work/blocker.js';
import type { WaitStage } from './work/stage.js';

export const warmUp: WaitStage = {
  sort: 'wait',
  name: 'warm-up',
  followsFlow: true,
  blockers(view, deployment) {
    const { topology, recorder } = view.context;
    const { entity } = topology.deployments[deployment];
    if (recorder.current(entity, 'routed') === 0 || view.warmth(deployment) >= 1) return [];
    return [blocker('caches', entity, recorder.lastEvent(entity))];
  },
};
