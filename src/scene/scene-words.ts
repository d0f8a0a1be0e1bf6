/** The words that are part of a picture, in both languages. No Korean particle follows a placeholder. */
import type { Language } from '../results/amounts.js';

interface Words {
  readonly noPower: string;
  readonly zonesDark: string;
  readonly notConnected: string;
  readonly noEntry: string;
  readonly servers: string;
  readonly users: string;
  readonly callers: string;
  readonly callees: string;
  readonly tools: string;
  readonly journeys: string;
  readonly legend: string;
  readonly named: string;
}

export const SCENE_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    noPower: 'no power since {moment}',
    zonesDark: 'no power in {zones}',
    notConnected: 'cut off from other sites',
    noEntry: 'nobody may enter',
    servers: '{up} of {of} servers up',
    users: 'users',
    callers: 'what users call',
    callees: 'what that depends on',
    tools: 'repair tools',
    journeys: 'What users do',
    legend: 'Legend',
    named: '{named} of {troubled} in trouble are named',
  },
  ko: {
    noPower: '전원 없음 ({moment}부터)',
    zonesDark: '전원 없는 구역: {zones}',
    notConnected: '다른 데이터센터와 단절',
    noEntry: '출입 금지',
    servers: '서버 {of}대 중 {up}대 가동',
    users: '사용자',
    callers: '사용자가 호출하는 서비스',
    callees: '그 의존 대상',
    tools: '복구 도구',
    journeys: '사용자가 하는 일',
    legend: '범례',
    named: '문제가 있는 {troubled}곳 중 {named}곳만 이름 표시',
  },
};
