/** A page of the facilitator guide: front matter with its place and title, and a text in both languages. */
import { z } from 'zod';
import type { Finding } from '../../scenario/problem.js';
import { pathsWithoutValue } from '../../scenario/reading/no-values.js';
import { readDocument } from '../../scenario/reading/read-document.js';
import { positionsOf } from '../../scenario/reading/span.js';
import { required } from '../../scenario/schema/leaf.js';
import { amount } from '../../scenario/schema/values.js';
import { shape } from '../../scenario/shape.js';
import { splitFrontMatter } from '../lessons/front-matter.js';
import { type BothLanguages, both, NO_TEXT } from '../lessons/lesson-leaves.js';
import { type LessonFinding, type LessonProblem, lessonProblem } from '../lessons/lesson-problem.js';
import { piecesOf } from '../lessons/sections.js';

export interface GuidePage {
  /** Pages come in this order; the lessons stand at 40. */
  readonly order: number;
  readonly for: 'instructor' | 'everybody';
  readonly title: BothLanguages;
  /** Markdown. */
  readonly text: BothLanguages;
}

export interface ReadGuidePage {
  /** Null when there is a problem. */
  readonly page: GuidePage | null;
  readonly problems: readonly LessonProblem[];
}

const pageSchema = z.strictObject({
  page: required(z.literal(1), 'Version of this format: 1.', 1),
  order: required(amount, 'Its place.', 0),
  for: required(z.enum(['instructor', 'everybody']), 'Who may read it.', 'instructor'),
  title: required(both, 'Title.', NO_TEXT),
});

export function readGuidePage(text: string, file: string): ReadGuidePage {
  const split = splitFrontMatter(text, file);
  if ('code' in split) return { page: null, problems: [lessonProblem(split, null, file)] };
  const { root, findings: ofText } = readDocument(text.slice(0, split.end), file);
  if (root?.kind !== 'map') {
    const findings = root === null ? ofText : [{ code: 'no-front-matter', span: root.at } as const];
    return { page: null, problems: findings.map((finding) => lessonProblem(finding, null, file)) };
  }
  const findings: (Finding | LessonFinding)[] = [...ofText];
  const { data, findings: ofShape } = shape(pageSchema, root, pathsWithoutValue(root, findings as Finding[]));
  findings.push(...ofShape);
  const pieces = piecesOf(text, split.body, positionsOf(file, text)).filter(({ section }) => section === 'text');
  const textIn = (language: 'en' | 'ko'): string => pieces.find((piece) => piece.language === language)?.text ?? '';
  for (const language of ['en', 'ko'] as const)
    if (textIn(language) === '') findings.push({ code: 'missing-language', values: { name: 'text', language } });
  const problems = findings.map((finding) => lessonProblem(finding, root, file));
  const { order, title, for: readers } = data;
  const page = { order, for: readers, title, text: { en: textIn('en'), ko: textIn('ko') } };
  return { page: problems.length === 0 ? page : null, problems };
}
