/**
 * Metastable failure, as far as one run can tell: services that stay bad although nothing is broken any more.
 *
 * All faults are over and all repairs done; the last of either left the rest of the run quiet. A service is stuck when
 * through the second half of that quiet time it is under 99 % for nine tenths of it, although it was up before T+0.
 * The first half is left to queues that drain and caches that warm. Whether a run *would* be metastable under slightly
 * larger faults needs another run: `src/studies/vulnerable.ts`.
 */
import { STATES } from '../record/record.js';
import { secondsWhere, valueAt } from '../record/steps.js';
import { instantOf } from './instant.js';
import type { Reading, Subject } from './reading.js';
import { isUp } from './thresholds.js';

/** What breaks or mends; after the last of these nothing but load is left. */
const OUTSIDE = [
  'fault.began',
  'fault.stepped',
  'fault.ended',
  'intervention.made',
  'power.returned',
  'cooling.returned',
  'entry.allowed',
  'link.restored',
  'servers.recovered',
  'demand.normal',
  'team.returned',
  'task.finished',
  'boot.wave',
  'boot.finished',
  'rebuild.finished',
  'failover.done',
  'failback.done',
  'admission.set',
] as const;

const STUCK_SHARE = 0.9;
const WARMING = STATES.indexOf('warming');

export interface StuckService {
  readonly subject: Subject;
  /** Success at the end of the run. */
  readonly share: number;
  /** Microseconds from which on nothing was broken. */
  readonly quietFrom: number;
}

export type Stability = 'stable' | 'vulnerable' | 'metastable';

/** A verdict with its evidence. */
export interface StabilityVerdict {
  readonly stability: Stability;
  /** Services that stayed bad in the run that decided, with their success at its end; empty when stable. */
  readonly stuck: readonly { readonly id: string; readonly share: number }[];
  /** ISO 8601: from when on nothing was broken in that run; null when stable. */
  readonly quietFromAt: string | null;
  /** What was enlarged to see it; empty for a run that is metastable as it stands. */
  readonly enlarged: readonly string[];
}

/** What one run tells: metastable, or as far as it shows stable. `enlarged` says what was larger in it than in the file. */
export function stabilityOf(reading: Reading, enlarged: readonly string[] = []): StabilityVerdict {
  const stuck = stuckServices(reading);
  if (stuck.length === 0) return { stability: 'stable', stuck: [], quietFromAt: null, enlarged: [] };
  return {
    stability: enlarged.length === 0 ? 'metastable' : 'vulnerable',
    stuck: stuck.map(({ subject, share }) => ({ id: subject.id, share })),
    quietFromAt: instantOf(reading.record, stuck[0].quietFrom),
    enlarged,
  };
}

/** Empty unless the run is metastable. */
export function stuckServices(reading: Reading): readonly StuckService[] {
  const { record, end, origin } = reading;
  if (record.originMicroseconds === null || record.end.faultsActive > 0 || record.end.tasksOpen > 0) return [];
  const quietFrom = lastOutsideEvent(reading);
  const from = quietFrom + (end - quietFrom) / 2;
  if (!(end > from)) return [];
  const stuck: StuckService[] = [];
  for (const subject of reading.subjects) {
    const before = origin > 0 ? valueAt(subject.share, origin - 1) : 1;
    const warming = reading.view.at(subject.entity, 'state', end) === WARMING;
    if (before < 1 && !isUp(before)) continue;
    const bad = secondsWhere(subject.share, from, end, (share) => !isUp(share));
    if (!warming && bad >= (STUCK_SHARE * (end - from)) / 1e6)
      stuck.push({ subject, share: valueAt(subject.share, end), quietFrom });
  }
  return stuck;
}

function lastOutsideEvent(reading: Reading): number {
  const last = reading.view.eventsBy(OUTSIDE).at(-1);
  return last === undefined ? 0 : reading.record.events.time[last];
}
