/** From paths to places: problems of findings, and the table of positions that a scenario carries. */
import type { Scenario } from './model.js';
import { type Finding, type Problem, problemAt } from './problem.js';
import { type Path, pathText } from './reading/path.js';
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

/** Line and column of every path of the document. */
export function positionsOf(root: TreeNode): Scenario['positions'] {
  const positions: Record<string, readonly [number, number]> = {};
  const visit = (node: TreeNode, path: Path): void => {
    if (node.kind === 'list') {
      for (const [i, item] of node.items.entries()) put(item, item.at, [...path, i]);
    } else if (node.kind === 'map') {
      for (const [key, { keyAt, value }] of node.entries) put(value, keyAt, [...path, key]);
    }
  };
  const put = (node: TreeNode, { source, line, column }: TreeNode['at'], path: Path): void => {
    // What stands on the command line has no place in the file.
    if (source === root.at.source) positions[pathText(path)] = [line, column];
    visit(node, path);
  };
  visit(root, []);
  return positions;
}
