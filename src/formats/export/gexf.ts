/** GEXF 1.3, for Gephi and other programs; `firebreak import` reads it back. Left out: places on a page, colours, time. */
import { escapeXml } from '../../scene/svg.js';
import type { GraphEdge, GraphNode, ServiceGraph } from './service-graph.js';

type Value = string | number | null;

/** Titles are those that the importer knows. */
const OF_NODES = {
  domain: 'string',
  servers: 'integer',
  sites: 'string',
  capacityPerSecond: 'double',
  peakPerSecond: 'double',
  kind: 'string',
} as const;
const OF_EDGES = { kind: 'string', calls: 'double', timeoutSeconds: 'double', retries: 'integer' } as const;

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

function valuesOf(values: Readonly<Record<string, Value>>, titles: Readonly<Record<string, string>>): string {
  const there = Object.keys(titles).filter((title) => values[title] !== null && values[title] !== undefined);
  const each = there.map((title) => `<attvalue for="${title}" value="${escapeXml(String(values[title]))}"/>`);
  return each.length === 0 ? '' : `<attvalues>${each.join('')}</attvalues>`;
}

function nodeValues({
  domain,
  servers,
  sites,
  capacityPerSecond,
  peakPerSecond,
  isJourney,
}: GraphNode): Record<string, Value> {
  return {
    domain,
    servers: isJourney ? null : servers,
    sites: sites.length === 0 ? null : sites.join(','),
    capacityPerSecond,
    peakPerSecond,
    kind: isJourney ? 'journey' : 'service',
  };
}

function edgeValues({ kind, calls, timeoutSeconds, retries }: GraphEdge): Record<string, Value> {
  return { kind, calls, timeoutSeconds, retries: retries === 0 ? null : retries };
}

/** Lines as thick as there are calls; a need to start has none. */
function weightOf({ kind, calls }: GraphEdge): number {
  return kind === 'startup' || kind === 'operate' || calls <= 0 ? 1 : calls;
}
