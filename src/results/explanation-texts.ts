/** The words of an explanation around its sentences. No Korean particle follows a placeholder. */
import type { Language } from './amounts.js';

export interface ExplainTexts {
  readonly seed: string;
  readonly at: (name: string, clock: string) => string;
  readonly down: (down: string, notUp: string) => string;
  readonly wentDown: string;
  readonly roots: string;
  readonly rootsHow: string;
  readonly noRoots: string;
  readonly stillDown: string;
  readonly longest: string;
  readonly stillUp: string;
  readonly pathBack: string;
  readonly pathToFull: string;
  readonly neverBack: string;
  readonly offPath: string;
  readonly slack: (slack: string) => string;
  readonly savedBy: string;
  readonly oneAtATime: string;
  readonly instead: (down: string, asItWas: string) => string;
  readonly notUpInstead: (notUp: string, asItWas: string) => string;
  readonly lostInstead: (point: string, asItWas: string) => string;
  readonly noEffect: (changes: string) => string;
  readonly nothingHelps: string;
  readonly repeat: string;
  readonly asLayout: string;
  readonly userHours: string;
  readonly ofService: (name: string) => string;
  readonly ofAll: string;
  readonly shared: string;
  readonly more: (count: number) => string;
}

const ENGLISH: ExplainTexts = {
  seed: 'seed',
  at: (name, clock) => `${name} at ${clock}`,
  down: (down, notUp) => `down ${down}, not up ${notUp} in all`,
  wentDown: 'WHY IT WENT DOWN',
  roots: 'ITS ROOTS',
  rootsHow: 'taken away one by one, same seed',
  noRoots: 'nothing that was taken away makes it shorter',
  stillDown: 'WHY IT IS STILL DOWN',
  longest: '▸ what lasts longest; ← what explains it',
  stillUp: 'it is up then: nothing binds',
  pathBack: 'THE WAY BACK  what decided when it was up again',
  pathToFull: 'ON TO FULL FUNCTION',
  neverBack: 'it does not come back within the run',
  offPath: 'off that way: could have been later without delaying it',
  slack: (slack) => `${slack} to spare`,
  savedBy: 'WHAT WOULD HAVE SAVED IT',
  oneAtATime: 'one change at a time, same seed',
  instead: (down, asItWas) => `down ${down} instead of ${asItWas}`,
  notUpInstead: (notUp, asItWas) => `not up ${notUp} instead of ${asItWas}`,
  lostInstead: (point, asItWas) => `writes of ${point} lost instead of ${asItWas}`,
  noEffect: (changes) => `no shorter with: ${changes}`,
  nothingHelps: 'no single change that was tried makes it shorter',
  repeat: 'again with',
  asLayout: 'again as a layout',
  userHours: 'USER-HOURS LOST, BY ROOT CAUSE',
  ofService: (name) => `through ${name}`,
  ofAll: 'in all (each person once)',
  shared: 'several at once',
  more: (count) => `${count} more: --full`,
};

const KOREAN: ExplainTexts = {
  seed: '시드',
  at: (name, clock) => `${name}, ${clock}`,
  down: (down, notUp) => `전체 중단 ${down}, 비정상 ${notUp}`,
  wentDown: '왜 중단되었나',
  roots: '근본 원인',
  rootsHow: '하나씩 없애며 같은 시드로 다시 실행',
  noRoots: '없애 본 것 중 줄이는 것이 없음',
  stillDown: '왜 아직 중단되어 있나',
  longest: '▸ 가장 오래 막는 것; ← 그 이유',
  stillUp: '이 시각에는 정상: 막는 것 없음',
  pathBack: '복구 경로  언제 정상이 될지를 결정한 것',
  pathToFull: '전체 기능까지',
  neverBack: '실행 안에 복구되지 않음',
  offPath: '경로 밖: 늦어졌어도 복구를 늦추지 않았을 것',
  slack: (slack) => `여유 ${slack}`,
  savedBy: '무엇이 막을 수 있었나',
  oneAtATime: '한 번에 한 가지 변경, 같은 시드',
  instead: (down, asItWas) => `중단 ${asItWas} 대신 ${down}`,
  notUpInstead: (notUp, asItWas) => `비정상 ${asItWas} 대신 ${notUp}`,
  lostInstead: (point, asItWas) => `쓰기 손실 ${asItWas} 대신 ${point}`,
  noEffect: (changes) => `줄지 않는 변경: ${changes}`,
  nothingHelps: '시험한 단일 변경 중 줄이는 것이 없음',
  repeat: '재현',
  asLayout: '재현할 레이아웃',
  userHours: '근본 원인별 손실 (명·시간)',
  ofService: (name) => `${name}`,
  ofAll: '전체 (한 사람은 한 번만)',
  shared: '여러 원인 동시',
  more: (count) => `${count}개 더: --full`,
};

export const explainTextsIn = (language: Language): ExplainTexts => (language === 'ko' ? KOREAN : ENGLISH);
