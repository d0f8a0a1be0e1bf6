/** The words of the page that a comparison is sent as, in both languages. */
import type { Language } from '../../../results/amounts.js';

export interface CompareTexts {
  readonly facts: (id: string, baseline: string, seeds: number) => string;
  readonly partial: (done: number, asked: number) => string;
  readonly inShort: string;
  readonly fewer: (fewer: string, more: string, times: string, betterIn: number, of: number) => string;
  readonly equal: (a: string, b: string) => string;
  readonly notShown: (a: string, b: string) => string;
  readonly front: (ids: string) => string;
  readonly dominated: (id: string, by: string) => string;
  readonly layouts: string;
  readonly layout: string;
  readonly costAMonth: (currency: string) => string;
  readonly userHoursLost: string;
  readonly mean: string;
  readonly sd: string;
  readonly p95: string;
  readonly difference: string;
  readonly interval: string;
  readonly betterIn: string;
  readonly savedPerMonth: (unit: string) => string;
  readonly onFront: string;
  readonly yes: string;
  readonly otherDisaster: string;
  readonly affected: string;
  readonly affectedCaption: string;
  readonly frontCaption: string;
  readonly cost: string;
  readonly measures: string;
  readonly measuresNote: string;
  readonly never: (missing: number, of: number) => string;
  readonly unknown: string;
  readonly same: string;
  readonly notTold: string;
  readonly services: string;
  readonly servicesNote: string;
  readonly service: string;
  readonly expectations: string;
  readonly expectation: string;
  readonly met: (metIn: number, of: number) => string;
  readonly changes: string;
  readonly none: string;
  readonly undone: (change: string) => string;
  readonly parts: string;
  readonly part: (layout: string, when: string, service: string, base: string, here: string, run: string) => string;
  readonly money: string;
  readonly frequency: (perYear: string) => string;
  readonly noFrequency: string;
  readonly costPerYear: string;
  readonly lossOfOne: string;
  readonly expectedLoss: string;
  readonly breakEven: string;
  readonly always: string;
  readonly notPaying: string;
  readonly timesAYear: (perYear: string, range: string) => string;
  readonly howLines: readonly string[];
}

const EN: CompareTexts = {
  facts: (id, baseline, seeds) => `${id} · baseline ${baseline} · ${seeds} runs of each layout under the same luck`,
  partial: (done, asked) => `Partial: stopped after ${done} of ${asked} seeds.`,
  inShort: 'In short',
  fewer: (fewer, more, times, betterIn, of) =>
    `${fewer} loses ${times} times fewer user-hours than ${more} (better in ${betterIn} of ${of}).`,
  equal: (a, b) => `${a} and ${b} lose the same in every run.`,
  notShown: (a, b) => `${a} and ${b} are not told apart by these runs.`,
  front: (ids) => `No other layout is better in cost and in losses than: ${ids}.`,
  dominated: (id, by) => `${id} is dominated by ${by}.`,
  layouts: 'Layouts',
  layout: 'layout',
  costAMonth: (currency) => `cost a month${currency === '' ? '' : `, ${currency}`}`,
  userHoursLost: 'user-hours lost',
  mean: 'mean',
  sd: 'standard deviation',
  p95: '95 % of runs at most',
  difference: 'difference',
  interval: '95 % interval',
  betterIn: 'better in',
  savedPerMonth: (unit) => `user-hours saved for each ${unit} a month`,
  onFront: 'not dominated',
  yes: 'yes',
  otherDisaster: 'another disaster',
  affected: 'People affected over time',
  affectedCaption: 'People affected in each part of the run, on average over the runs; each person counts once.',
  frontCaption:
    'Cost a month against user-hours lost; bars are a standard deviation. Filled and joined: layouts that none dominates.',
  cost: 'cost a month',
  measures: 'Measures',
  measuresNote:
    'Mean ± standard deviation; under it the difference to the baseline with its 95 % interval. “=”: the same in every run. “≈”: no difference is shown.',
  never: (missing, of) => `never in ${missing} of ${of}`,
  unknown: 'unknown',
  same: '=',
  notTold: '≈',
  services: 'Services',
  servicesNote: 'Time down (success under 50 %), on average; services with most of it in the baseline first.',
  service: 'service',
  expectations: 'Expectations',
  expectation: 'expectation',
  met: (metIn, of) => `met in ${metIn} of ${of}`,
  changes: 'What each layout changes',
  none: 'nothing',
  undone: (change) => `without: ${change}`,
  parts: 'Where they first part, and why (seed 1)',
  part: (layout, when, service, base, here, run) =>
    `${layout}: at ${when} ${service} is served at ${here} instead of ${base}. In the run of ${run}:`,
  money: 'Cost against loss',
  frequency: (perYear) => `The file expects such a disaster ${perYear} times a year.`,
  noFrequency: 'The file states no frequency, so no loss a year is told.',
  costPerYear: 'cost a year',
  lossOfOne: 'loss of one disaster',
  expectedLoss: 'expected loss a year',
  breakEven: 'pays for itself',
  always: 'at any frequency',
  notPaying: 'not shown to save any',
  timesAYear: (perYear, range) => `from ${perYear} disasters a year on${range}`,
  howLines: [
    'Every layout runs with the same seeds: the same seed is the same luck. Differences are told seed by seed; their interval is Student’s over the pairs, at 95 %.',
    'A run in which something never came back has no number: it is counted, and the mean is of the others alone.',
    '“95 % of runs at most” is the 95th percentile on the bad side; “never” is worse than any number.',
    'A layout is dominated when another costs no more, loses no more user-hours and writes (the same in every run, or shown to be fewer), and is better in one of them.',
    'People hit by several services count once, so user-hours are a lower bound. No correction is made for looking at many measures at once.',
  ],
};

