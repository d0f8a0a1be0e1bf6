/**
 * The scenario's text, open to be changed: what is typed is run shortly after, and while it has mistakes the last good
 * run stays on the stage.
 */
import { computed, signal } from '@preact/signals';
import type { Engine } from '../engine/engine.js';
import type { RunRequest } from '../engine/run-request.js';
import { AVAILABLE, scenarioOf } from '../engine/scenarios.js';
import { readSavedRun, type SavedRun } from '../files/saved-run.js';
import { t } from '../i18n/translate.js';
import { MAX_SCENARIO_BYTES, type Problem, sha256 } from '../library.js';
import { forgetBranches } from './branches.js';
import { leadIn, playing, seek, time } from './clock.js';
import { choose } from './selection.js';
import { asWritten, openRun, phase, runDocument, session } from './session.js';
import { notice } from './view.js';
import { showWindow } from './window.js';

/** What is being written; null: the editor is closed. */
export const draft = signal<RunRequest | null>(null);

/** Mistakes of what is written, and warnings of none. */
export const draftProblems = computed<readonly Problem[]>(() =>
  phase.value.name === 'failed' && draft.value !== null ? phase.value.problems : [],
);

const QUIET_MILLISECONDS = 500;

let engine: Pick<Engine, 'run'> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

export function startEditing(by: Pick<Engine, 'run'>): void {
  engine = by;
}

export function openEditor(): void {
  // What was made by hand is part of the text from here on.
  if (session.value !== null) draft.value = asWritten(session.value);
}

export function closeEditor(): void {
  clearTimeout(timer);
  draft.value = null;
  // What is wrong with what nobody sees any more is no news.
  if (phase.value.name === 'failed' && session.value !== null) phase.value = { name: 'ready' };
}

/** Typed: run once it has been quiet for a moment. */
export function write(text: string): void {
  if (draft.value === null) return;
  draft.value = { ...draft.value, text };
  clearTimeout(timer);
  timer = setTimeout(() => void runDraft(draft.value, true), QUIET_MILLISECONDS);
}

/** A scenario from elsewhere: a file, the clipboard. While it is run the page stays; with mistakes the editor opens on it. */
export async function receive(file: string, text: string): Promise<void> {
  if (text.length > MAX_SCENARIO_BYTES) {
    notice.value = t('editor.tooLarge', { file });
    return;
  }
  const saved = readSavedRun(text);
  if (saved !== null && 'format' in saved) {
    notice.value = t('replay.strange', { file, format: saved.format.slice(0, 40) });
    return;
  }
  if (saved !== null) return replay(file, saved);
  const request = { file, text, layout: null, seed: null, live: [] };
  await runDraft(request, false);
  const now = phase.value;
  draft.value = now.name === 'failed' && now.request === request && now.problems.length > 0 ? request : null;
}

/** A saved run holds no scenario: it is that of the same checksum among those at hand, run again. */
async function replay(file: string, saved: SavedRun): Promise<void> {
  const candidates = await Promise.all(AVAILABLE.value.map(scenarioOf));
  const open = session.value === null ? null : asWritten(session.value);
  const same = [open, ...candidates].find((each) => each !== null && sha256(each.text) === saved.sha256);
  if (same == null) {
    notice.value = t('replay.unknown', { file, name: saved.id });
    return;
  }
  await runDraft({ ...same, layout: saved.layout, seed: saved.seed }, false);
  draft.value = null;
  const { recordHash } = runDocument.value ?? {};
  const [was, is] = [saved.recordHash, recordHash ?? ''].map((each) => each.slice(0, 8));
  const values = { file, was, is, engine: saved.engine };
  notice.value = t(was === is ? 'replay.same' : 'replay.differs', values);
}

/** @param keep it is the same scenario, changed: time and choice stay */
async function runDraft(request: RunRequest | null, keep: boolean): Promise<void> {
  if (request === null || engine === null) return;
  notice.value = null;
  await openRun(engine, request, () => {
    forgetBranches();
    if (keep) seek(time.value);
    else {
      playing.value = false;
      choose(null);
      showWindow(null);
      seek(leadIn());
    }
  });
}
