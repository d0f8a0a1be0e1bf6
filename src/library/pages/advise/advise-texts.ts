/** The words of the page of advice, in both languages. No Korean particle follows a placeholder. */
import type { Language } from '../../../results/amounts.js';
import type { AdviseDocument } from '../../../studies/advise/advice.js';

export interface AdvisePageTexts {
  readonly budget: (money: string) => string;
  readonly aim: (aim: string) => string;
  readonly tries: (seeds: number, runs: number) => string;
  readonly partial: string;
  readonly inShort: string;
  readonly now: (hours: string) => string;
  readonly all: (steps: number, cost: string, hours: string, share: string) => string;
  readonly ended: Readonly<Record<AdviseDocument['ended'], string>>;
  readonly everywhere: (percent: string, cost: string, hours: string) => string;
  readonly times: (times: string) => string;
  readonly steps: string;
  readonly step: string;
  readonly change: string;
  readonly saves: string;
  readonly interval: string;
  readonly betterIn: string;
  readonly costs: string;
  readonly spent: string;
  readonly left: string;
  readonly ofAll: string;
  readonly noPrice: string;
  readonly needless: string;
  readonly together: (alone: string) => string;
  readonly apart: (alone: string) => string;
  readonly asItIs: string;
  readonly more: (percent: string) => string;
  readonly picture: string;
  readonly caption: string;
  readonly spentLabel: (currency: string) => string;
  readonly leftLabel: string;
  readonly settings: string;
  readonly settingsNote: string;
  readonly asLayout: string;
  readonly how: readonly string[];
}

const EN: AdvisePageTexts = {
  budget: (money) => `budget ${money} a month`,
  aim: (aim) => `aim: ${aim}`,
  tries: (seeds, runs) => `${seeds} seeds a try, ${runs} runs`,
  partial: 'Partial: stopped; the steps so far stand.',
  inShort: 'In short',
  now: (hours) => `As it is, ${hours} user-hours are lost.`,
  all: (steps, cost, hours, share) =>
    `${steps} ${steps === 1 ? 'step' : 'steps'} for ${cost} a month more ${steps === 1 ? 'leaves' : 'leave'} ${hours} of them (${share}).`,
  ended: {
    'aim-met': 'The aim is met.',
    'nothing-helps': 'No further change or pair of changes is shown to help.',
    'nothing-affordable': 'What might help further is over the budget.',
    'nothing-lost': 'Nothing is lost any more.',
    'most-steps': 'It ended after as many steps as were asked for.',
    interrupted: 'It was stopped; the steps so far stand.',
  },
  everywhere: (percent, cost, hours) =>
    `Instead, ${percent} more servers of everything, everywhere, for ${cost} a month, leave ${hours} user-hours lost.`,
  times: (times) => `That is ${times} times as many as with the advice.`,
  steps: 'What to change, in this order',
  step: 'step',
  change: 'change',
  saves: 'user-hours saved',
  interval: '95 % interval',
  betterIn: 'better in',
  costs: 'cost a month',
  spent: 'in all',
  left: 'user-hours left lost',
  ofAll: 'share',
  noPrice: 'no price in the file',
  needless: 'left out again: the aim is met without it',
  together: (alone) => `only together: alone they save ${alone}`,
  apart: (alone) => `alone they save ${alone}`,
  asItIs: 'as it is',
  more: (percent) => `${percent} more servers everywhere`,
  picture: 'Cost against loss, step by step',
  caption:
    'What is spent more a month against the user-hours that are left lost. Filled and joined: the steps, by number. Hollow: the same money on more servers of everything.',
  spentLabel: (currency) => `spent more a month${currency === '' ? '' : `, ${currency}`}`,
  leftLabel: 'user-hours lost',
  settings: 'How to try each step',
  settingsNote: 'Add to a command, with those of the steps before:',
  asLayout: 'All of it as a layout, to be written below `layouts`',
  how: [
    'Every change that the causes of the losses speak for is run by itself and, where one alone does not help, in pairs; the one that saves most for its cost is taken, and the search goes on from there.',
    'Savings are against the step before, seed by seed under the same luck; their interval is Student’s over the pairs, at 95 %. A step is taken only when it is shown to help.',
    'One step at a time need not be the best of all that the money buys. What the file has no price for is not ranked by its cost.',
  ],
};

const KO: AdvisePageTexts = {
  budget: (money) => `월 예산 ${money}`,
  aim: (aim) => `목표: ${aim}`,
  tries: (seeds, runs) => `시도마다 시드 ${seeds}개, 총 ${runs}회 실행`,
  partial: '일부 결과: 중단됨. 지금까지의 단계는 유효.',
  inShort: '요약',
  now: (hours) => `현재 손실: ${hours} 이용자·시간.`,
  all: (steps, cost, hours, share) => `${steps}단계, 월 ${cost} 추가: 남는 손실 ${hours} 이용자·시간 (${share}).`,
  ended: {
    'aim-met': '목표를 충족했다.',
    'nothing-helps': '효과가 확인되는 변경이 더는 없다.',
    'nothing-affordable': '더 도움이 될 수 있는 변경은 예산을 넘는다.',
    'nothing-lost': '더는 손실이 없다.',
    'most-steps': '요청한 단계 수에 도달했다.',
    interrupted: '중단되었다. 지금까지의 단계는 유효하다.',
  },
  everywhere: (percent, cost, hours) =>
    `그 대신 모든 서버를 ${percent} 늘리면 (월 ${cost}) 남는 손실: ${hours} 이용자·시간.`,
  times: (times) => `제안대로 했을 때의 ${times}배다.`,
  steps: '이 순서로 변경',
  step: '단계',
  change: '변경',
  saves: '절감 이용자·시간',
  interval: '95% 신뢰구간',
  betterIn: '더 나은 횟수',
  costs: '월 비용',
  spent: '누적',
  left: '남는 손실 이용자·시간',
  ofAll: '비율',
  noPrice: '파일에 가격 없음',
  needless: '없어도 목표를 충족하여 다시 뺌',
  together: (alone) => `함께여야 효과: 따로는 ${alone} 절감`,
  apart: (alone) => `따로는 ${alone} 절감`,
  asItIs: '현재',
  more: (percent) => `모든 서버 ${percent} 증설`,
  picture: '단계별 비용과 손실',
  caption:
    '한 달에 더 쓰는 비용과 남는 손실 이용자·시간. 채워서 이은 점: 단계 번호. 빈 점: 같은 돈으로 모든 서버를 늘렸을 때.',
  spentLabel: (currency) => `한 달에 더 쓰는 비용${currency === '' ? '' : `, ${currency}`}`,
  leftLabel: '손실 이용자·시간',
  settings: '단계별로 직접 해 보기',
  settingsNote: '앞 단계의 설정과 함께 명령에 덧붙인다:',
  asLayout: '모두 합친 레이아웃 (`layouts` 아래에 작성)',
  how: [
    '손실의 원인이 가리키는 변경을 하나씩, 하나로 효과가 없으면 둘씩 실행해 보고, 비용 대비 가장 많이 줄이는 것을 고른 뒤 거기서 다시 찾는다.',
    '절감량은 바로 앞 단계와 시드별로 비교한 것이며, 신뢰구간은 짝지은 차이의 스튜던트 95% 구간이다. 효과가 확인된 단계만 고른다.',
    '한 단계씩 고르므로 같은 돈으로 할 수 있는 최선이 아닐 수 있다. 파일에 가격이 없는 것은 비용 대비로 순위를 매기지 않는다.',
  ],
};

export function advisePageTextsIn(language: Language): AdvisePageTexts {
  return language === 'ko' ? KO : EN;
}
