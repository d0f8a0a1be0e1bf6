/**
 * What a person prefers: language, colours, motion. The system's wish holds until the person says otherwise; the choice
 * is kept where the browser lets us, and a page from a disk may not: then it lasts as long as the page.
 */
import { computed, effect, signal } from '@preact/signals';
import { LANGUAGES, type Language, THEMES, type Theme } from '../library.js';
import { readLocation } from './location.js';

export type Wish<Choice> = Choice | 'system';

const STORE = 'firebreak.preferences';
const kept = readKept();

export const language = signal<Language>(readLocation().language ?? kept.language ?? systemLanguage());
export const themeWish = signal<Wish<Theme>>(readLocation().theme ?? kept.theme ?? 'system');
export const motionWish = signal<Wish<'reduced' | 'full'>>(kept.motion ?? 'system');

const prefersDark = media('(prefers-color-scheme: dark)');
const prefersStill = media('(prefers-reduced-motion: reduce)');

export const theme = computed<Theme>(() => {
  if (themeWish.value !== 'system') return themeWish.value;
  return prefersDark.value ? 'dark' : 'light';
});
export const still = computed(() =>
  motionWish.value === 'system' ? prefersStill.value : motionWish.value === 'reduced',
);

/** Narrow enough that regions stand below each other. */
export const narrow = media('(max-width: 860px)');
export const coarse = media('(pointer: coarse)');

effect(() => {
  document.documentElement.lang = language.value;
  document.documentElement.dataset.theme = theme.value;
  document.documentElement.dataset.still = String(still.value);
});

effect(() => {
  const wishes = JSON.stringify({ language: language.value, theme: themeWish.value, motion: motionWish.value });
  try {
    localStorage.setItem(STORE, wishes);
  } catch {
    // Storage may be forbidden (private windows, files): the choice lasts as long as the page.
  }
});

interface Kept {
  readonly language?: Language;
  readonly theme?: Wish<Theme>;
  readonly motion?: Wish<'reduced' | 'full'>;
}

/** Whatever is in the store may be old or another page's: only what is known is taken. */
function readKept(): Kept {
  try {
    const raw: unknown = JSON.parse(localStorage.getItem(STORE) ?? '{}');
    const stored = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
    return {
      language: LANGUAGES.find((each) => each === stored.language),
      theme: THEMES.find((each) => each === stored.theme),
      motion: (['reduced', 'full'] as const).find((each) => each === stored.motion),
    };
  } catch {
    return {};
  }
}

function systemLanguage(): Language {
  return navigator.languages.some((each) => each.toLowerCase().startsWith('ko')) ? 'ko' : 'en';
}

function media(query: string) {
  const list = matchMedia(query);
  const matches = signal(list.matches);
  list.addEventListener('change', () => {
    matches.value = list.matches;
  });
  return matches;
}
