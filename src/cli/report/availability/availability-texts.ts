/** The words of availability over years. No Korean particle follows a placeholder. */
import type { Language } from '../../output/terminal.js';

export interface AvailabilityTexts {
  readonly lives: (lives: number, years: string) => string;
  readonly partial: (seeds: number, asked: number) => string;
  readonly chances: string;
  readonly chance: (id: string, rate: string, began: number, expected: string) => string;
  readonly disaster: string;
  readonly perYear: (rate: string) => string;
  readonly services: string;
  readonly interval: string;
  readonly available: string;
  readonly down: string;
  readonly notUp: string;
  readonly outages: string;
  readonly more: (count: number) => string;
  readonly inAll: string;
  readonly hours: (hours: string) => string;
  readonly money: (money: string) => string;
  readonly sure: (outages: number, withoutLoss: number, lives: number) => string;
  readonly few: string;
  readonly noLoss: (years: string) => string;
  readonly unfinished: (count: number, episodes: number) => string;
  readonly range: (low: string, high: string) => string;
  readonly against: (difference: string, better: number, worse: number, of: number) => string;
  readonly simulated: (share: string, episodes: number) => string;
  readonly missed: string;
  readonly below: (share: string) => string;
  readonly notShown: (share: string) => string;
  readonly leavesOut: string;
  readonly again: string;
}

const ENGLISH: AvailabilityTexts = {
  lives: (lives, years) => `${lives} ${lives === 1 ? 'life' : 'lives'} of ${years} years each`,
  partial: (seeds, asked) => `PARTIAL: stopped after ${seeds} of ${asked} lives`,
  chances: 'WHAT GOES WRONG',
  chance: (id, rate, began, expected) => `${id}  ${rate}: ${began} times in all lives (${expected} expected)`,
  disaster: 'the faults of the file',
  perYear: (rate) => `${rate} a year`,
  services: 'AVAILABILITY',
  interval: '± half of the interval of 95 %; times and outages are of a year',
  available: 'available',
  down: 'down',
  notUp: 'not up',
  outages: 'outages',
  more: (count) => `${count} more: --full`,
  inAll: 'IN ALL',
  hours: (hours) => `user-hours lost a year: ${hours}`,
  money: (money) => `money lost a year: ${money}`,
  sure: (outages, withoutLoss, lives) =>
    `${outages} outages of services in all lives; ${withoutLoss} of ${lives} lives lost nothing`,
  few: 'few lives lost anything: the intervals are too narrow; more --seeds make them honest',
  noLoss: (years) => `nothing was ever lost: with 95 % confidence losses are rarer than once in ${years} years`,
  unfinished: (count, episodes) => `in ${count} of ${episodes} stretches something was not back after thirty days`,
  range: (low, high) => `${low} to ${high}`,
  against: (difference, better, worse, of) =>
    `user-hours a year against the first layout: ${difference}, fewer in ${better} of ${of} lives, more in ${worse}`,
  simulated: (share, episodes) => `simulated: ${episodes} stretches around faults, ${share} of the time`,
  missed: 'NOT SHOWN TO BE AVAILABLE ENOUGH',
  below: (share) => `less than ${share}`,
  notShown: (share) => `not shown to be ${share}: the interval reaches below`,
  leavesOut: 'LEFT OUT',
  again: 'again',
};

const KOREAN: AvailabilityTexts = {
  lives: (lives, years) => `${years}년씩 ${lives}회`,
  partial: (seeds, asked) => `일부: ${asked}회 중 ${seeds}회 뒤 중단됨`,
  chances: '일어나는 고장',
  chance: (id, rate, began, expected) => `${id}  ${rate}: 전체에서 ${began}번 (예상 ${expected}번)`,
  disaster: '파일에 적힌 고장',
  perYear: (rate) => `연 ${rate}회`,
  services: '가용성',
  interval: '± 95% 구간의 절반, 시간과 횟수는 1년 기준',
  available: '가용률',
  down: '중단',
  notUp: '비정상',
  outages: '중단 횟수',
  more: (count) => `${count}개 더: --full`,
  inAll: '전체',
  hours: (hours) => `연간 손실: ${hours} 이용자·시간`,
  money: (money) => `연간 손실액: ${money}`,
  sure: (outages, withoutLoss, lives) =>
    `전체에서 서비스 중단 ${outages}번, ${lives}회 중 ${withoutLoss}회는 손실 없음`,
  few: '손실이 있는 회차가 적어 구간이 실제보다 좁습니다. --seeds를 늘리십시오',
  noLoss: (years) => `손실이 한 번도 없음: 95% 신뢰도로 ${years}년에 한 번보다 드묾`,
  unfinished: (count, episodes) => `${episodes}개 구간 중 ${count}개에서 30일 뒤에도 돌아오지 않은 것이 있음`,
  range: (low, high) => `${low} ~ ${high}`,
  against: (difference, better, worse, of) =>
    `첫 레이아웃과의 연간 이용자·시간 차이: ${difference}, ${of}회 중 적음 ${better}회, 많음 ${worse}회`,
  simulated: (share, episodes) => `시뮬레이션: 고장 전후 ${episodes}개 구간, 전체 시간의 ${share}`,
  missed: '가용성이 충분하다고 확인되지 않음',
  below: (share) => `${share} 미만`,
  notShown: (share) => `${share} 이상인지 확인되지 않음 (구간이 그 아래까지 걸침)`,
  leavesOut: '다루지 않는 것',
  again: '다시',
};

export function availabilityTextsIn(language: Language): AvailabilityTexts {
  return language === 'ko' ? KOREAN : ENGLISH;
}
