/**
 * What an import says aloud: what the source cannot know, what was left out, and what was put in its place.
 *
 * Adding one: an entry here. No Korean particle follows a placeholder.
 */
import { escapeText } from '../../scenario/reading/escape-text.js';
import type { Span } from '../../scenario/reading/span.js';

export const NOTE_TEXTS = {
  // What the source cannot know.
  'no-calls': {
    en: 'NO CALLS FOUND: {services} services and {calls} calls between them. The source does not know who calls whom; add a source that does, such as traces, with --merge',
    ko: '호출 관계를 찾지 못했습니다: 서비스 {services}개, 호출 {calls}개. 이 파일은 누가 누구를 호출하는지 모릅니다. 트레이스처럼 아는 파일을 --merge로 더하세요',
  },
  'few-calls': {
    en: 'FEW CALLS FOUND: {services} services and {calls} calls between them ({alone} services have none). The source probably does not know them all; add one that does, such as traces, with --merge',
    ko: '호출 관계가 적습니다: 서비스 {services}개, 호출 {calls}개 (호출이 없는 서비스 {alone}개). 이 파일이 모두 알지는 못하는 것 같습니다. 트레이스처럼 아는 파일을 --merge로 더하세요',
  },
  'start-order': {
    en: '{count} `depends_on` tell the order of starting, not calls: they became needs of kind `startup`',
    ko: '`depends_on` {count}개는 시작 순서일 뿐 호출이 아닙니다. `startup` 의존으로 옮겼습니다',
  },
  'configured-calls': {
    en: '{count} calls are guessed from addresses in the configuration: a service that has an address may never call it, and addresses made at run time are not seen',
    ko: '호출 {count}개는 설정에 있는 주소로 짐작한 것입니다. 주소가 있어도 호출하지 않을 수 있고, 실행 중에 만들어지는 주소는 보이지 않습니다',
  },
  'declared-calls': {
    en: '{count} calls are declared in the catalogue, nobody has measured them',
    ko: '호출 {count}개는 카탈로그에 적힌 것이며 측정된 것이 아닙니다',
  },
  'no-window': {
    en: 'counts without a time: shares of calls are theirs, the rate at which people ask is assumed',
    ko: '기간이 없는 횟수입니다. 호출 비율은 그대로이고, 사용자의 요청률은 가정입니다',
  },
  // What was left out.
  dangling: {
    en: '{from} has the address of "{to}", which is not in the files: left out',
    ko: '{from}: 파일에 없는 "{to}"의 주소를 갖고 있습니다. 뺐습니다',
  },
  'calls-itself': {
    en: '{name} calls itself: counted as its own work, left out',
    ko: '{name}: 자기 자신을 호출합니다. 자체 작업으로 보고 뺐습니다',
  },
  dropped: { en: '{what}: left out', ko: '{what}: 뺐습니다' },
  'not-mapped': { en: 'not mapped: {what}', ko: '옮기지 못한 것: {what}' },
  'errors-seen': {
    en: '{share} of the calls from {from} to {to} failed in the source; what failed then is not repeated',
    ko: '{from} → {to} 호출의 {share}가 원본에서 실패했습니다. 그 실패는 되풀이하지 않습니다',
  },
  'no-parent': {
    en: '{count} of {spans} spans name a parent that is not in the file: counted as asked from outside',
    ko: '스팬 {spans}개 중 {count}개의 부모가 파일에 없습니다. 밖에서 온 요청으로 셌습니다',
  },
  'broken-spans': {
    en: '{count} spans without a service, or that end before they begin: left out',
    ko: '서비스가 없거나 시작보다 끝이 앞서는 스팬 {count}개: 뺐습니다',
  },
  // What was put in place.
  renamed: {
    en: '"{from}" is called {to} here: ids have letters, digits, - and _',
    ko: '"{from}": 여기서는 {to} (id에는 글자, 숫자, -, _만 씁니다)',
  },
  circle: {
    en: 'calls go in a circle: {circle}{more}',
    ko: '호출이 순환합니다: {circle}{more}',
  },
  'circle-damped': {
    en: 'calls in a circle would never end ({circle}): {from} calls {to} in {share} of requests, assumed',
    ko: '순환 호출이 끝나지 않습니다 ({circle}): {from} → {to} 호출을 요청의 {share}로 가정했습니다',
  },
  'fan-damped': {
    en: 'one call on each way to {name} makes {calls} calls of one request of a user: {limit} assumed',
    ko: '{name}까지 모든 경로로 한 번씩 호출하면 사용자 요청 하나가 {calls}번이 됩니다. {limit}번으로 가정했습니다',
  },
  'calls-capped': {
    en: '{from} calls {to} {calls} times for one request in the source: {limit} assumed',
    ko: '{from} → {to}: 원본에서 요청 하나에 {calls}번 호출합니다. {limit}번으로 가정했습니다',
  },
  'no-entry': {
    en: 'nothing says what people ask: {names} assumed, as {why}',
    ko: '사용자가 무엇을 쓰는지 알 수 없습니다. {names}: 가정 ({why})',
  },
  'no-sites': {
    en: 'nothing says where anything stands: one site, main, is assumed; place services with --site-of',
    ko: '어디에 있는지 알 수 없습니다. 데이터센터 하나(main)로 가정했습니다. --site-of로 배치하세요',
  },
  'not-placed': {
    en: 'nothing says where {count} services stand ({names}): {site} assumed',
    ko: '서비스 {count}개({names})의 위치를 알 수 없습니다. {site}: 가정',
  },
  'zones-are-sites': {
    en: 'an availability zone is a data centre of its own: each is a site here',
    ko: '가용 영역은 독립된 데이터센터이므로 여기서는 각각 데이터센터(site)입니다',
  },
  'rule-unused': { en: '--site-of {rule} fits no service', ko: '--site-of {rule}: 맞는 서비스가 없습니다' },
  'merged-nothing': {
    en: '{file} names no service that the first files have, so nothing of them was filled in; the nearest names: {near}',
    ko: '{file}: 앞의 파일과 같은 이름의 서비스가 없습니다. 가까운 이름: {near}',
  },
  'only-here': { en: '{count} services are in {file} only: {names}', ko: '{file}에만 있는 서비스 {count}개: {names}' },
  conflict: {
    en: '{what} of {name}: {first} in {firstfile} is kept, {second} in {secondfile} is not',
    ko: '{name}의 {what}: {firstfile}의 {first}(을)를 쓰고 {secondfile}의 {second}(은)는 쓰지 않습니다',
  },
  'load-missing': {
    en: 'the load "{file}" is not among the files: {rate} a second assumed; name it too',
    ko: '부하 파일 "{file}"이 없습니다. 초당 {rate}회로 가정했습니다. 함께 지정하세요',
  },
  'load-unused': {
    en: 'the rates in {file} are of no experiment among the files: left out',
    ko: '{file}의 요청률을 쓰는 실험이 없습니다. 뺐습니다',
  },
  'load-flattened': {
    en: 'the rates of {file} change within minutes; a profile has a day: their highest, {rate} a second, is the peak',
    ko: '{file}의 요청률은 분 단위로 바뀌지만 프로필은 하루 단위입니다. 가장 큰 초당 {rate}회를 최대로 씁니다',
  },
} as const satisfies Readonly<Record<string, { readonly en: string; readonly ko: string }>>;

export type NoteCode = keyof typeof NOTE_TEXTS;

export interface ImportNote {
  readonly code: NoteCode;
  /** Where in the source; null: it is about no place. */
  readonly file: string | null;
  readonly line: number | null;
  readonly message: string;
  readonly messageKo: string;
}

const LONGEST_VALUE = 200;

export function note(
  code: NoteCode,
  at: Span | null,
  values: Readonly<Record<string, string | number>> = {},
): ImportNote {
  const filled = (template: string): string =>
    template.replace(/\{([a-z]+)\}/g, (_, name: string) => {
      const value = String(values[name] ?? '');
      return escapeText(value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}...` : value).replace(
        /\s+/g,
        ' ',
      );
    });
  const { en, ko } = NOTE_TEXTS[code];
  return {
    code,
    file: at === null ? null : escapeText(at.source.name),
    line: at?.line ?? null,
    message: filled(en),
    messageKo: filled(ko),
  };
}

/** `a, b, c and 4 more` */
export function someOf(names: readonly string[], most = 5): string {
  return names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} +${names.length - most}`;
}
