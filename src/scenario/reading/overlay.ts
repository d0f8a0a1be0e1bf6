/**
 * A layout laid over the rest of the file: only what differs is written.
 *
 * Mappings are merged key by key, an empty value removes, anything else replaces; a value with parts of its own (a
 * distribution, a value with its source) is replaced whole.
 */
import type { Finding } from '../problem.js';
import type { MapNode, TreeNode } from './tree.js';

export function overlay(base: TreeNode, layer: TreeNode, findings: Finding[]): TreeNode {
  if (base.kind !== 'map' || layer.kind !== 'map' || isOneValue(base) || isOneValue(layer)) return layer;
  const entries = new Map(base.entries);
  for (const [key, entry] of layer.entries) {
    const below = base.entries.get(key);
    if (!isNothing(entry.value)) {
      entries.set(
        key,
        below === undefined ? entry : { keyAt: entry.keyAt, value: overlay(below.value, entry.value, findings) },
      );
    } else if (!entries.delete(key)) {
      findings.push({ code: 'nothing-to-remove', path: [], span: entry.keyAt, values: { key } });
    }
  }
  return { kind: 'map', at: base.at, entries };
}

export function isNothing(node: TreeNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** Parts that mean nothing one by one: half of a distribution in one layer and half in another would be neither. */
const PARTS_OF_ONE_VALUE = ['value', 'median', 'p95', 'min', 'max', 'mean'];

function isOneValue(node: MapNode): boolean {
  return PARTS_OF_ONE_VALUE.some((key) => node.entries.has(key));
}
