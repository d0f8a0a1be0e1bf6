/**
 * Nobody may enter the site: no task that needs hands there can begin.
 *
 * Work that has begun goes on. Left out: entry for some and not for others, time spent on the way.
 */
import { AT_ONCE, type FaultModel, idOf, OVER } from '../fault-model.js';

export const noEntry: FaultModel = {
  kind: 'no-entry',
  summary: 'Nobody may enter the site, so no work by hand can begin there.',
  leavesOut: 'Entry for some people only; the way to the site.',
  until: 'optional',
  parameters: {
    site: { type: 'site', required: true, meaning: 'the site that is closed' },
  },
  growth: () => AT_ONCE,
  decline: () => OVER,
  apply(target, parameters, level) {
    target.forbidEntry(target.siteOf(idOf(parameters, 'site') ?? ''), level > 0);
  },
};
