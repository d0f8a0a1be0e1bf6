/** Two versions of a scenario: what changed in the file, which verdicts, and what got worse or better. */
import type { DiffDocument } from '../../commands/diff.js';
import { printable } from '../../output/printable.js';
import type { Language, Terminal } from '../../output/terminal.js';
import { comparisonLines } from './comparison-lines.js';

export interface DiffReport {
  readonly document: DiffDocument;
  readonly again: string;
  /** For a comment, not for a terminal. */
  readonly markdown: boolean;
  readonly terminal: Terminal;
}

interface Texts {
  readonly changes: (added: number, changed: number, removed: number) => string;
  readonly none: string;
  readonly again: string;
  readonly partial: string;
  readonly title: (base: string, head: string) => string;
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    changes: (added, changed, removed) => `CHANGES  ${added} added, ${changed} changed, ${removed} removed`,
    none: 'nothing that runs has changed',
    again: 'again',
    partial: 'stopped before all runs were made',
    title: (base, head) => `${base} and ${head}`,
  },
  ko: {
    changes: (added, changed, removed) => `변경  추가 ${added}, 변경 ${changed}, 삭제 ${removed}`,
    none: '실행에 영향을 주는 변경 없음',
    again: '다시',
    partial: '모든 실행을 마치기 전에 중단됨',
    title: (base, head) => `${base}, ${head}`,
  },
};

export function diffReport({ document, again, markdown, terminal }: DiffReport): string {
  const { glyphs, paint, language } = terminal;
  const texts = TEXTS[language];
  const { changes, comparison, base, head, struck, partial } = document;
  const count = (sign: string): number => changes.filter((change) => change.startsWith(sign)).length;
  const told = changes.map(printable);
  const compared = comparisonLines(comparison, base.file, terminal);
  const ends = [...struck.map((reason) => `--fail-if ${reason}`), ...(partial ? [texts.partial] : [])];
  const title = texts.title(printable(base.file), printable(head.file));
  if (markdown) {
    return [
      `### ${inCode(title)}`,
      '',
      ...compared.slice(1).map((line) => `- ${inCode(line)}`),
      ...ends.map((line) => `- **${inCode(line)}**`),
      '',
      `<details><summary>${texts.changes(count('+'), count('~'), count('-'))}</summary>`,
      '',
      '```diff',
      ...(told.length === 0 ? [texts.none] : told).map((line) => line.replaceAll('```', "'''")),
      '```',
      '',
      '</details>',
      '',
    ].join('\n');
  }
  const lines = [
    `${paint.bold(`${glyphs.section} ${texts.changes(count('+'), count('~'), count('-'))}`)}`,
    ...(told.length === 0 ? [`  ${texts.none}`] : told.map((change) => `  ${change}`)),
    '',
    ...compared,
    ...ends.map((line) => paint.red(line)),
    `${texts.again}  ${paint.dim(again)}`,
  ];
  return `${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n`;
}

/** As it is, whatever is in it. */
function inCode(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}
