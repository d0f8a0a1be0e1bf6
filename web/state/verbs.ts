/** What can be done to what is chosen, now: a fault of the file each, with its key. Names are i18n's (`verb.power`). */
import type { AddedFault } from '../library.js';
import type { Choice } from './selection.js';
import { session } from './session.js';

export interface Verb {
  readonly id: 'power' | 'cooling' | 'network' | 'fire' | 'entry' | 'crash' | 'half' | 'slow' | 'surge';
  /** Lower case. */
  readonly key: string;
  readonly on: Choice['kind'];
  readonly fault: (id: string) => Pick<AddedFault, 'kind' | 'parameters'>;
}

export const VERBS: readonly Verb[] = [
  { id: 'power', key: 'x', on: 'site', fault: (site) => ({ kind: 'power-loss', parameters: { site } }) },
  { id: 'cooling', key: 'o', on: 'site', fault: (site) => ({ kind: 'cooling-loss', parameters: { site } }) },
  { id: 'network', key: 'n', on: 'site', fault: (site) => ({ kind: 'partition', parameters: { sites: [site] } }) },
  { id: 'fire', key: 'b', on: 'site', fault: (site) => ({ kind: 'fire', parameters: { site, destroyed: '30%' } }) },
  { id: 'entry', key: 'a', on: 'site', fault: (site) => ({ kind: 'no-entry', parameters: { site } }) },
  { id: 'crash', key: 'k', on: 'service', fault: (service) => ({ kind: 'crash', parameters: { service } }) },
  {
    id: 'half',
    key: 'h',
    on: 'service',
    fault: (service) => ({ kind: 'crash', parameters: { service, share: '50%' } }),
  },
  { id: 'slow', key: 'l', on: 'service', fault: (service) => ({ kind: 'slow', parameters: { service, factor: 3 } }) },
  { id: 'surge', key: 'u', on: 'service', fault: (service) => ({ kind: 'surge', parameters: { service, factor: 2 } }) },
];

export function verbsFor(choice: Choice | null): readonly Verb[] {
  if (choice === null) return [];
  const service = session.value?.scenario.services.find((each) => each.id === choice.id);
  // Of those that nobody but other services calls there is no demand of its own to rise.
  return VERBS.filter(({ on, id }) => on === choice.kind && (id !== 'surge' || service?.users != null));
}
