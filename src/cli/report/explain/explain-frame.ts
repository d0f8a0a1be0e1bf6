/** What the parts of an explanation for people share: what it is made from, and headings. */
import type { ExplainDocument, ExplainTexts } from '../../../index.js';
import type { Terminal } from '../../output/terminal.js';
import type { RunRequest } from '../../shell-commands.js';

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
