/**
 * A document as read: mappings, lists and scalars, each with its place. Plain data that no key can poison: mappings
 * are Maps. Nodes are never changed; an overlay or a `--set` makes new ones.
 */
import type { Path } from './path.js';
import type { Span } from './span.js';

export type TreeNode = MapNode | ListNode | ScalarNode | BrokenNode;

export interface MapNode {
  readonly kind: 'map';
  readonly at: Span;
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface Entry {
  readonly keyAt: Span;
  readonly value: TreeNode;
}

export interface ListNode {
  readonly kind: 'list';
  readonly at: Span;
  readonly items: readonly TreeNode[];
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly at: Span;
  readonly value: string | number | boolean | null;
}

/** What could not be read, and was told: nothing more is said about it. */
export interface BrokenNode {
  readonly kind: 'broken';
  readonly at: Span;
}

/** The node at a path; null when there is none. */
export function nodeAt(root: TreeNode, path: Path): TreeNode | null {
  let node: TreeNode | null = root;
  for (const part of path) node = node === null ? null : childOf(node, part);
  return node;
}

export function childOf(node: TreeNode, part: string | number): TreeNode | null {
  if (typeof part === 'number') return node.kind === 'list' ? (node.items[part] ?? null) : null;
  return node.kind === 'map' ? (node.entries.get(part)?.value ?? null) : null;
}

/** Keys of the mapping at a path, in the order written; none when it is not a mapping. */
export function keysAt(root: TreeNode, path: Path): readonly string[] {
  const node = nodeAt(root, path);
  return node?.kind === 'map' ? [...node.entries.keys()] : [];
}

/** The place of a path: of its key or of its value. Of what is not there, the place of the nearest that holds it. */
export function spanAt(root: TreeNode, path: Path, on: 'key' | 'value'): Span {
  let node: TreeNode = root;
  let span = root.at;
  for (let i = 0; i < path.length; i++) {
    const part = path[i];
    const child = childOf(node, part);
    if (child === null) return span;
    const key = node.kind === 'map' ? node.entries.get(String(part))?.keyAt : undefined;
    const last = i === path.length - 1;
    span = key !== undefined && (!last || on === 'key') ? key : child.at;
    node = child;
  }
  return span;
}
