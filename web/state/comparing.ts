/**
 * Another layout of the same file, beside the one that is looked at: on one clock, under the same luck.
 *
 * Its run of the same seed is in the strip and the chart; what is better is told only over many seeds, which the worker
 * runs meanwhile and which may be stopped with what is done.
 */
import { effect, signal } from '@preact/signals';
import type { Engine } from '../engine/engine.js';
import { withLayout } from '../engine/run-request.js';
import type { CompareDocument } from '../library.js';
import { type Session, session, toSession } from './session.js';

type Comparer = Pick<Engine, 'beside' | 'compare' | 'stopComparing'>;

/** Id of the other layout; null: nothing is compared. */
export const otherLayout = signal<string | null>(null);
/** The other layout's run. */
export const beside = signal<Session | null>(null);
export const comparison = signal<CompareDocument | null>(null);
/** Share of the runs that are made, while they are; null: none are. */
export const comparingShare = signal<number | null>(null);

export function startComparing(engine: Comparer): void {
  let latest = 0;
  effect(() => {
    const current = session.value;
    const other = otherLayout.value;
    const number = ++latest;
    beside.value = null;
    comparison.value = null;
    comparingShare.value = null;
    engine.stopComparing();
    if (current === null || other === null) return;
    if (other === current.scenario.layout || !current.scenario.layouts.includes(other)) {
      otherLayout.value = null;
      return;
    }
    void compareWith(engine, current, other, () => number === latest);
  });
  stop = () => engine.stopComparing();
}

let stop: () => void = () => undefined;

/** What is done stays. */
export function stopComparing(): void {
  stop();
}

async function compareWith(engine: Comparer, current: Session, other: string, isWanted: () => boolean): Promise<void> {
  comparingShare.value = 0;
  const request = withLayout(current.request, other);
  const made = await engine.beside(request);
  if (!isWanted()) return;
  if (made !== null) beside.value = toSession(request, made);
  const document = await engine.compare(current.request, [other], (share) => {
    if (isWanted() && comparingShare.value !== null) comparingShare.value = share;
  });
  if (!isWanted()) return;
  comparingShare.value = null;
  comparison.value = document;
}
