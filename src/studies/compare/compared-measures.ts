/** What `compare` asks of every run: all measures of the registry that are of the whole, and three of each service. */
import type { Measure } from '../../results/measures/measure.js';
import { MEASURES } from '../../results/measures.js';
import type { Scenario } from '../../scenario/model.js';

/** Names in the registry's order; one that services alone have is that of the worst service. */
export const COMPARED: readonly string[] = [
  ...new Set(MEASURES.filter(({ of }) => of !== 'site').map(({ name }) => name)),
];

export const OF_SERVICES = ['downtimeSeconds', 'restoredAfterSeconds', 'userHoursLost'] as const;

/** What a layout is weighed by beside its cost. */
export const WEIGHED = ['userHoursLost', 'writesLost'] as const;

/** How a measure of the whole is read. */
export function measureNamed(name: string): Measure {
  const all = MEASURES.filter((each) => each.name === name && each.of !== 'site');
  return all.find(({ of }) => of !== 'service') ?? all[0];
}

/** How a measure of one service is read. */
export function serviceMeasureNamed(name: string): Measure {
  return MEASURES.find((each) => each.name === name && each.of === 'service') as Measure;
}

/** Services and journeys in the file's order; of one id the service is meant. */
export function subjectIds({ services, journeys }: Scenario): readonly string[] {
  const inOrder = <T extends { readonly id: string; readonly order: number }>(all: readonly T[]): string[] =>
    [...all].sort((a, b) => a.order - b.order).map(({ id }) => id);
  return [...new Set([...inOrder(services), ...inOrder(journeys)])];
}
