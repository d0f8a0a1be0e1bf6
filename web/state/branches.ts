/**
 * Runs that were left for another by something done by hand, a fault or a change of the layout: one step leads back to
 * each, and the one that would have been stays as a ghost beside what is looked at.
 */
import { computed, signal } from '@preact/signals';
import type { Engine } from '../engine/engine.js';
import type { RunRequest } from '../engine/run-request.js';
import { seek, time } from './clock.js';
import { kept, type Made, openRun, type Session, session, showMade } from './session.js';

/** Runs that are kept to return to; a record of each is in memory. */
const MOST = 8;

/** The run without the last step, the one before, and so on; the latest last. */
const before = signal<readonly Made[]>([]);
/** Runs that were taken back, the next to come last. */
const after = signal<readonly Made[]>([]);
/** What was asked for last, while it is being made: the next step goes on from it. */
let underWay: RunRequest | null = null;

export interface Ghost {
  readonly made: Made;
  /** It differs from what is looked at from here on, seconds since the run's start. */
  readonly sinceSeconds: number;
}

/** The run without the last fault or, where the layout was changed, of the layout before any change. */
export const ghost = computed<Ghost | null>(() => {
  const last = before.value.at(-1);
  if (last === undefined || session.value === null) return null;
  if (same(last.session, session.value)) {
    return { made: last, sinceSeconds: firstDifference(last.session.request.live, session.value.request.live) };
  }
  const unchanged = before.value.findLast((each) => (each.session.request.edits ?? []).length === 0);
  return { made: unchanged ?? before.value[0], sinceSeconds: 0 };
});
export const canUndo = computed(() => before.value.length > 0);
export const canRedo = computed(() => after.value.length > 0);

/** When the first fault begins that only one of the two runs has, seconds. */
function firstDifference(a: RunRequest['live'], b: RunRequest['live']): number {
  const told = (faults: RunRequest['live']): Map<string, number> =>
    new Map(faults.map(({ id: _, ...fault }) => [JSON.stringify(fault), fault.atSeconds]));
  const [one, other] = [told(a), told(b)];
  const only = [...one, ...other].filter(([fault]) => one.has(fault) !== other.has(fault));
  return only.length === 0 ? 0 : Math.min(...only.map(([, at]) => at));
}

/** They are of one layout. */
function same(a: Session, b: Session): boolean {
  const of = ({ request }: Session): string => JSON.stringify([request.layout, request.edits ?? []]);
  return of(a) === of(b);
}

let engine: Pick<Engine, 'run'> | null = null;

export function startBranches(by: Pick<Engine, 'run'>): void {
  engine = by;
}

/** Another scenario or layout is looked at: what was done belongs to the old one. */
export function forgetBranches(): void {
  before.value = [];
  after.value = [];
  underWay = null;
}

/** What is looked at or, while it is being made, what will be. */
export function latestRequest(): RunRequest | null {
  return underWay ?? session.value?.request ?? null;
}

/** Runs it as a step that can be undone; time stays. */
export async function branchTo(request: RunRequest): Promise<void> {
  const current = kept();
  if (current === null || engine === null) return;
  underWay = request;
  await openRun(engine, request, () => {
    before.value = [...before.value, current].slice(-MOST);
    after.value = [];
    seek(time.value);
  });
  if (underWay === request) underWay = null;
}

export function undo(): void {
  swap(before, after);
}

export function redo(): void {
  swap(after, before);
}

/** To the run as the file has it. */
export function undoAll(): void {
  while (canUndo.value) undo();
}

function swap(from: typeof before, to: typeof before): void {
  const current = kept();
  const target = from.value.at(-1);
  if (current === null || target === undefined) return;
  underWay = null;
  from.value = from.value.slice(0, -1);
  to.value = [...to.value, current];
  showMade(target);
  if (target.documents === null && engine !== null) {
    // It was left before it was judged.
    void openRun(engine, target.session.request, () => undefined);
  }
}
