/**
 * A service becomes slow: its own work on a request takes a factor longer.
 *
 * Its health checks still pass. Left out: slowness of some requests only, of some servers only.
 */
import { evenSteps, type FaultModel, idOf, numberOf, OVER } from '../fault-model.js';

export const slow: FaultModel = {
  kind: 'slow',
  summary: "The service's own work takes longer: its service time times a factor.",
  leavesOut: 'Slowness of some requests or servers only; a slow server passes its health check.',
  until: 'optional',
  parameters: {
    service: { type: 'service', required: true, meaning: 'the service' },
    site: { type: 'site', required: false, meaning: 'only there; everywhere when left out' },
    factor: { type: 'factor', required: true, min: 1, meaning: 'times its usual service time' },
    ramp: { type: 'seconds', required: false, min: 0, default: 0, meaning: 'time to grow to that' },
    steps: { type: 'count', required: false, min: 1, max: 1000, default: 10, meaning: 'steps of the ramp' },
  },
  growth: (parameters) => evenSteps(numberOf(parameters, 'steps', 10), numberOf(parameters, 'ramp', 0)),
  decline: () => OVER,
  apply(target, parameters, level) {
    const factor = 1 + (numberOf(parameters, 'factor', 1) - 1) * level;
    for (const deployment of target.deploymentsOf(idOf(parameters, 'service'), idOf(parameters, 'site'))) {
      target.slow(deployment, factor);
    }
  },
};
