/**
 * Classes that every scenario has: how services of one kind are brought back. A file may change or extend them.
 *
 * All durations are assumed: no public source gives them by class. They are medians and 95th percentiles for one team
 * of the stated size working undisturbed, from ordinary practice (a deploy takes minutes, a consistency check of a
 * database scales with its size), and meant to be replaced by the reader's own.
 */
import { type Distribution, logNormal } from '../engine/distributions.js';

export interface StagePlan {
  readonly duration: Distribution;
  /** The first of these that the scenario has; else its largest team. */
  readonly team: string;
  readonly people: number;
}

export interface ClassPlan {
  readonly check: StagePlan | null;
  readonly start: StagePlan | null;
  readonly verify: StagePlan | null;
  readonly rebuild: StagePlan | null;
  readonly serveFirst: boolean;
  readonly quorum: number;
  readonly byHandFactor: number | null;
  /** Off until a file says otherwise, as all mechanisms are. */
  readonly admission: null;
  readonly meaning: string;
}

const MINUTE = 60;
const HOUR = 3600;

function plan(median: number, p95: number, team: string, people = 1): StagePlan {
  return { duration: logNormal(median, p95), team, people };
}

export const DEFAULT_CLASSES: Readonly<Record<string, ClassPlan>> = {
  stateless: {
    meaning: 'Programs without data of their own: deployed anew, quickly.',
    check: null,
    start: plan(10 * MINUTE, 30 * MINUTE, 'service'),
    verify: plan(15 * MINUTE, 45 * MINUTE, 'service'),
    rebuild: plan(1 * HOUR, 4 * HOUR, 'service'),
    serveFirst: true,
    quorum: 0.5,
    byHandFactor: 3,
    admission: null,
  },
  stateful: {
    meaning: 'Data that is checked before it is trusted.',
    check: plan(30 * MINUTE, 2 * HOUR, 'data'),
    start: plan(20 * MINUTE, 1 * HOUR, 'service'),
    verify: plan(30 * MINUTE, 90 * MINUTE, 'service'),
    rebuild: plan(4 * HOUR, 12 * HOUR, 'data'),
    serveFirst: false,
    quorum: 0.6,
    byHandFactor: 3,
    admission: null,
  },
  'large-stateful': {
    meaning: 'So much data that checking and restoring it takes most of a day.',
    check: plan(6 * HOUR, 18 * HOUR, 'data'),
    start: plan(1 * HOUR, 3 * HOUR, 'service'),
    verify: plan(3 * HOUR, 9 * HOUR, 'service'),
    rebuild: null,
    serveFirst: false,
    quorum: 0.8,
    byHandFactor: 3,
    admission: null,
  },
  'special-hardware': {
    meaning: 'Machines that nothing else can stand in for, such as storage appliances.',
    check: plan(4 * HOUR, 16 * HOUR, 'platform'),
    start: plan(1 * HOUR, 4 * HOUR, 'platform'),
    verify: plan(1 * HOUR, 3 * HOUR, 'service'),
    rebuild: null,
    serveFirst: false,
    quorum: 1,
    byHandFactor: 2,
    admission: null,
  },
  tool: {
    meaning: 'What the people who repair work with: deploy tool, image registry, secret store.',
    check: null,
    start: plan(30 * MINUTE, 90 * MINUTE, 'platform'),
    verify: plan(15 * MINUTE, 45 * MINUTE, 'platform'),
    rebuild: plan(4 * HOUR, 12 * HOUR, 'platform'),
    serveFirst: true,
    quorum: 0.5,
    byHandFactor: 3,
    admission: null,
  },
};
