/**
 * One number of the file over a range of values: a run for each, by the worker and its helpers, as they come. Which value is
 * looked at follows pointer and keys; the one that is taken becomes a change of the layout like any other.
 */
import { computed, effect, signal, untracked } from '@preact/signals';
import type { Engine } from '../engine/engine.js';
import type { RunRequest } from '../engine/run-request.js';
import type { SweptRun } from '../engine/sweep-question.js';
import type { SweepDocument, SweptParameter, Text } from '../library.js';
import { edit } from './designing.js';
import { asWritten, session } from './session.js';
import { view } from './view.js';

type Sweeper = Pick<Engine, 'sweptParameters' | 'sweep' | 'stopSweep'>;

/** Of the run that is looked at; null: not known yet. */
export const parameters = signal<readonly SweptParameter[] | null>(null);
/** `services.mail.needs.store.retries=0..5:6`; empty: nothing was chosen yet. */
export const vary = signal('');
export const sweptRuns = signal<readonly SweptRun[]>([]);
export const sweepWorking = signal<{ readonly of: number } | null>(null);
/** All runs, or those that were made before it was stopped; null: not ended. */
export const sweepDocument = signal<SweepDocument | null>(null);
export const sweepTrouble = signal<Text | null>(null);
/** Place of the value that is looked at. */
export const lookedAt = signal(0);
/** What the runs are of. */
const sweptFrom = signal<string | null>(null);

/** What was changed since, other than by taking a value. */
export const isOutdated = computed(
  () => sweptRuns.value.length > 0 && session.value !== null && sweptFrom.value !== keyOf(sweptRequest.value),
);
/** Path of what is varied. */
export const sweptPath = computed(() => vary.value.split('=')[0]);
/** What the layout that is looked at states there. */
export const statedNow = computed(
  () => parameters.value?.find(({ path }) => path === sweptRuns.value.at(0)?.setting.path)?.written ?? null,
);

/** The run that is looked at, with what was made by hand in its text, under the seed that it has. */
const sweptRequest = computed<RunRequest | null>(() =>
  session.value === null ? null : { ...asWritten(session.value), seed: session.value.reading.record.seed },
);

let sweeper: Sweeper | null = null;

export function startSweeping(by: Sweeper): void {
  sweeper = by;
  effect(() => {
    const request = sweptRequest.value;
    if (view.value === 'sweep' && request !== null) untracked(() => void open(request));
    else untracked(stopSweep);
  });
}

let shownFor = '';

/** The list of what can be varied; what a link asks for is made at once. */
async function open(request: RunRequest): Promise<void> {
  const key = keyOf(request);
  if (sweeper === null || key === shownFor) return;
  shownFor = key;
  const found = await sweeper.sweptParameters(request);
  if (shownFor !== key) return;
  parameters.value = found;
  if (vary.value !== '' && sweptRuns.value.length === 0) await sweep(vary.value);
}

/** @param asked as for `--vary`, or a path alone for the range that is usual there */
export async function sweep(asked: string): Promise<void> {
  const request = sweptRequest.value;
  if (request === null || sweeper === null) return;
  const from = keyOf(request);
  vary.value = asked;
  sweptRuns.value = [];
  sweepDocument.value = null;
  sweepTrouble.value = null;
  sweepWorking.value = { of: 0 };
  sweptFrom.value = from;
  let answered = false;
  isStopping = false;
  const isWanted = (): boolean => sweptFrom.value === from && sweptPath.value === asked.split('=')[0];
  try {
    const answer = await sweeper.sweep(request, { vary: asked }, (step) => {
      if (!isWanted()) return;
      if (isStopping && !answered) sweeper?.stopSweep();
      vary.value = step.vary;
      if (sweptRuns.value.length === 0 && step.points.length > 0) lookedAt.value = 0;
      sweptRuns.value = step.points;
      // Steps and answer come by different ways, and the answer may be the faster.
      if (!answered) sweepWorking.value = { of: step.of };
    });
    answered = true;
    if (answer === null || !isWanted()) return;
    sweepWorking.value = null;
    if (answer.ok) sweepDocument.value = answer.document;
    else sweepTrouble.value = answer.message;
  } catch (error) {
    if (!isWanted()) return;
    sweepWorking.value = null;
    const message = error instanceof Error ? error.message : String(error);
    sweepTrouble.value = { en: message, ko: message };
  }
}

/** Told once more with the first step where it came before the runs were begun. */
let isStopping = false;

/** What is done stays. */
export function stopSweep(): void {
  if (sweepWorking.value === null) return;
  isStopping = true;
  sweeper?.stopSweep();
}

/** Writes the value into the layout: a change of its list, to be undone like any other. */
export async function takeValue({ setting: { path, written } }: SweptRun): Promise<void> {
  await edit({ kind: 'set', path, value: written });
  // The runs are of other values of the same number: they are what they were.
  const request = sweptRequest.value;
  if (request !== null) sweptFrom.value = keyOf(request);
}

function keyOf(request: RunRequest | null): string {
  if (request === null) return '';
  const { text, layout, seed, failures = [] } = request;
  return JSON.stringify([layout, seed, failures, text]);
}
