/**
 * A number in the prose that changes the model: which of its stops a design is at, and the design at another stop.
 *
 * Servers of a deployment become edits of the kind `servers`, all else edits of a path: whatever the lesson's rules allow by
 * hand is allowed so, too. The stop that it starts from changes nothing.
 */
import type { Edit } from '../../scenario/edits/edit.js';
import type { Lesson } from '../lessons/lesson.js';
import type { Overlay } from '../lessons/lesson-leaves.js';
import type { Design } from './design.js';
import { laidAsEdits } from './laid-as-edits.js';

export type Scrub = NonNullable<Lesson['scrubs']>[string];

/** What a stop lays over the scenario, as edits. */
export function scrubEdits(lays: Overlay): readonly Edit[] {
  return laidAsEdits(lays).map((edit): Edit => {
    if (edit.kind !== 'set') return edit;
    const [, service, site] = /^services\.([^.]+)\.deploy\.([^.]+)\.servers$/.exec(edit.path) ?? [];
    const servers = Number(edit.value);
    return service === undefined || !Number.isInteger(servers) ? edit : { kind: 'servers', service, site, servers };
  });
}

/** Place of the stop, counted from 0; null: what it moves was set otherwise. */
export function stopIn(edits: readonly Edit[], scrub: Scrub): number | null {
  const moved = new Set(scrub.stops.flatMap(({ lays }) => scrubEdits(lays).map(targetOf)));
  const now = edits.filter((edit) => moved.has(targetOf(edit)));
  if (now.length === 0) return scrub.start - 1;
  const found = scrub.stops.findIndex(({ lays }) => same(scrubEdits(lays), now));
  return found < 0 ? null : found;
}

/** @param stop counted from 0 */
export function withStop(design: Design, scrub: Scrub, stop: number): Design {
  const moved = new Set(scrub.stops.flatMap(({ lays }) => scrubEdits(lays).map(targetOf)));
  const others = design.edits.filter((edit) => !moved.has(targetOf(edit)));
  const own = stop === scrub.start - 1 ? [] : scrubEdits(scrub.stops[stop]?.lays ?? {});
  return { ...design, edits: [...others, ...own] };
}

/** What an edit sets; moves and the like, which set nothing, are no scrub's. */
function targetOf(edit: Edit): string {
  if (edit.kind === 'set') return `set ${edit.path}`;
  return edit.kind === 'servers' ? `servers ${edit.service}@${edit.site}` : '';
}

function same(a: readonly Edit[], b: readonly Edit[]): boolean {
  const sorted = (edits: readonly Edit[]): string => JSON.stringify(edits.map((edit) => JSON.stringify(edit)).sort());
  return sorted(a) === sorted(b);
}
