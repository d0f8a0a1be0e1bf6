/** What is chosen and what is pointed at: keys of subjects (`service:mail`, `journey:chat`, `site:pangyo`). */
import { computed, signal } from '@preact/signals';
import { session } from './session.js';

/** Key of what the inspector shows; null: the run. */
export const chosen = signal<string | null>(null);
/** Slot of the stage that was chosen last, for its frame: a service may have several. */
export const chosenSlot = signal<string | null>(null);
/** Slot under the pointer or with the focus. */
export const pointed = signal<string | null>(null);

export interface Choice {
  readonly kind: 'service' | 'journey' | 'site';
  readonly id: string;
}

export const choice = computed<Choice | null>(() => {
  const [kind, ...rest] = chosen.value?.split(':') ?? [];
  const id = rest.join(':');
  const { scenario } = session.value ?? {};
  if (scenario === undefined) return null;
  if (kind === 'service' && scenario.services.some((each) => each.id === id)) return { kind, id };
  if (kind === 'journey' && scenario.journeys.some((each) => each.id === id)) return { kind, id };
  if (kind === 'site' && scenario.sites.some((each) => each.id === id)) return { kind, id };
  return null;
});

/** Chooses a subject; of a service, the slot in its first site unless one is named. */
export function choose(key: string | null, slot: string | null = null): void {
  chosen.value = key;
  chosenSlot.value = slot ?? firstSlot(key);
}

function firstSlot(key: string | null): string | null {
  if (key === null) return null;
  if (!key.startsWith('service:')) return key;
  const id = key.slice('service:'.length);
  const [first] = session.value?.scenario.services.find((each) => each.id === id)?.deployments ?? [];
  return first === undefined ? null : `deployment:${id}@${first.site}`;
}
