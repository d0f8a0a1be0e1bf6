/**
 * Changes that one could buy, from the run as it is: for each of the services that lose most, what bound it and what decided
 * its way back (`saved-by`), one of each kind before a second of any.
 *
 * Left out of the kinds: facts of the disaster (power, entry), orders of repair, and what makes another program of it (an
 * optional need); chains of copies, which are found as pairs or step by step.
 */
import { total } from '../../results/by-cause.js';
import { usualMoment } from '../../results/explanation.js';
import { userHoursByCause } from '../../results/measures/loss.js';
import { milestones } from '../../results/milestones.js';
import type { Reading, Subject } from '../../results/reading.js';
import type { Change } from '../saved-by/change.js';
import { type Clues, cluesAt } from '../saved-by/clues.js';
import { copies } from '../saved-by/kinds/copies.js';
import { failover } from '../saved-by/kinds/failover.js';
import { people } from '../saved-by/kinds/people.js';
import { servers } from '../saved-by/kinds/servers.js';
import { tools } from '../saved-by/kinds/tools.js';

const KINDS: readonly ((clues: Clues) => readonly Change[])[] = [tools, copies, failover, people, servers];

/** How many services are looked at, and how many changes are tried. */
const MOST_SERVICES = 6;
const MOST_CANDIDATES = 16;

/** @param first ids of services and journeys that are looked at before those that lose most */
export function candidates(reading: Reading, first: readonly string[] = []): readonly Change[] {
  const lists = subjectsOf(reading, first).flatMap((subject) => {
    const clues = cluesAt(reading, subject, usualMoment(reading, subject));
    return clues === null ? [] : KINDS.map((propose) => propose(clues));
  });
  const found = new Map<string, Change>();
  const rounds = Math.max(0, ...lists.map(({ length }) => length));
  for (let round = 0; round < rounds; round++) {
    for (const changes of lists) {
      const change = changes[round];
      if (change !== undefined && !found.has(change.id)) found.set(change.id, change);
    }
  }
  return [...found.values()].slice(0, MOST_CANDIDATES);
}

function subjectsOf(reading: Reading, first: readonly string[]): readonly Subject[] {
  const named = first
    .flatMap((id) => reading.subject(id) ?? [])
    .filter((each) => milestones(reading, each).failed !== null);
  return [...new Set([...named, ...losers(reading)])].slice(0, Math.max(MOST_SERVICES, named.length));
}

/** Services and journeys that failed, those with the most user-hours lost first. */
function losers(reading: Reading): readonly Subject[] {
  return reading.subjects
    .filter((subject) => milestones(reading, subject).failed !== null)
    .map((subject) => ({ subject, hours: total(userHoursByCause(reading, subject)) }))
    .filter(({ hours }) => hours > 0)
    .sort((a, b) => b.hours - a.hours)
    .slice(0, MOST_SERVICES)
    .map(({ subject }) => subject);
}
