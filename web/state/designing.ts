/**
 * The layout, changed by hand: each change is an edit of the library, run at once to the instant that is shown. Dragging
 * (components/StageDesign.tsx), the inspector and the keyboard make the same edits.
 */
import { computed, signal } from '@preact/signals';
import { t } from '../i18n/translate.js';
import { type Edit, withEdit } from '../library.js';
import { branchTo, latestRequest } from './branches.js';
import { playing } from './clock.js';
import { choice, choose, chosenSlot } from './selection.js';
import { openInPlace, session } from './session.js';
import { notice } from './view.js';

export const designing = signal(false);
/** Whose place is being chosen: a service and the site that it would leave; null: nobody's. */
export const placing = signal<{ readonly service: string; readonly from: string } | null>(null);

interface Designer {
  readonly edit: (next: Edit) => Promise<void>;
}

/** Who keeps the changes where it is not the run itself: an exercise counts and prices them. */
let designer: Designer | null = null;

export function useDesigner(given: Designer | null): void {
  designer = given;
}

export const edits = computed<readonly Edit[]>(() => session.value?.request.edits ?? []);

/** The clock stays where it is. */
export function toggleDesigning(): void {
  playing.value = false;
  designing.value = !designing.value;
}

export async function edit(next: Edit): Promise<void> {
  if (designer === null) await withEdits((all) => withEdit(all, next));
  else await designer.edit(next);
  keepChoice();
}

/** Takes one back, whichever came after it. */
export function dropEdit(index: number): Promise<void> {
  return withEdits((all) => all.filter((_, i) => i !== index));
}

export function dropEdits(): Promise<void> {
  return withEdits(() => []);
}

async function withEdits(change: (edits: readonly Edit[]) => readonly Edit[]): Promise<void> {
  const request = latestRequest();
  if (request === null) return;
  await branchTo({ ...request, edits: change(request.edits ?? []) });
}

/** What was moved is chosen where it stands now. */
function keepChoice(): void {
  const { scenario } = session.value ?? {};
  if (choice.value?.kind !== 'service' || scenario === undefined) return;
  const service = scenario.services.find(({ id }) => id === choice.value?.id);
  const stands = service?.deployments.some(({ site }) => chosenSlot.value === `deployment:${service.id}@${site}`);
  if (service !== undefined && stands !== true) choose(`service:${service.id}`);
}

/** Asks where the chosen service shall stand. */
export function startPlacing(): boolean {
  const { scenario } = session.value ?? {};
  const service = choice.value?.kind === 'service' ? choice.value.id : null;
  const found = scenario?.services.find(({ id }) => id === service);
  if (found === undefined || found.deployments.length === 0) return false;
  const sites = found.deployments.map(({ site }) => site);
  const from = sites.find((site) => chosenSlot.value === `deployment:${found.id}@${site}`) ?? sites[0];
  playing.value = false;
  designing.value = true;
  placing.value = { service: found.id, from };
  return true;
}

/** Writes the layout into the scenario's text under a name; what is told when that cannot be is the session's. */
export async function saveLayout(name: string): Promise<void> {
  const request = latestRequest();
  if (request === null) return;
  if (session.value?.scenario.layout !== name) await branchTo({ ...request, editedName: name });
  if (session.value?.scenario.layout !== name) return;
  openInPlace(({ layoutText }) => ({ text: layoutText, layout: name }));
  notice.value = t('design.saved', { name });
}
