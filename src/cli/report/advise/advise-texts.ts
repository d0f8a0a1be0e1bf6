/** The words of advice, in both languages. */
import type { AdviseDocument } from '../../../index.js';
import type { Language } from '../../output/terminal.js';

export interface AdviseTexts {
  readonly budget: (money: string) => string;
  readonly aim: (aim: string) => string;
  readonly noPrice: (change: string) => string;
  readonly needless: (change: string) => string;
  readonly leftInAll: (cost: string, hours: string) => string;
  readonly tries: (seeds: number, runs: number) => string;
  readonly now: string;
  readonly steps: string;
  readonly lost: (hours: string, share: string) => string;
  readonly saves: (hours: string, range: string, betterIn: number, of: number) => string;
  readonly costs: (cost: string, spent: string) => string;
  readonly free: string;
  readonly together: (alone: readonly string[]) => string;
  readonly apart: (alone: readonly string[]) => string;
  readonly and: string;
  readonly set: string;
  readonly asLayout: string;
  readonly none: string;
  readonly instead: string;
  readonly everywhere: (percent: string, cost: string, hours: string) => string;
  readonly times: (times: string) => string;
  readonly ended: Readonly<Record<AdviseDocument['ended'], string>>;
  readonly again: string;
}

const EN: AdviseTexts = {
  budget: (money) => `budget ${money} a month`,
  aim: (aim) => `aim ${aim}`,
  noPrice: (change) => `no price in the file: ${change}`,
  needless: (change) => `left out again, the aim is met without it: ${change}`,
  leftInAll: (cost, hours) => `the cheapest found that meets the aim: ${cost} a month, ${hours} user-hours lost`,
  tries: (seeds, runs) => `${seeds} seeds a try, ${runs} runs`,
  now: 'as it is',
  steps: 'WHAT TO CHANGE, in this order',
  lost: (hours, share) => `leaves ${hours} user-hours lost (${share})`,
  saves: (hours, range, betterIn, of) => `saves ${hours} user-hours${range}, better in ${betterIn} of ${of} seeds`,
  costs: (cost, spent) => `costs ${cost} a month, ${spent} in all`,
  free: 'no price in the file, so not ranked by cost',
  together: (alone) => `only together: alone they save ${alone.join(' and ')}`,
  apart: (alone) => `alone they save ${alone.join(' and ')}`,
  and: 'and',
  set: 'with',
  asLayout: 'ALL OF IT AS A LAYOUT, to be written below `layouts`',
  none: 'nothing',
  instead: 'INSTEAD OF THAT',
  everywhere: (percent, cost, hours) =>
    `${percent} more servers of everything, everywhere, for ${cost} a month: ${hours} user-hours lost`,
  times: (times) => `${times} times as many as with the advice`,
  ended: {
    'aim-met': 'the aim is met',
    'nothing-helps': 'no further change or pair is shown to help',
    'nothing-affordable': 'what might help further is over the budget',
    'nothing-lost': 'nothing is lost any more',
    'most-steps': 'as many steps as were asked for: --steps',
    interrupted: 'PARTIAL: stopped; the steps so far stand',
  },
  again: 'again',
};

const KO: AdviseTexts = {
  budget: (money) => `월 예산 ${money}`,
  aim: (aim) => `목표 ${aim}`,
  noPrice: (change) => `파일에 가격 없음: ${change}`,
  needless: (change) => `없어도 목표를 충족하여 다시 뺌: ${change}`,
  leftInAll: (cost, hours) => `찾은 것 중 목표를 충족하는 최저 비용: 월 ${cost}, 손실 ${hours} 이용자·시간`,
  tries: (seeds, runs) => `시도마다 시드 ${seeds}개, 총 ${runs}회 실행`,
  now: '현재',
  steps: '이 순서로 변경',
  lost: (hours, share) => `남는 손실 ${hours} 이용자·시간 (${share})`,
  saves: (hours, range, betterIn, of) => `${hours} 이용자·시간 절감${range}, 시드 ${of}개 중 ${betterIn}개에서 나음`,
  costs: (cost, spent) => `월 ${cost}, 누적 ${spent}`,
  free: '파일에 가격이 없어 비용 대비로 순위를 매기지 않음',
  together: (alone) => `함께여야 효과: 따로는 ${alone.join(', ')} 절감`,
  apart: (alone) => `따로는 ${alone.join(', ')} 절감`,
  and: '그리고',
  set: '설정',
  asLayout: '모두 합친 레이아웃 (`layouts` 아래에 작성)',
  none: '0',
  instead: '그 대신',
  everywhere: (percent, cost, hours) => `모든 서버를 ${percent} 늘리면 (월 ${cost}): 손실 ${hours} 이용자·시간`,
  times: (times) => `제안대로 했을 때의 ${times}배`,
  ended: {
    'aim-met': '목표 충족',
    'nothing-helps': '효과가 확인되는 변경이 더 없음',
    'nothing-affordable': '더 도움이 될 수 있는 변경은 예산을 넘음',
    'nothing-lost': '더는 손실이 없음',
    'most-steps': '요청한 단계 수에 도달: --steps',
    interrupted: '일부 결과: 중단됨. 지금까지의 단계는 유효',
  },
  again: '다시 실행',
};

export function adviseTextsIn(language: Language): AdviseTexts {
  return language === 'ko' ? KO : EN;
}
