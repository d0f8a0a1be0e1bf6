import type { TaskStage, TeamGroup } from './model.js';

/**
 * Whether people of a group may do a piece of work.
 *
 * @param kind class of the service that it is on; null: of none, so that people of certain classes do not do it
 */
export function canDo({ classes, stages }: TeamGroup, stage: TaskStage, kind: string | null): boolean {
  if (stages !== null && !stages.includes(stage)) return false;
  return classes === null || (kind !== null && classes.includes(kind));
}
