/** GraphML: nodes and directed edges with data by key. Left out: ports, hyperedges, graphs inside nodes, drawing. */
import { type FileEdge, type FileNode, readGraph } from '../graph-file.js';
import type { ImportKind } from '../import-kind.js';
import type { ImportProblems } from '../import-problem.js';
import { note } from '../notes.js';
import type { XmlElement } from '../reading/read-xml.js';

export const graphml: ImportKind = {
  name: 'graphml',
  title: 'GraphML',
  syntax: 'xml',
  expects: 'an element "graphml" with a "graph" in it',
  recognises: (content) => content.syntax === 'xml' && content.root.name === 'graphml',
  read({ content, name: file }, system, problems) {
    if (content.syntax !== 'xml') return;
    const { root } = content;
    const titles = new Map(
      root.children
        .filter(({ name }) => name === 'key')
        .map(({ attributes }) => [
          attributes.get('id') ?? '',
          (attributes.get('attr.name') ?? attributes.get('name') ?? attributes.get('id') ?? '').toLowerCase(),
        ]),
    );
    const graphs = root.children.filter(({ name }) => name === 'graph');
    const nodes: FileNode[] = [];
    const edges: FileEdge[] = [];
    for (const graph of graphs) {
      if (graph.attributes.get('edgedefault') === 'undirected' && graph.children.some(({ name }) => name === 'edge')) {
        system.notes.push(
          note('dropped', graph.at, { what: 'undirected: the source of each edge is taken for the caller' }),
        );
      }
      for (const element of graph.children) {
        if (element.name === 'node') nodes.push(...nodeOf(element, titles, problems));
        else if (element.name === 'edge') edges.push(...edgeOf(element, titles, problems));
        else if (element.name === 'hyperedge') system.notes.push(note('dropped', element.at, { what: 'a hyperedge' }));
      }
    }
    readGraph(nodes, edges, system, problems);
    if (nodes.length === 0 && !problems.any) problems.add('nothing-found', file, { why: 'the graph has no node' });
  },
};

function nodeOf(element: XmlElement, titles: ReadonlyMap<string, string>, problems: ImportProblems): FileNode[] {
  const id = element.attributes.get('id');
  if (id === undefined || id === '') {
    problems.add('missing', element.at, { where: 'the node', key: 'id' });
    return [];
  }
  const values = valuesOf(element, titles);
  const label = values.get('label') ?? values.get('name') ?? textBelow(element, 'NodeLabel');
  return [{ id, label, values, at: element.at }];
}

function edgeOf(element: XmlElement, titles: ReadonlyMap<string, string>, problems: ImportProblems): FileEdge[] {
  const source = element.attributes.get('source');
  const target = element.attributes.get('target');
  for (const [key, value] of Object.entries({ source, target })) {
    if (value === undefined) problems.add('missing', element.at, { where: 'the edge', key });
  }
  if (source === undefined || target === undefined) return [];
  return [{ source, target, values: valuesOf(element, titles), at: element.at }];
}

function valuesOf(element: XmlElement, titles: ReadonlyMap<string, string>): Map<string, string> {
  const values = element.children
    .filter(({ name }) => name === 'data')
    .map(
      ({ attributes, text }) =>
        [titles.get(attributes.get('key') ?? '') ?? (attributes.get('key') ?? '').toLowerCase(), text] as const,
    )
    .filter(([, text]) => text !== '');
  return new Map(values);
}

/** yEd keeps the name in what it draws. */
function textBelow(element: XmlElement, name: string): string | null {
  for (const child of element.children) {
    if (child.name === name && child.text !== '') return child.text;
    const found = textBelow(child, name);
    if (found !== null) return found;
  }
  return null;
}
