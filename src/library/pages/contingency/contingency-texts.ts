/** The words of the page of a contingency, in both languages. No Korean particle follows a placeholder. */
import type { Language } from '../../../results/amounts.js';
import type { Verdict } from '../../../results/expectations.js';
import type { FailureKind } from '../../../studies/contingency/failures.js';

export interface ContingencyPageTexts {
  readonly facts: (layouts: string, cases: number, seed: string, clock: string) => string;
  readonly partial: (done: number, asked: number) => string;
  readonly inShort: string;
  readonly failed: (count: number, all: number) => string;
  readonly worst: (layout: string, failure: string, hours: string) => string;
  readonly nothingLost: (layout: string) => string;
  readonly surprises: (count: number) => string;
  readonly expectations: string;
  readonly expectation: string;
  readonly layout: string;
  readonly verdict: string;
  readonly because: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly matrix: string;
  readonly matrixCaption: (shown: number, all: number) => string;
  readonly barsCaption: (shown: number, all: number) => string;
  readonly pairs: (layout: string) => string;
  readonly pairsCaption: string;
  readonly pairsSome: (possible: number, picked: number, drawn: number) => string;
  readonly pairsBound: (worst: string, share: string) => string;
  readonly partCostsMore: (zone: string, site: string, services: string) => string;
  readonly worstOf: (layout: string) => string;
  readonly failure: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<FailureKind, string>>;
  readonly lost: string;
  readonly down: string;
  readonly longest: string;
  readonly more: (count: number) => string;
  readonly moreNames: (count: number) => string;
  readonly harmless: (count: number) => string;
  readonly unexpected: string;
  readonly unexpectedMeans: string;
  readonly nothingUnexpected: string;
  readonly how: readonly string[];
}

const EN: ContingencyPageTexts = {
  facts: (layouts, cases, seed, clock) => `${layouts} · ${cases} cases, seed ${seed} · each fails at ${clock}`,
  partial: (done, asked) => `Partial: stopped after ${done} of ${asked} cases.`,
  inShort: 'In short',
  failed: (count, all) => `${count} of ${all} cases fail an expectation.`,
  worst: (layout, failure, hours) => `${layout}: the worst is ${failure}, with ${hours} user-hours lost.`,
  nothingLost: (layout) => `${layout}: no case loses anything.`,
  surprises: (count) => `${count} ${count === 1 ? 'case takes' : 'cases take'} down what nobody would expect.`,
  expectations: 'Expectations',
  expectation: 'expectation',
  layout: 'layout',
  verdict: 'verdict',
  because: 'because',
  verdicts: { met: '✓ met', failed: '✗ failed', inconclusive: '? inconclusive' },
  matrix: 'What each failure costs',
  matrixCaption: (shown, all) =>
    `User-hours lost when what stands on the left fails alone, by layout; the darker, the more. Bold with an outline and ✗: an expectation fails. ${shown} of ${all} failures, worst first.`,
  barsCaption: (shown, all) =>
    `User-hours lost when what stands on the left fails alone. ✗: an expectation fails. ${shown} of ${all} failures, worst first.`,
  pairs: (layout) => `Pairs that fail together: ${layout}`,
  pairsCaption:
    'User-hours lost when both fail at once. Empty: the one contains the other, or the pair was not run. Bold with an outline and ✗: an expectation fails.',
  pairsSome: (possible, picked, drawn) =>
    `${picked + drawn} of ${possible} pairs were run: ${picked} that should take most down, ${drawn} drawn at random.`,
  pairsBound: (worst, share) =>
    `Of those drawn the worst loses ${worst}; with 95 % confidence at most ${share} of the others lose more.`,
  partCostsMore: (zone, site, services) =>
    `${zone} costs more than all of ${site}: with it gone the rest of ${site} still answers, so no failover is begun for ${services}; with all of ${site} gone one is.`,
  worstOf: (layout) => `The worst cases: ${layout}`,
  failure: 'what fails',
  kind: 'kind',
  kinds: { site: 'site', zone: 'zone', link: 'link', service: 'service' },
  lost: 'user-hours lost',
  down: 'services down',
  longest: 'longest down',
  more: (count) => `${count} more cases are left out here.`,
  moreNames: (count) => `and ${count} more`,
  harmless: (count) => `${count} more lose nothing.`,
  unexpected: 'Nobody would expect',
  unexpectedMeans: 'Down although it stands elsewhere and directly needs nothing that failed:',
  nothingUnexpected: 'Nothing: what goes down stands only in what failed, or directly needs something that does.',
  how: [
    'Each case is a run of its own, with the luck of the one seed, in the place of the faults of the file and at the time of the first of them.',
    'A site or zone loses its power, a link is cut, all servers of a service crash; repairs follow the recovery that the file states.',
    'People hit by several services count once, so user-hours are a lower bound.',
    'One run of each case says what happens, not how often: see firebreak availability for chances.',
  ],
};

