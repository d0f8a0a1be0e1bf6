/** Keeps the fragment of the address up to date while paused: a reload or a copied link shows the same. */
import { effect } from '@preact/signals';
import { carried } from './carried.js';
import { playing, time } from './clock.js';
import { otherLayouts } from './comparing.js';
import { learning } from './learning.js';
import { type Place, writeLocation } from './location.js';
import { language, themeWish } from './preferences.js';
import { chosen } from './selection.js';
import { runDocument, session } from './session.js';
import { vary } from './sweeping.js';
import { view } from './view.js';

const QUIET_MILLISECONDS = 250;

export function syncLocation(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    if (learning.value !== null) {
      // What is covered must not be read in the address either.
      later({ ...NOWHERE, language: language.value, theme: themeOf(), learn: learning.value });
      return;
    }
    if (session.value === null || playing.value) return;
    const { scenario, request, reading } = session.value;
    const how = carried.value;
    if (how === null) return;
    later({
      language: language.value,
      theme: themeOf(),
      learn: null,
      scenario: scenario.id,
      layout: request.layout,
      seed: request.seed,
      seconds: (time.value - reading.origin) / 1e6,
      view: view.value === 'both' ? null : view.value,
      select: chosen.value,
      vary: view.value === 'sweep' && vary.value !== '' ? vary.value : null,
      compare: otherLayouts.value,
      failures: request.failures ?? [],
      live: request.live,
      edits: request.edits ?? [],
      carried: how === null || how.kind === 'known' ? null : how.kind === 'elsewhere' ? ('elsewhere' as const) : how,
      run: runDocument.value?.recordHash.slice(0, 8) ?? null,
    });
  });

  function later(place: Place): void {
    clearTimeout(timer);
    // Browsers limit how often an address may change.
    timer = setTimeout(() => writeLocation(place), QUIET_MILLISECONDS);
  }
}

function themeOf(): Place['theme'] {
  return themeWish.value === 'system' ? null : themeWish.value;
}

const NOWHERE: Place = {
  language: null,
  theme: null,
  learn: null,
  scenario: null,
  layout: null,
  seed: null,
  seconds: null,
  view: null,
  select: null,
  vary: null,
  compare: [],
  failures: [],
  live: [],
  edits: [],
  carried: null,
  run: null,
};
