/**
 * Every problem that a scenario file can have: its stable code and its sentence in both languages.
 *
 * Adding one: an entry here, a bad file and its exact text in `tests/errors/files`. No Korean particle follows a
 * placeholder. Entries with `warning` do not stop a run.
 */
export const PROBLEM_TEXTS = {
  // The text as such.
  'too-large': {
    en: 'the file is larger than {limit} MB, the most that is read',
    ko: '파일이 너무 큽니다: 최대 {limit} MB',
  },
  'too-complex': {
    en: 'the file has more than {limit} parts, the most that is read',
    ko: '파일의 요소가 너무 많습니다: 최대 {limit}개',
  },
  'too-deep': { en: 'nested more than {limit} levels deep', ko: '중첩이 너무 깊습니다: 최대 {limit}단계' },
  'not-text': {
    en: 'this is not a text file: it contains a zero byte',
    ko: '텍스트 파일이 아닙니다: 0 바이트가 들어 있습니다',
  },
  'not-utf8': { en: 'the text is not valid UTF-8 here', ko: '올바른 UTF-8 텍스트가 아닙니다' },
  empty: { en: 'the file is empty', ko: '빈 파일입니다' },
  syntax: { en: 'this is not YAML: {reason}', ko: 'YAML 문법 오류: {reason}' },
  'yaml-version': {
    en: 'YAML {version} is not read, only 1.2',
    ko: 'YAML 1.2만 읽을 수 있습니다 (이 파일: {version})',
  },
  'several-documents': {
    en: 'a second document begins here; a file is one scenario',
    ko: '두 번째 문서가 시작됩니다. 파일 하나에 시나리오 하나만 쓸 수 있습니다',
  },
  'not-a-mapping': {
    en: 'a scenario is a mapping of keys to values, not {got}',
    ko: '시나리오는 키와 값의 매핑이어야 합니다. 받은 값: {got}',
  },
  tag: { en: 'tags such as {tag} are not read', ko: '태그는 읽지 않습니다: {tag}' },
  'merge-key': {
    en: 'merge keys (<<) are not read; use a layout, or an alias for the whole value',
    ko: '병합 키(<<)는 읽지 않습니다. 레이아웃이나 별칭을 쓰세요',
  },
  'key-not-text': { en: 'a key must be a word, not {got}', ko: '키는 단어여야 합니다. 받은 값: {got}' },
  'forbidden-key': { en: '"{key}" cannot be a key', ko: '키로 쓸 수 없는 이름: "{key}"' },
  'duplicate-key': {
    en: 'the key "{key}" is already on line {line}',
    ko: '키 "{key}": 이미 {line}행에 있습니다',
  },
  'unknown-alias': { en: 'there is no anchor "&{name}" before this alias', ko: '앞에 정의되지 않은 앵커: "&{name}"' },
  'alias-circle': { en: 'the alias "*{name}" contains itself', ko: '별칭이 자기 자신을 포함합니다: "*{name}"' },
  'alias-bomb': {
    en: 'aliases repeat more than {limit} {what}, the most that is read',
    ko: '별칭이 너무 많이 반복됩니다: 최대 {limit} ({what})',
  },
  'control-character': {
    en: 'the control or invisible character {character} is not allowed here',
    ko: '허용되지 않는 제어 문자 또는 보이지 않는 문자: {character}',
  },
  'not-finite': { en: 'the number {got} is not finite', ko: '유한한 수가 아닙니다: {got}' },
  'no-value': { en: '"{key}" has no value', ko: '값이 없는 키: "{key}"' },

  // Shape.
  'format-version': {
    en: 'format version {got} is not known; this program reads version 1',
    ko: '알 수 없는 형식 버전: {got} (이 프로그램은 버전 1을 읽습니다)',
  },
  'unknown-key': { en: 'there is no key "{key}" here', ko: '여기에 쓸 수 없는 키: "{key}"' },
  'missing-key': { en: 'the key "{key}" is missing', ko: '키가 없습니다: "{key}"' },
  'wrong-type': { en: 'expected {expected}, not {got}', ko: '필요한 값: {expected}. 받은 값: {got}' },
  'unknown-value': { en: '"{got}" is not one of: {choices}', ko: '"{got}": 다음 중 하나여야 합니다: {choices}' },
  'bad-id': {
    en: '"{key}" cannot be an id: letters, digits, "-" and "_", at most 64, a letter or digit first',
    ko: 'id로 쓸 수 없습니다: "{key}" (문자, 숫자, "-", "_", 최대 64자, 문자나 숫자로 시작)',
  },
  'reserved-id': { en: '"{key}" has a meaning of its own and cannot be an id', ko: '예약된 이름입니다: "{key}"' },
  'bad-provenance': { en: '"{key}" says where a value comes from, in words', ko: '"{key}": 값의 출처를 글로 적으세요' },
  'needs-entries': { en: 'at least one entry is needed', ko: '항목이 하나 이상 필요합니다' },

  // Values and units.
  'bare-number': {
    en: 'the number {got} has no unit; {kind} is written like {example}',
    ko: '단위가 없는 수: {got} (예: {example})',
  },
  'bad-duration': {
    en: '"{got}" is not a duration like 90s, 2h30m or 5d',
    ko: '기간이 아닙니다: "{got}" (예: 90s, 2h30m, 5d)',
  },
  'bad-rate': { en: '"{got}" is not a rate like 150/s or 80k/s', ko: '비율이 아닙니다: "{got}" (예: 150/s, 80k/s)' },
  'bad-size': { en: '"{got}" is not a size like 30GB or 2TB', ko: '데이터 크기가 아닙니다: "{got}" (예: 30GB, 2TB)' },
  'bad-data-rate': {
    en: '"{got}" is not a rate of data like 500GB/h or 100MB/s',
    ko: '데이터 전송률이 아닙니다: "{got}" (예: 500GB/h, 100MB/s)',
  },
  'bad-share': { en: '"{got}" is not a share like 4%', ko: '백분율이 아닙니다: "{got}" (예: 4%)' },
  'bad-number': {
    en: '"{got}" is not a number like 800, 3k or 41.12M',
    ko: '수가 아닙니다: "{got}" (예: 800, 41.12M)',
  },
  'bad-date': {
    en: '"{got}" is not a date and time like 2022-10-15T15:19:00+09:00',
    ko: '날짜와 시각이 아닙니다: "{got}" (예: 2022-10-15T15:19:00+09:00)',
  },
  'no-zone': { en: 'the time "{got}" has no zone', ko: '시간대가 없는 시각: "{got}"' },
  'bad-time-of-day': { en: '"{got}" is not a time of day like 23:30', ko: '시각이 아닙니다: "{got}" (예: 23:30)' },
  'bad-distribution': {
    en: 'a distribution is {choices}',
    ko: '분포는 다음 중 하나로 씁니다: {choices}',
  },
  'wrong-order': {
    en: '{larger} ({second}) is below {smaller} ({first})',
    ko: '{larger} ({second}) < {smaller} ({first})',
  },
  negative: { en: '{got} is negative', ko: '음수입니다: {got}' },
  'not-positive': { en: '{got} is not above zero', ko: '0보다 커야 합니다: {got}' },
  'not-whole': { en: '{got} is not a whole number', ko: '정수가 아닙니다: {got}' },
  'share-too-large': { en: 'a share of {got} is over 100 %', ko: '100 %가 넘는 비율입니다: {got}' },
  'out-of-range': { en: '{got} is not between {min} and {max}', ko: '범위를 벗어났습니다: {got} ({min} ~ {max})' },

  // Names.
  'unknown-service': { en: 'there is no service "{name}"', ko: '없는 서비스: "{name}"' },
  'unknown-site': { en: 'there is no site "{name}"', ko: '없는 데이터센터: "{name}"' },
  'unknown-zone': { en: 'site "{site}" has no zone "{name}"', ko: '"{site}" 데이터센터에 없는 구역: "{name}"' },
  'unknown-link': { en: 'there is no link "{name}"', ko: '없는 회선: "{name}"' },
  'unknown-team': { en: 'there is no team "{name}"', ko: '없는 팀: "{name}"' },
  'unknown-class': { en: 'there is no class "{name}"', ko: '없는 분류: "{name}"' },
  'unknown-profile': { en: 'there is no profile "{name}"', ko: '없는 프로필: "{name}"' },
  'unknown-population': { en: 'there is no population "{name}"', ko: '없는 사용자 집단: "{name}"' },
  'unknown-substitute': { en: 'there is no substitute "{name}"', ko: '없는 대체재: "{name}"' },
  'unknown-fault-kind': { en: 'there is no fault kind "{name}"', ko: '없는 장애 종류: "{name}"' },
  'unknown-fault': {
    en: 'there is no fault of the id or kind "{name}"',
    ko: '그런 id나 종류의 장애가 없습니다: "{name}"',
  },
  'unknown-layout': {
    en: 'there is no layout "{name}"; there are: {layouts}',
    ko: '없는 레이아웃: "{name}"; 있는 것: {layouts}',
  },
  'unknown-measure': { en: 'there is no measure "{name}"', ko: '없는 지표: "{name}"' },
  'unknown-subject': { en: 'there is no {kinds} "{name}"', ko: '찾을 수 없는 대상: "{name}" ({kinds})' },
  'unknown-path': { en: 'there is no "{name}" in {where}', ko: '{where}: 찾을 수 없는 항목 "{name}"' },
  'bad-set': {
    en: 'a setting is written path=value, for example recovery.teams.platform=4',
    ko: '설정은 path=value 형식입니다 (예: recovery.teams.platform=4)',
  },

  // Sense.
  'duplicate-id': { en: 'the id "{name}" is already that of {other}', ko: '이미 쓰인 id: "{name}" ({other})' },
  'nothing-to-remove': {
    en: 'the layout removes "{key}", which is not there',
    ko: '레이아웃이 없는 항목을 지웁니다: "{key}"',
  },
  'shares-not-whole': { en: 'the shares sum to {sum}, not to 100%', ko: '비율의 합이 100%가 아닙니다: {sum}' },
  'too-many-servers': {
    en: 'services have {deployed} servers in site "{site}", which has {servers}',
    ko: '"{site}" 데이터센터의 서버는 {servers}대인데 서비스에 {deployed}대가 배치되었습니다',
  },
  'too-many-people': {
    en: 'this holds {needed} people of team "{team}", which has {people}: it could never begin',
    ko: '"{team}" 팀은 {people}명인데 {needed}명이 필요합니다: 시작할 수 없는 작업입니다',
  },
  'nobody-can': {
    en: 'team "{team}" has {people} who may do such work, and this needs {needed}: {work}',
    ko: '"{team}" 팀에서 {needed}명이 필요한데 이 일을 맡을 수 있는 사람은 {people}명입니다: {work}',
  },
  'zone-overfull': {
    warning: true,
    en: 'services have {deployed} servers in zone "{zone}", which has room for {servers}',
    ko: '"{zone}" 구역의 자리는 {servers}대인데 서비스에 {deployed}대가 배치되었습니다',
  },
  'amplifying-circle': {
    en: 'these calls go round in a circle that never dies down: {circle} (one call in, {gain} out each round)',
    ko: '호출이 줄어들지 않고 순환합니다: {circle} (한 바퀴에 호출 하나가 {gain}개가 됨)',
  },
  'startup-circle': {
    warning: true,
    en: 'none of these can start first: {circle}',
    ko: '먼저 시작할 수 있는 것이 없습니다: {circle}',
  },
  'no-demand': {
    warning: true,
    en: 'nobody uses "{name}": it has neither users nor callers',
    ko: '사용자도 호출자도 없는 서비스: "{name}"',
  },
  'nothing-serves': {
    warning: true,
    en: 'no deployment of "{name}" is active: it is down from the start',
    ko: '활성 배치가 없는 서비스: "{name}" (처음부터 중단 상태)',
  },
  'late-fault': {
    warning: true,
    en: 'this is at {at}, after the run has ended ({duration})',
    ko: '실행이 끝난 뒤입니다: {at} (실행 길이 {duration})',
  },
  'ends-before': {
    en: 'its end ({until}) is not after its begin ({at})',
    ko: '끝({until})이 시작({at})보다 늦지 않습니다',
  },
  'no-end': { en: 'the fault kind "{kind}" needs "until"', ko: '{kind}: "until" 값이 필요합니다' },
  'end-not-taken': {
    en: 'the fault kind "{kind}" takes no "until": it does not end by itself',
    ko: '{kind}: 저절로 끝나지 않으므로 "until" 값을 쓸 수 없습니다',
  },
  'before-start': { en: 'this is before the start of the scenario', ko: '시나리오의 시작보다 앞섭니다' },
  'same-twice': { en: '"{name}" is named twice', ko: '두 번 쓰인 이름: "{name}"' },
  'class-circle': { en: 'the class "{name}" is like itself', ko: '분류가 자기 자신을 따릅니다: "{name}"' },
  'refused-twice': {
    en: 'of those refused, {sum} come back or put it off: not more than 100% can',
    ko: '거절된 사용자 중 다시 오거나 미루는 비율의 합이 100%를 넘습니다: {sum}',
  },
  'leave-for-nothing': {
    en: 'users leave, but "substitutes" names nothing to leave for',
    ko: '사용자가 떠날 대체재(substitutes)가 없습니다',
  },
  'no-currency': {
    en: '"{part}" is about money, but the file names no "currency"',
    ko: '금액이 있는 "{part}" 항목에는 통화(currency)가 필요합니다',
  },
  'one-of': {
    en: 'exactly one of these keys is needed: {choices}',
    ko: '다음 키 중 정확히 하나가 필요합니다: {choices}',
  },
  'no-limit': { en: 'an expectation needs a limit: {choices}', ko: '기대 조건에 한계값이 필요합니다: {choices}' },
  'key-not-taken': {
    en: '"{key}" says nothing beside "{form}"',
    ko: '"{form}" 옆에서는 쓰이지 않는 키: "{key}"',
  },
  'wrong-subject': {
    en: '{measure} is a measure of {kinds}',
    ko: '{measure} 지표의 대상: {kinds}',
  },
  'one-copy': {
    en: 'without replication there is one copy, not {copies}',
    ko: '복제하지 않으면 사본은 하나뿐입니다 (적힌 사본: {copies}개)',
  },
  'no-meaning': {
    en: '"{key}" says nothing here: it is for {needed}',
    ko: '여기서는 뜻이 없는 키: "{key}" (필요한 설정: {needed})',
  },
  'quorum-too-large': {
    en: '{quorum} have to agree, and there are {votes}: nothing could ever be written',
    ko: '{quorum}개가 동의해야 하는데 {votes}개뿐입니다: 아무것도 쓸 수 없습니다',
  },
  'witness-beside-copy': {
    warning: true,
    en: 'the witness stands beside a copy in "{site}": both fall together, and it breaks no tie',
    ko: '증인이 사본과 같은 "{site}" 데이터센터에 있습니다: 함께 멈추므로 동수를 깨지 못합니다',
  },
  'no-data': { en: 'service "{name}" keeps no data', ko: '데이터가 없는 서비스: "{name}"' },
  'no-copy': {
    en: 'service "{name}" has no copy of its data in "{site}"',
    ko: '"{site}" 데이터센터에 사본이 없는 서비스: "{name}"',
  },
} as const satisfies Record<string, { readonly en: string; readonly ko: string; readonly warning?: true }>;

