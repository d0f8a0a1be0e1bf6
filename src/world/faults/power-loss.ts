/**
 * Power is cut: every server of the zones stops at once, what it held is lost, and its callers hang.
 *
 * With `over` the zones go one after another, in order of id. Power returns zone by zone at `recovery.power`; a zone
 * that has no time there gets it back when the fault ends. Left out: UPS and generators (state the cut after them),
 * brown-outs, and surges that destroy (see `fire`).
 */
import { evenSteps, type FaultModel, idOf, idsOf, numberOf, OVER } from '../fault-model.js';

export const powerLoss: FaultModel = {
  kind: 'power-loss',
  summary: 'The zones lose power: every server in them stops, and whoever calls it hears nothing.',
  leavesOut: 'UPS and generators (state the cut after they are empty), brown-outs.',
  until: 'optional',
  parameters: {
    site: { type: 'site', required: true, meaning: 'the site that loses power' },
    zones: { type: 'zones', required: false, meaning: 'the zones that lose it; all when left out' },
    over: {
      type: 'seconds',
      required: false,
      min: 0,
      default: 0,
      meaning: 'time from the first zone to the last, one after another in order of id',
    },
  },
  growth(parameters, target) {
    const zones = target.zonesOf(idOf(parameters, 'site') ?? '', idsOf(parameters, 'zones'));
    return evenSteps(zones.length, numberOf(parameters, 'over', 0));
  },
  decline: () => OVER,
  apply(target, parameters, level) {
    const zones = target.zonesOf(idOf(parameters, 'site') ?? '', idsOf(parameters, 'zones'));
    const dark = Math.ceil(zones.length * level - 1e-9);
    zones.forEach((zone, i) => {
      target.cutPower(zone, i < dark);
    });
  },
};
