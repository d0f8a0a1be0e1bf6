/**
 * The body of a lesson: sections by name, each in both languages.
 *
 * `# name` begins a section and `## en` or `## ko` a language in it; deeper headings are the text's own. What stands in a
 * fenced block is text. Left out: everything else of Markdown, which whoever shows it reads.
 */
import type { Positions, Span } from '../../scenario/reading/span.js';
import type { BothLanguages } from './lesson-leaves.js';

/** In the order in which they are read; learners do not see those of the instructor. */
export const SECTIONS = {
  hook: 'learner',
  predict: 'learner',
  watch: 'learner',
  gap: 'learner',
  exercise: 'learner',
  hints: 'learner',
  debrief: 'learner',
  facts: 'learner',
  misconceptions: 'instructor',
  solution: 'instructor',
  'debrief-answers': 'instructor',
  'short-of-time': 'instructor',
  'if-fast': 'instructor',
} as const satisfies Readonly<Record<string, 'learner' | 'instructor'>>;
export type SectionName = keyof typeof SECTIONS;

export type Sections = Readonly<Record<SectionName, BothLanguages>>;

/** A piece of the body under its headings, as it was found. */
export interface FoundPiece {
  readonly section: string;
  /** Null: text between the heading of the section and that of its first language. */
  readonly language: string | null;
  readonly text: string;
  /** Of the heading that begins it. */
  readonly at: Span;
}

const HEADING = /^(#{1,2})\s+(.+?)\s*#*\s*$/;
const FENCE = /^\s{0,3}(`{3,}|~{3,})/;

/** @param start offset at which the body begins in the file */
export function piecesOf(text: string, start: number, positions: Positions): readonly FoundPiece[] {
  const pieces: FoundPiece[] = [];
  let section: string | null = null;
  let open: { language: string | null; at: Span; lines: string[] } | null = null;
  let fence: string | null = null;
  const close = (): void => {
    if (section !== null && open !== null)
      pieces.push({ section, language: open.language, at: open.at, text: open.lines.join('\n').trim() });
  };
  let offset = start;
  for (const line of text.slice(start).split('\n')) {
    const marks = FENCE.exec(line)?.[1] ?? null;
    if (fence === null) fence = marks;
    else if (marks?.startsWith(fence)) fence = null;
    const heading = fence === null && marks === null ? HEADING.exec(line.trimEnd()) : null;
    if (heading === null) open?.lines.push(line.trimEnd());
    else {
      close();
      const at = positions.at(offset, offset + line.trimEnd().length);
      if (heading[1] === '#') section = heading[2];
      open = { language: heading[1] === '#' ? null : heading[2], at, lines: [] };
    }
    offset += line.length + 1;
  }
  close();
  return pieces;
}

const HINT = /^\d+[.)]\s+/;

/** The entries of a numbered list, each with its further lines. */
export function numbered(markdown: string): readonly string[] {
  const entries: string[][] = [];
  for (const line of markdown.split('\n')) {
    if (HINT.test(line)) entries.push([line.replace(HINT, '')]);
    else if (entries.length > 0) (entries.at(-1) as string[]).push(line.trim());
  }
  return entries.map((lines) => lines.join('\n').trim());
}
