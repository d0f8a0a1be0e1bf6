/** The words of a comparison, in both languages. */
import type { Language } from '../../output/terminal.js';

export interface CompareTexts {
  readonly baseline: (id: string) => string;
  readonly seeds: (done: number) => string;
  readonly partial: (done: number, asked: number) => string;
  readonly changes: (baseline: string) => string;
  readonly none: string;
  readonly counts: (added: number, changed: number, removed: number) => string;
  readonly undone: (change: string) => string;
  readonly cost: string;
  readonly aMonth: string;
  readonly userHoursLost: string;
  readonly points: (value: string) => string;
  readonly otherDisaster: string;
  readonly more: (count: number) => string;
  readonly measures: string;
  readonly measuresNote: string;
  readonly legend: string;
  readonly never: (missing: number, of: number) => string;
  readonly unknown: string;
  readonly expectations: string;
  readonly over: string;
  readonly peak: (people: string) => string;
  readonly parts: string;
  readonly partsNote: string;
  readonly part: (layout: string, when: string, name: string, base: string, here: string, changedIn: string) => string;
  readonly neverPart: (layout: string) => string;
  readonly rank: string;
  readonly fewer: (fewer: string, more: string, times: string, betterIn: number, of: number) => string;
  readonly equal: (a: string, b: string) => string;
  readonly notShown: (fewer: string, more: string, betterIn: number, worseIn: number, of: number) => string;
  readonly choice: string;
  readonly choiceNote: string;
  readonly front: (ids: string) => string;
  readonly dominated: (id: string, by: string, priced: boolean) => string;
  readonly saved: (id: string, hours: string, unit: string) => string;
  readonly money: string;
  readonly moneyNote: (perYear: string | null) => string;
  readonly lossOfOne: string;
  readonly costPerYear: string;
  readonly expectedLoss: string;
  readonly breakEven: string;
  readonly always: string;
  readonly notPaying: string;
  readonly once: (years: string, range: string) => string;
  readonly years: (years: number) => string;
  readonly months: (months: number) => string;
  readonly again: string;
  readonly full: (count: number) => string;
}

const EN: CompareTexts = {
  baseline: (id) => `baseline ${id}`,
  seeds: (done) => `${done} ${done === 1 ? 'seed' : 'seeds'}, the same for every layout`,
  partial: (done, asked) => `PARTIAL: stopped after ${done} of ${asked} seeds`,
  changes: (baseline) => `CHANGES against ${baseline}`,
  none: 'nothing',
  counts: (added, changed, removed) => `${added} to add, ${changed} to change, ${removed} to remove`,
  undone: (change) => `without  ${change}`,
  cost: 'cost',
  aMonth: 'a month',
  userHoursLost: 'user-hours lost',
  points: (value) => value.replace(' %', ' pp'),
  otherDisaster: 'another disaster, not another layout: compared, but no choice',
  more: (count) => `${count} more: --full`,
  measures: 'MEASURES',
  measuresNote: 'mean ± standard deviation over the seeds, and the difference to the baseline',
  legend: '= same in every seed   ≈ the runs show no difference (95 % interval holds zero)',
  never: (missing, of) => `never in ${missing} of ${of}`,
  unknown: 'unknown',
  expectations: 'expectations met',
  over: 'PEOPLE AFFECTED over time, all on one scale',
  peak: (people) => `peak ${people}`,
  parts: 'WHERE THEY FIRST PART',
  partsNote: 'under seed 1',
  part: (layout, when, name, base, here, changedIn) =>
    `${layout}: ${when}, ${name} ${here} served instead of ${base}; in ${changedIn}:`,
  neverPart: (layout) => `${layout}: never`,
  rank: 'RANK by user-hours lost',
  fewer: (fewer, more, times, betterIn, of) =>
    `${fewer} loses ${times} times fewer than ${more} (better in ${betterIn} of ${of})`,
  equal: (a, b) => `${a} and ${b} lose the same in every seed`,
  notShown: (fewer, more, betterIn, worseIn, of) =>
    `${fewer} and ${more} are not told apart (better in ${betterIn}, worse in ${worseIn} of ${of})`,
  choice: 'WHICH TO LOOK AT',
  choiceNote: 'by cost, user-hours lost and writes lost',
  front: (ids) => `none is better in all of it than: ${ids}`,
  dominated: (id, by, priced) =>
    `${id} is dominated by ${by}: it ${priced ? 'costs no less and ' : ''}loses no less, and more of something`,
  saved: (id, hours, unit) => `${id} saves ${hours} user-hours in one such disaster for each ${unit} a month`,
  money: 'MONEY',
  moneyNote: (perYear) =>
    perYear === null ? 'the file states no frequency: no loss a year' : `the file expects it ${perYear} times a year`,
  lossOfOne: 'loss of one',
  costPerYear: 'cost a year',
  expectedLoss: 'expected a year',
  breakEven: 'pays if it comes every',
  always: 'however rarely',
  notPaying: 'not shown to save any',
  once: (years, range) => `${years}${range} or oftener`,
  years: (years) => `${years} ${years === 1 ? 'year' : 'years'}`,
  months: (months) => `${months} ${months === 1 ? 'month' : 'months'}`,
  again: 'again',
  full: (count) => `${count} more measures: --full`,
};

