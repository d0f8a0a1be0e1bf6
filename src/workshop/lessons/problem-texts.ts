/**
 * What can be wrong with a lesson beyond what can be wrong with any file of ours: its code and its sentence in both
 * languages. No Korean particle follows a placeholder.
 */
export const LESSON_PROBLEM_TEXTS = {
  'no-front-matter': {
    en: 'a lesson begins with its front matter: a line "---", keys and values, and a line "---"',
    ko: '레슨은 머리말로 시작합니다: "---" 줄, 키와 값, "---" 줄',
  },
  'open-front-matter': {
    en: 'the front matter has no end: a line "---"',
    ko: '머리말이 끝나지 않았습니다: "---" 줄이 필요합니다',
  },
  'unknown-section': {
    en: 'there is no section "{name}"; there are: {choices}',
    ko: '없는 부분: "{name}"; 있는 것: {choices}',
  },
  'missing-section': { en: 'the section "{name}" is missing', ko: '빠진 부분: "{name}"' },
  'unknown-language': {
    en: '"{name}" is no language of a lesson: en, ko',
    ko: '레슨의 언어가 아닙니다: "{name}" (en, ko)',
  },
  'missing-language': {
    en: 'the section "{name}" has no text in {language}',
    ko: '"{name}" 부분의 글이 없는 언어: {language}',
  },
  'repeated-section': {
    en: 'the section "{name}" is already on line {line}',
    ko: '이미 있는 부분: "{name}" ({line}행)',
  },
  'text-without-language': {
    en: 'this text of the section "{name}" stands under no language: put "## en" and "## ko" above',
    ko: '"{name}" 부분에 언어 없는 글이 있습니다: 위에 "## en"과 "## ko" 제목을 쓰십시오',
  },
  'hints-not-three': {
    en: 'hints come in three steps, a numbered list; here are {count} in {language}',
    ko: '힌트는 번호 목록 세 단계입니다. 언어 {language}: {count}개',
  },
  'kind-needs': { en: '"{kind}" needs the key "{key}"', ko: '"{kind}" 종류에 필요한 키: "{key}"' },
  'kind-takes-not': { en: '"{kind}" takes no key "{key}"', ko: '"{kind}" 종류에 쓰지 않는 키: "{key}"' },
  'unknown-name': {
    en: 'there is no {what} "{name}" in the scenario',
    ko: '시나리오에서 찾을 수 없는 {what}: "{name}"',
  },
  'unknown-own-name': {
    en: 'there is no {what} "{name}" in this lesson',
    ko: '이 레슨에서 찾을 수 없는 {what}: "{name}"',
  },
  'not-a-choice': { en: '"{name}" is not among the choices', ko: '선택지에 없는 답: "{name}"' },
  'unknown-scrub': {
    en: 'the text has [[{name}]], which is none of "scrubs"',
    ko: '"scrubs"에 없는 표시가 글에 있습니다: [[{name}]]',
  },
  'unused-scrub': { en: 'no text has [[{name}]]', ko: '글 어디에도 없는 표시: [[{name}]]' },
  'scrub-start': {
    en: 'it starts from stop {number}, and there are {count}',
    ko: '시작 위치 {number}번은 없습니다 (모두 {count}개)',
  },
  'scrub-paths': {
    en: 'this stop lays other things than the first: all stops of a number move the same',
    ko: '첫 위치와 다른 것을 바꿉니다. 한 숫자의 모든 위치는 같은 것을 바꾸어야 합니다',
  },
  'scrub-order': {
    en: 'the stops do not go from the least to the most: every amount must rise, or fall, from one to the next',
    ko: '위치가 작은 것부터 큰 것 순서가 아닙니다. 모든 값이 차례로 커지거나 작아져야 합니다',
  },
  'scrub-not-there': {
    en: 'the stop that it starts from is not what the scenario has: {changes}',
    ko: '시작 위치가 시나리오의 값과 다릅니다: {changes}',
  },
  'scrub-forbidden': {
    en: 'the exercise has [[{name}]] in its text, and its rules ("edits") do not allow what that changes',
    ko: '실습 글에 [[{name}]] 표시가 있지만, 실습 규칙("edits")이 그 변경을 허용하지 않습니다',
  },
  'base-first': {
    en: 'the first layout of the scenario is "base", which is empty and which learners begin from',
    ko: '시나리오의 첫 레이아웃은 비어 있는 "base"이어야 합니다. 학습자는 여기서 시작합니다',
  },
  'design-taken': {
    en: 'the name "design" is kept for what learners design: call the layout otherwise',
    ko: '"design"은 학습자의 설계에 쓰는 이름입니다. 레이아웃 이름을 바꾸십시오',
  },
  'no-aims': {
    en: 'the scenario states no expectation, and so the lesson has no aim',
    ko: '시나리오에 기대 조건이 없어 레슨의 목표가 없습니다',
  },
  'unknown-aim': {
    en: 'there is no aim {number}: the scenario states {count}',
    ko: '없는 목표: {number}번 (시나리오의 기대 조건 {count}개)',
  },
  'bad-overlay': {
    en: 'laid over the scenario, this is wrong: {reason}',
    ko: '시나리오에 적용하면 잘못됩니다: {reason}',
  },
  'edit-refused': { en: 'edit {number} is not possible: {reason}', ko: '{number}번 편집 불가: {reason}' },
  'bad-scenario': {
    en: 'the scenario of the lesson has mistakes, told beside this',
    ko: '레슨의 시나리오에 오류가 있습니다 (따로 표시)',
  },
  'needs-two': { en: 'at least two entries are needed', ko: '항목이 둘 이상 필요합니다' },
  'no-entries': { en: 'at least one entry is needed', ko: '항목이 하나 이상 필요합니다' },
} as const satisfies Record<string, { readonly en: string; readonly ko: string }>;

export type LessonProblemCode = keyof typeof LESSON_PROBLEM_TEXTS;
