/**
 * What a fault can reach at all: a verdict about anything else would be a verdict about nothing.
 *
 * Failure travels from what was hit to its callers, by dependencies of every kind; a surge of demand travels to what
 * is called, too. Whatever failed in the run was reached, however. Other layouts of the file count: a target that a
 * layout moved out of the fire is judged, since in another layout the same fault would reach it.
 */
import type { RecordView } from '../record/view.js';
import type { Scenario } from '../scenario/model.js';
import { milestones } from './milestones.js';
import type { Reading } from './reading.js';

/** Rules by which a fault takes effect on something. */
const EFFECTS = [
  'power.lost',
  'cooling.lost',
  'link.cut',
  'link.slowed',
  'servers.lost',
  'servers.destroyed',
  'servers.crashed',
  'servers.slowed',
  'demand.surged',
] as const;

interface Hit {
  readonly sites: ReadonlySet<string>;
  /** Keys `site/zone`. */
  readonly zones: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly surged: ReadonlySet<string>;
}

/** Whether something that was hit can reach the target (service, journey or site id; null: anything at all). */
export function canBeReached(reading: Reading, target: string | null, layouts: readonly Scenario[]): boolean {
  if (reading.record.originMicroseconds === null) return false;
  if (target === null) return true;
  const subject = reading.subject(target);
  if (subject !== null && milestones(reading, subject).failed !== null) return true;
  const hit = whatWasHit(reading.view);
  return [reading.scenario, ...layouts].some((scenario) => {
    const reached = reachedIn(scenario, hit);
    return subject === null ? siteReached(scenario, target, hit, reached) : reached.has(target);
  });
}

function whatWasHit(view: RecordView): Hit {
  const [sites, zones, services, surged] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  for (const index of view.eventsBy(EFFECTS)) {
    const event = view.event(index);
    const entity = view.entity(event.entity);
    if (event.rule === 'demand.surged') surged.add(entity.id);
    if (entity.kind === 'site') sites.add(entity.id);
    else if (entity.kind === 'zone') zones.add(entity.id);
    else if (entity.kind === 'service' || entity.kind === 'journey') services.add(entity.id);
    else if (entity.kind === 'deployment') services.add(view.entity(entity.of[0]).id);
    else if (entity.kind === 'link') for (const end of entity.of) sites.add(view.entity(end).id);
  }
  return { sites, zones, services, surged };
}

/** Ids of services and journeys. */
function reachedIn(scenario: Scenario, hit: Hit): ReadonlySet<string> {
  const callers = new Map<string, string[]>();
  const callees = new Map<string, readonly string[]>();
  for (const { id, needs } of [...scenario.services, ...scenario.journeys]) {
    callees.set(
      id,
      needs.map((need) => need.service),
    );
    for (const { service } of needs) callers.set(service, [...(callers.get(service) ?? []), id]);
  }
  const start = scenario.services
    .filter((service) =>
      service.deployments.some(
        ({ site, zones }) => hit.sites.has(site) || zones.some(({ zone }) => hit.zones.has(`${site}/${zone}`)),
      ),
    )
    .map((service) => service.id);
  const loaded = closure([...hit.surged], callees);
  return closure([...start, ...hit.services, ...loaded], callers);
}

function closure(start: readonly string[], next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const seen = new Set(start);
  // A Set is walked in order of insertion, what is added on the way included.
  for (const id of seen) for (const other of next.get(id) ?? []) seen.add(other);
  return seen;
}

function siteReached(scenario: Scenario, site: string, hit: Hit, reached: ReadonlySet<string>): boolean {
  return (
    hit.sites.has(site) ||
    scenario.services.some(({ id, deployments }) => reached.has(id) && deployments.some((each) => each.site === site))
  );
}
