/** What an import found, what it cannot know, and what to do next. */
import type { ImportedScenario, ImportNote } from '../../index.js';
import { printable } from '../output/printable.js';
import type { Language, Terminal } from '../output/terminal.js';
import { studyCommand } from '../shell-commands.js';

export interface ImportReportOptions {
  /** Null: the scenario goes to standard output. */
  readonly out: string | null;
  readonly full: boolean;
  readonly terminal: Terminal;
}

/** More of one kind are counted. */
const MOST_OF_A_KIND = 3;

interface Texts {
  readonly found: (services: number, calls: number, needs: number, sites: readonly string[]) => string;
  readonly more: (count: number, kind: string) => string;
  readonly warnings: (count: number) => string;
  readonly next: string;
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    found: (services, calls, needs, sites) =>
      `${plural(services, 'service')}, ${plural(calls, 'call')}${needs === 0 ? '' : `, ${plural(needs, 'need')} to start`}, ${sites.length === 1 ? 'site' : `${sites.length} sites`} ${sites.join(', ')}`,
    more: (count, kind) => `${count} more like that (${kind}): --full lists them`,
    warnings: (count) => `${plural(count, 'warning')}: \`check\` tells them`,
    next: 'next',
  },
  ko: {
    found: (services, calls, needs, sites) =>
      `서비스 ${services}개, 호출 ${calls}개${needs === 0 ? '' : `, 시작 의존 ${needs}개`}, 데이터센터 ${sites.length}개 (${sites.join(', ')})`,
    more: (count, kind) => `비슷한 것 ${count}개 더 (${kind}): --full로 모두 봅니다`,
    warnings: (count) => `경고 ${count}개: \`check\`로 봅니다`,
    next: '다음',
  },
};

export function importReport(result: ImportedScenario, { out, full, terminal }: ImportReportOptions): string {
  const { paint, glyphs, language } = terminal;
  const texts = TEXTS[language];
  const sites = result.sites.length > 6 ? [...result.sites.slice(0, 6), `+${result.sites.length - 6}`] : result.sites;
  const lines = [
    ...result.sources.map(({ file, format }) => `${paint.green(glyphs.met)} ${printable(file)}  ${format}`),
    `  ${texts.found(result.services, result.calls, result.startNeeds, sites.map(printable))}`,
    ...noteLines(result.notes, full, terminal),
  ];
  if (result.warnings.length > 0) lines.push(`  ! ${texts.warnings(result.warnings.length)}`);
  if (out !== null) {
    const name = printable(out);
    lines.push('', `  ${texts.next}  ${studyCommand('check', name, [])}`, `        ${studyCommand('run', name, [])}`);
  }
  return `${lines.join('\n')}\n`;
}

function noteLines(notes: readonly ImportNote[], full: boolean, { language }: Terminal): string[] {
  const counts = new Map<string, number>();
  const lines = notes.flatMap(({ code, file, line, message, messageKo }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (!full && count > MOST_OF_A_KIND) return [];
    const place = file === null ? '' : `${printable(file)}:${line}  `;
    return [`  ! ${place}${language === 'ko' ? messageKo : message}`];
  });
  const more = full ? [] : [...counts].filter(([, count]) => count > MOST_OF_A_KIND);
  return [...lines, ...more.map(([code, count]) => `  ! ${TEXTS[language].more(count - MOST_OF_A_KIND, code)}`)];
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
