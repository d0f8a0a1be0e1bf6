/** GraphML, for yEd, NetworkX, igraph and other programs; `firebreak import` reads it back. Left out: places on a page, colours. */
import { escapeXml } from '../../scene/svg.js';
import { edgeValues, type GraphValue, nodeValues, OF_EDGES, OF_NODES, weightOf } from './graph-values.js';
import type { ServiceGraph } from './service-graph.js';

/** GraphML has other names for types. */
const TYPES: Readonly<Record<string, string>> = { string: 'string', integer: 'int', double: 'double' };

export function graphml({ title, nodes, edges }: ServiceGraph): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys('node', { label: 'string', ...OF_NODES }),
    ...keys('edge', { ...OF_EDGES, weight: 'double' }),
    '  <graph id="firebreak" edgedefault="directed">',
    `    <desc>${escapeXml(title)}</desc>`,
    ...nodes.map(
      (node) =>
        `    <node id="${escapeXml(node.id)}">${data('node', { label: node.label, ...nodeValues(node) })}</node>`,
    ),
    ...edges.map((edge, i) => {
      const ends = `source="${escapeXml(edge.from)}" target="${escapeXml(edge.to)}"`;
      return `    <edge id="e${i}" ${ends}>${data('edge', { ...edgeValues(edge), weight: weightOf(edge) })}</edge>`;
    }),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

/** Ids of keys are one space for nodes and edges. */
function keys(of: 'node' | 'edge', titles: Readonly<Record<string, string>>): string[] {
  return Object.entries(titles).map(
    ([title, type]) => `  <key id="${of}-${title}" for="${of}" attr.name="${title}" attr.type="${TYPES[type]}"/>`,
  );
}

function data(of: 'node' | 'edge', values: Readonly<Record<string, GraphValue>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([title, value]) => `<data key="${of}-${title}">${escapeXml(String(value))}</data>`)
    .join('');
}
