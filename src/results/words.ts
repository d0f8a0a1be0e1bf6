/** The words of design section 2 in both languages: states, causes, kinds of dependency and of fault, stages of repair. */
import type { Cause, State } from '../record/record.js';
import type { WaitKind } from '../record/wait-kinds.js';
import type { DependencyKind, Role } from '../scenario/model.js';
import type { Language } from './amounts.js';

type Words<Key extends string> = Readonly<Record<Key, Readonly<Record<Language, string>>>>;

export const STATE_WORDS: Words<State> = {
  up: { en: 'up', ko: '정상' },
  degraded: { en: 'degraded', ko: '저하' },
  overloaded: { en: 'overloaded', ko: '과부하' },
  down: { en: 'down', ko: '중단' },
  recovering: { en: 'recovering', ko: '복구 중' },
  warming: { en: 'warming', ko: '예열 중' },
  standby: { en: 'standby', ko: '대기' },
};

export const CAUSE_WORDS: Words<Cause> = {
  none: { en: 'none', ko: '없음' },
  own: { en: 'own', ko: '자체' },
  site: { en: 'site', ko: '데이터센터' },
  dependency: { en: 'dependency', ko: '의존 대상' },
  overload: { en: 'overload', ko: '과부하' },
  operator: { en: 'operator', ko: '운영' },
  shared: { en: 'shared', ko: '복합' },
};

export const DEPENDENCY_WORDS: Words<DependencyKind> = {
  required: { en: 'required', ko: '필수' },
  optional: { en: 'optional', ko: '선택' },
  async: { en: 'async', ko: '비동기' },
  startup: { en: 'startup', ko: '시작 시 필요' },
  operate: { en: 'operate', ko: '운영 시 필요' },
};

export const ROLE_WORDS: Words<Role> = {
  active: { en: 'active', ko: '활성' },
  'hot-standby': { en: 'hot standby', ko: '즉시 대기' },
  'warm-standby': { en: 'warm standby', ko: '예열 대기' },
  'cold-standby': { en: 'cold standby', ko: '비가동 대기' },
};

/** What repair work waits for; `{on}` is what that is about. No Korean particle follows it. */
export const WAIT_WORDS: Words<WaitKind> = {
  notice: { en: 'somebody to notice', ko: '장애 인지' },
  entry: { en: 'entry to {on}', ko: '{on} 출입' },
  power: { en: 'power in {on}', ko: '{on} 전원' },
  cooling: { en: 'cooler air in {on}', ko: '{on} 냉각' },
  network: { en: 'a way from {on} to other sites', ko: '{on} 외부 연결' },
  boot: { en: 'servers to boot in {on}', ko: '{on} 서버 부팅' },
  team: { en: 'people ({on})', ko: '담당자 배정 ({on})' },
  hours: { en: '{on} to come to work', ko: '{on} 투입' },
  tool: { en: 'the tool {on}', ko: '도구 {on}' },
  service: { en: '{on} to serve first', ko: '{on} 선행 가동' },
  spare: { en: 'spare servers and data for {on}', ko: '{on} 예비 서버와 데이터' },
  rebuild: { en: '{on}, which goes first', ko: '{on} (우선 진행)' },
  caches: { en: 'warm caches of {on}', ko: '{on} 캐시 예열' },
  backlog: { en: 'the backlog of {on}', ko: '{on} 밀린 작업' },
  gone: { en: 'servers of {on}, which are gone', ko: '{on} 서버 (없어짐)' },
  admission: { en: 'all to be let in to {on}', ko: '{on} 전면 허용' },
  data: { en: 'usable data of {on}', ko: '{on} 데이터' },
};

/** What a task waits for, in words. */
export function waitText(kind: WaitKind, on: string, language: Language): string {
  return WAIT_WORDS[kind][language].replace('{on}', () => on);
}

/** Kinds that are not listed keep their own name: a new kind of fault needs no change here. */
export const FAULT_WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'power-loss': { en: 'power loss', ko: '전원 상실' },
  fire: { en: 'fire', ko: '화재' },
  'no-entry': { en: 'entry ban', ko: '출입 금지' },
  'cooling-loss': { en: 'cooling loss', ko: '냉각 상실' },
  partition: { en: 'network partition', ko: '네트워크 단절' },
  'link-slow': { en: 'slow link', ko: '회선 지연' },
  crash: { en: 'crash', ko: '비정상 종료' },
  slow: { en: 'slowdown', ko: '처리 지연' },
  surge: { en: 'surge of demand', ko: '수요 급증' },
  'data-corruption': { en: 'data corruption', ko: '데이터 손상' },
  destroy: { en: 'destruction', ko: '파괴' },
  'team-absent': { en: 'absence of a team', ko: '인력 부재' },
};

/** Likewise for stages of repair, the part of a task's id between `:` and `#`. */
export const STAGE_WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  entry: { en: 'entry', ko: '출입' },
  power: { en: 'power', ko: '전원' },
  network: { en: 'network', ko: '네트워크' },
  boot: { en: 'boot', ko: '부팅' },
  check: { en: 'data check', ko: '데이터 점검' },
  restore: { en: 'data restore', ko: '데이터 복원' },
  start: { en: 'start', ko: '시작' },
  'warm-up': { en: 'warm-up', ko: '예열' },
  drain: { en: 'backlog drain', ko: '밀린 작업 처리' },
  verify: { en: 'verification', ko: '검증' },
  merge: { en: 'merge of writes', ko: '쓰기 병합' },
  rebuild: { en: 'rebuild', ko: '재구축' },
  promote: { en: 'promotion', ko: '승격' },
  mend: { en: 'repair of a failed promotion', ko: '실패한 승격 수리' },
  failback: { en: 'failback', ko: '원위치 복귀' },
  repair: { en: 'repair', ko: '수리' },
};

export function wordOf(
  words: Readonly<Record<string, Readonly<Record<Language, string>>>>,
  key: string,
  language: Language,
): string {
  return words[key]?.[language] ?? key;
}
