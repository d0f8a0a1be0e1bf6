/**
 * A change to a layout as one makes it by hand, as data: what the page, a lesson's solution, a token and grading all mean
 * by the same words. A list of them makes a layout more; see edit-scenario.ts.
 *
 * Left out: sites and services more or less; faults (see add-faults.ts).
 */
import { z } from 'zod';

const id = z.string().min(1).max(64);
const role = z.enum(['active', 'hot-standby', 'warm-standby', 'cold-standby']);
const servers = z.int().min(1).max(1e9);

const editSchema = z.discriminatedUnion('kind', [
  /** All servers of a service in a site go to another one; where it is there already, they are added to those. */
  z.strictObject({ kind: z.literal('move'), service: id, from: id, to: id }),
  /** In a further site: as many servers as in its largest, and active, when left out. */
  z.strictObject({ kind: z.literal('add'), service: id, site: id, servers: servers.optional(), role: role.optional() }),
  z.strictObject({ kind: z.literal('remove'), service: id, site: id }),
  z.strictObject({ kind: z.literal('role'), service: id, site: id, role }),
  z.strictObject({ kind: z.literal('servers'), service: id, site: id, servers }),
  /** How a service or journey (`of`) calls another: whether it can do without. */
  z.strictObject({ kind: z.literal('need'), of: id, service: id, as: z.enum(['required', 'optional', 'async']) }),
  /** Any other value, by its path in the file, written as there: `recovery.order`, `users`. */
  z.strictObject({ kind: z.literal('set'), path: z.string().min(1).max(200), value: z.string().max(400) }),
]);

export type Edit = Readonly<z.output<typeof editSchema>>;

/** Nobody makes more by hand. */
const MOST_EDITS = 200;

/** Edits from elsewhere (a token, an address); null: they are none. */
export function readEdits(value: unknown): readonly Edit[] | null {
  const read = z.array(editSchema).max(MOST_EDITS).safeParse(value);
  return read.success ? read.data : null;
}

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
