/**
 * What people ask, and how often. What the source does not say is assumed: who is called by nobody and calls others is
 * asked by people, and so is one service of each circle that nobody outside of it calls.
 */
import { note, someOf } from '../notes.js';
import type { System } from '../system.js';
import type { CallGraph } from './call-graph.js';

/** Requests a second of what is asked most, where the source tells no rate. */
const USUAL_PEAK = 100;
const LEAST_PEAK = 0.01;

export interface Entry {
  readonly peakPerSecond: number;
  /** Why the rate is not the source's; null where it is. */
  readonly assumed: string | null;
}

export function entriesOf(system: System, graph: CallGraph): Map<string, Entry> {
  const names = [...known(system), ...assumedRoots(system, graph)];
  const weights = names.map((name) => system.services.get(name)?.entry?.value ?? null);
  const heaviest = Math.max(0, ...weights.map((weight) => weight ?? 0));
  return new Map(
    names.map((name, i): [string, Entry] => {
      const weight = weights[i];
      if (weight === null || weight <= 0 || heaviest <= 0) {
        return [name, { peakPerSecond: USUAL_PEAK, assumed: 'the source tells no rate' }];
      }
      if (system.ratesPerSecond) return [name, { peakPerSecond: Math.max(LEAST_PEAK, weight), assumed: null }];
      const share = weight / heaviest;
      const shown =
        names.length === 1 ? 'the source has counts without a time' : 'in proportion to the counts of the source';
      return [name, { peakPerSecond: Math.max(LEAST_PEAK, USUAL_PEAK * share), assumed: shown }];
    }),
  );
}

function known(system: System): string[] {
  return [...system.services.values()].filter(({ entry }) => entry !== null).map(({ name }) => name);
}

function assumedRoots(system: System, graph: CallGraph): string[] {
  const isCalled = (name: string): boolean => (graph.to.get(name)?.length ?? 0) > 0;
  const calls = (name: string): boolean => (graph.from.get(name)?.length ?? 0) > 0;
  const all = [...system.services.values()];
  const roots = all
    .filter(({ name, entry }) => entry === null && !isCalled(name) && calls(name))
    .map(({ name }) => name);
  const knots = unreachedKnots(system, graph, roots);
  const none = known(system).length + roots.length + knots.length === 0;
  const lonely = none ? all.filter(({ isBackend }) => !isBackend).map(({ name }) => name) : [];
  const rest = none && lonely.length === 0 ? all.map(({ name }) => name) : lonely;
  const tell = (names: readonly string[], why: string): void => {
    if (names.length > 0) system.notes.push(note('no-entry', null, { names: someOf(names), why }));
  };
  tell(roots, 'nobody calls them');
  tell(knots, 'they call each other and nobody else calls them');
  tell(rest, 'no calls are known at all');
  return [...roots, ...knots, ...rest];
}

/** Of each circle that nothing reaches, the service that is called most. */
function unreachedKnots(system: System, graph: CallGraph, roots: readonly string[]): string[] {
  const reached = new Set([...known(system), ...roots]);
  const spread = (): void => {
    const queue = [...reached];
    for (const name of queue) {
      for (const { call } of graph.from.get(name) ?? []) {
        if (reached.has(call.to)) continue;
        reached.add(call.to);
        queue.push(call.to);
      }
    }
  };
  spread();
  const found: string[] = [];
  for (const members of graph.components) {
    if (members.length === 1 || members.some((name) => reached.has(name))) continue;
    const volume = (name: string): number =>
      (graph.to.get(name) ?? []).reduce((sum, { call }) => sum + (call.volume?.value ?? 0), 0);
    const [most] = [...members].sort((a, b) => volume(b) - volume(a) || (a < b ? -1 : 1));
    found.push(most);
    reached.add(most);
    spread();
  }
  return found;
}
