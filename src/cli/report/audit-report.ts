/** The findings of an audit for people: worst first, each with its line in the file and what to do. */
import { type AuditDocument, type AuditFinding, textIn } from '../../index.js';
import { asciiSigns, GLYPHS_ASCII } from '../output/glyphs.js';
import { printableDeep } from '../output/printable.js';
import { type Language, type Terminal, WIDTH } from '../output/terminal.js';
import { cut, padEnd, widthOf, wrap } from '../output/width.js';

export interface AuditReport {
  readonly document: AuditDocument;
  readonly file: string;
  /** How many findings `--fail-on` strikes. */
  readonly failing: number;
  readonly failOn: readonly string[];
  /** Nothing is left out. */
  readonly full: boolean;
  readonly terminal: Terminal;
}

const INDENT = '    ';

export function auditReport({ document: found, file, failing, failOn, full, terminal }: AuditReport): string {
  const { paint, glyphs, language } = terminal;
  const document = printableDeep(found, glyphs === GLYPHS_ASCII ? asciiSigns : undefined);
  const { scenario, layout, findings, errors, warnings } = document;
  const texts = TEXTS[language];
  const place = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).slice(-30);
  const counts = findings.length === 0 ? texts.none : texts.counts(errors, warnings);
  const { shown, hidden } = full ? { shown: findings, hidden: [] } : limited(findings);
  const lines = [
    `  ${paint.bold(cut(textIn(scenario.title, language, scenario.id), WIDTH - 2, glyphs.ellipsis))}`,
    `  ${paint.dim(`${scenario.id} ${glyphs.dot} ${layout} ${glyphs.dot} ${texts.notRun}`)}`,
    '',
    `  ${paint.bold(`${glyphs.section} ${texts.findings}`)}${paint.dim(`  ${counts}`)}`,
    ...shown.flatMap((finding) => told(finding, `${place}:${finding.line ?? '-'}`, terminal)),
    ...hidden.map((each) => `${INDENT}${paint.dim(`${glyphs.ellipsis} ${texts.more(each.count, each.rule)}`)}`),
  ];
  if (failOn.length > 0) {
    const verdict = texts.struck(failing, failOn.join(', '));
    lines.push('', `  ${paint.bold(failing > 0 ? paint.red(verdict) : paint.green(verdict))}`);
  }
  return `${lines.join('\n')}\n`;
}

/** So many of a rule and severity tell what kind of trouble it is. */
const SHOWN_OF_A_RULE = 6;

function limited(findings: readonly AuditFinding[]): {
  readonly shown: readonly AuditFinding[];
  readonly hidden: readonly { readonly rule: string; readonly count: number }[];
} {
  const counts = new Map<string, number>();
  const shown = findings.filter(({ rule, severity }) => {
    const count = (counts.get(`${severity} ${rule}`) ?? 0) + 1;
    counts.set(`${severity} ${rule}`, count);
    return count <= SHOWN_OF_A_RULE;
  });
  const more = new Map<string, number>();
  for (const [key, count] of counts) {
    const rule = key.slice(key.indexOf(' ') + 1);
    if (count > SHOWN_OF_A_RULE) more.set(rule, (more.get(rule) ?? 0) + count - SHOWN_OF_A_RULE);
  }
  return { shown, hidden: [...more].map(([rule, count]) => ({ rule, count })) };
}

function told(finding: AuditFinding, place: string, { paint, glyphs }: Terminal): string[] {
  const isError = finding.severity === 'error';
  const mark = isError ? paint.red(glyphs.failed) : paint.yellow('!');
  const head = `${INDENT}${mark}${' '.repeat(Math.max(1, 3 - (isError ? widthOf(glyphs.failed) : 1)))}${paint.bold(finding.rule)}  ${finding.subject}`;
  const room = WIDTH - widthOf(place) - 2;
  const indent = `${INDENT}   `;
  const sentence = (text: string, lead: string): string[] =>
    wrap(text, WIDTH - widthOf(indent) - widthOf(lead)).map(
      (line, i) => indent + (i === 0 ? lead : ' '.repeat(widthOf(lead))) + line,
    );
  return [
    `${padEnd(widthOf(head) > room ? cut(head, room, glyphs.ellipsis) : head, room)}  ${paint.dim(place)}`,
    ...sentence(finding.message, ''),
    ...sentence(finding.advice, `${glyphs.arrow} `).map((line) => paint.dim(line)),
  ];
}

interface AuditTexts {
  readonly notRun: string;
  readonly findings: string;
  readonly none: string;
  readonly counts: (errors: number, warnings: number) => string;
  readonly more: (count: number, rule: string) => string;
  readonly struck: (count: number, failOn: string) => string;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const TEXTS: Readonly<Record<Language, AuditTexts>> = {
  en: {
    notRun: 'audited, not run',
    findings: 'FINDINGS',
    none: 'none: no rule has anything against this layout',
    more: (count, rule) => `${count} more of ${rule}: --full`,
    counts: (errors, warnings) => `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
    struck: (count, failOn) =>
      count === 0
        ? `nothing of what fails this audit (${failOn})`
        : `${counted(count, 'finding')} ${count === 1 ? 'fails' : 'fail'} this audit (${failOn})`,
  },
  ko: {
    notRun: '실행하지 않고 점검',
    findings: '점검 결과',
    none: '지적 사항 없음',
    more: (count, rule) => `${rule} ${count}개 더: --full`,
    counts: (errors, warnings) => `오류 ${errors}개, 경고 ${warnings}개`,
    struck: (count, failOn) => (count === 0 ? `점검 통과 (${failOn})` : `점검 실패: ${count}개 (${failOn})`),
  },
};
