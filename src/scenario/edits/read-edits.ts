/** Edits from elsewhere (a token, a file), which may be anything. */
import { z } from 'zod';
import type { Edit } from './edit.js';

const id = z.string().min(1).max(64);
const role = z.enum(['active', 'hot-standby', 'warm-standby', 'cold-standby']);
const servers = z.int().min(1).max(1e9);

const editSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('move'), service: id, from: id, to: id }),
  z.strictObject({ kind: z.literal('add'), service: id, site: id, servers: servers.optional(), role: role.optional() }),
  z.strictObject({ kind: z.literal('remove'), service: id, site: id }),
  z.strictObject({ kind: z.literal('role'), service: id, site: id, role }),
  z.strictObject({ kind: z.literal('servers'), service: id, site: id, servers }),
  z.strictObject({ kind: z.literal('need'), of: id, service: id, as: z.enum(['required', 'optional', 'async']) }),
  z.strictObject({ kind: z.literal('set'), path: z.string().min(1).max(200), value: z.string().max(400) }),
]);

/** Nobody makes more by hand. */
const MOST_EDITS = 200;

/** Null: they are none. */
export function readEdits(value: unknown): readonly Edit[] | null {
  const read = z.array(editSchema).max(MOST_EDITS).safeParse(value);
  return read.success ? read.data : null;
}
