/** GEXF, as Gephi writes it: nodes, directed edges, weights, attributes. Left out: time, hierarchies, drawing. */
import { type FileEdge, type FileNode, readGraph } from '../graph-file.js';
import type { ImportKind } from '../import-kind.js';
import type { ImportProblems } from '../import-problem.js';
import { note } from '../notes.js';
import type { XmlElement } from '../reading/read-xml.js';

export const gexf: ImportKind = {
  name: 'gexf',
  title: 'GEXF',
  syntax: 'xml',
  expects: 'an element "gexf" with a "graph" in it',
  recognises: (content) => content.syntax === 'xml' && content.root.name === 'gexf',
  read({ content, name: file }, system, problems) {
    if (content.syntax !== 'xml') return;
    const graphs = below(content.root, 'graph');
    const nodes: FileNode[] = [];
    const edges: FileEdge[] = [];
    for (const graph of graphs) {
      const undirected = graph.attributes.get('defaultedgetype') === 'undirected';
      const all = below(graph, 'edges').flatMap((list) => below(list, 'edge'));
      if (undirected && all.length > 0) {
        system.notes.push(
          note('dropped', graph.at, { what: 'undirected: the source of each edge is taken for the caller' }),
        );
      }
      const titlesOf = (what: string): Map<string, string> =>
        new Map(
          below(graph, 'attributes')
            .filter(({ attributes }) => attributes.get('class') === what)
            .flatMap((list) => below(list, 'attribute'))
            .map(({ attributes }) => [attributes.get('id') ?? '', (attributes.get('title') ?? '').toLowerCase()]),
        );
      const ofNodes = titlesOf('node');
      const ofEdges = titlesOf('edge');
      for (const element of below(graph, 'nodes').flatMap((list) => below(list, 'node'))) {
        const id = required(element, 'id', 'the node', problems);
        if (id === null) continue;
        nodes.push({
          id,
          label: element.attributes.get('label') ?? null,
          values: valuesOf(element, ofNodes),
          at: element.at,
        });
      }
      for (const element of all) {
        const source = required(element, 'source', 'the edge', problems);
        const target = required(element, 'target', 'the edge', problems);
        if (source === null || target === null) continue;
        const values = valuesOf(element, ofEdges);
        const weight = element.attributes.get('weight');
        // Gephi writes a weight of one where nobody gave any.
        if (weight !== undefined && weight !== '1' && weight !== '1.0' && !values.has('weight'))
          values.set('weight', weight);
        edges.push({ source, target, values, at: element.at });
      }
    }
    readGraph(nodes, edges, system, problems);
    if (nodes.length === 0 && !problems.any) problems.add('nothing-found', file, { why: 'the graph has no node' });
  },
};

function below({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => child.name === name);
}

function required(element: XmlElement, key: string, where: string, problems: ImportProblems): string | null {
  const value = element.attributes.get(key);
  if (value === undefined || value === '') problems.add('missing', element.at, { where, key });
  return value === undefined || value === '' ? null : value;
}

function valuesOf(element: XmlElement, titles: ReadonlyMap<string, string>): Map<string, string> {
  const values = below(element, 'attvalues')
    .flatMap((list) => below(list, 'attvalue'))
    .map(({ attributes }) => {
      const key = attributes.get('for') ?? attributes.get('id') ?? '';
      return [titles.get(key) ?? key.toLowerCase(), attributes.get('value') ?? ''] as const;
    });
  return new Map(values.filter(([, value]) => value !== ''));
}
