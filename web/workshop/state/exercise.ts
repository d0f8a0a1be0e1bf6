/**
 * A learner's design: what was changed, as the lesson counts and prices it, and the run that it makes. It is changed by the
 * same means as any layout (state/designing.ts), and each step can be undone.
 */
import { computed, effect, untracked } from '@preact/signals';
import type { RunRequest } from '../../engine/run-request.js';
import {
  DESIGN,
  type Design,
  type Edit,
  type LoadedLesson,
  laidAsEdits,
  loadDesign,
  UNEDITED,
  withEdit,
} from '../../library.js';
import { branchTo, latestRequest } from '../../state/branches.js';
import { leadIn, seek } from '../../state/clock.js';
import { otherLayouts } from '../../state/comparing.js';
import { useDesigner } from '../../state/designing.js';
import { meansOfLearning } from '../../state/learning.js';
import { runDocument, session } from '../../state/session.js';
import { lesson, step } from './current.js';
import { change, workOn } from './work.js';

/** Which design a run is of, by the edits that it was asked with. */
const designs = new WeakMap<object, Design>();

/** Of the run that is looked at. */
export const design = computed<Design>(() => {
  const { edits } = session.value?.request ?? {};
  return (edits === undefined ? undefined : designs.get(edits)) ?? UNEDITED;
});

/** Its price, and why it cannot be handed in as it is. */
export const loadedDesign = computed(() => (lesson.value === null ? null : loadDesign(lesson.value, design.value)));

/** The aims as the run judges them; null while it is being judged. */
export const aims = computed(() => runDocument.value?.expectations ?? null);

export function openExercise(loaded: LoadedLesson): void {
  useDesigner({ edit: (next) => redesign((old) => ({ ...old, edits: withEdit(old.edits, next) })) });
  const kept = workOn(loaded.lesson.id).design;
  otherLayouts.value = [];
  const { text, edits } = session.value?.request ?? {};
  // It is there already, from the step before: what is chosen in it stays.
  if (text === loaded.scenarioText && edits !== undefined && designs.get(edits) === kept) seek(leadIn());
  else void openFirst(requestFor(loaded, kept));
}

function openFirst(request: RunRequest): Promise<void> {
  return meansOfLearning().open(request, false, () => seek(leadIn()));
}

/** Changes the design that is being worked on, also while its run is being made. */
export async function redesign(changed: (before: Design) => Design): Promise<void> {
  const loaded = lesson.value;
  const edits = latestRequest()?.edits;
  if (loaded === null) return;
  const next = changed((edits === undefined ? undefined : designs.get(edits)) ?? UNEDITED);
  change(loaded.lesson.id, { design: next });
  const request = requestFor(loaded, next);
  // Before the first run is there, it is that one.
  if (session.value?.request.text !== request.text) await openFirst(request);
  else await branchTo(request);
}

export function requestFor({ lesson: each, scenarioText }: LoadedLesson, of: Design): RunRequest {
  const offered = each.exercise.options ?? {};
  const edits: readonly Edit[] = [
    ...of.options.flatMap((id) => (Object.hasOwn(offered, id) ? laidAsEdits(offered[id].lays) : [])),
    ...of.edits,
  ];
  designs.set(edits, of);
  const { seed } = each.exercise;
  return { file: `${each.id}.yaml`, text: scenarioText, layout: of.layout, seed, live: [], edits, editedName: DESIGN };
}

/** A step back is a design, too. Only a run that comes tells one: work that is opened or forgotten is not what a run was of. */
effect(() => {
  const { edits } = session.value?.request ?? {};
  const shown = edits === undefined ? undefined : designs.get(edits);
  untracked(() => {
    const id = lesson.value?.lesson.id;
    if (step.value !== 'exercise' || shown === undefined || id === undefined) return;
    if (workOn(id).design !== shown) change(id, { design: shown });
  });
});
