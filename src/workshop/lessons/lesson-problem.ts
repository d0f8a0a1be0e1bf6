/** What is wrong with a lesson, as data: printed by `formatProblem`, like a mistake in a scenario. */
import type { ShownProblem } from '../../scenario/format-problem.js';
import { type Finding, type Problem, problemAt, type Values } from '../../scenario/problem.js';
import { PROBLEM_TEXTS, type ProblemCode } from '../../scenario/problem-texts.js';
import { escapeText } from '../../scenario/reading/escape-text.js';
import { type Path, pathText } from '../../scenario/reading/path.js';
import type { Span } from '../../scenario/reading/span.js';
import { spanAt, type TreeNode } from '../../scenario/reading/tree.js';
import type { BothLanguages } from './lesson-leaves.js';
import { LESSON_PROBLEM_TEXTS, type LessonProblemCode } from './problem-texts.js';

export interface LessonProblem extends ShownProblem {
  readonly code: LessonProblemCode | ProblemCode;
}

/** A problem of a lesson that knows its path in the front matter, or its place. */
export interface LessonFinding {
  readonly code: LessonProblemCode;
  readonly path?: Path;
  readonly on?: 'key' | 'value';
  readonly span?: Span;
  readonly values?: Values;
  /** The value `reason`, where that is a sentence of ours. */
  readonly reason?: BothLanguages;
  readonly suggestion?: string | null;
}

/** With its place in the file; `root` is the front matter. */
export function lessonProblem(finding: LessonFinding | Finding, root: TreeNode | null, file: string): LessonProblem {
  const path = finding.path ?? [];
  const span = finding.span ?? (root === null || path.length === 0 ? null : spanAt(root, path, finding.on ?? 'value'));
  if (finding.code in PROBLEM_TEXTS) return problemAt(finding as Finding, span, file, null);
  const { code, values = {}, reason, suggestion = null } = finding as LessonFinding;
  const text = LESSON_PROBLEM_TEXTS[code];
  return {
    code,
    severity: 'error',
    file: escapeText(span?.source.name ?? file),
    line: span?.line ?? 0,
    column: span?.column ?? 0,
    endColumn: span?.endColumn ?? 0,
    path: escapeText(pathText(finding.on === 'key' ? path.slice(0, -1) : path)),
    message: filled(text.en, reason === undefined ? values : { ...values, reason: reason.en }, (word) => word),
    messageKo: filled(
      text.ko,
      reason === undefined ? values : { ...values, reason: reason.ko },
      (word) => KOREAN[word] ?? word,
    ),
    suggestion: suggestion === null ? null : { text: escapeText(suggestion), line: null },
    sourceLine: span?.source.lines[span.line - 1] ?? '',
  };
}

/** In the order of the files given, then of their lines. */
export function byPlace(files: readonly string[]): (a: ShownProblem | Problem, b: ShownProblem | Problem) => number {
  const place = (file: string): number => files.indexOf(file);
  return (a, b) => place(a.file) - place(b.file) || a.line - b.line || a.column - b.column;
}

const LONGEST_VALUE = 300;

/** Only `what` is a word of ours, all else is what the file says. */
function filled(template: string, values: Values, translate: (word: string) => string): string {
  return template.replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const value = String(values[name] ?? '');
    return escapeText(name === 'what' ? translate(value) : value.slice(0, LONGEST_VALUE));
  });
}

const KOREAN: Readonly<Record<string, string>> = {
  service: '서비스',
  site: '데이터센터',
  layout: '레이아웃',
  measure: '지표',
  deployment: '배치',
  'service, journey or site': '서비스, 여정, 데이터센터',
  option: '선택 항목',
  choice: '선택지',
};
