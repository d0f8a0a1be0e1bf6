/** The page's keys. None works while one types, or with Ctrl, Alt or the command key held. */
import { t } from '../i18n/translate.js';
import { MARKER_KINDS, type MarkerKind } from '../library.js';
import { redo, undo } from './branches.js';
import { leadIn, playing, seek, step, time, togglePlay } from './clock.js';
import { designing, startPlacing, toggleDesigning } from './designing.js';
import { openEditor } from './editing.js';
import { explanationShown, litPath } from './explaining.js';
import { focus, focusOn, isVast, toggleFocus, widenFocus } from './focus.js';
import { keysRest, learning } from './learning.js';
import { inject } from './live.js';
import { VIEWS } from './location.js';
import { KEYS_WHILE_PRESENTING, presenterAction, togglePresenter } from './presenting.js';
import { choice, choose } from './selection.js';
import { session } from './session.js';
import { isNear } from './stage-geometry.js';
import { VERBS, verbsFor } from './verbs.js';
import { helpOpen, notice, presenting, view } from './view.js';

const MARKED: ReadonlySet<MarkerKind> = new Set(MARKER_KINDS.filter((kind) => kind !== 'change'));

const ACTIONS: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
  ' ': togglePlay,
  ArrowLeft: (event) => step(event.shiftKey ? -10 : -1),
  ArrowRight: (event) => step(event.shiftKey ? 10 : 1),
  '[': () => jumpToMarker(false),
  ']': () => jumpToMarker(true),
  Home: () => seek(leadIn()),
  End: () => seek(session.value?.reading.end ?? 0),
  // At once, not after the next rendering: the letters that follow are for it.
  '/': () => document.getElementById('search')?.focus(),
  '?': () => {
    helpOpen.value = true;
  },
  c: showCompare,
  C: showCompare,
  e: toggleDesigning,
  E: toggleDesigning,
  f: toggleFocus,
  F: toggleFocus,
  '+': () => nearer(true),
  '-': () => nearer(false),
  i: showLive,
  I: showLive,
  '.': showLive,
  m: place,
  M: place,
  p: togglePresenter,
  P: togglePresenter,
  t: openEditor,
  T: openEditor,
  w: showWhy,
  W: showWhy,
  // What lies over the rest goes first.
  Escape: () => {
    if (presenting.value) {
      togglePresenter();
      return;
    }
    if (litPath.value !== null) litPath.value = null;
    else if (focus.value !== null && !isVast.value) focusOn(null);
    else if (choice.value !== null) choose(null);
    else designing.value = false;
  },
  ...Object.fromEntries(
    VIEWS.map((each, i) => [
      String(i + 1),
      () => {
        view.value = each;
      },
    ]),
  ),
};

/** A lesson says itself what is changed, compared and when. */
const NOT_IN_LESSONS: ReadonlySet<string> = new Set(['c', 'e', 't', '5', '6']);

/** Ctrl+Z or the command key's; with Shift, or as Ctrl+Y, again. */
function undoByKey(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return false;
  if (isTyping(event.target) || event.defaultPrevented) return false;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) redo();
  else undo();
  return true;
}

/** Where the chosen service shall stand. */
function place(): void {
  if (!startPlacing()) notice.value = t('design.chooseFirst');
}

/** What can be done to what is chosen, by its letter. */
function verbByKey(key: string): (() => void) | undefined {
  if (learning.value !== null) return undefined;
  const verb = verbsFor(choice.value).find((each) => each.key === key.toLowerCase());
  if (verb !== undefined) return () => void inject(verb);
  if (!VERBS.some((each) => each.key === key)) return undefined;
  return () => {
    notice.value = t('live.chooseFirst');
  };
}

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (undoByKey(event)) return;
    const action = presenting.value ? whilePresenting(event.key) : (ACTIONS[event.key] ?? verbByKey(event.key));
    if (action === undefined || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.querySelector('dialog[open]') !== null && !helpOpen.value) return;
    if (helpOpen.value) {
      // Also when it is about to open: the browser closes only what is open.
      if (event.key === 'Escape') helpOpen.value = false;
      return;
    }
    if (isTyping(event.target)) return;
    // A button answers to space itself.
    if (event.key === ' ' && event.target instanceof HTMLElement && event.target.closest('button, a, summary, input'))
      return;
    if (learning.value !== null && event.key !== '?' && (keysRest.value || isLeftOut(event.key))) return;
    event.preventDefault();
    action(event);
  });
}

function whilePresenting(key: string): ((event: KeyboardEvent) => void) | undefined {
  return presenterAction(key) ?? (KEYS_WHILE_PRESENTING.has(key) ? ACTIONS[key] : undefined);
}

function isLeftOut(key: string): boolean {
  return !presenting.value && NOT_IN_LESSONS.has(key.toLowerCase());
}

/** A box that is ticked takes no letters. */
const TYPED_INTO = 'input:not([type="checkbox"]), select, textarea, [contenteditable]';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(TYPED_INTO) !== null;
}

/** To the next or previous fault, recovery, decision or milestone. */
function jumpToMarker(forward: boolean): void {
  const marked = (session.value?.markers ?? []).filter((marker) => MARKED.has(marker.kind));
  const now = time.value;
  const found = forward ? marked.find((marker) => marker.time > now) : marked.findLast((marker) => marker.time < now);
  if (found === undefined) return;
  playing.value = false;
  seek(found.time);
}

/** Around what one looks at alone, a step more or less; else names for all, or as much as the stage has room for. */
function nearer(more: boolean): void {
  if (focus.value !== null) widenFocus(more ? 1 : -1);
  else isNear.value = more;
}

/** The list of layouts to compare with is the run's, not that of what is chosen. */
function showCompare(): void {
  choose(null);
  requestAnimationFrame(() => {
    const target = document.getElementById('compare');
    target?.scrollIntoView({ block: 'center' });
    target?.focus();
  });
}

/** What can be done to what is chosen; at once, though it may have been chosen just now. */
export function showLive(): void {
  if (verbsFor(choice.value).length === 0) {
    notice.value = t('live.chooseFirst');
    return;
  }
  requestAnimationFrame(() => {
    const target = document.querySelector<HTMLElement>('#live button');
    target?.scrollIntoView({ block: 'nearest' });
    target?.focus();
  });
}

/** Why of the chosen service, lit on the stage; of the run, the list of what changed. */
function showWhy(): void {
  const isSubject = choice.value !== null && choice.value.kind !== 'site';
  if (isSubject && litPath.value === null) {
    const binds = explanationShown.value?.stillDown ?? [];
    litPath.value = binds.length > 0 ? 'stillDown' : 'wentDown';
  }
  const target = document.getElementById(isSubject ? 'why' : 'log');
  target?.scrollIntoView({ block: 'nearest' });
  target?.focus({ preventScroll: true });
}
