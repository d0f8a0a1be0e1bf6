/**
 * What a piece of the way back waits for now: a fact that binds, the thing it is about, and the event that explains it.
 */
import type { WaitKind } from '../../../record/wait-kinds.js';

export type BlockerKind = WaitKind;

export interface Blocker {
  readonly kind: BlockerKind;
  /** What it waits for: a site, zone, team, service, deployment or task. */
  readonly entity: number;
  /** Latest event that explains why that is not so; -1 when there is none. */
  readonly event: number;
  /** Place in the team's queue, from 1; 0 when it is not about a team. */
  readonly position: number;
}

export function blocker(kind: BlockerKind, entity: number, event = -1, position = 0): Blocker {
  return { kind, entity, event, position };
}
