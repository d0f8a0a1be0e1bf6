/**
 * Other layouts of the same file, beside the one that is looked at: on one clock, under the same luck.
 *
 * Their runs of the same seed are on the stage, in the strip and the charts; what is better is told only over many seeds,
 * which the worker and its helpers run meanwhile and which may be stopped with what is done.
 */
import { computed, effect, signal, untracked } from '@preact/signals';
import type { Engine } from '../engine/engine.js';
import { withLayout } from '../engine/run-request.js';
import { type CompareDocument, changedSlots, sharedLanes } from '../library.js';
import { focusedLanes } from './focus.js';
import { type Session, session, toSession } from './session.js';

type Comparer = Pick<Engine, 'beside' | 'compare' | 'stopComparing'>;

/** Four stages are what a screen has room for. */
export const MOST_OTHERS = 3;

/** Ids of the other layouts; none: nothing is compared. */
export const otherLayouts = signal<readonly string[]>([]);
/** The other layouts' runs, in that order, as they come. */
export const besides = signal<readonly Session[]>([]);
export const comparison = signal<CompareDocument | null>(null);
/** Share of the runs that are made, while they are; null: none are. */
export const comparingShare = signal<number | null>(null);

/** Lanes that all stages share, so that a service is at the same place in each. */
export const stageLanes = computed(() => {
  if (session.value === null) return null;
  // Those of a part are already of all layouts.
  return focusedLanes.value ?? sharedLanes([session.value.lanes, ...besides.value.map(({ lanes }) => lanes)]);
});

/** What the layout that is looked at has otherwise than any of the others. */
export const changedHere = computed<ReadonlySet<string> | undefined>(() =>
  session.value === null || besides.value.length === 0
    ? undefined
    : changedSlots(
        session.value.scenario,
        besides.value.map(({ scenario }) => scenario),
      ),
);

/** Puts a layout beside the others, or takes it away. */
export function toggleLayout(id: string): void {
  const others = otherLayouts.value;
  if (others.includes(id)) otherLayouts.value = others.filter((each) => each !== id);
  else if (others.length < MOST_OTHERS) otherLayouts.value = [...others, id];
}

export function startComparing(engine: Comparer): void {
  let latest = 0;
  effect(() => {
    const current = session.value;
    const others = otherLayouts.value;
    const number = ++latest;
    comparison.value = null;
    comparingShare.value = null;
    engine.stopComparing();
    if (current === null) return;
    const { layout, layouts } = current.scenario;
    const known = others.filter((each) => each !== layout && layouts.includes(each)).slice(0, MOST_OTHERS);
    if (known.length < others.length) {
      otherLayouts.value = known;
      return;
    }
    untracked(() => void compareWith(engine, current, known, () => number === latest));
  });
  stop = () => engine.stopComparing();
}

let stop: () => void = () => undefined;

/** What is done stays. */
export function stopComparing(): void {
  stop();
}

async function compareWith(
  engine: Comparer,
  current: Session,
  others: readonly string[],
  isWanted: () => boolean,
): Promise<void> {
  const { request } = current;
  // Runs of the same request that are there already stay on the stage.
  const before = besides.value.filter((each) => isSameBut(each, current) && others.includes(each.scenario.layout));
  besides.value = before;
  if (others.length === 0) return;
  comparingShare.value = 0;
  const made: Session[] = [];
  for (const layout of others) {
    const known = before.find((each) => each.scenario.layout === layout);
    if (known !== undefined) {
      made.push(known);
      continue;
    }
    const asked = withLayout(request, layout);
    const run = await engine.beside(asked);
    if (!isWanted()) return;
    if (run !== null) made.push(toSession(asked, run));
    besides.value = [...made];
  }
  besides.value = made;
  const document = await engine.compare(request, others, (share) => {
    if (isWanted() && comparingShare.value !== null) comparingShare.value = share;
  });
  if (!isWanted()) return;
  comparingShare.value = null;
  comparison.value = document;
}

/** The same question about another layout. */
function isSameBut({ request }: Session, { request: asked }: Session): boolean {
  return JSON.stringify(withLayout(request, '')) === JSON.stringify(withLayout(asked, ''));
}
