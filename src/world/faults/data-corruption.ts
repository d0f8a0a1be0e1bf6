/**
 * Data of a service go wrong in one copy, and nobody sees it for a while.
 *
 * Damage to the copy that leads is sent on: at once to those that are kept alike, after the lag to those behind. Damage to
 * another copy stays there, until that one leads. Requests go on as before until somebody notices; then every copy that
 * has the damage is given up and made anew, from a copy or a backup that is older, and what was written since is lost.
 * Left out: damage to a part of the data, wrong answers, and going back to just before it by a log of changes.
 */
import { AT_ONCE, type FaultModel, idOf, numberOf, OVER } from '../fault-model.js';

export const dataCorruption: FaultModel = {
  kind: 'data-corruption',
  summary: 'A copy of the data of a service is corrupted; damage to the leading copy travels to the others.',
  leavesOut: 'Damage to a part of the data; wrong answers until it is noticed; logs from which changes are replayed.',
  until: 'none',
  parameters: {
    service: { type: 'service', required: true, meaning: 'the service; it must have `data`' },
    site: { type: 'site', required: false, meaning: 'the copy in that site; the one that leads when left out' },
    noticed: {
      type: 'seconds',
      required: false,
      min: 0,
      default: 900,
      meaning: 'until somebody notices (default: 15 minutes, assumed)',
    },
  },
  growth: () => AT_ONCE,
  decline: () => OVER,
  apply(target, parameters, level) {
    if (level <= 0) return;
    target.corrupt(idOf(parameters, 'service') ?? '', idOf(parameters, 'site'), numberOf(parameters, 'noticed', 900));
  },
};
