/** What differs between two files, in the notation of plans (`+ ~ -`): the system, its faults, its layouts, its expectations. */
import { layoutChanges } from './layout-changes.js';
import { readDocument } from './reading/read-document.js';
import { childOf, type TreeNode } from './reading/tree.js';

/** Of texts that cannot be read: nothing. */
export function scenarioChanges(before: string, after: string): readonly string[] {
  const [base, head] = [before, after].map((text) => readDocument(text, '').root);
  if (base === null || head === null) return [];
  return [...layoutChanges(base, head), ...expectationChanges(base, head)];
}

/** By what they say, not by their place. */
function expectationChanges(base: TreeNode, head: TreeNode): string[] {
  const [before, after] = [base, head].map((root) => {
    const list = childOf(root, 'expect');
    return list?.kind === 'list' ? list.items.map(written) : [];
  });
  const added = after.filter((each) => !before.includes(each)).map((each) => `+ expectation ${each}`);
  const removed = before.filter((each) => !after.includes(each)).map((each) => `- expectation ${each}`);
  return [...added, ...removed];
}

function written(node: TreeNode): string {
  if (node.kind === 'list') return `[${node.items.map(written).join(', ')}]`;
  if (node.kind === 'map')
    return `{ ${[...node.entries].map(([key, { value }]) => `${key}: ${written(value)}`).join(', ')} }`;
  return node.kind === 'broken' ? '?' : String(node.value);
}
