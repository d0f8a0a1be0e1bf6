/**
 * A fire: it takes the power of one zone after another and destroys a share of the servers there for good.
 *
 * The order is the zones' ids. What is destroyed stays destroyed when the fire is out; power then returns as after a
 * power loss. Left out: smoke, water damage (state a larger share), buildings, and people.
 */
import { evenSteps, type FaultModel, idOf, idsOf, numberOf, OVER } from '../fault-model.js';

export const fire: FaultModel = {
  kind: 'fire',
  summary: 'The zones lose power one after another, and a share of their servers is destroyed for good.',
  leavesOut: 'Smoke and water damage (state a larger share); the entry ban that follows (state `no-entry`).',
  until: 'optional',
  parameters: {
    site: { type: 'site', required: true, meaning: 'the site that burns' },
    zones: { type: 'zones', required: false, meaning: 'the zones that it reaches; all when left out' },
    destroyed: {
      type: 'share',
      required: false,
      min: 0,
      max: 1,
      default: 0.03,
      meaning: 'share of the servers in those zones that is destroyed (default: the 3 % lost at Pangyo in 2022)',
    },
    over: { type: 'seconds', required: false, min: 0, default: 0, meaning: 'time from the first zone to the last' },
  },
  growth(parameters, target) {
    const zones = target.zonesOf(idOf(parameters, 'site') ?? '', idsOf(parameters, 'zones'));
    return evenSteps(zones.length, numberOf(parameters, 'over', 0));
  },
  decline: () => OVER,
  apply(target, parameters, level) {
    const site = idOf(parameters, 'site') ?? '';
    const zones = target.zonesOf(site, idsOf(parameters, 'zones'));
    const share = numberOf(parameters, 'destroyed', 0.03);
    const reached = Math.ceil(zones.length * level - 1e-9);
    zones.forEach((zone, i) => {
      target.cutPower(zone, i < reached);
      if (i >= reached) return;
      for (const deployment of target.deploymentsOf(null, site)) target.destroy(deployment, zone, share);
      target.destroyStorage(zone, share);
    });
  },
};
