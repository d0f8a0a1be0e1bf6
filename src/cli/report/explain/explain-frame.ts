/** What the parts of an explanation for people share: what it is made from, headings, places in the file, durations. */
import { type ExplainDocument, formatDuration } from '../../../index.js';
import type { Language, Terminal } from '../../output/terminal.js';
import type { RunRequest } from '../../shell-words.js';
import type { ExplainTexts } from './explain-texts.js';

export interface ExplainReport {
  readonly document: ExplainDocument;
  readonly file: string;
  readonly request: RunRequest;
  readonly full: boolean;
  readonly terminal: Terminal;
  readonly texts: ExplainTexts;
}

export function heading({ terminal }: ExplainReport, title: string, more = ''): string {
  const { paint, glyphs } = terminal;
  return `  ${paint.bold(`${glyphs.section} ${title}`)}${more === '' ? '' : paint.dim(`  ${more}`)}`;
}

export function place({ file }: Pick<ExplainReport, 'file'>, line: number): string {
  return `${file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).slice(-30)}:${line}`;
}

/** What is on the way to full function and not on the way back, which is told before. */
export function furtherSteps({ document }: Pick<ExplainReport, 'document'>): ExplainDocument['pathToFull'] {
  const known = new Set(document.pathBack.map(({ fromAt, at, subject }) => [fromAt, at, subject].join(' ')));
  return document.pathToFull.filter(({ fromAt, at, subject }) => !known.has([fromAt, at, subject].join(' ')));
}

/** How long a step took, if it took any time. */
export function took({ seconds }: { readonly seconds: number }, language: Language): string {
  return seconds > 0 ? ` (${formatDuration(seconds, language)})` : '';
}
