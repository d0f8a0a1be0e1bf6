/** The sentences of verdicts. No Korean particle follows a placeholder. */
import type { Language } from './amounts.js';
import { fill } from './sentences.js';

export const JUDGEMENT_TEXTS = {
  value: { en: '{name}{label} {actual}, limit {limit}', ko: '{name}{label} {actual}, 한도 {limit}' },
  never: {
    en: '{name}{label}: not within the run, limit {limit}',
    ko: '{name}{label}: 실행 기간 안에 없음, 한도 {limit}',
  },
  because: { en: '{text}, because {chain}', ko: '{text}; 경위: {chain}' },
  'more-steps': { en: '… {count} more', ko: '… {count}단계 더' },
  'no-limit': { en: 'it states no limit', ko: '한도 없음' },
  'no-fault': { en: 'no fault took effect on anything in this run', ko: '이 실행에서 영향을 준 장애 없음' },
  'not-reached': {
    en: 'nothing that was hit can reach {name}, in any layout of the file',
    ko: '어느 레이아웃에서도 장애 영향이 닿지 않는 대상: {name}',
  },
  unknown: {
    en: 'the model does not tell {measure} for this scenario',
    ko: '이 시나리오에서 알 수 없는 측정값: {measure}',
  },
  'no-measure': { en: 'there is no measure "{measure}" of that', ko: '없는 측정값: {measure}' },
  'no-other-layout': {
    en: 'the limit is relative to layout "{layout}", which was not run',
    ko: '비교 대상 레이아웃 미실행: {layout}',
  },
  'needs-runs': {
    en: '{measure} needs runs of its own, which were not made',
    ko: '{measure}: 별도 실행이 필요하나 실행하지 않음',
  },
  'not-run': {
    en: 'stopped before it was run: {done} of {all} runs were made',
    ko: '실행 전에 중단됨: {all}회 중 {done}회 실행',
  },
  'stays-good': {
    en: 'a tenth more of every fault leaves nothing bad for good',
    ko: '모든 장애를 10% 키워도 지속되는 이상 없음',
  },
  'stays-bad': {
    en: 'stays bad with nothing broken: {names}',
    ko: '장애가 끝나도 이상이 지속되는 서비스: {names}',
  },
  'stays-bad-larger': {
    en: 'with {enlarged} it stays bad with nothing broken: {names}',
    ko: '{enlarged} 조건에서 장애가 끝나도 이상이 지속되는 서비스: {names}',
  },
  'survives-met': {
    en: 'of {cases} cases the worst is {case}: {name} restored after {actual}, limit {limit}',
    ko: '{cases}개 경우 중 최악: {case}, {name} 복구까지 {actual}, 한도 {limit}',
  },
  'survives-all': {
    en: 'in none of {cases} cases does any service with users fail',
    ko: '{cases}개 경우 모두에서 사용자 서비스 중단 없음',
  },
  'survives-failed': {
    en: '{case}: {name} restored after {actual}, limit {limit}; fails in {failed} of {cases} cases',
    ko: '{case}: {name} 복구까지 {actual}, 한도 {limit}; {cases}개 경우 중 {failed}개 실패',
  },
  'survives-never': {
    en: '{case}: {name} not restored within the run, limit {limit}; fails in {failed} of {cases} cases',
    ko: '{case}: {name} 실행 기간 안에 복구 안 됨, 한도 {limit}; {cases}개 경우 중 {failed}개 실패',
  },
  'survives-untouched': { en: 'none of {cases} cases took effect on anything', ko: '{cases}개 경우 모두 영향 없음' },
  'survives-none': {
    en: 'there is no case to try: nothing of that kind carries a service',
    ko: '시험할 경우 없음: 서비스가 놓인 대상 없음',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type JudgementKey = keyof typeof JUDGEMENT_TEXTS;

export function judgementText(key: JudgementKey, language: Language, values: Readonly<Record<string, string>>): string {
  return fill(JUDGEMENT_TEXTS[key][language], values);
}
