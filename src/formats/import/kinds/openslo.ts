/**
 * OpenSLO: each objective becomes an expectation on the service's availability over the window of the SLO.
 *
 * A ratio of good requests over a rolling window is our availability over a run of that length; slices of time that
 * average their ratios are the same where demand is even. Left out, and told: what is not a ratio (latency), queries,
 * alerts, composite SLOs.
 */
import type { TreeNode } from '../../../scenario/reading/tree.js';
import type { ImportKind } from '../import-kind.js';
import type { ImportProblems } from '../import-problem.js';
import { note } from '../notes.js';
import { child, itemsOf, numberOf, textOf } from '../reading/tree-access.js';
import { type System, serviceOf } from '../system.js';

export const openslo: ImportKind = {
  name: 'openslo',
  title: 'OpenSLO',
  syntax: 'tree',
  expects: 'documents with an apiVersion of openslo',
  recognises: (content) =>
    content.syntax === 'tree' &&
    content.documents.some((document) => /^openslo(\.com)?\//i.test(textOf(document, 'apiVersion') ?? '')),
  read({ content, name: file }, system, problems) {
    if (content.syntax !== 'tree') return;
    for (const document of content.documents) {
      const kind = textOf(document, 'kind') ?? '';
      const name = textOf(document, 'metadata', 'name');
      if (kind === 'SLO') readSlo(document, name, system, problems);
      else if (kind === 'Service' && name !== null)
        serviceOf(system, name, child(document, 'metadata', 'name')?.at ?? document.at);
      else system.notes.push(note('not-mapped', document.at, { what: `${kind} ${name ?? ''}`.trim() }));
    }
    if (system.services.size === 0 && !problems.any)
      problems.add('nothing-found', file, { why: 'there is no SLO and no Service' });
  },
};

function readSlo(document: TreeNode, name: string | null, system: System, problems: ImportProblems): void {
  const service = textOf(document, 'spec', 'service');
  if (service === null || service === '') {
    problems.add('missing', document.at, { where: `the SLO ${name ?? ''}`.trim(), key: 'spec.service' });
    return;
  }
  const entry = serviceOf(system, service, child(document, 'spec', 'service')?.at ?? document.at);
  entry.entry ??= { value: null, at: entry.at, how: 'has an objective' };
  const window = windowOf(document, system, problems);
  if (window !== null) system.durationSeconds = Math.max(system.durationSeconds ?? 0, window);
  const metric = child(document, 'spec', 'indicator', 'spec') ?? child(document, 'spec', 'indicator');
  const isRatio = child(metric, 'ratioMetric') !== null || child(metric, 'thresholdMetric') === null;
  for (const objective of itemsOf(document, 'spec', 'objectives')) {
    const title = textOf(objective, 'displayName') ?? textOf(document, 'metadata', 'displayName') ?? name ?? service;
    const target = child(objective, 'target') ?? child(objective, 'targetPercent');
    const percent = child(objective, 'target') === null;
    const value = numberOf(target, `${name ?? 'the SLO'}.target`, problems, { most: percent ? 100 : 1 });
    if (!isRatio || value === null || target === null) {
      system.notes.push(
        note('not-mapped', objective.at, {
          what: `objective "${title}" of ${name ?? service}: ${isRatio ? 'no target' : 'not a ratio of requests'}`,
        }),
      );
      continue;
    }
    const share = percent ? value / 100 : value;
    const shown = textOf(document, 'metadata', 'displayName') ?? name ?? service;
    system.expectations.push({
      name: shown === title ? shown : `${shown}: ${title}`,
      service,
      measure: 'availability',
      atLeast: `${Number((share * 100).toFixed(6))}%`,
      atMost: null,
      at: target.at,
      how: textOf(document, 'spec', 'budgetingMethod') ?? 'target',
    });
  }
}

const UNITS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  M: 2_592_000,
  Q: 7_776_000,
  Y: 31_536_000,
};
/** A run of more is no answer anybody waits for. */
const LONGEST_SECONDS = 31 * 86_400;

function windowOf(document: TreeNode, system: System, problems: ImportProblems): number | null {
  const [window] = itemsOf(document, 'spec', 'timeWindow');
  const node = child(window ?? null, 'duration');
  const text = textOf(node);
  if (node === null || text === null) return null;
  const [, count, unit] = /^(\d+(?:\.\d+)?)([smhdwMQY])$/.exec(text.trim()) ?? [];
  if (count === undefined) {
    problems.add('wrong-type', node.at, {
      where: 'timeWindow.duration',
      expected: 'a duration like 28d or 2w',
      got: text,
    });
    return null;
  }
  const seconds = Number(count) * UNITS[unit];
  if (seconds <= LONGEST_SECONDS) return seconds;
  system.notes.push(note('dropped', node.at, { what: `a window of ${text}: the run has 31 days` }));
  return LONGEST_SECONDS;
}
