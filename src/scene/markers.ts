/**
 * The instants that matter: faults, changes of state, steps of the recovery, decisions of people, and milestones.
 *
 * The timeline marks them, the list tells them, playing pauses at them and stepping jumps between them: one list for
 * all. Changes of services and journeys count, not those of single deployments, of which there are many.
 */
import type { RuleId } from '../record/rules.js';
import type { EventView } from '../record/view.js';
import type { Reading } from '../results/reading.js';
import { countUpTo } from './change-times.js';

export const MARKER_KINDS = ['fault', 'change', 'recovery', 'operator', 'milestone'] as const;
export type MarkerKind = (typeof MARKER_KINDS)[number];

export const MARKER_SIGNS: Readonly<Record<MarkerKind, string>> = {
  fault: '▼',
  change: '●',
  recovery: '▲',
  operator: '★',
  milestone: '⚑',
};

export interface Marker {
  readonly kind: MarkerKind;
  /** Microseconds. */
  readonly time: number;
  /** Number in the causal log. */
  readonly event: number;
}

const KIND_OF_RULE: Readonly<Partial<Record<RuleId, MarkerKind>>> = {
  'fault.began': 'fault',
  'fault.stepped': 'fault',
  'fault.ended': 'recovery',
  'intervention.made': 'operator',
  'power.lost': 'fault',
  'power.returned': 'recovery',
  'cooling.lost': 'fault',
  'cooling.returned': 'recovery',
  'entry.forbidden': 'fault',
  'entry.allowed': 'recovery',
  'link.cut': 'fault',
  'link.slowed': 'fault',
  'link.restored': 'recovery',
  'demand.surged': 'fault',
  'team.left': 'fault',
  'team.returned': 'recovery',
  'failover.decided': 'operator',
  'failover.waits-for-tool': 'operator',
  'failover.by-hand': 'operator',
  'failover.refused': 'operator',
  'failover.done': 'recovery',
  'failback.done': 'recovery',
  'boot.finished': 'recovery',
  'circle.broken': 'operator',
  'rebuild.finished': 'recovery',
  'state.changed': 'change',
  'overload.began': 'change',
  'flapping.began': 'change',
  'function.complete': 'milestone',
};

/** In order of time, then of the log. */
export function markersOf(reading: Reading): readonly Marker[] {
  const { view } = reading;
  const { count } = view.record.events;
  const markers: Marker[] = [];
  for (let i = 0; i < count; i++) {
    const event = view.event(i);
    const kind = markerKind(reading, event);
    if (kind !== null) markers.push({ kind, time: event.time, event: i });
  }
  return markers;
}

/** Null: an event of the fine print. */
export function markerKind(reading: Reading, event: EventView): MarkerKind | null {
  const kind = KIND_OF_RULE[event.rule] ?? null;
  if (kind === null) return null;
  const { kind: entity } = reading.view.entity(event.entity);
  // What the file states at the start is no news.
  if (event.rule === 'state.changed' && event.time === 0) return null;
  if (kind === 'change' || kind === 'milestone') return entity === 'service' || entity === 'journey' ? kind : null;
  return kind;
}

/** Distinct times of markers. */
export function markerTimes(markers: readonly Marker[]): Float64Array {
  return Float64Array.from(new Set(markers.map((marker) => marker.time)));
}

/** The first time after `time`, or null. */
export function nextTime(times: Float64Array, time: number): number | null {
  const place = countUpTo(times, time);
  return place < times.length ? times[place] : null;
}

/** The last time before `time`, or null. */
export function previousTime(times: Float64Array, time: number): number | null {
  let place = countUpTo(times, time) - 1;
  if (place >= 0 && times[place] === time) place--;
  return place >= 0 ? times[place] : null;
}

export interface MarkerCluster {
  /** The most telling kind in it: changes are many, and follow from the others. */
  readonly kind: MarkerKind;
  readonly x: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

const TELLING: readonly MarkerKind[] = ['fault', 'operator', 'recovery', 'milestone', 'change'];

/** Markers closer than `distance` pixels become one with a count. `x` gives a time's place, or null when not shown. */
export function clusterMarkers(
  markers: readonly Marker[],
  x: (time: number) => number | null,
  distance = 6,
): readonly MarkerCluster[] {
  const clusters: { kind: MarkerKind; x: number; count: number; from: number; to: number }[] = [];
  for (const { kind, time } of markers) {
    const at = x(time);
    if (at === null) continue;
    const last = clusters.at(-1);
    if (last !== undefined && at - last.x < distance) {
      last.count++;
      last.to = time;
      if (TELLING.indexOf(kind) < TELLING.indexOf(last.kind)) last.kind = kind;
    } else clusters.push({ kind, x: at, count: 1, from: time, to: time });
  }
  return clusters;
}
