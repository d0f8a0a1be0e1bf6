/**
 * What every open piece of the way back waits for now: the constraints that bind, for those who ask "why is it still down".
 *
 * Read from the live world; the record has the same as events. Left out: constraints that would bind next.
 */
import type { RunWarning } from '../record/record.js';
import type { Blocker } from './recovery/work/blocker.js';
import type { World } from './world.js';

export interface OpenWait {
  /** Entity of the task or stage. */
  readonly entity: number;
  /** Index of the deployment on its way back, or -1. */
  readonly deployment: number;
  readonly sinceMicroseconds: number;
  readonly blockers: readonly Blocker[];
}

export function openWaits({ context, cases, scheduler }: World): readonly OpenWait[] {
  const waits: OpenWait[] = [];
  for (const { index } of context.topology.deployments) {
    const open = cases.of(index);
    if (!open?.waiting) continue;
    const { entity, since } = open.waiting;
    waits.push({ entity, deployment: index, sinceMicroseconds: since, blockers: cases.blockersOf(open) });
  }
  for (const task of scheduler.waiting()) {
    waits.push({
      entity: task.entity,
      deployment: task.spec.deployment,
      sinceMicroseconds: task.since,
      blockers: task.blockers,
    });
  }
  return waits;
}

/** Told at the end when repair work waits and nothing is under way or due that could end the wait. */
export function waitsForEver(world: World, worldEventsPending: boolean): RunWarning | null {
  if (worldEventsPending) return null;
  const stuck = openWaits(world).filter(({ blockers }) =>
    blockers.some(({ kind }) => kind !== 'caches' && kind !== 'backlog' && kind !== 'admission'),
  );
  if (stuck.length === 0) return null;
  const { recorder } = world.context;
  const subjects = stuck.map(({ entity }) => recorder.entityAt(entity).id);
  const [first] = stuck;
  const what = first.blockers.map(({ kind, entity }) => `${kind} (${recorder.entityAt(entity).id})`).join(', ');
  const more = subjects.length > 1 ? ` and ${subjects.length - 1} more wait` : ' waits';
  return {
    code: 'waits-for-ever',
    subjects,
    count: subjects.length,
    message: `${subjects[0]}${more} for what never comes: ${what}`,
  };
}
