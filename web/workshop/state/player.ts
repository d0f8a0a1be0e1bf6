/**
 * The lesson that is played: where in its rhythm one is, the run that belongs there, and what came true.
 *
 * The run that is watched is made before the prediction is locked, since the stage before the fault is part of the
 * question; what comes after is covered until then.
 */
import { computed, effect, signal } from '@preact/signals';
import {
  type Compared,
  compareAnswer,
  type Language,
  type LoadedLesson,
  layoutsOf,
  lockCode,
  namesOf,
  type Prediction,
  type Reading,
  readAnswer,
  readRun,
  textIn,
  truthOf,
} from '../../library.js';
import { playing, seek, time } from '../../state/clock.js';
import { otherLayouts } from '../../state/comparing.js';
import { designing } from '../../state/designing.js';
import { layoutNames } from '../../state/layout-names.js';
import { covered, learning, lessonChapters, meansOfLearning, seenUntil } from '../../state/learning.js';
import { session } from '../../state/session.js';
import { view } from '../../state/view.js';
import { showWindow } from '../../state/window.js';
import { choiceNameOf } from './choice-names.js';
import { isGame, isWheel, lesson, type Step, step } from './current.js';
import { openExercise } from './exercise.js';
import { forgetAsked } from './scrubs.js';
import { requestOf, watchedRequest } from './watched.js';
import { leaveNight, night, openNight } from './wheel.js';
import { change, work, workOn } from './work.js';

/** Runs by layout, for what the predictions are compared with. */
const readings = signal<ReadonlyMap<string, Reading>>(new Map());

/** What the learner did in this lesson. */
export const mine = computed(() => workOn(lesson.value?.lesson.id ?? ''));
export const locked = computed(() => mine.value.lock !== null);

/** Answers that are answers; one of an older version of the lesson may not be. */
export function answerTo(prediction: Prediction) {
  return readAnswer(prediction, mine.value.answers[prediction.id]);
}

/** Steps that may be gone to: what comes after the prediction only once it is locked, and so on. */
export function isOpen(wanted: Step): boolean {
  if (wanted === 'hook' || wanted === 'predict') return true;
  // Whoever knows the cards must not design any more.
  if (isGame.value) return wanted === 'exercise' ? !locked.value : locked.value;
  if (!locked.value) return false;
  if (isWheel.value && wanted !== 'watch' && !night.value.finished) return false;
  return wanted === 'watch' || wanted === 'gap' || mine.value.explanation.trim() !== '';
}

/** @param at where one was sent to; where one was when left out */
export function openLesson(id: string, at?: 'predict'): void {
  learning.value = { page: 'lesson', id, ...(at !== undefined && { at }) };
  view.value = 'both';
  readings.value = new Map();
  lessonChapters.value = (lesson.value?.lesson.watch.markers ?? []).map(({ at, title, say }) => ({
    kind: 'lesson',
    time: at * 1e6,
    title,
    notes: say,
  }));
  layoutNames.value = lesson.value?.lesson.layouts ?? {};
  const { lock } = workOn(id);
  // Of a challenge nothing happens before a card is drawn.
  covered.value = lock === null && !isGame.value;
  go(at ?? lastOpen());
}

/** Where one was, as far as what was done tells: a page that is loaded again does not begin anew. */
function lastOpen(): Step {
  const { answers, explanation } = mine.value;
  if (isGame.value) return locked.value ? 'watch' : 'hook';
  if (!locked.value) return Object.keys(answers).length > 0 ? 'predict' : 'hook';
  return explanation.trim() === '' ? 'watch' : 'exercise';
}

/** Left: nothing is covered any more. */
export function leaveLesson(): void {
  covered.value = false;
  seenUntil.value = Number.POSITIVE_INFINITY;
  layoutNames.value = {};
  designing.value = false;
  leaveNight();
  learning.value = { page: 'list' };
}

export function go(next: Step): void {
  if (lesson.value === null || !isOpen(next)) return;
  playing.value = false;
  step.value = next;
  designing.value = next === 'exercise' && !isWheel.value;
  forgetAsked();
  seenUntil.value = isToBePlayed(next) ? firstMoment() : Number.POSITIVE_INFINITY;
  if (isWheel.value && locked.value) openNight(lesson.value);
  else if (next === 'exercise' || (isGame.value && next !== 'debrief')) openExercise(lesson.value);
  // What was designed stays beside the questions.
  else if (next !== 'debrief' || session.value === null) openWatched(lesson.value, next);
  if (next === 'gap') void findTruths(lesson.value);
}

/** Locked, and not explained yet: what comes is covered until it is played. */
function isToBePlayed(at: Step): boolean {
  return !isGame.value && locked.value && mine.value.explanation.trim() === '' && (at === 'predict' || at === 'watch');
}

/** Playing comes first: what the lesson marks has not all been reached. */
export const isToBeWatched = computed(() => {
  if (isGame.value || isWheel.value || step.value !== 'watch') return false;
  const last = lesson.value?.lesson.watch.markers.at(-1);
  return last !== undefined && seenUntil.value < last.at * 1e6;
});

