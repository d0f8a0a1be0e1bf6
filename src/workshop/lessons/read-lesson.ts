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

const OPEN = /^\uFEFF?---[ \t]*\r?\n/;
const CLOSE = /^---[ \t]*\r?$/m;

export function readLesson({ id, file, text }: LessonSource): ReadLesson {
  const positions = positionsOf(file, text);
  const refused = (finding: LessonFinding | Finding): ReadLesson => ({
    lesson: null,
    problems: [lessonProblem(finding, null, file)],
    root: null,
  });
  const open = OPEN.exec(text);
  if (open === null) return refused({ code: 'no-front-matter', span: positions.at(0, 1) });
  const close = CLOSE.exec(text.slice(open[0].length));
  if (close === null) return refused({ code: 'open-front-matter', span: positions.at(0, 3) });
  const end = open[0].length + close.index;
  // The opening line is YAML, too, so that places in the front matter are places in the file.
  const read = readDocument(text.slice(0, end), file);
  const { sections, hints, findings: ofBody } = readSections(text, end + close[0].length, positions);
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