const KO: ContingencyPageTexts = {
  facts: (layouts, cases, seed, clock) => `${layouts} · ${cases}개 경우, 시드 ${seed} · 장애 시각 ${clock}`,
  partial: (done, asked) => `일부 결과: ${asked}개 중 ${done}개 경우에서 중단.`,
  inShort: '요약',
  failed: (count, all) => `${all}개 경우 중 ${count}개가 기대 조건 미충족.`,
  worst: (layout, failure, hours) => `${layout}: 최악은 ${failure} 장애, 손실 ${hours} 이용자·시간.`,
  nothingLost: (layout) => `${layout}: 손실이 있는 경우 없음.`,
  surprises: (count) => `예상 밖의 서비스가 중단되는 경우 ${count}개.`,
  expectations: '기대 조건',
  expectation: '기대 조건',
  layout: '레이아웃',
  verdict: '판정',
  because: '이유',
  verdicts: { met: '✓ 충족', failed: '✗ 미충족', inconclusive: '? 판정 불가' },
  matrix: '장애별 손실',
  matrixCaption: (shown, all) =>
    `왼쪽 대상이 혼자 멈출 때 레이아웃별 손실 이용자·시간. 어두울수록 크다. 굵은 테두리와 ✗: 기대 조건 미충족. 장애 ${all}개 중 ${shown}개, 손실이 큰 순서.`,
  barsCaption: (shown, all) =>
    `왼쪽 대상이 혼자 멈출 때의 손실 이용자·시간. ✗: 기대 조건 미충족. 장애 ${all}개 중 ${shown}개, 손실이 큰 순서.`,
  pairs: (layout) => `둘이 함께 멈출 때: ${layout}`,
  pairsCaption:
    '둘이 동시에 멈출 때의 손실 이용자·시간. 빈칸: 한쪽이 다른 쪽에 포함되거나 실행하지 않음. 굵은 테두리와 ✗: 기대 조건 미충족.',
  pairsSome: (possible, picked, drawn) =>
    `두 가지 동시 장애 ${possible}개 중 ${picked + drawn}개 실행: 피해가 클 것으로 보이는 ${picked}개, 무작위 ${drawn}개.`,
  pairsBound: (worst, share) =>
    `무작위 중 최악의 손실 ${worst}. 나머지 중 이보다 나쁜 것은 95% 신뢰도로 최대 ${share}.`,
  partCostsMore: (zone, site, services) =>
    `${zone} 손실이 ${site} 전체보다 큼: 그 구역만 멈추면 ${site}의 나머지가 응답하므로 전환이 시작되지 않고 (${services}), 전체가 멈추면 시작됨.`,
  worstOf: (layout) => `손실이 큰 경우: ${layout}`,
  failure: '멈추는 것',
  kind: '종류',
  kinds: { site: '데이터센터', zone: '구역', link: '연결', service: '서비스' },
  lost: '손실 이용자·시간',
  down: '중단된 서비스',
  longest: '가장 긴 중단',
  more: (count) => `그 밖의 ${count}개는 여기서 생략.`,
  moreNames: (count) => `외 ${count}개`,
  harmless: (count) => `그 밖의 ${count}개는 손실 없음.`,
  unexpected: '예상 밖의 중단',
  unexpectedMeans: '다른 곳에도 있고 멈춘 것을 직접 필요로 하지 않는데 중단됨:',
  nothingUnexpected: '없음: 중단된 것은 모두 멈춘 곳에만 있거나 그것을 직접 필요로 함.',
  how: [
    '경우마다 따로 실행한다. 시드는 하나이고, 파일의 고장 대신 그 첫 고장 시각에 해당 장애가 일어난다.',
    '데이터센터와 구역은 전원을 잃고, 연결은 끊기며, 서비스는 모든 서버가 멈춘다. 복구는 파일에 적힌 대로 한다.',
    '여러 서비스의 영향을 받은 사람도 한 번만 세므로 이용자·시간은 하한이다.',
    '경우마다 한 번씩만 실행하므로 무슨 일이 일어나는지만 보여 주고 얼마나 자주 일어나는지는 보여 주지 않는다. 빈도는 firebreak availability 명령으로 본다.',
  ],
};

export function contingencyPageTextsIn(language: Language): ContingencyPageTexts {
  return language === 'ko' ? KO : EN;
}
