/**
 * The text of a `lesson.md` becomes a lesson, or the list of everything that is wrong with it.
 *
 * Front matter is read like a scenario (the same limits, the same problems with their places), the body by its headings.
 * Left out: whether it fits its scenario, which `check-lesson.ts` looks at.
 */

import type { Finding } from '../../scenario/problem.js';
import { pathsWithoutValue } from '../../scenario/reading/no-values.js';
import { readDocument } from '../../scenario/reading/read-document.js';
import { positionsOf } from '../../scenario/reading/span.js';
import type { TreeNode } from '../../scenario/reading/tree.js';
import { shape } from '../../scenario/shape.js';
import { buildLesson } from './build-lesson.js';
import { splitFrontMatter } from './front-matter.js';
import type { Lesson } from './lesson.js';
import { byPlace, type LessonFinding, type LessonProblem, lessonProblem } from './lesson-problem.js';
import { lessonSchema } from './lesson-schema.js';
import { readSections } from './read-sections.js';

export interface ReadLesson {
  /** Null when there is a problem. */
  readonly lesson: Lesson | null;
  readonly problems: readonly LessonProblem[];
  /** The front matter, for places of what is found later; null when it could not be read. */
  readonly root: TreeNode | null;
}

export interface LessonSource {
  /** Name of its folder. */
  readonly id: string;
  /** Name of the file, for messages. */
  readonly file: string;
  readonly text: string;
}

export function readLesson({ id, file, text }: LessonSource): ReadLesson {
  const positions = positionsOf(file, text);
  const split = splitFrontMatter(text, file);
  if ('code' in split) return { lesson: null, problems: [lessonProblem(split, null, file)], root: null };
  // The opening line is YAML, too, so that places in the front matter are places in the file.
  const read = readDocument(text.slice(0, split.end), file);
  const { sections, hints, findings: ofBody } = readSections(text, split.body, positions);
  if (read.root?.kind !== 'map') {
    const findings = read.root === null ? read.findings : [{ code: 'no-front-matter', span: read.root.at } as const];
    return { lesson: null, problems: told([...findings, ...ofBody], null, file), root: null };
  }
  const ofText: Finding[] = [...read.findings];
  const { data, findings: ofShape, original } = shape(lessonSchema, read.root, pathsWithoutValue(read.root, ofText));
  const { watch, predictions, exercise, findings: ofKinds } = buildLesson(data);
  const placed = ofKinds.map((finding) => ({ ...finding, path: original(finding.path ?? []) }));
  const problems = told([...ofText, ...ofShape, ...placed, ...ofBody], read.root, file);
  const { lesson: _, kind = 'lesson', ...rest } = data;
  const minutesInAll = Object.values(data.minutes).reduce((sum, minutes) => sum + minutes, 0);
  const lesson = { ...rest, id, file, kind, watch, predictions, exercise, sections, hints, minutesInAll };
  return { lesson: problems.length === 0 ? lesson : null, problems, root: read.root };
}

function told(
  findings: readonly (Finding | LessonFinding)[],
  root: TreeNode | null,
  file: string,
): readonly LessonProblem[] {
  return findings.map((finding) => lessonProblem(finding, root, file)).sort(byPlace([file]));
}
