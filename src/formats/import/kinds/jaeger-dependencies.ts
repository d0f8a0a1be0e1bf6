/**
 * Jaeger's dependencies (`/api/dependencies`): who called whom how often, with or without the envelope of its API.
 * Zipkin's have the same shape. Left out: where a count came from, and how many calls failed (Zipkin's errorCount is told).
 */

import type { TreeNode } from '../../../scenario/reading/tree.js';
import type { ImportKind } from '../import-kind.js';
import { note } from '../notes.js';
import type { Content } from '../reading/source-file.js';
import { child, has, numberOf, wantText } from '../reading/tree-access.js';
import { callOf } from '../system.js';

export const jaegerDependencies: ImportKind = {
  name: 'jaeger-dependencies',
  title: 'Jaeger dependencies',
  syntax: 'tree',
  expects: 'a list of { parent, child, callCount }, or an envelope with such a list as "data"',
  recognises: (content) => has(linksOf(content)?.[0] ?? null, 'parent', 'child'),
  read({ content, name }, system, problems) {
    system.measuresCalls = true;
    for (const [i, link] of (linksOf(content) ?? []).entries()) {
      const where = `link ${i + 1}`;
      if (link.kind !== 'map') {
        problems.add('wrong-type', link.at, { where, expected: 'a mapping', got: link.kind });
        continue;
      }
      const from = wantText(link, 'parent', where, problems);
      const to = wantText(link, 'child', where, problems);
      const counted = child(link, 'callCount');
      if (counted === null) problems.add('missing', link.at, { where, key: 'callCount' });
      const count = numberOf(counted, `${where}.callCount`, problems);
      if (from === null || to === null || count === null || counted === null) continue;
      if (count === 0) {
        system.notes.push(note('dropped', link.at, { what: `${from} -> ${to}: no call was counted` }));
        continue;
      }
      const call = callOf(system, { from, to, kind: 'required', at: link.at, how: 'callCount' });
      const before = call.volume?.value ?? 0;
      call.volume = { value: before + count, at: counted.at, how: 'callCount' };
      const errors = numberOf(child(link, 'errorCount'), `${where}.errorCount`, problems) ?? 0;
      if (errors > 0) {
        const share = `${Number(((100 * errors) / count).toPrecision(2))}%`;
        system.notes.push(note('errors-seen', link.at, { from, to, share }));
      }
    }
    if (system.calls.size === 0 && !problems.any) problems.add('nothing-found', name, { why: 'the list is empty' });
    system.notes.push(note('no-window', null));
  },
};

function linksOf(content: Content): readonly TreeNode[] | null {
  if (content.syntax !== 'tree' || content.documents.length !== 1) return null;
  const [root] = content.documents;
  const list = root.kind === 'list' ? root : (child(root, 'data') ?? child(root, 'dependencies'));
  return list?.kind === 'list' ? list.items : null;
}
