/**
 * How many requests go from one slot to another at an instant: what arrives at a deployment times the calls that each makes,
 * to the callee in its own site or, where that is not there, to the first that is sent to. Of a journey: what its users want.
 *
 * An estimate of the record's numbers for the eye: the record has no rate of each dependency. Of the attempts, those fail that
 * the callee does not answer, and those are retries that are more than were wanted. Left out: queued work that comes later.
 */
import type { Quantity } from '../record/record.js';
import type { Reading } from '../results/reading.js';
import type { Dependency } from '../scenario/model.js';
import { changeTimes, countUpTo } from './change-times.js';
import type { StageSlot } from './stage-slots.js';

export interface FlowEdge {
  readonly from: StageSlot;
  readonly to: StageSlot;
  readonly need: Dependency;
  /** Attempts a second. */
  readonly rate: number;
  /** Of them, 0..1. */
  readonly failing: number;
  readonly retried: number;
}

const OF_FLOW: ReadonlySet<Quantity> = new Set(['offered', 'wanted', 'asked', 'share', 'routed']);

/** Edges with anything on them; the same as long as nothing about them changes. */
export function flowEdges(reading: Reading, slots: readonly StageSlot[], time: number): readonly FlowEdge[] {
  const times = reading.remember('times of flow', () => changeTimes(reading.record, OF_FLOW));
  const known = reading.remember('edges of flow', () => new WeakMap<readonly StageSlot[], KeptEdges>());
  const piece = countUpTo(times, time);
  const before = known.get(slots);
  if (before?.piece === piece) return before.edges;
  const edges = readEdges(reading, slots, time);
  known.set(slots, { piece, edges });
  return edges;
}

interface KeptEdges {
  readonly piece: number;
  readonly edges: readonly FlowEdge[];
}

function readEdges({ view, scenario }: Reading, slots: readonly StageSlot[], time: number): readonly FlowEdge[] {
  const at = (entity: number, quantity: 'offered' | 'wanted' | 'asked' | 'share' | 'routed'): number => {
    const value = entity < 0 ? Number.NaN : view.at(entity, quantity, time);
    return Number.isNaN(value) ? 0 : value;
  };
  const needs = new Map([...scenario.services, ...scenario.journeys].map((each) => [each.id, each.needs]));
  const byService = new Map<string, StageSlot[]>();
  for (const slot of slots) {
    if (slot.kind === 'deployment') byService.set(slot.id, [...(byService.get(slot.id) ?? []), slot]);
  }
  const health = new Map<string, { failing: number; retried: number }>();
  const healthOf = (id: string): { failing: number; retried: number } => {
    const known = health.get(id);
    if (known !== undefined) return known;
    const service = view.find('service', id);
    const offered = (byService.get(id) ?? []).reduce((sum, { entity }) => sum + at(entity, 'offered'), 0);
    const asked = at(service, 'asked');
    const told = {
      failing: 1 - Math.min(1, at(service, 'share')),
      retried: offered > asked && asked > 0 ? (offered - asked) / offered : 0,
    };
    health.set(id, told);
    return told;
  };
  const edges: FlowEdge[] = [];
  for (const from of slots) {
    const arriving = at(from.entity, from.kind === 'journey' ? 'wanted' : 'offered');
    if (arriving <= 0) continue;
    for (const need of needs.get(from.id) ?? []) {
      if (need.kind === 'startup' || need.kind === 'operate' || need.calls <= 0) continue;
      const there = byService.get(need.service) ?? [];
      const to =
        there.find(({ site }) => site === from.site) ??
        there.find(({ entity }) => at(entity, 'routed') > 0) ??
        there[0];
      if (to !== undefined) edges.push({ from, to, need, rate: arriving * need.calls, ...healthOf(need.service) });
    }
  }
  return edges;
}

/** The most that any one edge of the run carries: what full density stands for, whatever the moment. */
export function greatestFlow(reading: Reading): number {
  return reading.remember('greatest flow', () => {
    const { view, scenario } = reading;
    const most = (entity: number, quantity: 'offered' | 'wanted'): number => {
      const track = entity < 0 ? null : view.track(entity, quantity);
      return track === null ? 0 : track.values.reduce((max, value) => Math.max(max, value), 0);
    };
    const calls = (needs: readonly Dependency[]): number => Math.max(0, ...needs.map((need) => need.calls));
    const flows = [
      ...scenario.journeys.map(({ id, needs }) => most(view.find('journey', id), 'wanted') * calls(needs)),
      ...scenario.services.flatMap(({ id, deployments, needs }) =>
        deployments.map(({ site }) => most(view.find('deployment', `${id}@${site}`), 'offered') * calls(needs)),
      ),
    ];
    return Math.max(0, ...flows);
  });
}

/** One of three widths, by tenfold steps below the greatest: what differs less is not told apart by eye. */
export function flowWidth(rate: number, greatest: number): number {
  if (greatest <= 0 || rate < greatest / 100) return 1;
  return rate < greatest / 10 ? 2 : 3.25;
}
