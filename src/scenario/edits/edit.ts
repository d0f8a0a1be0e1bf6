/**
 * A change to a layout as one makes it by hand, as data: what the page, a lesson's solution, a token and grading all mean
 * by the same words. A list of them makes a layout more; see edit-scenario.ts.
 *
 * Left out: sites and services more or less; faults (see add-faults.ts).
 */
import type { DependencyKind, Role } from '../model.js';

export type Edit =
  /** All servers of a service in a site go to another one; where it is there already, they are added to those. */
  | { readonly kind: 'move'; readonly service: string; readonly from: string; readonly to: string }
  /** In a further site: as many servers as in its largest, and active, when left out. */
  | {
      readonly kind: 'add';
      readonly service: string;
      readonly site: string;
      readonly servers?: number;
      readonly role?: Role;
    }
  | { readonly kind: 'remove'; readonly service: string; readonly site: string }
  | { readonly kind: 'role'; readonly service: string; readonly site: string; readonly role: Role }
  | { readonly kind: 'servers'; readonly service: string; readonly site: string; readonly servers: number }
  /** How a service or journey (`of`) calls another: whether it can do without. */
  | { readonly kind: 'need'; readonly of: string; readonly service: string; readonly as: CallKind }
  /** Any other value, by its path in the file, written as there: `recovery.order`, `users`. */
  | { readonly kind: 'set'; readonly path: string; readonly value: string };

export type CallKind = Extract<DependencyKind, 'required' | 'optional' | 'async'>;

/**
 * A list with one more edit: it takes the place of what said the same thing otherwise, and what undoes the one before
 * leaves both out.
 */
export function withEdit(edits: readonly Edit[], edit: Edit): readonly Edit[] {
  const last = edits.at(-1);
  if (last !== undefined && undoes(edit, last)) return edits.slice(0, -1);
  const target = targetOf(edit);
  if (target === null) return [...edits, edit];
  const at = edits.findIndex((each) => targetOf(each) === target);
  // A later edit may rest on what stands between: then the new one comes last, and both are there.
  const between = at < 0 ? [] : edits.slice(at + 1);
  if (at < 0 || between.some((each) => targetOf(each) === null)) return [...edits, edit];
  return edits.map((each, i) => (i === at ? edit : each));
}

function undoes(edit: Edit, last: Edit): boolean {
  if (edit.kind === 'move' && last.kind === 'move')
    return edit.service === last.service && edit.from === last.to && edit.to === last.from;
  return edit.kind === 'remove' && last.kind === 'add' && edit.service === last.service && edit.site === last.site;
}

/** The one value that it sets; null: it makes or takes away a thing. */
function targetOf(edit: Edit): string | null {
  if (edit.kind === 'role' || edit.kind === 'servers') return `${edit.kind} ${edit.service}@${edit.site}`;
  if (edit.kind === 'need') return `need ${edit.of} -> ${edit.service}`;
  return edit.kind === 'set' ? `set ${edit.path}` : null;
}