export type ProblemCode = keyof typeof PROBLEM_TEXTS;

/** Korean for the phrases that are put into sentences in place of a value. */
const KOREAN: Readonly<Record<string, string>> = {
  nothing: '없음',
  values: '값',
  characters: '글자',
  'a list': '목록',
  'a mapping': '매핑',
  'a single value': '단일 값',
  'a collection': '컬렉션',
  'an alias': '별칭',
  'another value': '다른 값',
  'a text': '텍스트',
  'a number': '수',
  'a name': '이름',
  'a list of names': '이름 목록',
  'true or false': 'true/false',
  'two sites': '데이터센터 두 곳',
  degrees: '도 단위의 수',
  '[latitude, longitude]': '[위도, 경도]',
  'a text, or { en: ..., ko: ... }': '텍스트 또는 { en: ..., ko: ... }',
  'a number like 800 or 41.12M': '수 (예: 800, 41.12M)',
  'a number like 0.02 or 2%': '수 (예: 0.02, 2%)',
  'a rate like 150/s or 80k/s': '비율 (예: 150/s, 80k/s)',
  'a share like 4%': '백분율 (예: 4%)',
  'a size like 30GB or 2TB': '데이터 크기 (예: 30GB, 2TB)',
  'a rate of data like 500GB/h': '데이터 전송률 (예: 500GB/h)',
  'a duration like 90s, 2h30m, 5d': '기간 (예: 90s, 2h30m, 5d)',
  'a date and time like 2022-10-15T15:19:00+09:00': '날짜와 시각 (예: 2022-10-15T15:19:00+09:00)',
  'one of the words': '정해진 단어',
  'the file': '파일',
  'a service': '서비스',
  'a site': '데이터센터',
  'a run': '전체 실행',
  'a layout': '레이아웃',
  service: '서비스',
  'service or site': '서비스 또는 데이터센터',
  'site, zone or link': '데이터센터, 구역, 회선',
  'every step': '모든 단계',
};

/** The phrase in Korean; what is no phrase stays as it is. */
export function inKorean(phrase: string): string {
  return phrase
    .split(PHRASE_SEPARATOR)
    .map((part) => (Object.hasOwn(KOREAN, part) ? KOREAN[part] : part))
    .join(' / ');
}

/** Between phrases of which any would do. */
export const PHRASE_SEPARATOR = '; or ';
