/**
 * One simulation: a scenario and a seed go in, a record comes out. Pure: the same in, the same out, byte for byte.
 *
 * ```ts
 * const record = simulate(scenario, { seed: '1' });
 * ```
 *
 * Left out: whatever needs more than one run (`src/studies`) and what is read from a record (`src/results`).
 */
import { microseconds } from '../engine/time.js';
import type { RunRecord, RunWarning } from '../record/record.js';
import { createRecorder } from '../record/record-writer.js';
import type { Fault, Scenario } from '../scenario/model.js';
import type { Intervention } from './fault-course.js';
import { createFlow } from './flow/flow.js';
import { type OpenWait, openWaits, waitsForEver } from './open-waits.js';
import { withRebuildPlaces } from './recovery/work/rebuild-places.js';
import { type FlowFactory, World } from './world.js';

/** Changes whenever the same scenario and seed may give another record. */
export const ENGINE_VERSION = '0.1.0';

export interface SimulateOptions {
  readonly seed: string | number;
  /** In the place of the scenario's own. */
  readonly faults?: readonly Fault[];
  /** Acts of an operator on top of it; times count from the scenario's start. */
  readonly interventions?: readonly Intervention[];
  /** The flow to use, for tests of the rest. */
  readonly createFlow?: FlowFactory;
}

/** A run that can be taken in slices, so that a page stays responsive and a terminal can show progress. */
export interface Run {
  /** Works until about so many events have been applied, or the end. */
  advance(maxEvents: number): { readonly done: boolean; readonly simulatedSeconds: number };
  /** What each open piece of the way back waits for now. */
  waits(): readonly OpenWait[];
  /** Runs to the end, if it is not there, and gives the record; once. */
  finish(): RunRecord;
  /** The world itself, for tests. */
  readonly world: World;
}

export function simulate(scenario: Scenario, options: SimulateOptions): RunRecord {
  return startRun(scenario, options).finish();
}

export function startRun(scenario: Scenario, options: SimulateOptions): Run {
  const recorder = createRecorder();
  const seed = String(options.seed);
  const world = new World(withRebuildPlaces(scenario), {
    seed,
    faults: options.faults ?? scenario.faults,
    interventions: options.interventions ?? [],
    recorder,
    createFlow: options.createFlow ?? createFlow,
  });
  const { engine } = world;
  const end = microseconds(scenario.durationSeconds);

  const advance: Run['advance'] = (maxEvents) => {
    const stop = engine.events + Math.max(1, maxEvents);
    while (engine.nextTime <= end && engine.events < stop) engine.step();
    const done = engine.nextTime > end;
    if (done) engine.runUntil(end);
    return { done, simulatedSeconds: engine.now / 1e6 };
  };

  return {
    world,
    advance,
    waits: () => openWaits(world),
    finish() {
      advance(Number.POSITIVE_INFINITY);
      const totals = world.flow.finish();
      for (const warning of [...totals.warnings, ...ownWarnings(world, scenario)]) recorder.warn(warning);
      return recorder.finish({
        engine: ENGINE_VERSION,
        scenario: { id: scenario.id, sha256: scenario.sha256 },
        layout: scenario.layout,
        seed,
        startEpochMilliseconds: scenario.start.epochMilliseconds,
        offsetMinutes: scenario.start.offsetMinutes,
        durationMicroseconds: end,
        originMicroseconds: world.originMicroseconds,
        ledgers: { ...totals.ledgers, data: world.data.ledger() },
        counters: {
          events: engine.events,
          settles: totals.settles,
          steps: totals.steps,
          visits: totals.visits,
          notConverged: totals.notConverged,
        },
        end: { faultsActive: world.course.active(), tasksOpen: world.openWork() },
      });
    },
  };
}

function ownWarnings(world: World, scenario: Scenario): readonly RunWarning[] {
  const idle = world.course.withoutEffect();
  const warnings: RunWarning[] = [];
  if (idle.length > 0) {
    const named = idle.map((id) => {
      const fault = scenario.faults.find((each) => each.id === id);
      return fault ? `${fault.kind} (${fault.path})` : id;
    });
    warnings.push({
      code: 'fault-without-effect',
      subjects: idle,
      count: idle.length,
      message: `faults that changed nothing: ${named.join(', ')}`,
    });
  }
  const stuck = waitsForEver(world, world.workIsDue());
  if (stuck) warnings.push(stuck);
  return warnings;
}
