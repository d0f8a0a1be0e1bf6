/** DOT, for Graphviz: services by site, needs by kind. A service that stands in several sites is drawn once, outside. */
import type { DependencyKind } from '../../scenario/model.js';
import type { GraphEdge, GraphNode, ServiceGraph } from './service-graph.js';

const STYLES: Readonly<Record<DependencyKind, string>> = {
  required: 'solid',
  optional: 'dashed',
  async: 'dashed',
  startup: 'dotted',
  operate: 'dotted',
};

export function dot({ title, nodes, edges }: ServiceGraph): string {
  const single = new Map<string, GraphNode[]>();
  const others: GraphNode[] = [];
  for (const node of nodes) {
    if (node.sites.length === 1) single.set(node.sites[0], [...(single.get(node.sites[0]) ?? []), node]);
    else others.push(node);
  }
  return [
    'digraph firebreak {',
    `  label=${quoted(title)};`,
    '  rankdir=LR;',
    '  node [shape=box, style=rounded];',
    ...[...single]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([site, members], i) => [
        `  subgraph cluster_${i} {`,
        `    label=${quoted(site)};`,
        ...members.map((node) => `    ${nodeLine(node)}`),
        '  }',
      ]),
    ...others.map((node) => `  ${nodeLine(node)}`),
    ...edges.map((edge) => `  ${edgeLine(edge)}`),
    '}',
    '',
  ].join('\n');
}

function nodeLine({ id, label, isJourney, sites }: GraphNode): string {
  const where = sites.length > 1 ? `\n${sites.join(', ')}` : '';
  return `${quoted(id)} [label=${quoted(label + where)}${isJourney ? ', shape=ellipse' : ''}];`;
}

function edgeLine({ from, to, kind, calls }: GraphEdge): string {
  const isCall = kind !== 'startup' && kind !== 'operate';
  const label = isCall ? (calls === 1 ? '' : String(calls)) : kind;
  return `${quoted(from)} -> ${quoted(to)} [style=${STYLES[kind]}${label === '' ? '' : `, label=${quoted(label)}`}];`;
}

/** In quotes only a quote and a backslash mean more than themselves; a break is `\n`. */
function quoted(text: string): string {
  const safe = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, ' ');
  return `"${safe}"`;
}
