/** The words of a sweep's report. No Korean particle follows a placeholder. */
import type { Language } from '../../output/terminal.js';

export interface SweepTexts {
  readonly runs: (values: number, seeds: number) => string;
  readonly partial: (seeds: number, asked: number) => string;
  readonly mean: string;
  readonly range: string;
  readonly band: (full: string, hatched: string) => string;
  readonly never: string;
  readonly missing: (count: number) => string;
  readonly tips: string;
  readonly tip: (measure: string, before: string, after: string, share: string) => string;
  readonly noTip: (measure: string) => string;
  readonly expectations: string;
  readonly metIn: string;
  readonly again: string;
}

const ENGLISH: SweepTexts = {
  runs: (values, seeds) => `${values} values, ${seeds} ${seeds === 1 ? 'seed' : 'seeds'} each`,
  partial: (seeds, asked) => `PARTIAL: stopped after ${seeds} of ${asked} seeds`,
  mean: 'mean',
  range: 'best and worst run',
  band: (full, hatched) => `${full} up to the least run, ${hatched} up to the greatest`,
  never: 'never',
  missing: (count) => `never in ${count}`,
  tips: '← tips',
  tip: (measure, before, after, share) =>
    `${measure} tips between ${before} and ${after}: ${share} of all that it changes, more than luck explains`,
  noTip: (measure) =>
    `no tipping point of ${measure}: no single step is half of all that it changes and more than luck explains`,
  expectations: 'EXPECTATIONS',
  metIn: 'seeds in which each is met',
  again: 'again',
};

const KOREAN: SweepTexts = {
  runs: (values, seeds) => `값 ${values}개, 각각 시드 ${seeds}개`,
  partial: (seeds, asked) => `일부: 시드 ${asked}개 중 ${seeds}개 뒤 중단됨`,
  mean: '평균',
  range: '최선과 최악의 실행',
  band: (full, hatched) => `${full} 최소 실행까지, ${hatched} 최대 실행까지`,
  never: '끝내 없음',
  missing: (count) => `${count}개 실행에서 끝내 없음`,
  tips: '← 급변',
  tip: (measure, before, after, share) =>
    `${measure}: ${before}, ${after} 사이에서 급변. 전체 변화의 ${share}, 우연으로 설명되지 않음`,
  noTip: (measure) => `${measure}: 급변점 없음 (전체 변화의 절반이 넘고 우연으로 설명되지 않는 한 걸음이 없음)`,
  expectations: '기대 조건',
  metIn: '각각을 충족한 시드 수',
  again: '다시',
};

export function sweepTextsIn(language: Language): SweepTexts {
  return language === 'ko' ? KOREAN : ENGLISH;
}
