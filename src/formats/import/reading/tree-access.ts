/** What a tree of somebody else's file has at a key: asked carefully, since anything may stand there. */
import type { Span } from '../../../scenario/reading/span.js';
import { childOf, type MapNode, type TreeNode } from '../../../scenario/reading/tree.js';
import type { ImportProblems } from '../import-problem.js';

/** Most that any rate or number of servers can sensibly be. */
export const MOST_RATE = 1e9;
export const MOST_COUNT = 1e15;

export function child(node: TreeNode | null, ...path: readonly (string | number)[]): TreeNode | null {
  let at = node;
  for (const part of path) at = at === null ? null : childOf(at, part);
  return at;
}

/** Items of the list there; none when it is no list. */
export function itemsOf(node: TreeNode | null, ...path: readonly string[]): readonly TreeNode[] {
  const list = child(node, ...path);
  return list?.kind === 'list' ? list.items : [];
}

/** Entries of the mapping there; none when it is no mapping. */
export function entriesOf(
  node: TreeNode | null,
  ...path: readonly string[]
): readonly (readonly [key: string, value: TreeNode, keyAt: Span])[] {
  const map = child(node, ...path);
  return map?.kind === 'map' ? [...map.entries].map(([key, { value, keyAt }]) => [key, value, keyAt]) : [];
}

/** A text, or a number or word as it would be written; null otherwise. */
export function textOf(node: TreeNode | null, ...path: readonly (string | number)[]): string | null {
  const found = child(node, ...path);
  return found?.kind === 'scalar' && found.value !== null ? String(found.value) : null;
}

export function isMap(node: TreeNode | null): node is MapNode {
  return node?.kind === 'map';
}

export function has(node: TreeNode | null, ...keys: readonly string[]): boolean {
  return isMap(node) && keys.every((key) => node.entries.has(key));
}

/** What stands there, in words, for a problem. */
export function gotText(node: TreeNode | null): string {
  if (node === null) return 'nothing';
  if (node.kind === 'map') return 'a mapping';
  if (node.kind === 'list') return 'a list';
  return node.kind === 'scalar' ? JSON.stringify(node.value) : 'something unreadable';
}

/** A required text; null when it is missing or something else, which was then told. */
export function wantText(node: TreeNode, key: string, where: string, problems: ImportProblems): string | null {
  const found = child(node, key);
  if (found === null) {
    problems.add('missing', node.at, { where, key });
    return null;
  }
  if (
    found.kind === 'scalar' &&
    typeof found.value !== 'boolean' &&
    found.value !== null &&
    String(found.value).trim() !== ''
  )
    return String(found.value);
  problems.add('wrong-type', found.at, { where: `${where}.${key}`, expected: 'a name', got: gotText(found) });
  return null;
}

export interface NumberLimits {
  readonly most: number;
  readonly positive?: boolean;
}

/** A number, or a text that is one (as Kiali writes rates); null when there is none, or it is wrong, which was then told. */
export function numberOf(
  node: TreeNode | null,
  where: string,
  problems: ImportProblems,
  limits: NumberLimits = { most: MOST_COUNT },
): number | null {
  if (node === null || (node.kind === 'scalar' && node.value === null)) return null;
  const text = node.kind === 'scalar' && typeof node.value !== 'boolean' ? String(node.value) : null;
  if (text === null) {
    problems.add('wrong-type', node.at, { where, expected: 'a number', got: gotText(node) });
    return null;
  }
  return numberFrom(text, node.at, where, problems, limits);
}

export function numberFrom(
  text: string,
  at: Span,
  where: string,
  problems: ImportProblems,
  { most, positive = false }: NumberLimits = { most: MOST_COUNT },
): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value)) problems.add('not-a-number', at, { where, got: text });
  else if (value < 0) problems.add('negative', at, { where, got: text });
  else if (positive && value === 0) problems.add('not-positive', at, { where, got: text });
  else if (value > most) problems.add('absurd', at, { where, got: text, most });
  else return value;
  return null;
}
