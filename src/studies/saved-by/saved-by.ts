/**
 * What would have saved it? Single changes, taken from what bound and what decided the way back, each run again with the
 * same seed, and ranked by how much shorter the service is down.
 *
 * One change at a time: two that help only together are not found. Left out: what a change costs (`compare`, `advise`).
 */
import type { RunRecord } from '../../record/record.js';
import type { Language } from '../../results/amounts.js';
import { sayIn } from '../../results/binding/say.js';
import { timesBad } from '../../results/explanation.js';
import { hoursByRoot, hoursByRootInAll } from '../../results/hours-by-root.js';
import { worstRecoveryPoint, writesLostInAll } from '../../results/measures/data.js';
import { milestones } from '../../results/milestones.js';
import { afterSeconds, type Reading, readRun, type Subject } from '../../results/reading.js';
import type { Scenario } from '../../scenario/model.js';
import type { Change, Layout } from './change.js';
import { cluesAt } from './clues.js';
import { CHANGE_KINDS } from './kinds/index.js';

/** How it would have been. */
export interface SavedBy {
  readonly id: string;
  /** In words. */
  readonly change: string;
  /** The change as `--set` settings, with which a run gives the same numbers; empty when it is a layout. */
  readonly set: readonly string[];
  /** The change as a layout of the file; null when settings say it. */
  readonly layout: Layout | null;
  readonly downtimeSeconds: number;
  readonly notUpSeconds: number;
  readonly restoredAfterSeconds: number | null;
  /** Seconds less down than as it was; negative: longer. */
  readonly savedSeconds: number;
  /** Writes lost, of all services, and the recovery point of the worst: what a change of data may be about. */
  readonly writesLost: number | null;
  readonly recoveryPointSeconds: number | null;
  /** User-hours lost through this service, and in all. */
  readonly userHoursLost: number;
  readonly userHoursLostInAll: number;
}

/** How many changes are tried at most. */
export const MOST_CHANGES = 20;

/** Changes worth a run, one of each kind before a second of any. */
export function changesFor(reading: Reading, subject: Subject, time: number, most = MOST_CHANGES): readonly Change[] {
  const clues = cluesAt(reading, subject, time);
  if (clues === null) return [];
  const byKind = CHANGE_KINDS.map((propose) => propose(clues));
  const rounds = Math.max(...byKind.map(({ length }) => length));
  const all: Change[] = [];
  for (let round = 0; round < rounds; round++)
    for (const changes of byKind) if (round < changes.length) all.push(changes[round]);
  return all.slice(0, most);
}

/** What one run with the change tells; `base` is the run as it was. */
export function effectOf(
  base: Reading,
  subject: Subject,
  change: Change,
  changed: Scenario,
  record: RunRecord,
  language: Language,
): SavedBy {
  const reading = readRun(changed, record);
  const same = reading.subjects.find((each) => each.id === subject.id && each.kind === subject.kind) as Subject;
  const { downtimeSeconds, notUpSeconds } = timesBad(reading, same);
  const { failed, restored } = milestones(reading, same);
  return {
    id: change.id,
    change: changeText(base, change, language),
    set: change.set,
    layout: change.layout,
    downtimeSeconds,
    notUpSeconds,
    restoredAfterSeconds: failed === null ? 0 : afterSeconds(reading, restored),
    savedSeconds: timesBad(base, subject).downtimeSeconds - downtimeSeconds,
    writesLost: writesLostInAll(reading),
    recoveryPointSeconds: worstRecoveryPoint(reading),
    userHoursLost: hoursByRoot(reading, same).userHours,
    userHoursLostInAll: hoursByRootInAll(reading).userHours,
  };
}

/** A change in words. */
export function changeText(base: Reading, change: Change, language: Language): string {
  return change.text(sayIn(base.scenario, base.view, language, base.origin));
}

/** Shortest downtime first, then shortest time not up, then fewest writes lost; among equals in the order tried. */
export function ranked(all: readonly SavedBy[]): readonly SavedBy[] {
  return [...all].sort(
    (a, b) =>
      a.downtimeSeconds - b.downtimeSeconds ||
      a.notUpSeconds - b.notUpSeconds ||
      (a.recoveryPointSeconds ?? 0) - (b.recoveryPointSeconds ?? 0),
  );
}
