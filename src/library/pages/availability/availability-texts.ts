/** The words of the page of availability over years, in both languages. No Korean particle follows a placeholder. */
import type { Language } from '../../../results/amounts.js';

export interface AvailabilityPageTexts {
  readonly lives: (lives: number, years: string) => string;
  readonly partial: (done: number, asked: number) => string;
  readonly inShort: string;
  readonly hours: (layout: string, hours: string) => string;
  readonly money: (layout: string, money: string) => string;
  readonly noLoss: (layout: string, years: string) => string;
  readonly fewer: (layout: string, first: string, difference: string, better: number, of: number) => string;
  readonly more: (layout: string, first: string, difference: string, worse: number, of: number) => string;
  readonly notShown: (layout: string, first: string) => string;
  readonly missed: string;
  readonly below: (service: string, layout: string, share: string) => string;
  readonly notShownToBe: (service: string, layout: string, share: string) => string;
  readonly chances: string;
  readonly chancesOf: (layout: string) => string;
  readonly chance: string;
  readonly disaster: string;
  readonly perYear: string;
  readonly began: string;
  readonly expected: string;
  readonly downtime: string;
  readonly downtimeCaption: (shown: number, all: number) => string;
  readonly services: string;
  readonly service: string;
  readonly available: string;
  readonly down: string;
  readonly notUp: string;
  readonly outages: string;
  readonly sums: string;
  readonly layout: string;
  readonly userHours: string;
  readonly moneyAYear: (currency: string) => string;
  readonly withoutLoss: string;
  readonly simulated: string;
  readonly ofLives: (count: number, all: number) => string;
  readonly few: (layout: string) => string;
  readonly unfinished: (layout: string, count: number, episodes: number) => string;
  readonly leavesOut: string;
  readonly how: readonly string[];
}

const EN: AvailabilityPageTexts = {
  lives: (lives, years) => `${lives} ${lives === 1 ? 'life' : 'lives'} of ${years} years each`,
  partial: (done, asked) => `Partial: stopped after ${done} of ${asked} lives.`,
  inShort: 'In short',
  hours: (layout, hours) => `${layout}: ${hours} user-hours are lost a year.`,
  money: (layout, money) => `${layout}: ${money} are lost a year.`,
  noLoss: (layout, years) =>
    `${layout}: nothing was ever lost; with 95 % confidence losses are rarer than once in ${years} years.`,
  fewer: (layout, first, difference, better, of) =>
    `${layout} loses ${difference} user-hours a year fewer than ${first} (fewer in ${better} of ${of} lives).`,
  more: (layout, first, difference, worse, of) =>
    `${layout} loses ${difference} user-hours a year more than ${first} (more in ${worse} of ${of} lives).`,
  notShown: (layout, first) => `${layout} and ${first} are not told apart by these lives.`,
  missed: 'Not shown to be available enough',
  below: (service, layout, share) => `${service} (${layout}): less than ${share}.`,
  notShownToBe: (service, layout, share) =>
    `${service} (${layout}): not shown to be ${share}; the interval reaches below.`,
  chances: 'What goes wrong',
  chancesOf: (layout) => `What goes wrong: ${layout}`,
  chance: 'what',
  disaster: 'the faults of the file',
  perYear: 'times a year',
  began: 'began in all lives',
  expected: 'expected',
  downtime: 'Time down in a year',
  downtimeCaption: (shown, all) =>
    `Success under 50 %, in a year, with the 95 % interval over the lives; ${shown} of ${all} services and journeys, worst first.`,
  services: 'Availability',
  service: 'service',
  available: 'available',
  down: 'down a year',
  notUp: 'not up a year',
  outages: 'outages a year',
  sums: 'In all',
  layout: 'layout',
  userHours: 'user-hours lost a year',
  moneyAYear: (currency) => `lost a year${currency === '' ? '' : `, ${currency}`}`,
  withoutLoss: 'lives without any loss',
  simulated: 'time simulated',
  ofLives: (count, all) => `${count} of ${all}`,
  few: (layout) =>
    `${layout}: few lives lost anything, so the intervals are too narrow; more lives (--seeds) make them honest.`,
  unfinished: (layout, count, episodes) =>
    `${layout}: in ${count} of ${episodes} stretches something was not back after thirty days.`,
  leavesOut: 'What this leaves out',
  how: [
    'Each life is a stretch of years with its own luck, the same in every layout. Simulated is the time around faults alone.',
    'Available is the share of wanted requests that succeed. ± is half of the interval of 95 %, Student’s over the lives.',
    'Down: success under 50 %. Not up: success under 99 %. Both are told, never mixed.',
    'With few lives that lost anything, intervals are too narrow: a disaster that never came in any life counts as nothing.',
  ],
};

