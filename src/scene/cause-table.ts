/**
 * How causes are drawn where they are stacked: greys and textures of the page's ink, never a hue, since hues are
 * states. The order is that of the stack, from the ground up: what happened to the machines first.
 */
import type { LossCause } from '../results/affected.js';
import type { Language } from '../results/amounts.js';
import { CAUSE_WORDS } from '../results/words.js';
import type { Hatch } from './display-list.js';
import type { Theme } from './theme.js';

export interface CauseStyle {
  readonly cause: LossCause;
  readonly name: Readonly<Record<Language, string>>;
  readonly ground: Readonly<Record<Theme, string>>;
  readonly texture: Hatch;
  readonly ink: Readonly<Record<Theme, string>>;
  readonly meaning: Readonly<Record<Language, string>>;
}

const NAME = (cause: LossCause): Readonly<Record<Language, string>> => CAUSE_WORDS[cause];

export const CAUSE_TABLE: readonly CauseStyle[] = [
  {
    cause: 'site',
    name: NAME('site'),
    ground: { light: '#4A525C', dark: '#C3CAD3' },
    texture: 'plain',
    ink: { light: '#4A525C', dark: '#C3CAD3' },
    meaning: { en: 'Its data centre lost power, cooling or reach', ko: '데이터센터의 전원, 냉각, 연결 상실' },
  },
  {
    cause: 'dependency',
    name: NAME('dependency'),
    ground: { light: '#D9DDE2', dark: '#3B434D' },
    texture: 'diagonal',
    ink: { light: '#5C6570', dark: '#A9B2BD' },
    meaning: { en: 'Something that it needs does not answer', ko: '의존 대상이 응답하지 않음' },
  },
  {
    cause: 'overload',
    name: NAME('overload'),
    ground: { light: '#9AA3AD', dark: '#77818D' },
    texture: 'up-hatch',
    ink: { light: '#2F353C', dark: '#14171B' },
    meaning: { en: 'More is asked than it can do', ko: '처리 능력을 넘는 요청' },
  },
  {
    cause: 'own',
    name: NAME('own'),
    ground: { light: '#EEF0F2', dark: '#272D34' },
    texture: 'dots',
    ink: { light: '#5C6570', dark: '#A9B2BD' },
    meaning: { en: 'Its own servers failed', ko: '자체 서버 장애' },
  },
  {
    cause: 'operator',
    name: NAME('operator'),
    ground: { light: '#C3C9D0', dark: '#525C68' },
    texture: 'level',
    ink: { light: '#2F353C', dark: '#DDE2E8' },
    meaning: { en: 'It waits for people, tools or a decision', ko: '인력, 도구, 결정 대기' },
  },
  {
    cause: 'shared',
    name: NAME('shared'),
    ground: { light: '#7B858F', dark: '#98A2AE' },
    texture: 'cross',
    ink: { light: '#FFFFFF', dark: '#14171B' },
    meaning: { en: 'Several causes began in one instant', ko: '여러 원인이 동시에 발생' },
  },
];