const KO: CompareTexts = {
  baseline: (id) => `기준 ${id}`,
  seeds: (done) => `시드 ${done}개, 모든 레이아웃에 동일`,
  partial: (done, asked) => `일부 결과: 시드 ${asked}개 중 ${done}개에서 중단`,
  changes: (baseline) => `${baseline} 대비 변경`,
  none: '없음',
  counts: (added, changed, removed) => `추가 ${added}, 변경 ${changed}, 제거 ${removed}`,
  undone: (change) => `제외  ${change}`,
  cost: '비용',
  aMonth: '월',
  userHoursLost: '손실 이용자·시간',
  points: (value) => value.replace('%', '%p'),
  otherDisaster: '레이아웃이 아니라 재해가 다름: 비교만 하고 선택 대상에서 제외',
  more: (count) => `${count}개 더: --full`,
  measures: '지표',
  measuresNote: '시드별 평균 ± 표준편차, 기준과의 차이',
  legend: '= 모든 시드에서 같음   ≈ 차이가 확인되지 않음 (95% 신뢰구간에 0 포함)',
  never: (missing, of) => `${of}회 중 ${missing}회 복구 안 됨`,
  unknown: '알 수 없음',
  expectations: '충족한 기대 조건',
  over: '시간에 따른 영향 인원 (같은 눈금)',
  peak: (people) => `최대 ${people}`,
  parts: '처음 갈라지는 곳',
  partsNote: '시드 1',
  part: (layout, when, name, base, here, changedIn) =>
    `${layout}: ${when}, ${name} 처리율 ${base} 대신 ${here}. ${changedIn}에서:`,
  neverPart: (layout) => `${layout}: 없음`,
  rank: '손실 이용자·시간 순위',
  fewer: (fewer, more, times, betterIn, of) =>
    `${fewer}의 손실이 ${more}보다 ${times}배 적음 (${of}회 중 ${betterIn}회 더 나음)`,
  equal: (a, b) => `${a}, ${b}: 모든 시드에서 손실이 같음`,
  notShown: (fewer, more, betterIn, worseIn, of) =>
    `${fewer}, ${more}: 우열이 확인되지 않음 (${of}회 중 ${betterIn}회 낫고 ${worseIn}회 못함)`,
  choice: '살펴볼 레이아웃',
  choiceNote: '비용, 손실 이용자·시간, 손실 쓰기 기준',
  front: (ids) => `모든 면에서 더 나은 것이 없는 레이아웃: ${ids}`,
  dominated: (id, by, priced) => `${id}: ${by}에 밀림 (${priced ? '비용도 손실도' : '손실이'} 적지 않음)`,
  saved: (id, hours, unit) => `${id}: 이런 재해 한 번에 월 ${unit}당 ${hours} 이용자·시간 절감`,
  money: '금액',
  moneyNote: (perYear) =>
    perYear === null ? '파일에 빈도가 없어 연간 손실은 알 수 없음' : `파일의 예상 빈도: 연 ${perYear}회`,
  lossOfOne: '재해 한 번의 손실',
  costPerYear: '연간 비용',
  expectedLoss: '연간 예상 손실',
  breakEven: '이보다 잦으면 이득',
  always: '빈도와 관계없이 이득',
  notPaying: '절감이 확인되지 않음',
  once: (years, range) => `${years}에 한 번${range}`,
  years: (years) => `${years}년`,
  months: (months) => `${months}개월`,
  again: '다시 실행',
  full: (count) => `지표 ${count}개 더: --full`,
};

export function compareTextsIn(language: Language): CompareTexts {
  return language === 'ko' ? KO : EN;
}
