/** Keeps the fragment of the address up to date while paused: a reload or a copied link shows the same. */
import { effect } from '@preact/signals';
import { carried } from './carried.js';
import { playing, time } from './clock.js';
import { otherLayouts } from './comparing.js';
import { writeLocation } from './location.js';
import { language, themeWish } from './preferences.js';
import { chosen } from './selection.js';
import { runDocument, session } from './session.js';
import { view } from './view.js';

const QUIET_MILLISECONDS = 250;

export function syncLocation(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    if (session.value === null || playing.value) return;
    const { scenario, request, reading } = session.value;
    const how = carried.value;
    if (how === null) return;
    const place = {
      language: language.value,
      theme: themeWish.value === 'system' ? null : themeWish.value,
      scenario: scenario.id,
      layout: request.layout,
      seed: request.seed,
      seconds: (time.value - reading.origin) / 1e6,
      view: view.value === 'both' ? null : view.value,
      select: chosen.value,
      compare: otherLayouts.value,
      failure: request.failure ?? null,
      live: request.live,
      edits: request.edits ?? [],
      carried: how === null || how.kind === 'known' ? null : how.kind === 'elsewhere' ? ('elsewhere' as const) : how,
      run: runDocument.value?.recordHash.slice(0, 8) ?? null,
    };
    clearTimeout(timer);
    // Browsers limit how often an address may change.
    timer = setTimeout(() => writeLocation(place), QUIET_MILLISECONDS);
  });
}
