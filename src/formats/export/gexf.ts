/** GEXF 1.3, for Gephi and other programs; `firebreak import` reads it back. Left out: places on a page, colours, time. */
import { escapeXml } from '../../scene/svg.js';
import { edgeValues, type GraphValue, nodeValues, OF_EDGES, OF_NODES, weightOf } from './graph-values.js';
import type { ServiceGraph } from './service-graph.js';

export function gexf({ title, nodes, edges }: ServiceGraph): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    `  <meta><creator>firebreak</creator><description>${escapeXml(title)}</description></meta>`,
    '  <graph mode="static" defaultedgetype="directed">',
    ...declared('node', OF_NODES),
    ...declared('edge', OF_EDGES),
    '    <nodes>',
    ...nodes.map(
      (node) =>
        `      <node id="${escapeXml(node.id)}" label="${escapeXml(node.label)}">${valuesOf(nodeValues(node), OF_NODES)}</node>`,
    ),
    '    </nodes>',
    '    <edges>',
    ...edges.map((edge, i) => {
      const ends = `source="${escapeXml(edge.from)}" target="${escapeXml(edge.to)}"`;
      return `      <edge id="${i}" ${ends} weight="${weightOf(edge)}">${valuesOf(edgeValues(edge), OF_EDGES)}</edge>`;
    }),
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ].join('\n');
}

function declared(what: string, titles: Readonly<Record<string, string>>): string[] {
  const each = Object.entries(titles).map(
    ([title, type]) => `      <attribute id="${title}" title="${title}" type="${type}"/>`,
  );
  return [`    <attributes class="${what}">`, ...each, '    </attributes>'];
}

function valuesOf(values: Readonly<Record<string, GraphValue>>, titles: Readonly<Record<string, string>>): string {
  const there = Object.keys(titles).filter((title) => values[title] !== null && values[title] !== undefined);
  const each = there.map((title) => `<attvalue for="${title}" value="${escapeXml(String(values[title]))}"/>`);
  return each.length === 0 ? '' : `<attvalues>${each.join('')}</attvalues>`;
}
