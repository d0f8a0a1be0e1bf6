/** Scenarios that begin here: from the answers of a form, or from a pasted file of another program. */
import { signal } from '@preact/signals';
import type { Engine } from '../engine/engine.js';
import type { ImportAnswer } from '../engine/import-file.js';
import { t } from '../i18n/translate.js';
import { type DraftedSystem, draftedScenario } from '../library.js';
import { receive } from './editing.js';
import { notice, startOpen } from './view.js';

let engine: Pick<Engine, 'imported'> | null = null;

/** What was wrong with what was pasted, or what is to be known of it; null: nothing was pasted yet. */
export const importAnswer = signal<ImportAnswer | null>(null);

export function startImporting(by: Pick<Engine, 'imported'>): void {
  engine = by;
}

/** Whatever is wrong with the answers is told in the editor. */
export async function makeDrafted(system: DraftedSystem): Promise<void> {
  startOpen.value = false;
  await receive('my-system.yaml', draftedScenario(system));
}

export async function importPasted(text: string): Promise<void> {
  if (engine === null) return;
  const answer = await engine.imported('pasted.yaml', text);
  importAnswer.value = answer;
  if (answer.text === null) return;
  startOpen.value = false;
  await receive('imported.yaml', answer.text);
  const { services, calls, notes } = answer;
  notice.value = t('start.imported', { services, calls, notes: notes.en.length });
}
