/**
 * A share of a service's servers crashes: they refuse at once, their power is on.
 *
 * With `until` they run again then, by themselves; without it they stay down until people restart them (the class's
 * `start`; with none, the restart takes no time once the failure is seen). Left out: crashes that follow from load.
 */
import { evenSteps, type FaultModel, idOf, numberOf, OVER } from '../fault-model.js';

export const crash: FaultModel = {
  kind: 'crash',
  summary: "A share of a service's servers crashes and refuses every call.",
  leavesOut: 'Crashes that follow from load; crash loops.',
  until: 'optional',
  parameters: {
    service: { type: 'service', required: true, meaning: 'the service' },
    site: { type: 'site', required: false, meaning: 'only there; everywhere when left out' },
    share: { type: 'share', required: false, min: 0, max: 1, default: 1, meaning: 'share of its servers, rounded up' },
    ramp: { type: 'seconds', required: false, min: 0, default: 0, meaning: 'time to grow to that' },
    steps: { type: 'count', required: false, min: 1, max: 1000, default: 10, meaning: 'steps of the ramp' },
  },
  growth: (parameters) => evenSteps(numberOf(parameters, 'steps', 10), numberOf(parameters, 'ramp', 0)),
  decline: () => OVER,
  apply(target, parameters, level) {
    const share = numberOf(parameters, 'share', 1) * level;
    for (const deployment of target.deploymentsOf(idOf(parameters, 'service'), idOf(parameters, 'site'))) {
      target.crash(deployment, share);
    }
  },
};
