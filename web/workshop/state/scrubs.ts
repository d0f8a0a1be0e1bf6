/**
 * Numbers in the prose. In the exercise they change the design, and are handed in with it; elsewhere they only ask "what if":
 * of the run that is explained, and, at the end, of what was designed.
 */
import { signal } from '@preact/signals';
import type { RunRequest } from '../../engine/run-request.js';
import { DESIGN, type Scrub, scrubEdits, stopIn, withStop } from '../../library.js';
import { branchTo } from '../../state/branches.js';
import { lesson, step } from './current.js';
import { design, redesign, requestFor } from './exercise.js';
import { watchedRequest } from './watched.js';
import { workOn } from './work.js';

/** What was asked at the step that one is at: stops by the number's name. */
const asked = signal<Readonly<Record<string, number>>>({});

export function forgetAsked(): void {
  asked.value = {};
}

/** Null: there is none, or not at this step. */
export function scrubOf(id: string): Scrub | null {
  const scrubs = lesson.value?.lesson.scrubs ?? {};
  const isHere = step.value === 'exercise' || step.value === 'gap' || step.value === 'debrief';
  return isHere && Object.hasOwn(scrubs, id) ? scrubs[id] : null;
}

/** Counted from 0; null: what it moves was set otherwise. */
export function stopOf(id: string): number | null {
  const scrub = scrubOf(id);
  if (scrub === null) return null;
  if (step.value === 'exercise') return stopIn(design.value.edits, scrub);
  return asked.value[id] ?? scrub.start - 1;
}

export function scrubTo(id: string, stop: number): void {
  const scrub = scrubOf(id);
  if (scrub === null) return;
  if (step.value === 'exercise') {
    void redesign((old) => withStop(old, scrub, stop));
    return;
  }
  asked.value = { ...asked.value, [id]: stop };
  const request = whatIf();
  if (request !== null) void branchTo(request);
}

function whatIf(): RunRequest | null {
  const loaded = lesson.value;
  if (loaded === null) return null;
  const { id, scrubs = {} } = loaded.lesson;
  const request = step.value === 'debrief' ? requestFor(loaded, workOn(id).design) : watchedRequest(loaded);
  const edits = Object.entries(asked.value).flatMap(([name, stop]) =>
    stop === scrubs[name].start - 1 ? [] : scrubEdits(scrubs[name].stops[stop].lays),
  );
  return { ...request, edits: [...(request.edits ?? []), ...edits], editedName: DESIGN };
}
