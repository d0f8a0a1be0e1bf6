/**
 * Every problem that an import can have: its stable code and its sentence in both languages.
 *
 * Adding one: an entry here, and a file that has it among the tests. No Korean particle follows a placeholder.
 */
import { PROBLEM_TEXTS } from '../../scenario/problem-texts.js';

export const IMPORT_PROBLEM_TEXTS = {
  // The text as such.
  'too-large': {
    en: 'the file is larger than {limit} MB, the most that is imported',
    ko: '파일이 너무 큽니다: 최대 {limit} MB',
  },
  'too-complex': PROBLEM_TEXTS['too-complex'],
  'too-deep': PROBLEM_TEXTS['too-deep'],
  'not-text': {
    en: 'this is not a text file: it contains a zero byte (UTF-16 and binary files are not read)',
    ko: '텍스트 파일이 아닙니다: 0 바이트가 들어 있습니다 (UTF-16과 바이너리 파일은 읽지 않습니다)',
  },
  'not-utf8': PROBLEM_TEXTS['not-utf8'],
  empty: { en: 'there is nothing in the file', ko: '파일에 내용이 없습니다' },
  syntax: { en: 'this is not {language}: {reason}', ko: '{language} 문법 오류: {reason}' },
  'alias-bomb': {
    en: 'aliases add more than {limit} values to the file',
    ko: '별칭이 더하는 값이 너무 많습니다: 최대 {limit}개',
  },
  'unknown-alias': PROBLEM_TEXTS['unknown-alias'],
  'alias-circle': PROBLEM_TEXTS['alias-circle'],
  entity: {
    en: 'entities are not read, neither from the file nor from outside it: nothing was fetched',
    ko: '엔티티는 파일 안의 것도 밖의 것도 읽지 않습니다. 아무것도 가져오지 않았습니다',
  },
  // What it is.
  unrecognised: {
    en: 'this is none of the formats that are read: {formats}',
    ko: '읽을 수 있는 형식이 아닙니다: {formats}',
  },
  'wrong-format': { en: 'this is not {format}: {why}', ko: '{format} 형식이 아닙니다: {why}' },
  'nothing-found': { en: 'no service is found in it: {why}', ko: '서비스를 찾을 수 없습니다: {why}' },
  'too-many-services': {
    en: 'there are {count} services; at most {limit} are imported',
    ko: '서비스가 {count}개입니다. 최대 {limit}개까지 가져옵니다',
  },
  'scenario-too-large': {
    en: 'the scenario would be larger than {limit} MB, the most that is read',
    ko: '만들어질 시나리오가 너무 큽니다: 최대 {limit} MB',
  },
  // What is in it.
  missing: { en: '{where} has no "{key}"', ko: '{where}: "{key}" 값이 없습니다' },
  'wrong-type': { en: '{where}: expected {expected}, not {got}', ko: '{where}: 필요한 값: {expected}. 받은 값: {got}' },
  'not-a-number': { en: '{where}: {got} is not a number', ko: '{where}: 수가 아닙니다: {got}' },
  negative: { en: '{where}: {got} is negative', ko: '{where}: 음수입니다: {got}' },
  'not-positive': { en: '{where}: {got} is not above zero', ko: '{where}: 0보다 커야 합니다: {got}' },
  absurd: { en: '{where}: {got} is more than {most}, the most that makes sense', ko: '{where}: {got}: 최대 {most}' },
  'unknown-node': { en: 'the edge names "{name}", which is no node of the file', ko: '파일에 없는 노드: "{name}"' },
  'duplicate-node': {
    en: 'the node "{name}" is there twice, first in line {line}',
    ko: '두 번 나오는 노드: "{name}" (처음은 {line}행)',
  },
  'ends-before-start': { en: '{where}: it ends before it begins', ko: '{where}: 시작보다 끝이 앞섭니다' },
  'unknown-service': {
    en: '{where}: there is no service "{name}" in what was imported',
    ko: '{where}: 가져온 것에 없는 서비스: "{name}"',
  },
  // Rules.
  'bad-rule': {
    en: '--site-of {rule}: write PATTERN=SITE, PATTERN=SITE/ZONE or PATTERN=SITE,SITE',
    ko: '--site-of {rule}: 패턴=데이터센터, 패턴=데이터센터/구역, 패턴=데이터센터,데이터센터 형식으로 쓰세요',
  },
} as const satisfies Readonly<Record<string, { readonly en: string; readonly ko: string }>>;

export type ImportProblemCode = keyof typeof IMPORT_PROBLEM_TEXTS;
