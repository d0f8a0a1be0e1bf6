import { eastAsianWidth } from 'get-east-asian-width';
import type { Problem } from './problem.js';
import { escapeText } from './reading/escape-text.js';

/** What is told alike whatever has the problem: a scenario, or a file that is imported. */
export type ShownProblem = Omit<Problem, 'code'> & { readonly code: string };

export interface FormatProblemOptions {
  readonly lang?: 'en' | 'ko';
  /** No characters beyond ASCII of our own. */
  readonly ascii?: boolean;
}

/** Longest part of a source line that is shown around the caret. */
const WINDOW = 100;

/**
 * The problem as people read it; ends without a line break, safe to print on a terminal.
 *
 * ```
 * kakao.yaml:83:7 error unknown-service  services.mail.needs: there is no service "objectstore"
 *    83 |       objectstore: { kind: required }
 *       |       ^^^^^^^^^^^ did you mean "object-store"? (line 41)
 * ```
 */
export function formatProblem(problem: ShownProblem, options: FormatProblemOptions = {}): string {
  const korean = options.lang === 'ko';
  const place = problem.line === 0 ? problem.file : `${problem.file}:${problem.line}:${problem.column}`;
  const severity = korean ? (problem.severity === 'error' ? '오류' : '경고') : problem.severity;
  const path = problem.path === '' ? '' : `${problem.path}: `;
  const head = `${place} ${severity} ${problem.code}  ${path}${korean ? problem.messageKo : problem.message}`;
  const hint = suggestionText(problem, korean);
  if (problem.line === 0) return hint === '' ? head : `${head}\n      ${hint}`;
  const { before, marked, after } = excerpt(problem, options.ascii ? '...' : '…');
  const caret = '^'.repeat(Math.max(1, width(marked)));
  const gutter = String(problem.line).padStart(5);
  return [
    head,
    `${gutter} | ${before}${marked}${after}`,
    `      | ${' '.repeat(width(before))}${caret}${hint === '' ? '' : ` ${hint}`}`,
  ].join('\n');
}

function suggestionText(problem: ShownProblem, korean: boolean): string {
  if (problem.suggestion === null) return '';
  const { text, line } = problem.suggestion;
  if (korean) return `혹시 "${text}"?${line === null ? '' : ` (${line}행)`}`;
  return `did you mean "${text}"?${line === null ? '' : ` (line ${line})`}`;
}

/** The source line in three parts, escaped; of a very long line only what is around the caret. */
function excerpt(problem: ShownProblem, ellipsis: string): { before: string; marked: string; after: string } {
  const line = problem.sourceLine;
  const start = Math.min(problem.column - 1, line.length);
  const end = Math.min(problem.endColumn - 1, line.length, start + WINDOW);
  const from = line.length <= WINDOW ? 0 : Math.max(0, start - WINDOW / 2);
  const to = line.length <= WINDOW ? line.length : Math.min(line.length, Math.max(end, from + WINDOW));
  const show = (a: number, b: number): string => escapeText(line.slice(a, b).replaceAll('\t', ' '));
  return {
    before: (from > 0 ? ellipsis : '') + show(from, start),
    marked: show(start, end),
    after: show(end, to) + (to < line.length ? ellipsis : ''),
  };
}

/** Marks, joiners, and the vowels and final consonants of Hangul in parts take no column of their own. */
const WIDTHLESS = /^[\p{Mn}\p{Me}\u1160-\u11ff\u200c\u200d]$/u;

/** Columns on a terminal: Hangul takes two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (!WIDTHLESS.test(character)) columns += eastAsianWidth(character.codePointAt(0) as number);
  }
  return columns;
}
