/**
 * What an interval of not being up may go back to: a fault, an operator's intervention, or a fact that the scenario
 * states and that is not enough. Each can be taken away, so that a further run tells what it would have been without.
 */
import type { Say } from '../../results/binding/constraint.js';
import type { Scenario } from '../../scenario/model.js';
import type { Intervention } from '../../world/fault-course.js';

export type RootKind = 'fault' | 'intervention' | 'capacity' | 'time-limit' | 'cold-cache';

/** All that a run is made of but its seed. */
export interface Setup {
  readonly scenario: Scenario;
  readonly interventions: readonly Intervention[];
}

export interface Root {
  /** Unique among the roots of one question: `fault second-cut`. */
  readonly key: string;
  readonly kind: RootKind;
  /** Id of the fault or intervention, of the deployment, or of the service. */
  readonly id: string;
  /** Microseconds at which it began; a fact that holds from the start: 0. */
  readonly at: number;
  /** Where the file says it; may be empty. */
  readonly path: string;
  /** What would have been, as it is said before a comma: `without the fire`, `with servers enough`. */
  readonly absence: (say: Say) => string;
  readonly without: (setup: Setup) => Setup;
}

/** The setup without any of some roots. */
export function withoutAll(setup: Setup, roots: readonly Root[]): Setup {
  return roots.reduce((rest, root) => root.without(rest), setup);
}
