/**
 * Everything that can fail, one by one, in every layout: what the worker and its helpers found so far.
 *
 * Begun when the view is opened, stopped when it is left; what was run is remembered, so coming back costs nothing. It is
 * about the file: what was made by hand, and what fails in the place of the file's faults, are left out.
 */
import { computed, effect, signal, untracked } from '@preact/signals';
import type { Engine } from '../engine/engine.js';
import {
  type ContingencyCase,
  FAILURE_KINDS,
  type FailureKind,
  type MatrixOrder,
  matrixRows,
  mostAffected,
  mostLost,
  type PartCostsMore,
} from '../library.js';
import { session } from './session.js';
import { view } from './view.js';

export const matrixKinds = signal<readonly FailureKind[]>(FAILURE_KINDS);
/** 2: pairs of them, too. */
export const matrixDepth = signal<1 | 2>(1);
export const matrixOrder = signal<MatrixOrder>('worst');
/** So many of the runs are made; null: none were asked for. */
export const matrixDone = signal<{ readonly done: number; readonly of: number; readonly working: boolean } | null>(
  null,
);
/** Why it could not be worked out. */
export const matrixTrouble = signal<string | null>(null);

const cases = signal<readonly ContingencyCase[]>([]);

export const matrixLayouts = computed<readonly string[]>(() => session.value?.scenario.layouts ?? []);
export const rows = computed(() => matrixRows(matrixLayouts.value, cases.value, matrixOrder.value));
export const most = computed(() => mostLost(cases.value));
export const mostPeople = computed(() => mostAffected(cases.value));
/** Known once all runs are made, or were stopped. */
export const partsCostMore = signal<readonly PartCostsMore[]>([]);

let engine: Pick<Engine, 'contingency' | 'stopContingency'> | null = null;
/** What the cases are of. */
let shownFor = '';

export function startMatrix(by: Pick<Engine, 'contingency' | 'stopContingency'>): void {
  engine = by;
  effect(() => {
    const open = view.value === 'matrix' && session.value !== null;
    const kinds = matrixKinds.value;
    const order = matrixDepth.value;
    if (open) untracked(() => void work(kinds, order));
    else untracked(stopMatrix);
  });
}

/** What is done stays. */
export function stopMatrix(): void {
  if (matrixDone.value?.working === true) engine?.stopContingency();
}

/** Also goes on where it was stopped. */
export function goOn(): void {
  void work(matrixKinds.value, matrixDepth.value, true);
}

async function work(kinds: readonly FailureKind[], order: 1 | 2, again = false): Promise<void> {
  const current = session.value;
  if (current === null || engine === null) return;
  const { scenario, reading, request } = current;
  const key = JSON.stringify([scenario.sha256, request.text, request.edits ?? [], reading.record.seed, kinds, order]);
  const isDone = matrixDone.value !== null && matrixDone.value.done === matrixDone.value.of;
  if (key === shownFor && !again && (isDone || matrixDone.value?.working === true)) return;
  shownFor = key;
  const isWanted = (): boolean => shownFor === key;
  cases.value = [];
  partsCostMore.value = [];
  matrixTrouble.value = null;
  matrixDone.value = { done: 0, of: 0, working: true };
  const layouts = scenario.layouts;
  try {
    const document = await engine.contingency(
      { ...request, live: [], failures: [] },
      { layouts, kinds, order, seed: reading.record.seed },
      (step) => {
        if (!isWanted()) return;
        cases.value = [...cases.value, ...step.cases];
        matrixDone.value = { done: step.done, of: step.of, working: true };
      },
    );
    if (!isWanted() || document === null) return;
    cases.value = document.cases;
    partsCostMore.value = document.partsCostMore;
    matrixDone.value = { done: document.done, of: document.asked, working: false };
  } catch (error) {
    if (!isWanted()) return;
    matrixTrouble.value = error instanceof Error ? error.message : String(error);
    matrixDone.value = null;
  }
}
