/**
 * A team, or a part of it, is not there: its tasks wait for the others.
 *
 * Who has begun a task finishes it. Left out: people who come back tired, and other teams that help out.
 */
import { AT_ONCE, type FaultModel, idOf, numberOf, OVER } from '../fault-model.js';

export const teamAbsent: FaultModel = {
  kind: 'team-absent',
  summary: 'A team, or a share of it, begins no work.',
  leavesOut: 'Other teams that help out. A task that has begun is finished.',
  until: 'optional',
  parameters: {
    team: { type: 'team', required: true, meaning: 'the team' },
    share: { type: 'share', required: false, min: 0, max: 1, default: 1, meaning: 'share of its people, rounded up' },
  },
  growth: () => AT_ONCE,
  decline: () => OVER,
  apply(target, parameters, level) {
    target.absent(target.teamOf(idOf(parameters, 'team') ?? ''), numberOf(parameters, 'share', 1) * level);
  },
};
