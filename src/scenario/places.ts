/** From paths to places: problems of findings, and the table of positions that a scenario carries. */
import type { Scenario } from './model.js';
import { type Finding, type Problem, problemAt } from './problem.js';
import { keyPath } from './reading/path.js';
import type { Span } from './reading/span.js';
import { nodeAt, spanAt, type TreeNode } from './reading/tree.js';

/** Findings with their places; those about no place in particular have none. */
export function problemsOf(findings: readonly Finding[], root: TreeNode | null, file: string): Problem[] {
  return findings.map((finding) => {
    const span =
      finding.span ??
      (root === null || finding.path.length === 0 ? null : spanAt(root, finding.path, finding.on ?? 'value'));
    const suggested = finding.suggestionPath;
    const there = root !== null && suggested !== undefined && nodeAt(root, suggested) !== null;
    return problemAt(finding, span, file, there ? spanAt(root, suggested, 'key').line : null);
  });
}

/** Line and column of every path of the document. What stands on the command line has no place in the file. */
export function positionsOf(root: TreeNode): Scenario['positions'] {
  const positions: Record<string, readonly [number, number]> = {};
  const put = (node: TreeNode, { source, line, column }: Span, path: string): void => {
    if (source === root.at.source) positions[path] = [line, column];
    visit(node, path);
  };
  const visit = (node: TreeNode, path: string): void => {
    if (node.kind === 'list') {
      for (let i = 0; i < node.items.length; i++) put(node.items[i], node.items[i].at, `${path}[${i}]`);
    } else if (node.kind === 'map') {
      for (const [key, { keyAt, value }] of node.entries) put(value, keyAt, keyPath(path, key));
    }
  };
  visit(root, '');
  return positions;
}
