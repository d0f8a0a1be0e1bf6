/**
 * The steps of an explanation as places on the stage and instants on the timeline: what is lit while a person reads it.
 *
 * A step is about a service, a deployment, a zone, a piece of work: each is found where it is drawn. What has no place
 * (a team, the run itself) is lit in time alone. Left out: which of a service's deployments a sentence means, when it
 * names the service; all of them are lit.
 */
import { timeOfInstant } from '../results/instant.js';
import type { Reading } from '../results/reading.js';
import type { Step } from '../results/went-down.js';

export interface LitStep {
  /** As in the list that a person reads, from 1. */
  readonly number: number;
  /** Microseconds since the run's start. */
  readonly time: number;
  /** Keys of slots (see stage-slots.ts), or `site:` and an id. */
  readonly places: readonly string[];
  /** Places in the whole list of the steps that it follows from. */
  readonly causes: readonly number[];
}

export function litSteps(reading: Reading, steps: readonly Step[]): readonly LitStep[] {
  return steps.map(({ at, rule, subject, causes }, i) => ({
    number: i + 1,
    time: timeOfInstant(reading.record, at),
    places: placesOf(reading, entityOf(reading, subject, rule)),
    causes,
  }));
}

/** A site may bear the name of a service: the rule tells which of them is meant. */
const OF_SITES = /^(binds\.)?(power|cooling|entry|boot|network|spare)\b/;

function entityOf({ view }: Reading, id: string, rule: string): number {
  const plain = OF_SITES.test(rule) ? (['site', 'service'] as const) : (['service', 'site'] as const);
  for (const kind of [
    ...plain,
    'journey',
    'deployment',
    'zone',
    'dependency',
    'task',
    'link',
    'fault',
    'copy',
  ] as const) {
    const found = view.find(kind, id);
    if (found >= 0) return found;
  }
  return -1;
}

function placesOf(reading: Reading, entity: number): readonly string[] {
  if (entity < 0) return [];
  const { view, scenario } = reading;
  const { kind, id, of } = view.entity(entity);
  switch (kind) {
    case 'service':
      return (scenario.services.find((each) => each.id === id)?.deployments ?? []).map(
        ({ site }) => `deployment:${id}@${site}`,
      );
    case 'journey':
      return [`journey:${id}`];
    case 'deployment':
      return [`deployment:${id}`];
    case 'site':
      return [`site:${id}`];
    case 'fault':
      return placesOfFault(reading, id);
    case 'run':
    case 'team':
    case 'substitute':
      return [];
    default:
      // The first is what it belongs to: a zone to its site, work to what is worked on, a need to its caller.
      return kind === 'link' ? of.flatMap((each) => placesOf(reading, each)) : placesOf(reading, of[0] ?? -1);
  }
}

function placesOfFault(reading: Reading, id: string): readonly string[] {
  const { site, service } = reading.scenario.faults.find((each) => each.id === id)?.parameters ?? {};
  const { view } = reading;
  if (typeof service === 'string' && typeof site === 'string') {
    const both = view.find('deployment', `${service}@${site}`);
    if (both >= 0) return placesOf(reading, both);
  }
  if (typeof service === 'string')
    return placesOf(reading, Math.max(view.find('service', service), view.find('journey', service)));
  return typeof site === 'string' ? placesOf(reading, view.find('site', site)) : [];
}
