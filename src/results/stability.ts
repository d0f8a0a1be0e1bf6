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
import type { Reading, Subject } from './reading.js';
import { isUp } from './thresholds.js';

/** What breaks or mends; after the last of these nothing but load is left. */
const OUTSIDE: ReadonlySet<string> = new Set([
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
]);

const STUCK_SHARE = 0.9;
const WARMING = STATES.indexOf('warming');

export interface StuckService {
  readonly subject: Subject;
  /** Success at the end of the run. */
  readonly share: number;
  /** Microseconds from which on nothing was broken. */
  readonly quietFrom: number;
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
  for (let i = reading.record.events.count - 1; i >= 0; i--) {
    const event = reading.view.event(i);
    if (OUTSIDE.has(event.rule)) return event.time;
  }
  return 0;
}
