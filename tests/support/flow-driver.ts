/**
 * Runs the flow alone, with hand-made facts instead of faults and repairs: for tests of the solver.
 *
 * ```ts
 * const run = driveFlow(scenario, [{ at: 60, do: (flow) => flow.setServing(0, 5, 'refuse') }], 300);
 * run.track('web', 'share').at(120)
 * ```
 */
import { Engine } from '../../src/engine/engine.js';
import { microseconds } from '../../src/engine/time.js';
import type { EntityKind, Quantity, RunRecord } from '../../src/record/record.js';
import { createRecorder } from '../../src/record/record-writer.js';
import type { Scenario } from '../../src/scenario/model.js';
import { FLOW_EVENT_COUNT, type FlowControl, type RepairView } from '../../src/world/flow/contract.js';
import { createFlow } from '../../src/world/flow/flow.js';
import { compileTopology } from '../../src/world/topology.js';

export interface FlowAct {
  readonly at: number;
  readonly do: (flow: FlowControl) => void;
}

export interface DrivenFlow {
  readonly record: RunRecord;
  readonly events: number;
  /** Value of a step function at a time in seconds. */
  at(kind: EntityKind, id: string, quantity: Quantity, seconds: number): number;
  /** Mean of a step function over a window in seconds. */
  mean(kind: EntityKind, id: string, quantity: Quantity, from: number, to: number): number;
  /** Times in seconds at which a step function changed. */
  changes(kind: EntityKind, id: string, quantity: Quantity): number[];
}

const HEALTHY: RepairView = {
  recovering: () => false,
  recoveringDeployment: () => false,
  warming: () => false,
  siteLost: () => false,
  reason: () => -1,
  operator: () => false,
};

export function driveFlow(
  scenario: Scenario,
  acts: readonly FlowAct[] = [],
  seconds = scenario.durationSeconds,
): DrivenFlow {
  const recorder = createRecorder();
  const topology = compileTopology(scenario, recorder);
  let flow: FlowControl;
  const kinds = [
    { name: 'act', class: 0, apply: (target: number) => acts[target].do(flow) },
    ...Array.from({ length: FLOW_EVENT_COUNT }, (_, kind) => ({
      name: `flow.${kind}`,
      class: 1,
      apply: (target: number) => flow.happen(kind, target),
    })),
  ];
  const engine = new Engine({ kinds, settle: () => flow.settle() });
  flow = createFlow(
    topology,
    recorder,
    {
      now: () => engine.now,
      schedule: (at, kind, target) => engine.schedule(at as never, kind + 1, target),
      cancel: (handle) => {
        engine.cancel(handle);
      },
    },
    HEALTHY,
  );
  for (const [k, act] of acts.entries()) engine.schedule(microseconds(act.at), 0, k);
  flow.settle();
  const end = microseconds(seconds);
  engine.runUntil(end);
  const totals = flow.finish();
  for (const warning of totals.warnings) recorder.warn(warning);
  const record = recorder.finish({
    engine: 'test',
    scenario: { id: scenario.id, sha256: scenario.sha256 },
    layout: scenario.layout,
    seed: '1',
    startEpochMilliseconds: 0,
    offsetMinutes: 0,
    durationMicroseconds: end,
    originMicroseconds: null,
    ledgers: totals.ledgers,
    counters: {
      events: engine.events,
      settles: totals.settles,
      visits: totals.visits,
      notConverged: totals.notConverged,
    },
    end: { faultsActive: 0, tasksOpen: 0 },
  });
  const find = (kind: EntityKind, id: string, quantity: Quantity) => {
    const entity = record.entities.findIndex((e) => e.kind === kind && e.id === id);
    const track = record.tracks.find((t) => t.entity === entity && t.quantity === quantity);
    if (!track) throw new Error(`no track ${quantity} of ${kind} ${id}`);
    return track;
  };
  return {
    record,
    events: engine.events,
    at: (kind, id, quantity, time) => {
      const { times, values } = find(kind, id, quantity);
      let k = 0;
      while (k + 1 < times.length && times[k + 1] <= time * 1e6) k++;
      return values[k];
    },
    mean: (kind, id, quantity, from, to) => {
      const { times, values } = find(kind, id, quantity);
      let sum = 0;
      for (let k = 0; k < times.length; k++) {
        const start = Math.max(from * 1e6, times[k]);
        const stop = Math.min(to * 1e6, k + 1 < times.length ? times[k + 1] : end);
        if (stop > start) sum += values[k] * (stop - start);
      }
      return sum / (to - from) / 1e6;
    },
    changes: (kind, id, quantity) => [...find(kind, id, quantity).times].map((t) => t / 1e6),
  };
}
