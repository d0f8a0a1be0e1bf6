/**
 * A run as a report to paste into a ticket: what it cost, when things were back, whether expectations held, and why the
 * worst services went down. Left out: why they stayed down and what would have saved them (`explain`).
 */
import { formatAmount, formatCount, formatDuration, type Language } from '../../results/amounts.js';
import { textIn } from '../../results/names.js';
import type { Reading, Subject } from '../../results/reading.js';
import type { RunDocument, ServiceResult } from '../../results/run-document.js';
import { wentDown } from '../../results/went-down.js';

const WORST = 3;

const WORDS = {
  en: {
    run: 'run',
    lost: 'User-hours lost',
    peak: 'Users affected at worst',
    half: 'Half served again',
    most: '95 % served again',
    never: 'not within the run',
    services: 'Services',
    service: 'service',
    failed: 'failed',
    notUp: 'not up',
    back: 'back',
    expectations: 'Expectations',
    why: 'Why {name} went down',
    verdicts: { met: 'met', failed: 'failed', inconclusive: 'inconclusive' },
  },
  ko: {
    run: '실행',
    lost: '손실 (명·시간)',
    peak: '최대 영향 사용자',
    half: '절반 복구',
    most: '95% 복구',
    never: '실행 안에 없음',
    services: '서비스',
    service: '서비스',
    failed: '장애 시작',
    notUp: '비정상 시간',
    back: '복구',
    expectations: '기대 조건',
    why: '{name} 중단 원인',
    verdicts: { met: '충족', failed: '실패', inconclusive: '판정 불가' },
  },
} as const;

/** GitHub-flavoured Markdown; begins with a heading of the third level, so that it fits below others. */
export function incidentReport(reading: Reading, document: RunDocument, language: Language): string {
  const words = WORDS[language];
  const { scenario, totals } = document;
  const after = (seconds: number | null): string =>
    seconds === null ? words.never : formatDuration(seconds, language);
  const hit = [...document.services, ...document.journeys]
    .filter(({ notUpSeconds }) => notUpSeconds > 0)
    .sort((a, b) => b.userHoursLost - a.userHoursLost || b.notUpSeconds - a.notUpSeconds);
  const parts = [
    `### ${plain(textIn(scenario.title, language, scenario.id))}`,
    `\`${plain(document.layout)}\` · seed ${plain(document.seed)} · ${words.run} \`${document.recordHash.slice(0, 8)}\``,
    [
      `- ${words.lost}: ${formatAmount(totals.userHoursLost, 'person-hours', language)}`,
      `- ${words.peak}: ${formatCount(Math.round(totals.peakUsersAffected), language)}`,
      `- ${words.half}: ${after(totals.served50AfterSeconds)}`,
      `- ${words.most}: ${after(totals.served95AfterSeconds)}`,
    ].join('\n'),
    ...expectationLines(document, language),
    ...(hit.length === 0 ? [] : [serviceTable(hit, language)]),
    ...hit.slice(0, WORST).flatMap((each) => whyLines(reading, each, language)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function expectationLines({ expectations }: RunDocument, language: Language): string[] {
  if (expectations.length === 0) return [];
  const words = WORDS[language];
  const rows = expectations.map(({ name, verdict, because }) => {
    return `- **${words.verdicts[verdict]}** ${plain(name)}: ${plain(because)}`;
  });
  return [`#### ${words.expectations}`, rows.join('\n')];
}

function serviceTable(hit: readonly ServiceResult[], language: Language): string {
  const words = WORDS[language];
  const rows = hit.map((each) => {
    const cells = [
      cell(textIn(each.name, language, each.id)),
      each.firstFailedAt?.slice(0, 16).replace('T', ' ') ?? '',
      formatDuration(each.notUpSeconds, language),
      each.restoredAt?.slice(0, 16).replace('T', ' ') ?? words.never,
      formatCount(each.userHoursLost, language),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const head = [words.service, words.failed, words.notUp, words.back, words.lost];
  return [`#### ${words.services}`, '', `| ${head.join(' | ')} |`, '|---|---|---:|---|---:|', ...rows].join('\n');
}

function whyLines(reading: Reading, { id, name }: ServiceResult, language: Language): string[] {
  const subject = reading.subject(id) as Subject;
  const steps = wentDown(reading, subject, language);
  if (steps.length === 0) return [];
  const title = WORDS[language].why.replace('{name}', () => plain(textIn(name, language, id)));
  const lines = steps.map(({ at, text, line }, i) => {
    const where = line === null ? '' : ` (${plain(reading.scenario.file)}:${line})`;
    return `${i + 1}. ${at.slice(0, 19).replace('T', ' ')} ${plain(text)}${where}`;
  });
  return [`#### ${title}`, lines.join('\n')];
}

/** Names come from files of strangers: nothing in them is markup, nor breaks the line. */
function plain(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_[\]<>#]/g, (character) => `\\${character}`);
}

function cell(text: string): string {
  return plain(text).replaceAll('|', '\\|');
}
