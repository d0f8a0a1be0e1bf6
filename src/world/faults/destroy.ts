/**
 * Servers are gone for good: nothing on them comes back, only what is rebuilt elsewhere.
 *
 * Power and the rest of the site are untouched; callers of a lost server hang, as after a power cut.
 * Left out: new servers that are bought and installed; with `service`, what it
 * keeps on storage of the site.
 */
import { AT_ONCE, type FaultModel, idOf, idsOf, numberOf, OVER } from '../fault-model.js';

export const destroy: FaultModel = {
  kind: 'destroy',
  summary: 'A share of the servers is gone for good.',
  leavesOut: 'New servers that are bought and installed.',
  until: 'none',
  parameters: {
    site: { type: 'site', required: true, meaning: 'the site' },
    zones: { type: 'zones', required: false, meaning: 'only there; the whole site when left out' },
    service: { type: 'service', required: false, meaning: 'only its servers; those of all services when left out' },
    share: { type: 'share', required: false, min: 0, max: 1, default: 1, meaning: 'share of them, rounded up' },
  },
  growth: () => AT_ONCE,
  decline: () => OVER,
  apply(target, parameters, level) {
    if (level <= 0) return;
    const site = idOf(parameters, 'site') ?? '';
    const share = numberOf(parameters, 'share', 1);
    for (const zone of target.zonesOf(site, idsOf(parameters, 'zones'))) {
      for (const deployment of target.deploymentsOf(idOf(parameters, 'service'), site)) {
        target.destroy(deployment, zone, share);
      }
      if (idOf(parameters, 'service') === null) target.destroyStorage(zone, share);
    }
  },
};
