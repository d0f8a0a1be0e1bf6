/**
 * Scenarios that the page can open: those that were built into it, or the one that `firebreak serve FILE` hands over.
 *
 * A server of files has a descriptor that says null (web/public); the command answers with its own.
 */
import { computed, signal } from '@preact/signals';
import type { Text } from '../library.js';
import type { RunRequest } from './run-request.js';

const FILES = import.meta.glob<string>('../../scenarios/*.yaml', { query: '?raw', import: 'default' });
/** Their titles alone; see build/scenario-titles.ts. */
const TITLES = import.meta.glob<Text>('../../scenarios/*.yaml', { query: '?title', import: 'default', eager: true });
const FIRST = 'kakao-2022';

/** File stems; the one that is opened first in front. */
export const BUNDLED: readonly string[] = Object.keys(FILES)
  .map(stem)
  .sort((a, b) => Number(b === FIRST) - Number(a === FIRST) || (a < b ? -1 : 1));

/** What the server handed over; null when nothing. */
export const handed = signal<RunRequest | null>(null);
export const handedId = computed(() => (handed.value === null ? null : stem(handed.value.file)));

/** All that can be opened. */
export const AVAILABLE = computed(() => [
  ...(handedId.value === null || BUNDLED.includes(handedId.value) ? [] : [handedId.value]),
  ...BUNDLED,
]);

/** What a bundled scenario is called; null: it is none of them. */
export function titleOf(id: string): Text | null {
  const path = Object.keys(TITLES).find((each) => stem(each) === id);
  return path === undefined ? null : TITLES[path];
}

/** What was handed over goes before what was built in. Null: there is no such scenario. */
export async function scenarioOf(id: string): Promise<RunRequest | null> {
  if (id === handedId.value) return handed.value;
  const path = Object.keys(FILES).find((each) => stem(each) === id);
  if (path === undefined) return null;
  return { file: `${id}.yaml`, text: await FILES[path](), layout: null, seed: null, live: [] };
}

/** What the server hands over, or null. */
export async function served(): Promise<RunRequest | null> {
  if (!location.protocol.startsWith('http') || import.meta.env.MODE === 'single') return null;
  try {
    const response = await fetch('firebreak-serve.json');
    if (!response.ok) return null;
    const found: unknown = await response.json();
    if (typeof found !== 'object' || found === null) return null;
    const { file, text, layout, seed } = found as Record<string, unknown>;
    if (typeof text !== 'string') return null;
    return {
      file: wordOr(file, 'scenario.yaml'),
      text,
      layout: wordOr(layout, null),
      seed: wordOr(seed, null),
      live: [],
    };
  } catch {
    return null;
  }
}

function wordOr<Fallback>(value: unknown, fallback: Fallback): string | Fallback {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : fallback;
}

function stem(path: string): string {
  return path.replace(/^.*[/\\]/, '').replace(/\.(ya?ml|json)$/, '');
}
