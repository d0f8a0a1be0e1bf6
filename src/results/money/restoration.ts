/**
 * What repair costs: hours of people at work, servers repaired, replaced and set up elsewhere, at the stated prices.
 *
 * Hours are those for which tasks hold people. Servers found dead count when their repair is done; destroyed ones count
 * though nobody replaces them within the run. Left out: travel, overtime, consultants, capacity that is rented meanwhile.
 */
import { integral } from '../../record/steps.js';
import type { Reading } from '../reading.js';

/** Null when the scenario states no prices of repair. */
export function restorationCost(reading: Reading): number | null {
  const { restoration } = reading.scenario;
  if (restoration === null) return null;
  return (
    personHours(reading) * restoration.perPersonHour +
    serversRepaired(reading) * restoration.perServerRepaired +
    sumOfNumbers(reading, 'servers.destroyed', 'lost') * restoration.perServerReplaced +
    sumOfNumbers(reading, 'rebuild.finished', 'servers') * restoration.perServerRebuilt
  );
}

/** Hours for which tasks hold people, all teams together. */
export function personHours(reading: Reading): number {
  return reading.view.ofKind('team').reduce((sum, team) => {
    const busy = reading.view.track(team, 'busy');
    return busy === null ? sum : sum + integral(busy, 0, reading.end) / 3600;
  }, 0);
}

/** Each finished repair task mends all servers that its zone had found dead before. */
function serversRepaired({ view }: Reading): number {
  return view.eventsBy(['task.finished']).reduce((sum, index) => {
    const { entity, time } = view.event(index);
    const { id, of } = view.entity(entity);
    if (!id.includes(':repair#')) return sum;
    const found = view
      .eventsOf(of[0])
      .map((each) => view.event(each))
      .filter((each) => each.rule === 'boot.finished' && each.time <= time)
      .at(-1);
    return sum + (found?.numbers.dead ?? 0);
  }, 0);
}

function sumOfNumbers({ view }: Reading, rule: 'servers.destroyed' | 'rebuild.finished', number: string): number {
  return view.eventsBy([rule]).reduce((sum, index) => sum + view.event(index).numbers[number], 0);
}
