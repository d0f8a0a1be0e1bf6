import { keyPath, type Path, pathText } from './path.js';
import type { TreeNode } from './tree.js';

/** A document as plain data, and how to find a path of it in the tree. */
export interface Plain {
  readonly value: unknown;
  /** The same place in the tree: entries that were left out of lists moved the others up. */
  original(path: Path): Path;
}

/** Path of a mapping -> values for keys that it lacks. */
export type StandIns = Map<string, Readonly<Record<string, unknown>>>;

/** Plain objects, lists and scalars of a tree, without the paths in `without` and what could not be read. */
export function plainOf(root: TreeNode, without: ReadonlySet<string>, standIns: StandIns): Plain {
  /** Path of a list with entries left out -> the number in the tree of each that is left. */
  const kept = new Map<string, number[]>();
  const value = plain(root, '', '', { without, standIns, kept });
  return {
    value,
    original(path) {
      const result: (string | number)[] = [];
      for (const [i, part] of path.entries()) {
        result.push(typeof part === 'number' ? (kept.get(pathText(path.slice(0, i)))?.[part] ?? part) : part);
      }
      return result;
    },
  };
}

interface Rules {
  readonly without: ReadonlySet<string>;
  readonly standIns: StandIns;
  readonly kept: Map<string, number[]>;
}

/** Paths are texts here: a large file has a hundred thousand of them. */
function plain(node: TreeNode, treePath: string, path: string, rules: Rules): unknown {
  const { without, standIns, kept } = rules;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'broken') return undefined;
  const isOut = (child: TreeNode, at: string): boolean =>
    child.kind === 'broken' || (without.size > 0 && without.has(at));
  if (node.kind === 'list') {
    const items: unknown[] = [];
    const numbers: number[] = [];
    for (const [i, item] of node.items.entries()) {
      const at = `${treePath}[${i}]`;
      if (isOut(item, at)) continue;
      numbers.push(i);
      items.push(plain(item, at, `${path}[${items.length}]`, rules));
    }
    if (numbers.length < node.items.length) kept.set(path, numbers);
    return items;
  }
  const object: Record<string, unknown> = {};
  for (const [key, { value }] of node.entries) {
    const at = keyPath(treePath, key);
    if (!isOut(value, at)) object[key] = plain(value, at, keyPath(path, key), rules);
  }
  return standIns.size === 0 ? object : Object.assign(object, standIns.get(treePath));
}
