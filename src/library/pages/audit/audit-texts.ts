/** The words of the page of an audit, in both languages. No Korean particle follows a placeholder. */
import type { Language } from '../../../results/amounts.js';
import type { Severity } from '../../../studies/audit/finding.js';

export interface AuditPageTexts {
  readonly notRun: string;
  readonly inShort: string;
  readonly none: string;
  readonly counts: (errors: number, warnings: number) => string;
  readonly worst: (service: string, findings: number) => string;
  readonly byRule: string;
  readonly rule: string;
  readonly severity: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly findings: string;
  readonly affected: string;
  readonly affectedCaption: (shown: number, all: number) => string;
  readonly sections: Readonly<Record<Severity, string>>;
  readonly line: string;
  readonly subject: string;
  readonly message: string;
  readonly how: readonly string[];
}

const EN: AuditPageTexts = {
  notRun: 'audited, not run',
  inShort: 'In short',
  none: 'No rule has anything against this layout.',
  counts: (errors, warnings) =>
    `${errors} ${errors === 1 ? 'error' : 'errors'} and ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`,
  worst: (service, findings) => `${service} suffers from most of them: ${findings}.`,
  byRule: 'Findings by rule',
  rule: 'rule',
  severity: 'severity',
  severities: { error: '✗ error', warning: '! warning' },
  findings: 'findings',
  affected: 'Who suffers',
  affectedCaption: (shown, all) =>
    `Findings by the services and journeys that suffer from them, most first; ${shown} of ${all}.`,
  sections: { error: 'Errors', warning: 'Warnings' },
  line: 'line',
  subject: 'where',
  message: 'what is wrong, and what to do',
  how: [
    'An error is a design that does not do what it was built for; a warning is a weakness that may be a decision.',
    'An audit knows what follows from what stands where and who needs whom. Nothing was run: how long anything lasts and what it costs, the commands run and contingency tell.',
    'Lines are those of the scenario file.',
  ],
};

const KO: AuditPageTexts = {
  notRun: '실행하지 않고 점검',
  inShort: '요약',
  none: '지적 사항 없음.',
  counts: (errors, warnings) => `오류 ${errors}개, 경고 ${warnings}개.`,
  worst: (service, findings) => `가장 많이 걸리는 서비스: ${service} (${findings}개).`,
  byRule: '규칙별 점검 결과',
  rule: '규칙',
  severity: '심각도',
  severities: { error: '✗ 오류', warning: '! 경고' },
  findings: '개수',
  affected: '영향을 받는 서비스',
  affectedCaption: (shown, all) => `서비스와 여정별 점검 결과 수, 많은 순서. ${all}개 중 ${shown}개.`,
  sections: { error: '오류', warning: '경고' },
  line: '줄',
  subject: '대상',
  message: '문제와 할 일',
  how: [
    '오류는 설계가 본래 목적을 이루지 못하는 것이고, 경고는 의도한 결정일 수도 있는 약점이다.',
    '점검은 무엇이 어디에 있고 누가 누구를 필요로 하는지만 본다. 실행하지 않았으므로 얼마나 오래 가고 얼마나 잃는지는 run, contingency 명령으로 본다.',
    '줄 번호는 시나리오 파일의 것이다.',
  ],
};

export function auditPageTextsIn(language: Language): AuditPageTexts {
  return language === 'ko' ? KO : EN;
}
