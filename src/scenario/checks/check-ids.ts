import type { Scenario } from '../model.js';
import type { CheckFinding } from './check.js';

/** Words with a meaning of their own where an id could stand. */
export const RESERVED_IDS: ReadonlySet<string> = new Set([
  'any',
  'any-site',
  'any-zone',
  'any-link',
  'base',
  'never',
  'none',
]);

/**
 * Services, journeys and sites are named alike in expectations and history, so no id is that of two of them;
 * faults and links have ids of their own.
 */
export function checkIds(scenario: Scenario): CheckFinding[] {
  const subjects = [...scenario.services, ...scenario.journeys, ...scenario.sites];
  return [
    ...duplicates(subjects),
    ...duplicates(scenario.links),
    ...duplicates(scenario.faults),
    ...reserved(scenario),
  ];
}

function duplicates(things: readonly { readonly id: string; readonly path: string }[]): CheckFinding[] {
  const first = new Map<string, string>();
  return things.flatMap(({ id, path }): CheckFinding[] => {
    const other = first.get(id);
    first.set(id, other ?? path);
    return other === undefined ? [] : [{ code: 'duplicate-id', at: path, on: 'key', values: { name: id, other } }];
  });
}

function reserved(scenario: Scenario): CheckFinding[] {
  return [...scenario.services, ...scenario.journeys, ...scenario.sites, ...scenario.links]
    .filter(({ id }) => RESERVED_IDS.has(id))
    .map(({ id, path }) => ({ code: 'reserved-id', at: path, on: 'key', values: { key: id } }));
}
