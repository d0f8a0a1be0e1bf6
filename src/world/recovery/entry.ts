/** Where servers have to be booted by hand, people must be let in first. Work that can be done from outside goes on. */
import { blocker } from './work/blocker.js';
import type { WaitStage } from './work/stage.js';

export const entry: WaitStage = {
  sort: 'wait',
  name: 'entry',
  followsFlow: false,
  blockers(view, deployment) {
    const { topology, recorder } = view.context;
    const { site } = topology.deployments[deployment];
    if (view.access.mayEnter(site) || !view.bootsByHand(site) || view.machines.up(deployment) > 0) return [];
    const { entity } = topology.sites[site];
    return [blocker('entry', entity, recorder.lastEvent(entity))];
  },
};
