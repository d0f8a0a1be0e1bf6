/** The services of a scenario and who needs whom, as plain numbers and names: what every format of a graph writes. */
import type { DependencyKind, Scenario } from '../../scenario/model.js';

export interface GraphNode {
  readonly id: string;
  readonly label: string;
  readonly domain: string | null;
  readonly isJourney: boolean;
  /** Of all sites; 0 of a journey. */
  readonly servers: number;
  readonly sites: readonly string[];
  readonly capacityPerSecond: number | null;
  readonly peakPerSecond: number | null;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: DependencyKind;
  readonly calls: number;
  readonly timeoutSeconds: number;
  readonly retries: number;
}

export interface ServiceGraph {
  readonly title: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** In the order of ids, so that the order of the file changes nothing. */
export function serviceGraph(scenario: Scenario, language: 'en' | 'ko'): ServiceGraph {
  const text = (name: { readonly en?: string; readonly ko?: string }, id: string): string =>
    (language === 'ko' ? (name.ko ?? name.en) : (name.en ?? name.ko)) ?? id;
  const services = scenario.services.map(
    ({ id, name, domain, deployments, users }): GraphNode => ({
      id,
      label: text(name, id),
      domain,
      isJourney: false,
      servers: deployments.reduce((sum, { servers }) => sum + servers, 0),
      sites: deployments.map(({ site }) => site),
      capacityPerSecond: deployments[0]?.capacityPerServer ?? null,
      peakPerSecond: users?.peakPerSecond ?? null,
    }),
  );
  const journeys = scenario.journeys.map(
    ({ id, name, users }): GraphNode => ({
      id,
      label: text(name, id),
      domain: null,
      isJourney: true,
      servers: 0,
      sites: [],
      capacityPerSecond: null,
      peakPerSecond: users.peakPerSecond,
    }),
  );
  const edges = [...scenario.services, ...scenario.journeys].flatMap(({ id, needs }) =>
    needs.map(
      ({ service, kind, calls, timeoutSeconds, retries }): GraphEdge => ({
        from: id,
        to: service,
        kind,
        calls,
        timeoutSeconds,
        retries,
      }),
    ),
  );
  return { title: text(scenario.title, scenario.id), nodes: [...services, ...journeys], edges };
}
