/** The lessons that were built in, each with its scenario: texts, and loaded ones once they were asked for. */
import type { LessonTexts } from '../engine/studies.js';
import { checkLesson, type Lesson, type LoadedLesson, readLesson } from '../library.js';

const LESSONS = import.meta.glob<string>('../lessons/*/lesson.md', { query: '?raw', import: 'default', eager: true });
const SCENARIOS = import.meta.glob<string>('../lessons/*/scenario.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const loaded = new Map<string, LoadedLesson | null>();

function textIn(files: Readonly<Record<string, string>>, id: string, name: string): string {
  return files[`../lessons/${id}/${name}`] ?? '';
}

/** Null: there is no such lesson, or it is none. */
export function lessonOf(id: string): LoadedLesson | null {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const text = textIn(LESSONS, id, 'lesson.md');
  const lesson =
    text === ''
      ? null
      : checkLesson(
          { id, file: `${id}/lesson.md`, text },
          { file: `${id}.yaml`, text: textIn(SCENARIOS, id, 'scenario.yaml') },
        ).loaded;
  loaded.set(id, lesson);
  return lesson;
}

/** One as its texts. */
export function lessonText(id: string): LessonTexts {
  return { id, lesson: textIn(LESSONS, id, 'lesson.md'), scenario: textIn(SCENARIOS, id, 'scenario.yaml') };
}

/** All of them as texts, for whoever runs what was handed in. */
export function lessonTexts(): readonly LessonTexts[] {
  return Object.keys(LESSONS).map(idOf).map(lessonText);
}

let all: readonly Lesson[] | null = null;

const KINDS: readonly Lesson['kind'][] = ['lesson', 'challenge', 'wheel'];

/** Lessons first, each kind in the order of its codes: L1, L2, ... Their scenarios are looked at when they are opened. */
export function allLessons(): readonly Lesson[] {
  all ??= Object.entries(LESSONS)
    .flatMap(([path, text]) => readLesson({ id: idOf(path), file: path, text }).lesson ?? [])
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.code < b.code ? -1 : 1));
  return all;
}

function idOf(path: string): string {
  return path.split('/').at(-2) ?? '';
}