function firstMoment(): number {
  return (lesson.value?.lesson.watch.fromSeconds ?? 0) * 1e6;
}

function openWatched(loaded: LoadedLesson, at: Step): void {
  const { beside, fromSeconds, untilSeconds } = loaded.lesson.watch;
  const begin = (): void => {
    // Before anything happens they show who stands where.
    otherLayouts.value = at === 'hook' ? [] : beside;
    // The gap is explained where playing was stopped.
    if (at !== 'gap') seek(fromSeconds * 1e6);
    else if (time.value <= fromSeconds * 1e6) seek((untilSeconds ?? Number.POSITIVE_INFINITY) * 1e6);
    showWindow(untilSeconds === null ? null : { from: fromSeconds * 1e6, to: untilSeconds * 1e6 });
  };
  const wanted = watchedRequest(loaded);
  const { request } = session.value ?? {};
  const isThere =
    request !== undefined &&
    request.text === wanted.text &&
    request.layout === wanted.layout &&
    request.seed === wanted.seed &&
    (request.edits ?? []).length === 0;
  if (!isThere) void meansOfLearning().open(wanted, false, begin);
  else begin();
}

/** Locked: what was predicted stays as it is from here on. */
export function lock(): void {
  const { lesson: each } = lesson.value ?? {};
  if (each === undefined || locked.value) return;
  const answers = each.predictions.flatMap((prediction) => answerTo(prediction) ?? []);
  if (answers.length < each.predictions.length) return;
  const { nick, workshop } = work.value;
  change(each.id, { lock: lockCode({ workshop, nick, lesson: each.id, seed: each.watch.seed, answers }) });
  seenUntil.value = firstMoment();
  if (isWheel.value && lesson.value !== null) openNight(lesson.value);
  covered.value = false;
}

/** Whatever was gone to was seen; at the end of what is watched, all. */
effect(() => {
  const now = time.value;
  const { lesson: each } = lesson.peek() ?? {};
  // Nothing is beyond infinity: then all was seen.
  if (each === undefined || now <= seenUntil.peek()) return;
  const end = (each.watch.untilSeconds ?? Number.POSITIVE_INFINITY) * 1e6;
  seenUntil.value = now >= Math.min(end, session.peek()?.reading.end ?? end) ? Number.POSITIVE_INFINITY : now;
});

/** A stop at each moment that the lesson marks, and at the end of what it watches. */
effect(() => {
  const now = time.value;
  const { lesson: each } = lesson.value ?? {};
  const before = last;
  last = now;
  // A wheel holds the clock itself.
  if (!playing.value || each === undefined || each.kind === 'wheel' || step.peek() !== 'watch') return;
  const stops = [...each.watch.markers.map(({ at }) => at), each.watch.untilSeconds ?? Number.POSITIVE_INFINITY];
  const stop = stops.find((at) => before < at * 1e6 && now >= at * 1e6);
  if (stop === undefined) return;
  playing.value = false;
  seek(stop * 1e6);
});
let last = 0;

async function findTruths(loaded: LoadedLesson): Promise<void> {
  const wanted = [...new Set(loaded.lesson.predictions.flatMap(layoutsOf))];
  for (const layout of wanted) {
    if (readings.value.has(layout)) continue;
    const made = await meansOfLearning().engine.beside(requestOf(loaded, layout));
    if (made === null || lesson.value !== loaded) return;
    readings.value = new Map([...readings.value, [layout, readRun(made.scenario, made.record)]]);
  }
}

export interface CameTrue {
  readonly prediction: Prediction;
  readonly compared: Compared;
  /** What the run says: values of a curve. */
  readonly truth: NonNullable<ReturnType<typeof truthOf>>;
}

/** Each prediction beside the run; those whose runs are not made yet are left out. */
export const cameTrue = computed<readonly CameTrue[]>(() => {
  const { lesson: each, scenario } = lesson.value ?? {};
  if (each === undefined || scenario === undefined) return [];
  return each.predictions.flatMap((prediction) => {
    const truth = truthOf(prediction, (layout) => readings.value.get(layout) ?? null);
    const answer = answerTo(prediction);
    if (truth === null || answer === null) return [];
    const compared = compareAnswer(prediction, answer, truth, (id, lang) => choiceName(prediction, id, lang));
    return [{ prediction, compared, truth }];
  });
});

/** What a choice of a prediction of this lesson is called. */
export function choiceName(prediction: Prediction, id: string, lang: Language): string {
  return lesson.value === null ? id : choiceNameOf(lesson.value, prediction, id, lang);
}

export function choiceNameIn(id: string, lang: Language): string {
  const { scenario } = lesson.value ?? {};
  const all = [...(scenario?.services ?? []), ...(scenario?.journeys ?? []), ...(scenario?.sites ?? [])];
  const named = all.find((each) => each.id === id);
  if (named !== undefined || scenario === undefined) return textIn(named?.name, lang, id);
  return namesOf(scenario, lang)({ kind: 'fault', id, of: [], path: '' });
}
