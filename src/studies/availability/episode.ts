/**
 * A piece of a life: from shortly before something goes wrong until everything is as it was again.
 *
 * Between episodes nothing is simulated, since nothing happens: the system is as it was at the start. An episode is a run of its own, at
 * the right time of day; what goes wrong before the last is over belongs to it. It is over when no fault holds, no work is open and every
 * service is up, some hours after the last fault; where it is not, it is run again for twice as long.
 * Left out of what is carried on from one episode to the next: users who are away, a standby that goes on serving, writes that were lost,
 * servers destroyed: each episode begins with the system whole.
 */
import type { RunRecord } from '../../record/record.js';
import { valueAt } from '../../record/steps.js';
import { type Reading, readRun } from '../../results/reading.js';
import { isUp } from '../../results/thresholds.js';
import type { Fault, Scenario } from '../../scenario/model.js';
import { simulateInSteps } from '../simulate-in-steps.js';
import type { Occurrence } from './chances.js';

export interface Episode {
  readonly reading: Reading;
  /** How many of the occurrences belong to it. */
  readonly count: number;
  /** It was not over after the longest time that is waited for. */
  readonly gaveUp: boolean;
}

/** Demand changes with the half hours of a day, so a run may begin at any of them. */
const HALF_HOUR = 1800;
/** Before the first fault, so that what is measured over a window has one. */
const LEAD = 600;
/** After the last fault, at first. */
const FIRST_TAIL = 6 * 3600;
/** After which it is taken for mended: thirty days, assumed. What did not come back is counted as out until then. */
export const LONGEST_TAIL = 30 * 86_400;

/** @param life in the order of time @param from place of the first that belongs to it */
export function* episode(
  scenario: Scenario,
  life: readonly Occurrence[],
  from: number,
  spanSeconds: number,
  seed: string,
): Generator<number, Episode> {
  const begin = Math.max(0, Math.floor((life[from].atSeconds - LEAD) / HALF_HOUR) * HALF_HOUR);
  for (let tail = FIRST_TAIL; ; tail = Math.min(LONGEST_TAIL, 2 * tail)) {
    const members = membersOf(scenario, life, from, tail);
    const end = Math.min(spanSeconds, endOf(scenario, members) + tail);
    const seen = at(scenario, begin, end, members);
    const record = yield* simulateInSteps(seen, { seed: `${seed}/${from}` });
    const reading = readRun(seen, record);
    const isOver = end === spanSeconds || everythingIsBack(reading, record);
    if (isOver || tail === LONGEST_TAIL) return { reading, count: members.length, gaveUp: !isOver };
  }
}

/** Those that begin before the one before them is over. */
function membersOf(scenario: Scenario, life: readonly Occurrence[], from: number, tail: number): readonly Occurrence[] {
  let to = from + 1;
  let end = endOf(scenario, [life[from]]);
  while (to < life.length && life[to].atSeconds < end + tail) end = Math.max(end, endOf(scenario, [life[to++]]));
  return life.slice(from, to);
}

/** Since the life began: when the last of them ends, or power is back. */
function endOf({ recovery, faults }: Scenario, members: readonly Occurrence[]): number {
  const planned = Math.max(0, ...recovery.power.map(({ atSeconds }) => atSeconds - firstOf(faults)));
  return Math.max(
    ...members.map(({ atSeconds, endSeconds, powerAsPlanned }) =>
      Math.max(endSeconds, powerAsPlanned ? atSeconds + planned : 0),
    ),
  );
}

/** The scenario from `begin` to `end` of the life, with these faults and what the file ties to the time of its own. */
function at(scenario: Scenario, begin: number, end: number, members: readonly Occurrence[]): Scenario {
  const { start, recovery } = scenario;
  const first = firstOf(scenario.faults);
  const since = members[0].atSeconds - begin;
  const faults = members.flatMap((each) => each.faults).map((fault) => moved(fault, -begin));
  return {
    ...scenario,
    start: { ...start, epochMilliseconds: start.epochMilliseconds + begin * 1000 },
    durationSeconds: end - begin,
    faults,
    recovery: {
      ...recovery,
      power: members
        .filter(({ powerAsPlanned }) => powerAsPlanned)
        .flatMap((each) =>
          recovery.power.map((row) => ({ ...row, atSeconds: row.atSeconds - first + each.atSeconds - begin })),
        )
        .filter(({ atSeconds }) => atSeconds >= 0),
      teams: recovery.teams.map((team) => ({
        ...team,
        groups: team.groups.map((group) => ({
          ...group,
          fromSeconds: group.fromSeconds === 0 ? 0 : Math.max(0, group.fromSeconds - first + since),
        })),
      })),
    },
    services: scenario.services.map((service) => ({ ...service, needs: service.needs.map(warm) })),
    journeys: scenario.journeys.map((journey) => ({ ...journey, needs: journey.needs.map(warm) })),
    expectations: [],
    history: null,
  };
}

function firstOf(faults: readonly Fault[]): number {
  return faults.length === 0 ? 0 : Math.min(...faults.map(({ atSeconds }) => atSeconds));
}

function moved(fault: Fault, by: number): Fault {
  const { atSeconds, untilSeconds } = fault;
  return { ...fault, atSeconds: atSeconds + by, untilSeconds: untilSeconds === null ? null : untilSeconds + by };
}

/** What has run for years has no cold cache. */
function warm<Need extends Scenario['services'][number]['needs'][number]>(need: Need): Need {
  return need.cache === null ? need : { ...need, cache: { ...need.cache, coldAtStart: false } };
}

function everythingIsBack({ subjects, end }: Reading, { end: left }: RunRecord): boolean {
  return (
    left.faultsActive === 0 &&
    left.tasksOpen === 0 &&
    subjects.every(
      ({ share, complete }) => isUp(valueAt(share, end)) && (complete === null || valueAt(complete, end) >= 1),
    )
  );
}
