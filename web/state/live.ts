/**
 * What is done while one watches: a fault at the time that is shown, made part of the scenario's text, and the run made
 * anew. The past is the same; the future that would have been stays as a ghost, and one step leads back to it.
 *
 * Left out: faults taken from the middle of several, and the end of a fault before the one that was chosen with it.
 */
import { computed, signal } from '@preact/signals';
import type { Engine } from '../engine/engine.js';
import { t } from '../i18n/translate.js';
import type { AddedFault } from '../library.js';
import { seek, time } from './clock.js';
import { choice } from './selection.js';
import { kept, type Made, openRun, session, showMade } from './session.js';
import type { Verb } from './verbs.js';
import { notice } from './view.js';

/** Futures that are kept to return to; a record of each is in memory. */
const MOST = 8;

/** Runs without the last fault, the one before, and so on; the latest last. */
const before = signal<readonly Made[]>([]);
/** Runs that were taken back, the next to come last. */
const after = signal<readonly Made[]>([]);

/** How long what is done next lasts, seconds; null: until it is repaired. */
export const lasting = signal<number | null>(null);

export const made = computed<readonly AddedFault[]>(() => session.value?.request.live ?? []);
/** The run as it would have been without the last fault. */
export const ghost = computed(() => before.value.at(-1)?.session ?? null);
export const canUndo = computed(() => before.value.length > 0);
export const canRedo = computed(() => after.value.length > 0);

let engine: Pick<Engine, 'run'> | null = null;

export function startLive(by: Pick<Engine, 'run'>): void {
  engine = by;
}

/** Another scenario or layout is looked at: what was done belongs to the old one. */
export function forgetBranches(): void {
  before.value = [];
  after.value = [];
}

/** Does it to what is chosen, or to what is named, at the time that is shown. */
export async function inject(verb: Verb, id: string | undefined = choice.value?.id): Promise<void> {
  const current = kept();
  if (current === null || engine === null || id === undefined) return;
  const { request, reading, scenario } = current.session;
  // Whole seconds: as one would write it, and never before what is shown.
  const atSeconds = Math.ceil(time.value / 1e6);
  if (atSeconds * 1e6 >= reading.end) {
    notice.value = t('live.tooLate');
    return;
  }
  const ids = new Set(scenario.faults.map((fault) => fault.id));
  let number = request.live.length + 1;
  while (ids.has(`live-${number}`)) number++;
  const untilSeconds = lasting.value === null ? null : atSeconds + lasting.value;
  const fault = { id: `live-${number}`, atSeconds, untilSeconds, ...verb.fault(id) };
  notice.value = null;
  await openRun(engine, { ...request, live: [...request.live, fault] }, () => {
    before.value = [...before.value, current].slice(-MOST);
    after.value = [];
    seek(time.value);
  });
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
  from.value = from.value.slice(0, -1);
  to.value = [...to.value, current];
  showMade(target);
  if (target.documents === null && engine !== null) {
    // It was left before it was judged.
    void openRun(engine, target.session.request, () => undefined);
  }
}
