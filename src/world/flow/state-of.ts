import type { State } from '../../record/record.js';
import { UP } from './blame.js';
import { DOWN } from './seen-success.js';

/** What a service, journey or deployment is besides its success. */
export interface Circumstances {
  readonly standby: boolean;
  readonly overloaded: boolean;
  readonly optionalMissing: boolean;
  readonly recovering: boolean;
  readonly warming: boolean;
}

/** The state of a thing whose requests succeed with the given share. */
export function stateOf(
  share: number,
  { standby, overloaded, optionalMissing, recovering, warming }: Circumstances,
): State {
  if (standby) return recovering && share < DOWN ? 'recovering' : 'standby';
  if (share < UP && share >= DOWN && warming && !overloaded) return 'warming';
  if (share < DOWN) return recovering ? 'recovering' : 'down';
  if (overloaded) return 'overloaded';
  return share < UP || optionalMissing ? 'degraded' : 'up';
}
