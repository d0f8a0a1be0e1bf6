/** In which zones a workload may run: node selectors, node affinity, spreading over the zones of the nodes. */
import type { Span } from '../../../../scenario/reading/span.js';
import type { TreeNode } from '../../../../scenario/reading/tree.js';
import { child, itemsOf, textOf } from '../../reading/tree-access.js';

const ZONE_LABELS = ['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone'];
const REGION_LABELS = ['topology.kubernetes.io/region', 'failure-domain.beta.kubernetes.io/region'];

export interface Zones {
  readonly zones: readonly string[];
  readonly at: Span;
  readonly how: string;
}

/** Zones of the nodes in the files, sorted. */
export function zonesOfNodes(nodes: readonly TreeNode[]): string[] {
  const found = nodes.flatMap((node) => labelOf(child(node, 'metadata', 'labels'))?.zone ?? []);
  return [...new Set(found)].sort();
}

/** Null: nothing says. */
export function zonesOf(workload: TreeNode, pod: TreeNode | null, ofNodes: readonly string[]): Zones | null {
  const selected = labelOf(child(pod, 'nodeSelector'));
  if (selected !== null) return { zones: [selected.zone], at: selected.at, how: 'nodeSelector' };
  const wanted = fromAffinity(pod);
  if (wanted !== null) return wanted;
  const labels =
    textOf(workload, 'kind') === 'Pod'
      ? child(workload, 'metadata', 'labels')
      : child(workload, 'spec', 'template', 'metadata', 'labels');
  const labelled = labelOf(labels) ?? labelOf(child(workload, 'metadata', 'labels'));
  if (labelled !== null) return { zones: [labelled.zone], at: labelled.at, how: 'topology label' };
  const spread = itemsOf(pod, 'topologySpreadConstraints').find((each) =>
    ZONE_LABELS.includes(textOf(each, 'topologyKey') ?? ''),
  );
  if (spread !== undefined && ofNodes.length > 0)
    return { zones: ofNodes, at: spread.at, how: 'spread over the zones of the nodes' };
  return null;
}

function fromAffinity(pod: TreeNode | null): Zones | null {
  const node = child(pod, 'affinity', 'nodeAffinity');
  const terms = [
    ...itemsOf(node, 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms'),
    ...itemsOf(node, 'preferredDuringSchedulingIgnoredDuringExecution').flatMap(
      (each) => child(each, 'preference') ?? [],
    ),
  ];
  for (const labels of [ZONE_LABELS, REGION_LABELS]) {
    const expressions = terms
      .flatMap((term) => itemsOf(term, 'matchExpressions'))
      .filter((each) => labels.includes(textOf(each, 'key') ?? '') && textOf(each, 'operator') === 'In');
    const zones = [
      ...new Set(expressions.flatMap((each) => itemsOf(each, 'values').flatMap((value) => textOf(value) ?? []))),
    ];
    if (zones.length > 0) return { zones, at: expressions[0].at, how: 'nodeAffinity' };
  }
  return null;
}

function labelOf(labels: TreeNode | null): { readonly zone: string; readonly at: Span } | null {
  for (const key of [...ZONE_LABELS, ...REGION_LABELS]) {
    const node = child(labels, key);
    const zone = textOf(node);
    if (node !== null && zone !== null && zone !== '') return { zone, at: node.at };
  }
  return null;
}
