/**
 * Takes sources off a document: `{ value: 3000, source: "..." }` becomes 3000, and `source:` or `assumed:` beside other
 * keys is remembered for the whole mapping. What is left is what the schema knows.
 */
import type { Provenance } from '../model.js';
import type { Finding } from '../problem.js';
import { keyPath, parsedPath } from './path.js';
import type { Entry, MapNode, TreeNode } from './tree.js';

export interface WithoutProvenance {
  readonly root: TreeNode;
  /** By path in the tree that is left. */
  readonly provenance: Readonly<Record<string, Provenance>>;
}

const KEYS: ReadonlySet<string> = new Set(['source', 'assumed']);

export function takeProvenance(root: TreeNode, findings: Finding[]): WithoutProvenance {
  const found = new Map<string, Provenance>();
  const stripped = strip(root, '', found, findings);
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return { root: stripped, provenance: Object.fromEntries(sorted) };
}

function strip(node: TreeNode, path: string, found: Map<string, Provenance>, findings: Finding[]): TreeNode {
  if (node.kind === 'list') {
    return { ...node, items: node.items.map((item, i) => strip(item, `${path}[${i}]`, found, findings)) };
  }
  if (node.kind !== 'map') return node;
  const told = provenanceOf(node, path, findings);
  if (told !== null) found.set(path, told);
  const wrapped = node.entries.get('value');
  const keys = [...node.entries.keys()];
  if (wrapped !== undefined && keys.length > 1 && keys.every((key) => key === 'value' || KEYS.has(key))) {
    return strip(wrapped.value, path, found, findings);
  }
  const entries = new Map<string, Entry>();
  for (const [key, { keyAt, value }] of node.entries) {
    if (!KEYS.has(key)) entries.set(key, { keyAt, value: strip(value, keyPath(path, key), found, findings) });
  }
  return { ...node, entries };
}

function provenanceOf(node: MapNode, path: string, findings: Finding[]): Provenance | null {
  const told: { source?: string; assumed?: string } = {};
  for (const key of ['source', 'assumed'] as const) {
    const entry = node.entries.get(key);
    if (entry === undefined || entry.value.kind === 'broken') continue;
    const { value } = entry;
    if (value.kind === 'scalar' && typeof value.value === 'string' && value.value.trim() !== '')
      told[key] = value.value;
    else
      findings.push({
        code: 'bad-provenance',
        path: [...parsedPath(path), key],
        on: 'key',
        span: entry.keyAt,
        values: { key },
      });
  }
  return told.source === undefined && told.assumed === undefined ? null : told;
}
