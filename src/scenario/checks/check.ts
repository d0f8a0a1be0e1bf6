import type { Scenario } from '../model.js';
import type { Finding } from '../problem.js';

/** A check of sense: reads a whole scenario whose names are all known or told, and says what cannot be meant. */
export type Check = (scenario: Scenario) => readonly CheckFinding[];

/** A finding by the path text that the scenario's things bear. */
export type CheckFinding = Omit<Finding, 'path'> & { readonly at: string };
