/**
 * A link between two sites becomes slow: its latency is multiplied.
 *
 * Left out: less bandwidth, and traffic that finds another way.
 */
import { evenSteps, type FaultModel, idOf, numberOf, OVER } from '../fault-model.js';

export const linkSlow: FaultModel = {
  kind: 'link-slow',
  summary: 'Calls over the link take longer: its latency times a factor.',
  leavesOut: 'Less bandwidth; another way round.',
  until: 'optional',
  parameters: {
    link: { type: 'link', required: true, meaning: 'the link' },
    factor: { type: 'factor', required: true, min: 1, meaning: 'times its usual latency' },
    ramp: { type: 'seconds', required: false, min: 0, default: 0, meaning: 'time to grow to that' },
    steps: { type: 'count', required: false, min: 1, max: 1000, default: 10, meaning: 'steps of the ramp' },
  },
  growth: (parameters) => evenSteps(numberOf(parameters, 'steps', 10), numberOf(parameters, 'ramp', 0)),
  decline: () => OVER,
  apply(target, parameters, level) {
    const factor = 1 + (numberOf(parameters, 'factor', 1) - 1) * level;
    target.slowLink(target.linkOf(idOf(parameters, 'link') ?? ''), factor);
  },
};
