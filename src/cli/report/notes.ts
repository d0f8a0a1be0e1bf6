/** What a reader must know before trusting the run: its warnings, and what was left to defaults. */
import type { RunWarning } from '../../index.js';
import { WIDTH } from '../output/terminal.js';
import { wrap } from '../output/width.js';
import { heading, INDENT, type RunReport, type Section } from './report.js';

const SHOWN = 5;

export const notes: Section = (report) => {
  const { document, terminal, texts, full } = report;
  const { paint, glyphs } = terminal;
  const { warnings, defaulted } = document;
  const shown = full ? warnings : warnings.slice(0, SHOWN);
  const indent = ' '.repeat(INDENT);
  const lines: string[] = [];
  if (warnings.length > 0) {
    lines.push(heading(report, texts.warnings));
    for (const warning of shown) lines.push(...bullet(warningText(report, warning), paint.yellow('!')));
    if (shown.length < warnings.length) {
      lines.push(`${indent}${paint.dim(`${glyphs.ellipsis} ${texts.more(warnings.length - shown.length)}`)}`);
    }
  }
  if (defaulted.length === 0) return lines;
  if (!full) return [...lines, `${indent}${paint.dim(texts.defaulted(defaulted.length))}`];
  return [
    ...lines,
    heading(report, texts.listed),
    ...wrap(defaulted.join(', '), WIDTH - INDENT).map((line) => indent + line),
  ];
};

function bullet(text: string, mark: string): string[] {
  return wrap(text, WIDTH - INDENT - 2).map((line, i) => `${' '.repeat(INDENT)}${i === 0 ? mark : ' '} ${line}`);
}

function warningText({ texts }: RunReport, { code, subjects, count, message }: RunWarning): string {
  return texts.warning?.[code]?.(subjects.join(', '), count) ?? message;
}
