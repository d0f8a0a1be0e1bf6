import type { Values } from '../problem.js';
import type { ProblemCode } from '../problem-texts.js';
import type { Path } from '../reading/path.js';

/** What a written value means, or what is wrong with it. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export interface Fault {
  readonly code: ProblemCode;
  readonly values?: Values;
  readonly suggestion?: string | null;
  /** Where inside the value, when it has parts, and whether it is the key that is wrong. */
  readonly within?: Path;
  readonly on?: 'key';
}

export function good<T>(value: T): Reading<T> {
  return { ok: true, value };
}

export function bad(code: ProblemCode, values?: Values, suggestion?: string | null): Reading<never> {
  return { ok: false, fault: { code, values, suggestion } };
}

/** `expected` in words, for example "a duration like 90s". */
export function wrongType(expected: string, got: unknown): Reading<never> {
  return bad('wrong-type', { expected, got: inWords(got) });
}

/** How a message calls a value: collections by their kind, short texts and numbers by themselves. */
export function inWords(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? `"${value}"` : String(value);
}

/** The same reading of a part of a value: what is wrong is wrong there. */
export function within<T>(part: string | number, reading: Reading<T>): Reading<T> {
  if (reading.ok) return reading;
  return { ok: false, fault: { ...reading.fault, within: [part, ...(reading.fault.within ?? [])] } };
}
