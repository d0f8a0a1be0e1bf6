/**
 * A part of the graph instead of all of it: what is within some steps of one service. Where there are thousands, choosing
 * one leads to it, and letting go leads back.
 */
import { computed, effect, signal } from '@preact/signals';
import { type FocusSet, focusLanes, focusSet, type Lanes, WAFFLE_FROM } from '../library.js';
import { chosen } from './selection.js';
import { session } from './session.js';

const USUAL_HOPS = 2;
export const MOST_HOPS = 6;

interface Focus {
  /** Service or journey. */
  readonly id: string;
  readonly hops: number;
}

/** Null: everything is on the stage. */
export const focus = signal<Focus | null>(null);

export const focused = computed<FocusSet | null>(() => {
  const now = focus.value;
  const { scenario } = session.value ?? {};
  if (now === null || scenario === undefined) return null;
  const isThere = [...scenario.services, ...scenario.journeys].some(({ id }) => id === now.id);
  return isThere ? focusSet(scenario, now.id, now.hops) : null;
});

export const focusedLanes = computed<Lanes | null>(() => {
  const { scenario } = session.value ?? {};
  return focused.value === null || scenario === undefined
    ? null
    : focusLanes(scenario, scenario.otherLayouts, focused.value);
});

/** So many that the stage shows squares. */
export const isVast = computed(() => (session.value?.scenario.services.length ?? 0) > WAFFLE_FROM);

/** On a service or journey, by its key; null: off. */
export function focusOn(key: string | null): void {
  const [kind, id] = key?.split(':') ?? [];
  focus.value = kind === 'service' || kind === 'journey' ? { id, hops: focus.peek()?.hops ?? USUAL_HOPS } : null;
}

/** What is chosen, or all again. */
export function toggleFocus(): void {
  focusOn(focus.value === null ? chosen.value : null);
}

export function widenFocus(steps: number): void {
  if (focus.value === null) return;
  const hops = Math.min(MOST_HOPS, Math.max(1, focus.value.hops + steps));
  focus.value = { ...focus.value, hops };
}

// Of thousands of squares nobody reads what one needs.
effect(() => {
  const key = chosen.value;
  if (isVast.value) focusOn(key);
});
