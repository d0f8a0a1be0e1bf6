/** The words of a contingency report. No Korean particle follows a placeholder. */
import type { FailureKind } from '../../../index.js';
import type { Language } from '../../output/terminal.js';

export interface ContingencyTexts {
  readonly seed: string;
  readonly cases: (done: number) => string;
  readonly partial: (done: number, asked: number) => string;
  readonly at: (clock: string) => string;
  readonly expectations: string;
  readonly worstFirst: string;
  readonly heading: string;
  readonly lost: string;
  readonly down: string;
  readonly longest: string;
  readonly unexpected: string;
  readonly unexpectedMeans: string;
  readonly nothingUnexpected: string;
  readonly partCostsMore: (zone: string, site: string, services: string) => string;
  readonly with: (failure: string) => string;
  readonly harmless: (count: number) => string;
  readonly more: (count: number) => string;
  readonly moreNames: (count: number) => string;
  readonly pairsSome: (possible: number, picked: number, drawn: number) => string;
  readonly pairsBound: (worst: string, share: string) => string;
  readonly kind: Readonly<Record<FailureKind, string>>;
  readonly legend: (met: string, failed: string, inconclusive: string) => string;
  readonly failed: (count: number, all: number) => string;
  readonly again: string;
}

const ENGLISH: ContingencyTexts = {
  seed: 'seed',
  cases: (done) => `${done} cases`,
  partial: (done, asked) => `PARTIAL: stopped after ${done} of ${asked} cases`,
  at: (clock) => `each fails at ${clock}`,
  expectations: 'EXPECTATIONS',
  heading: 'WHAT IF IT FAILS',
  worstFirst: 'most user-hours lost first',
  lost: 'lost u·h',
  down: 'down',
  longest: 'longest',
  unexpected: 'NOBODY WOULD EXPECT',
  unexpectedMeans: 'down although it stands elsewhere and directly needs nothing that failed',
  nothingUnexpected: 'nothing: what goes down stands only in what failed, or directly needs something that does',
  partCostsMore: (zone, site, services) =>
    `${zone} costs more than all of ${site}: with it gone the rest of ${site} still answers, so no failover is begun for ${services}; with all of ${site} gone one is`,
  with: (failure) => `with ${failure}`,
  harmless: (count) => `${count} more lose nothing`,
  more: (count) => `${count} more: --full`,
  moreNames: (count) => `and ${count} more`,
  pairsSome: (possible, picked, drawn) =>
    `${picked + drawn} of ${possible} pairs were run: ${picked} that should take most down, ${drawn} drawn at random (--most)`,
  pairsBound: (worst, share) =>
    `of those drawn the worst loses ${worst}; with 95 % confidence at most ${share} of the others lose more`,
  kind: { site: 'site', zone: 'zone', link: 'link', service: 'service' },
  legend: (met, failed, inconclusive) => `expectations ${met} met   ${failed} failed   ${inconclusive} not touched`,
  failed: (count, all) => `${count} of ${all} cases fail an expectation`,
  again: 'again',
};

const KOREAN: ContingencyTexts = {
  seed: '시드',
  cases: (done) => `${done}개 경우`,
  partial: (done, asked) => `일부: ${asked}개 중 ${done}개 경우 뒤 중단됨`,
  at: (clock) => `장애 시각 ${clock}`,
  expectations: '기대 조건',
  heading: '무엇이 멈추면',
  worstFirst: '손실이 큰 순서',
  lost: '손실 명·시간',
  down: '중단',
  longest: '가장 긴 중단',
  unexpected: '예상 밖의 중단',
  unexpectedMeans: '다른 곳에도 있고 멈춘 것을 직접 필요로 하지 않는데 중단됨',
  nothingUnexpected: '없음: 중단된 것은 모두 멈춘 곳에만 있거나 그것을 직접 필요로 함',
  partCostsMore: (zone, site, services) =>
    `${zone} 손실이 ${site} 전체보다 큼: 그 구역만 멈추면 ${site}의 나머지가 응답하므로 전환이 시작되지 않고 (${services}), 전체가 멈추면 시작됨`,
  with: (failure) => `${failure} 장애`,
  harmless: (count) => `그 밖의 ${count}개는 손실 없음`,
  more: (count) => `${count}개 더: --full`,
  moreNames: (count) => `외 ${count}개`,
  pairsSome: (possible, picked, drawn) =>
    `두 가지 동시 장애 ${possible}개 중 ${picked + drawn}개 실행: 피해가 클 것으로 보이는 ${picked}개, 무작위 ${drawn}개 (--most)`,
  pairsBound: (worst, share) => `무작위 중 최악의 손실 ${worst}. 나머지 중 이보다 나쁜 것은 95% 신뢰도로 최대 ${share}`,
  kind: { site: '데이터센터', zone: '구역', link: '연결', service: '서비스' },
  legend: (met, failed, inconclusive) => `기대 조건 ${met} 충족   ${failed} 미충족   ${inconclusive} 영향 없음`,
  failed: (count, all) => `${all}개 경우 중 ${count}개가 기대 조건 미충족`,
  again: '다시',
};

export function contingencyTextsIn(language: Language): ContingencyTexts {
  return language === 'ko' ? KOREAN : ENGLISH;
}
