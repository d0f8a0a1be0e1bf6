/**
 * A wheel's night: where its clock is held, what was decided at its stops, which cards were turned. Decisions are changes of
 * the layout and cards are faults made by hand, so that every run is one that anybody can open.
 *
 * What comes is covered until the night is over; then the ways that were not taken stand beside it as ghosts.
 */
import { computed, effect, signal } from '@preact/signals';
import type { RunRequest } from '../../engine/run-request.js';
import {
  DESIGN,
  type LoadedLesson,
  readImpact,
  readRun,
  responseEdits,
  type Turn,
  turnedFaults,
  untakenWays,
  type WheelPause,
  wheelDeck,
  wheelPauses,
} from '../../library.js';
import { held, limit, playing, seek, time } from '../../state/clock.js';
import { otherLayouts } from '../../state/comparing.js';
import { liveByLesson, meansOfLearning, seenUntil } from '../../state/learning.js';
import { session } from '../../state/session.js';
import { sight } from '../../state/sight.js';
import { untaken } from '../../state/untaken.js';
import { showWindow } from '../../state/window.js';
import { isWheel, lesson, step } from './current.js';
import { NOTHING_PLAYED, type WheelWork } from './wheel-work.js';
import { change, workOn } from './work.js';

export const night = computed<WheelWork>(() => workOn(lesson.value?.lesson.id ?? '').wheel ?? NOTHING_PLAYED);

export function changeNight(changes: Partial<WheelWork>): void {
  const id = lesson.value?.lesson.id;
  if (id !== undefined) change(id, { wheel: { ...night.value, ...changes } });
}

export const pauses = computed<readonly WheelPause[]>(() => {
  const { lesson: each, scenario } = lesson.value ?? {};
  if (each === undefined || scenario === undefined) return [];
  const begins = Math.min(...scenario.faults.map(({ atSeconds }) => atSeconds));
  return wheelPauses(each, {
    beginsAtSeconds: Number.isFinite(begins) ? begins : 0,
    lastsSeconds: scenario.durationSeconds,
  });
});

/** Where the clock stands still and waits for people; null: it runs, or the night is over. */
export const pause = computed<WheelPause | null>(() =>
  isWheel.value && step.value === 'watch' && held.value && !night.value.finished
    ? (pauses.value[night.value.passed] ?? null)
    : null,
);

/** The next card of the deck; null: there is none, or one was turned at this stop. */
export const nextCard = computed<string | null>(() => {
  const { turns, choices } = night.value;
  if (lesson.value === null || turns.some(({ stop }) => stop === choices.length)) return null;
  return wheelDeck(lesson.value, workOn(lesson.value.lesson.id).deck)[turns.length] ?? null;
});

/** Opens the night where it was left, or as it ended. */
export function openNight(loaded: LoadedLesson): void {
  const { choices, turns, finished, passed } = night.value;
  const wanted = requestOf(loaded, choices, turns);
  liveByLesson.value = true;
  // Also while the run is being made.
  seenUntil.value = finished ? Number.POSITIVE_INFINITY : 0;
  const begin = (): void => {
    otherLayouts.value = [];
    const behind = pauses.value[passed - 1]?.atSeconds;
    const from = (behind ?? loaded.lesson.watch.fromSeconds) * 1e6;
    holdAtNext();
    // Within this stretch of the night one stays where one is.
    if (time.value < from) seek(from);
    else seek(time.value);
    coverUnlessOver();
  };
  if (same(session.value?.request, wanted)) begin();
  else void meansOfLearning().open(wanted, false, begin);
}

/** Out of it: the page is as it always is. */
export function leaveNight(): void {
  limit.value = null;
  liveByLesson.value = false;
  sight.value = 'all';
  untaken.value = [];
}

/** What was looked at is seen; once the night is over, all. */
function coverUnlessOver(): void {
  seenUntil.value = night.value.finished ? Number.POSITIVE_INFINITY : time.value;
}

/** What is to come would make a sliver of what has been. */
const SHORTEST_WINDOW = 5400e6;

function holdAtNext(): void {
  const { finished, passed } = night.value;
  const next = (pauses.value[passed]?.atSeconds ?? Number.POSITIVE_INFINITY) * 1e6;
  limit.value = finished ? null : next;
  const end = session.value?.reading.end ?? next;
  showWindow(finished ? null : { from: 0, to: Math.min(end, Math.max(SHORTEST_WINDOW, next * 1.25)) });
}

