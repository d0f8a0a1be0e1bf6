/** What GEXF and GraphML say of services and needs beside their names: titles and types, and the values of each. */
import type { GraphEdge, GraphNode } from './service-graph.js';

export type GraphValue = string | number | null;

/** Titles are those that the importer knows; types are those of GEXF. */
export const OF_NODES = {
  domain: 'string',
  servers: 'integer',
  sites: 'string',
  capacityPerSecond: 'double',
  peakPerSecond: 'double',
  kind: 'string',
} as const;
export const OF_EDGES = { kind: 'string', calls: 'double', timeoutSeconds: 'double', retries: 'integer' } as const;

export function nodeValues({
  domain,
  servers,
  sites,
  capacityPerSecond,
  peakPerSecond,
  isJourney,
}: GraphNode): Record<string, GraphValue> {
  return {
    domain,
    servers: isJourney ? null : servers,
    sites: sites.length === 0 ? null : sites.join(','),
    capacityPerSecond,
    peakPerSecond,
    kind: isJourney ? 'journey' : 'service',
  };
}

export function edgeValues({ kind, calls, timeoutSeconds, retries }: GraphEdge): Record<string, GraphValue> {
  return { kind, calls, timeoutSeconds, retries: retries === 0 ? null : retries };
}

/** Lines as thick as there are calls; a need to start has none. */
export function weightOf({ kind, calls }: GraphEdge): number {
  return kind === 'startup' || kind === 'operate' || calls <= 0 ? 1 : calls;
}
