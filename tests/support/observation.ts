/**
 * What a run shows of services and deployments, whichever engine ran it: the fluid one or requests one by one.
 *
 * A test that asks an observation can put the same question to both. Times are seconds from the scenario's start;
 * means are over `[from, to)`.
 */
import type { EntityKind, Quantity, RunRecord } from '../../src/record/record.js';
import { integral, valueAt } from '../../src/record/steps.js';
import { type RecordView, viewRecord } from '../../src/record/view.js';
import type { Scenario } from '../../src/scenario/model.js';
import { simulate } from '../../src/world/simulate.js';
import { placeOf, type RequestCounts, sourceOf, sumBetween } from '../request-simulation/counts.js';
import { simulateRequests } from '../request-simulation/simulate-requests.js';

export interface Observation {
  /** Succeeded over wanted, of the users of a service or journey. */
  success(source: string, from: number, to: number): number;
  /** Attempts that arrive at a deployment (`store@here`), a second. */
  offered(deployment: string, from: number, to: number): number;
  refused(deployment: string, from: number, to: number): number;
  completed(deployment: string, from: number, to: number): number;
  /** Requests waiting at a deployment; for what stands still, since a record knows a ramp by its events only. */
  backlog(deployment: string, from: number, to: number): number;
  /** When, from `from` on, at least (`up`) or at most so many first wait; null: never. */
  backlogReaches(deployment: string, level: number, up: boolean, from: number): number | null;
  warmth(deployment: string, at: number): number;
}

export type Engine = 'fluid' | 'request by request';
export const ENGINES: readonly Engine[] = ['fluid', 'request by request'];

export function observe(engine: Engine, scenario: Scenario, seed: string | number = 1): Observation {
  return engine === 'fluid'
    ? observeRecord(simulate(scenario, { seed: String(seed) }))
    : observeRequests(simulateRequests(scenario, { seed }));
}

export function observeRecord(record: RunRecord): Observation {
  const view = viewRecord(record);
  const ofSource = (id: string): number => {
    const service = view.find('service', id);
    return service >= 0 ? service : entityOf(view, 'journey', id);
  };
  const meanOf = (entity: number, quantity: Quantity, from: number, to: number): number => {
    const track = view.track(entity, quantity);
    return track ? integral(track, from * 1e6, to * 1e6) / (to - from) : 0;
  };
  const ofDeployment =
    (quantity: Quantity) =>
    (deployment: string, from: number, to: number): number =>
      meanOf(entityOf(view, 'deployment', deployment), quantity, from, to);
  return {
    success(source, from, to) {
      const entity = ofSource(source);
      return meanOf(entity, 'succeeded', from, to) / meanOf(entity, 'wanted', from, to);
    },
    offered: ofDeployment('offered'),
    refused: ofDeployment('refused'),
    completed: ofDeployment('completed'),
    backlog: ofDeployment('backlog'),
    backlogReaches(deployment, level, up, from) {
      const track = view.track(entityOf(view, 'deployment', deployment), 'backlog');
      for (let i = 0; track && i < track.times.length; i++) {
        if (track.times[i] >= from * 1e6 && (up ? track.values[i] >= level : track.values[i] <= level))
          return track.times[i] / 1e6;
      }
      return null;
    },
    warmth(deployment, at) {
      const track = view.track(entityOf(view, 'deployment', deployment), 'warmth');
      return track ? valueAt(track, at * 1e6) : Number.NaN;
    },
  };
}

/** Counts of windows of one second. */
export function observeRequests(counts: RequestCounts): Observation {
  const rate =
    (column: 'offered' | 'refused' | 'completed' | 'queued') =>
    (deployment: string, from: number, to: number): number =>
      sumBetween(counts, placeOf(counts, deployment)[column], from, to) / (to - from);
  return {
    success(source, from, to) {
      const { wanted, succeeded } = sourceOf(counts, source);
      return sumBetween(counts, succeeded, from, to) / sumBetween(counts, wanted, from, to);
    },
    offered: rate('offered'),
    refused: rate('refused'),
    completed: rate('completed'),
    backlog: rate('queued'),
    backlogReaches(deployment, level, up, from) {
      const { queued } = placeOf(counts, deployment);
      for (let w = from; w < counts.windows; w++) if (up ? queued[w] >= level : queued[w] <= level) return w + 1;
      return null;
    },
    warmth(deployment, at) {
      let coldest = 1;
      for (const [cache, warmth] of counts.warmth) {
        if (cache.startsWith(`${deployment}->`)) coldest = Math.min(coldest, warmth[Math.max(0, Math.round(at) - 1)]);
      }
      return coldest;
    },
  };
}

function entityOf(view: RecordView, kind: EntityKind, id: string): number {
  const entity = view.find(kind, id);
  if (entity < 0) throw new Error(`the record has no ${kind} ${id}`);
  return entity;
}
