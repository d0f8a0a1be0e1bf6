/** The body of a lesson, read: all sections in both languages, or what is wrong with them. */
import { nearest } from '../../scenario/nearest.js';
import type { Positions } from '../../scenario/reading/span.js';
import type { BothLanguages } from './lesson-leaves.js';
import type { LessonFinding } from './lesson-problem.js';
import { type FoundPiece, numbered, piecesOf, SECTIONS, type SectionName, type Sections } from './sections.js';

const NAMES = Object.keys(SECTIONS) as SectionName[];
const LANGUAGES = ['en', 'ko'] as const;
const STEPS = 3;

export interface ReadSections {
  readonly sections: Sections;
  readonly hints: readonly [BothLanguages, BothLanguages, BothLanguages];
  readonly findings: readonly LessonFinding[];
}

export function readSections(text: string, start: number, positions: Positions): ReadSections {
  const findings: LessonFinding[] = [];
  const found = new Map<string, FoundPiece>();
  const headings = new Map<string, FoundPiece>();
  for (const piece of piecesOf(text, start, positions)) take(piece, found, headings, findings);
  const textOf = (name: SectionName, language: 'en' | 'ko'): string => found.get(`${name} ${language}`)?.text ?? '';
  for (const name of NAMES) {
    const heading = headings.get(name);
    if (heading === undefined) findings.push({ code: 'missing-section', values: { name } });
    else
      for (const language of LANGUAGES.filter((each) => textOf(name, each) === ''))
        findings.push({ code: 'missing-language', span: heading.at, values: { name, language } });
  }
  const sections = Object.fromEntries(
    NAMES.map((name) => [name, { en: textOf(name, 'en'), ko: textOf(name, 'ko') }]),
  ) as Sections;
  const steps = { en: numbered(sections.hints.en), ko: numbered(sections.hints.ko) };
  for (const language of LANGUAGES) {
    const piece = found.get(`hints ${language}`);
    const count = steps[language].length;
    if (piece !== undefined && piece.text !== '' && count !== STEPS)
      findings.push({ code: 'hints-not-three', span: piece.at, values: { count, language } });
  }
  const hint = (i: number): BothLanguages => ({ en: steps.en[i] ?? '', ko: steps.ko[i] ?? '' });
  return { sections, hints: [hint(0), hint(1), hint(2)], findings };
}

function take(
  piece: FoundPiece,
  found: Map<string, FoundPiece>,
  headings: Map<string, FoundPiece>,
  findings: LessonFinding[],
): void {
  const { section, language, at, text } = piece;
  if (!Object.hasOwn(SECTIONS, section)) {
    if (language === null || !headings.has(section)) {
      const choices = NAMES.join(', ');
      findings.push({
        code: 'unknown-section',
        span: at,
        values: { name: section, choices },
        suggestion: nearest(section, NAMES),
      });
    }
    headings.set(section, piece);
    return;
  }
  if (language === null) {
    const first = headings.get(section);
    if (first !== undefined)
      findings.push({ code: 'repeated-section', span: at, values: { name: section, line: first.at.line } });
    headings.set(section, piece);
    if (text !== '') findings.push({ code: 'text-without-language', span: at, values: { name: section } });
  } else if (!LANGUAGES.includes(language as 'en')) {
    findings.push({ code: 'unknown-language', span: at, values: { name: language } });
  } else if (!found.has(`${section} ${language}`)) found.set(`${section} ${language}`, piece);
}