const KO: AvailabilityPageTexts = {
  lives: (lives, years) => `${years}년씩 ${lives}회`,
  partial: (done, asked) => `일부 결과: ${asked}회 중 ${done}회에서 중단.`,
  inShort: '요약',
  hours: (layout, hours) => `${layout}: 연간 손실 ${hours} 이용자·시간.`,
  money: (layout, money) => `${layout}: 연간 손실액 ${money}.`,
  noLoss: (layout, years) => `${layout}: 손실이 한 번도 없음. 95% 신뢰도로 ${years}년에 한 번보다 드묾.`,
  fewer: (layout, first, difference, better, of) =>
    `${layout}: ${first}보다 연간 ${difference} 이용자·시간 적게 잃음 (${of}회 중 ${better}회 더 적음).`,
  more: (layout, first, difference, worse, of) =>
    `${layout}: ${first}보다 연간 ${difference} 이용자·시간 더 잃음 (${of}회 중 ${worse}회 더 많음).`,
  notShown: (layout, first) => `${layout}, ${first}: 이 횟수로는 우열을 가릴 수 없음.`,
  missed: '가용성이 충분하다고 확인되지 않음',
  below: (service, layout, share) => `${service} (${layout}): ${share} 미만.`,
  notShownToBe: (service, layout, share) =>
    `${service} (${layout}): ${share} 이상인지 확인되지 않음. 구간이 그 아래까지 걸침.`,
  chances: '일어나는 고장',
  chancesOf: (layout) => `일어나는 고장: ${layout}`,
  chance: '고장',
  disaster: '파일에 적힌 고장',
  perYear: '연간 횟수',
  began: '전체에서 일어난 횟수',
  expected: '예상 횟수',
  downtime: '연간 중단 시간',
  downtimeCaption: (shown, all) =>
    `성공률 50% 미만인 시간, 1년 기준, 95% 신뢰구간 포함. 서비스와 여정 ${all}개 중 ${shown}개, 긴 순서.`,
  services: '가용성',
  service: '서비스',
  available: '가용률',
  down: '연간 중단',
  notUp: '연간 비정상',
  outages: '연간 중단 횟수',
  sums: '전체',
  layout: '레이아웃',
  userHours: '연간 손실 이용자·시간',
  moneyAYear: (currency) => `연간 손실액${currency === '' ? '' : `, ${currency}`}`,
  withoutLoss: '손실 없는 회차',
  simulated: '시뮬레이션한 시간',
  ofLives: (count, all) => `${all}회 중 ${count}회`,
  few: (layout) => `${layout}: 손실이 있는 회차가 적어 구간이 실제보다 좁다. --seeds 값을 늘려 회차를 더 실행한다.`,
  unfinished: (layout, count, episodes) =>
    `${layout}: ${episodes}개 구간 중 ${count}개에서 30일 뒤에도 돌아오지 않은 것이 있음.`,
  leavesOut: '다루지 않는 것',
  how: [
    '한 회차는 여러 해에 걸친 한 번의 운이며 모든 레이아웃에서 같다. 고장 전후의 시간만 시뮬레이션한다.',
    '가용률은 원하는 요청 중 성공한 비율이다. ±는 회차별 스튜던트 95% 신뢰구간의 절반이다.',
    '중단은 성공률 50% 미만, 비정상은 99% 미만이다. 둘은 따로 적는다.',
    '손실이 있는 회차가 적으면 구간이 실제보다 좁다. 어느 회차에도 오지 않은 재해는 없는 것으로 계산된다.',
  ],
};

export function availabilityPageTextsIn(language: Language): AvailabilityPageTexts {
  return language === 'ko' ? KO : EN;
}
