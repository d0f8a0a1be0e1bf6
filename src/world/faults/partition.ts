/**
 * Sites cannot reach each other; all of them run, and users reach each of them.
 *
 * Calls across the cut hang, and health checks across it fail. One site alone is cut off from all others.
 * Left out: loss of single packets, one-way cuts, and sites that users cannot reach.
 */
import { AT_ONCE, type FaultModel, idsOf, OVER } from '../fault-model.js';

export const partition: FaultModel = {
  kind: 'partition',
  summary: 'The named sites cannot reach each other; a single one cannot reach any other.',
  leavesOut: 'One-way cuts and lost packets; users still reach every site.',
  until: 'optional',
  parameters: {
    sites: { type: 'sites', required: true, meaning: 'the sites that cannot reach each other; one: cut off from all' },
  },
  growth: () => AT_ONCE,
  decline: () => OVER,
  apply(target, parameters, level) {
    const named = (idsOf(parameters, 'sites') ?? []).map((id) => target.siteOf(id));
    const others = named.length > 1 ? named : Array.from({ length: target.siteCount }, (_, site) => site);
    for (const a of named) for (const b of others) if (a !== b) target.separate(a, b, level > 0);
  },
};