const KO: CompareTexts = {
  facts: (id, baseline, seeds) => `${id} · 기준 ${baseline} · 레이아웃마다 같은 조건으로 ${seeds}회 실행`,
  partial: (done, asked) => `일부 결과: 시드 ${asked}개 중 ${done}개에서 중단.`,
  inShort: '요약',
  fewer: (fewer, more, times, betterIn, of) =>
    `${fewer}의 손실 이용자·시간이 ${more}보다 ${times}배 적음 (${of}회 중 ${betterIn}회 더 나음).`,
  equal: (a, b) => `${a}, ${b}: 모든 실행에서 손실이 같음.`,
  notShown: (a, b) => `${a}, ${b}: 이 실행들로는 우열을 가릴 수 없음.`,
  front: (ids) => `비용과 손실 모두에서 더 나은 것이 없는 레이아웃: ${ids}.`,
  dominated: (id, by) => `${id}: ${by}에 밀림.`,
  layouts: '레이아웃',
  layout: '레이아웃',
  costAMonth: (currency) => `월 비용${currency === '' ? '' : ` (${currency})`}`,
  userHoursLost: '손실 이용자·시간',
  mean: '평균',
  sd: '표준편차',
  p95: '실행의 95%가 이 값 이하',
  difference: '차이',
  interval: '95% 신뢰구간',
  betterIn: '더 나은 횟수',
  savedPerMonth: (unit) => `월 ${unit}당 절감 이용자·시간`,
  onFront: '밀리지 않음',
  yes: '예',
  otherDisaster: '다른 재해',
  affected: '시간에 따른 영향 인원',
  affectedCaption: '구간별 영향 인원의 평균. 한 사람은 한 번만 셈.',
  frontCaption: '월 비용과 손실 이용자·시간. 막대는 표준편차. 채워서 이은 것은 다른 레이아웃에 밀리지 않는 레이아웃.',
  cost: '월 비용',
  measures: '지표',
  measuresNote:
    '평균 ± 표준편차, 그 아래 기준과의 차이와 95% 신뢰구간. “=”: 모든 실행에서 같음. “≈”: 차이가 확인되지 않음.',
  never: (missing, of) => `${of}회 중 ${missing}회 복구 안 됨`,
  unknown: '알 수 없음',
  same: '=',
  notTold: '≈',
  services: '서비스',
  servicesNote: '평균 중단 시간(성공률 50% 미만). 기준 레이아웃에서 긴 순서.',
  service: '서비스',
  expectations: '기대 조건',
  expectation: '기대 조건',
  met: (metIn, of) => `${of}회 중 ${metIn}회 충족`,
  changes: '레이아웃별 변경 내용',
  none: '없음',
  undone: (change) => `제외: ${change}`,
  parts: '처음 갈라지는 곳과 이유 (시드 1)',
  part: (layout, when, service, base, here, run) =>
    `${layout}: ${when}, ${service} 처리율 ${base} 대신 ${here}. ${run} 실행에서:`,
  money: '비용과 손실',
  frequency: (perYear) => `파일의 예상 빈도: 연 ${perYear}회.`,
  noFrequency: '파일에 빈도가 없어 연간 손실은 알 수 없음.',
  costPerYear: '연간 비용',
  lossOfOne: '재해 한 번의 손실',
  expectedLoss: '연간 예상 손실',
  breakEven: '본전이 되는 빈도',
  always: '빈도와 관계없이 이득',
  notPaying: '절감이 확인되지 않음',
  timesAYear: (perYear, range) => `연 ${perYear}회 이상${range}`,
  howLines: [
    '모든 레이아웃은 같은 시드로 실행한다. 시드가 같으면 운도 같다. 차이는 시드별로 구하고, 신뢰구간은 짝지은 차이의 스튜던트 95% 구간이다.',
    '끝내 복구되지 않은 실행에는 값이 없다. 횟수를 따로 적으며, 평균은 나머지만의 값이다.',
    '“95%가 이 값 이하”는 나쁜 쪽 95번째 백분위수다. “복구 안 됨”은 어떤 값보다 나쁘다.',
    '다른 레이아웃의 비용이 더 크지 않고 손실 이용자·시간과 손실 쓰기가 더 많지 않으며(모든 실행에서 같거나 더 적음이 확인됨) 그중 하나라도 나으면 밀린 것이다.',
    '여러 서비스의 영향을 받은 사람도 한 번만 세므로 이용자·시간은 하한이다. 여러 지표를 함께 보는 데 대한 보정은 하지 않았다.',
  ],
};

export function compareTextsIn(language: Language): CompareTexts {
  return language === 'ko' ? KO : EN;
}
