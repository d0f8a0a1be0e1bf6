/**
 * More people ask than usual: demand times a factor.
 *
 * Left out: demand that moves from one service to another, and calls of machines (state the users' service).
 */
import { evenSteps, type FaultModel, idOf, numberOf, OVER } from '../fault-model.js';

export const surge: FaultModel = {
  kind: 'surge',
  summary: 'Users ask more than usual: demand times a factor.',
  leavesOut: 'Demand that moves from one service to another.',
  until: 'optional',
  parameters: {
    service: { type: 'service', required: false, meaning: 'the service whose users ask; all users when left out' },
    factor: { type: 'factor', required: true, min: 0, meaning: 'times the usual demand' },
    ramp: { type: 'seconds', required: false, min: 0, default: 0, meaning: 'time to grow to that' },
    steps: { type: 'count', required: false, min: 1, max: 1000, default: 10, meaning: 'steps of the ramp' },
  },
  growth: (parameters) => evenSteps(numberOf(parameters, 'steps', 10), numberOf(parameters, 'ramp', 0)),
  decline: () => OVER,
  apply(target, parameters, level) {
    const factor = 1 + (numberOf(parameters, 'factor', 1) - 1) * level;
    for (const source of target.sourcesOf(idOf(parameters, 'service'))) target.surge(source, factor);
  },
};
