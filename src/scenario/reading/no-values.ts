import type { Finding } from '../problem.js';
import { keyPath, parsedPath } from './path.js';
import type { TreeNode } from './tree.js';

/**
 * Paths that say nothing: keys without a value, which are told here, and values that could not be read, which were
 * told before.
 */
export function pathsWithoutValue(root: TreeNode, findings: Finding[]): Set<string> {
  const paths = new Set<string>();
  const visit = (node: TreeNode, path: string): void => {
    if (node.kind === 'map') for (const [key, { value }] of node.entries) visit(value, keyPath(path, key));
    else if (node.kind === 'list') for (const [i, item] of node.items.entries()) visit(item, `${path}[${i}]`);
    else if (node.kind === 'broken') paths.add(path);
    else if (node.value === null) {
      paths.add(path);
      const at = parsedPath(path);
      findings.push({ code: 'no-value', path: at, on: 'key', values: { key: String(at.at(-1)) } });
    }
  };
  visit(root, '');
  return paths;
}