/** Past the pause, to the next one. */
export function goOn(): void {
  if (pause.value === null) return;
  changeNight({ passed: night.value.passed + 1 });
  holdAtNext();
  playing.value = true;
}

export function decide(choice: string, reason: string): void {
  const { choices, reasons, turns } = night.value;
  if (lesson.value === null || pause.value?.kind !== 'stop') return;
  const made = [...choices, choice];
  void meansOfLearning().open(requestOf(lesson.value, made, turns), true, () => {
    const { passed } = night.value;
    changeNight({ choices: made, reasons: [...reasons, reason], passed: passed + 1 });
    holdAtNext();
    playing.value = true;
  });
}

/** The next card strikes now. */
export function turnCard(): void {
  const card = nextCard.value;
  if (lesson.value === null || card === null || pause.value?.kind !== 'stop') return;
  const turns = [...night.value.turns, { stop: night.value.choices.length, card }];
  void meansOfLearning().open(requestOf(lesson.value, night.value.choices, turns), true, () => changeNight({ turns }));
}

/** For a slip of the finger: back at the last stop, as if it were not decided; its card stays turned. */
export function takeBackDecision(): void {
  const loaded = lesson.value;
  const choices = night.value.choices.slice(0, -1);
  const stop = choices.length;
  if (loaded === null || stop === night.value.choices.length) return;
  const turns = night.value.turns.filter((each) => each.stop <= stop);
  const passed = pauses.value.findIndex((each) => each.kind === 'stop' && each.stop === stop);
  changeNight({ choices, reasons: night.value.reasons.slice(0, stop), turns, passed, finished: false });
  holdAtNext();
  seek(pauses.value[passed].atSeconds * 1e6);
  coverUnlessOver();
  void meansOfLearning().open(requestOf(loaded, choices, turns), true);
}

/** As if nothing had been played: another code, other roles. */
export function newNight(): void {
  if (lesson.value === null) return;
  const { id } = lesson.value.lesson;
  change(id, { wheel: undefined, deck: '', explanation: '' });
  untaken.value = [];
  seek(0);
}

// The night is over when its last pause is reached.
effect(() => {
  if (pause.value?.kind !== 'end') return;
  changeNight({ finished: true });
  holdAtNext();
  coverUnlessOver();
});

/** Whose untaken choices stand beside the run as ghosts; null: none. */
export const ghostsOf = signal<number | null>(null);

export async function showGhosts(stop: number | null): Promise<void> {
  ghostsOf.value = stop;
  untaken.value = [];
  const loaded = lesson.value;
  if (loaded === null || stop === null || !night.value.finished) return;
  const { turns, choices } = night.value;
  const { at, choices: offered } = loaded.lesson.wheel?.stops[stop] ?? { at: 0, choices: {} };
  for (const way of untakenWays(loaded, choices).filter((each) => each.stop === stop)) {
    const made = await meansOfLearning().engine.beside(requestOf(loaded, way.choices, turns));
    if (made === null || ghostsOf.value !== stop || lesson.value !== loaded) return;
    const name = letterOf(Object.keys(offered).indexOf(way.choice));
    const impact = readImpact(readRun(made.scenario, made.record));
    untaken.value = [...untaken.value, { name, impact, sinceSeconds: at }];
  }
}

/** A, B, C, as on the printed cards. */
export function letterOf(place: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + place);
}

function requestOf(
  { lesson: each, scenarioText }: LoadedLesson,
  choices: readonly string[],
  turns: readonly Turn[],
): RunRequest {
  return {
    file: `${each.id}.yaml`,
    text: scenarioText,
    layout: each.watch.layout,
    seed: each.watch.seed,
    live: turnedFaults(each, turns),
    edits: responseEdits(each, choices),
    editedName: DESIGN,
  };
}

function same(a: RunRequest | undefined, b: RunRequest): boolean {
  const of = ({ text, layout, seed, live, edits = [] }: RunRequest): string =>
    JSON.stringify([layout, seed, live, edits, text]);
  return a !== undefined && of(a) === of(b);
}
