/** Somebody has to know: a crash is repaired only once it is seen. A dark site needs no notice. */
import { blocker } from './work/blocker.js';
import type { WaitStage } from './work/stage.js';

export const notice: WaitStage = {
  sort: 'wait',
  name: 'notice',
  followsFlow: false,
  blockers(view, deployment) {
    if (view.isNoticed(deployment)) return [];
    return [blocker('notice', view.context.topology.deployments[deployment].entity, view.machines.reason(deployment))];
  },
};
