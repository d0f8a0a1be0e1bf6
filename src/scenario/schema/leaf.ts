import { z } from 'zod';
import type { Default } from '../defaults.js';
import type { Reading } from '../units/reading.js';
import { bad } from '../units/reading.js';

/** A part of JSON Schema, written out: what an editor can check of a value that our own reader reads. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * A value with a reader of its own: what the file says goes in, what it means comes out, and what is wrong with it is
 * told in the reader's words (an issue with `params`, see `shape.ts`).
 */
export function leaf<T>(id: string, json: JsonSchema, read: (value: unknown) => Reading<T>) {
  return z
    .unknown()
    .meta({ id, ...json })
    .transform((value, context): T => {
      const reading = value === undefined ? bad('missing-key') : read(value);
      if (reading.ok) return reading.value;
      context.issues.push({ code: 'custom', params: { ...reading.fault }, input: value });
      return z.NEVER;
    });
}

/** Notes on a key, for the reference page: what it is when left out, and the reason for that. */
export const DEFAULT = 'x-default';
const WHY = 'x-why';

/** A key that may be left out, and what it then is. */
export function optional<S extends z.ZodType>(schema: S, description: string, fallback?: Default<unknown> | string) {
  const meta =
    fallback === undefined
      ? { description }
      : typeof fallback === 'string'
        ? { description, [DEFAULT]: fallback }
        : { description, [DEFAULT]: fallback.written, [WHY]: fallback.why };
  return schema.optional().meta(meta);
}

/**
 * A key that must be there.
 *
 * @param standIn a value that does no harm: once the absence is told, the rest is read with it
 */
export function required<S extends z.ZodType>(schema: S, description: string, standIn: unknown) {
  const result = schema.meta({ description });
  STAND_INS.add(result, { standIn });
  return result;
}

export const STAND_INS = z.registry<{ standIn: unknown }>();
