/** Looks into a schema: which keys there are at a path. For nearest names, and for `--set`. */
import { z } from 'zod';
import type { Path } from '../reading/path.js';
import { STAND_INS } from './leaf.js';

/** What may stand somewhere: a mapping with known keys, one from ids to values, a list, or a value. */
export type Place =
  | { readonly kind: 'keys'; readonly keys: readonly string[] /** Others may follow. */; readonly open: boolean }
  | { readonly kind: 'ids' }
  | { readonly kind: 'list' }
  | { readonly kind: 'value' };

/** What the schema knows at a path; null: nothing may stand there. Of alternatives, the first that fits the path. */
export function placeAt(schema: z.ZodType, path: Path): Place | null {
  const options = optionsOf(schema);
  if (path.length === 0) {
    const places = options.map(placeOf);
    return places.find(({ kind }) => kind !== 'value') ?? places[0] ?? null;
  }
  for (const option of options) {
    const child = childOf(option, path[0]);
    const place = child === null ? null : placeAt(child, path.slice(1));
    if (place !== null) return place;
  }
  return null;
}

/** What stands in for the key at a path once its absence is told; undefined: nothing. */
export function standInAt(schema: z.ZodType, path: Path): unknown {
  if (path.length === 0) return STAND_INS.get(schema)?.standIn;
  for (const option of optionsOf(schema)) {
    const child = childOf(option, path[0]);
    const standIn = child === null ? undefined : standInAt(child, path.slice(1));
    if (standIn !== undefined) return standIn;
  }
  return undefined;
}

function optionsOf(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional) return optionsOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => optionsOf(option as z.ZodType));
  return [schema];
}

function placeOf(schema: z.ZodType): Place {
  if (schema instanceof z.ZodObject) return { kind: 'keys', keys: Object.keys(schema.shape), open: isOpen(schema) };
  if (schema instanceof z.ZodRecord) return { kind: 'ids' };
  return schema instanceof z.ZodArray ? { kind: 'list' } : { kind: 'value' };
}

function childOf(schema: z.ZodType, part: string | number): z.ZodType | null {
  if (schema instanceof z.ZodArray) return typeof part === 'number' ? (schema.element as z.ZodType) : null;
  if (schema instanceof z.ZodRecord) return typeof part === 'string' ? (schema.valueType as z.ZodType) : null;
  if (!(schema instanceof z.ZodObject) || typeof part !== 'string') return null;
  return Object.hasOwn(schema.shape, part) ? (schema.shape[part] as z.ZodType) : null;
}

function isOpen(schema: z.ZodObject): boolean {
  return schema.def.catchall !== undefined && !(schema.def.catchall instanceof z.ZodNever);
}
