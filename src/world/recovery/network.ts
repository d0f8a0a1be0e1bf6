/** A way to other sites: a site that is cut off from all others can do nothing more. Left out: switches, addresses. */
import { blocker } from './work/blocker.js';
import type { WaitStage } from './work/stage.js';

export const network: WaitStage = {
  sort: 'wait',
  name: 'network',
  followsFlow: false,
  blockers(view, deployment) {
    const { topology, recorder } = view.context;
    const { site } = topology.deployments[deployment];
    if (!view.access.isAlone(site)) return [];
    const other = site === 0 ? 1 : 0;
    const link = view.access.linkEntity(site, other);
    return [blocker('network', topology.sites[site].entity, recorder.lastEvent(link))];
  },
};
