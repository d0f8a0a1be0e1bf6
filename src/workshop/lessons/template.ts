/**
 * A first lesson of one's own: small, complete, and right, to be filled in by a teacher.
 *
 * `firebreak lessons new ID` writes it. Its texts say what belongs where; its scenario and its rule hold as they are.
 */
import { ID_PATTERN } from '../../scenario/schema/values.js';

export interface LessonTemplate {
  readonly 'lesson.md': string;
  readonly 'scenario.yaml': string;
}

/** @throws RangeError when the name can be no folder's */
export function lessonTemplate(id: string): LessonTemplate {
  if (!ID_PATTERN.test(id)) throw new RangeError(`"${id}" cannot be the name of a lesson`);
  return { 'lesson.md': lessonText(), 'scenario.yaml': SCENARIO };
}

const SCENARIO = `# yaml-language-server: $schema=../../../schema/scenario.schema.json
# The scenario of a lesson: an ordinary one. Its first layout is "base", which is empty, and its expectations are the aims.
# All numbers are assumed.
firebreak: 1
title: { en: "Two shops, one login", ko: "상점은 두 곳, 로그인은 한 곳" }
start: 2024-05-13T09:00:00+09:00
duration: 2h

sites:
  north: { name: { en: North, ko: 북부 }, servers: 60 }
  south: { name: { en: South, ko: 남부 }, servers: 60 }

services:
  shop:
    name: { en: Shop, ko: 상점 }
    users: { population: 200k, peak: 900/s }
    capacity: 60/s
    deploy:
      north: { servers: 20 }
      south: { servers: 20 }
    needs:
      login: { timeout: 500ms, retries: 1 }
  login:
    name: { en: Login, ko: 로그인 }
    capacity: 60/s
    deploy:
      north: { servers: 20 }

faults:
  - { at: 10m, until: 70m, kind: power-loss, site: north }

layouts:
  base: {}

expect:
  - { name: { en: the shop is down for five minutes at most, ko: 상점 중단 5분 이하 }, measure: downtimeSeconds, of: shop, atMost: 5m }
`;

/** Sections of the body with what belongs in them. */
const BODY: readonly (readonly [string, string, string])[] = [
  ['hook', 'The moment that makes curious, in two sentences.', '호기심을 끄는 순간을 두 문장으로.'],
  ['predict', 'What to look at before predicting.', '예측하기 전에 볼 것.'],
  ['watch', 'What to watch for while it plays.', '재생하는 동안 볼 것.'],
  [
    'gap',
    'In one sentence: why did it come out otherwise than you thought?',
    '한 문장으로: 왜 예상과 다르게 되었나요?',
  ],
  ['exercise', 'With one change, keep the shop up through the power cut.', '변경 한 번으로 정전 내내 상점을 지키세요.'],
  [
    'hints',
    '1. Which service stands in one site only?\n2. Who needs it, and how badly?\n3. Give login a second site.',
    '1. 한 데이터센터에만 있는 서비스는?\n2. 누가 그 서비스를 얼마나 필요로 하나요?\n3. 로그인을 두 번째 데이터센터에도 두세요.',
  ],
  ['debrief', '- What is our "login"?', '- 우리 조직의 "로그인"은 무엇인가요?'],
  ['facts', 'What really happened, and what the model leaves out.', '실제로 있었던 일과 모델이 다루지 않는 것.'],
  ['misconceptions', '- "It has two sites, so it stays up."', '- "두 곳에 있으니 멈추지 않는다."'],
  ['solution', 'Login stands in both sites.', '로그인을 두 데이터센터에 둡니다.'],
  ['debrief-answers', 'Good answers name one thing and who owns it.', '좋은 답은 한 가지와 그 담당자를 말합니다.'],
  ['short-of-time', 'Leave out the third hint.', '세 번째 힌트를 생략합니다.'],
  ['if-fast', 'Let them make login optional instead.', '대신 로그인을 선택 의존성으로 바꿔 보게 합니다.'],
];

const FRONT_MATTER = `---
lesson: 1
code: X1
title: { en: "Two shops, one login", ko: "상점은 두 곳, 로그인은 한 곳" }
objective:
  en: Find the one place on which two places depend.
  ko: 두 곳이 함께 의존하는 한 곳을 찾는다.
principle:
  en: Two of something are one when both need the same one.
  ko: 둘이 같은 하나를 필요로 하면 둘도 하나다.
minutes: { hook: 1, predict: 2, watch: 3, gap: 1, exercise: 5, debrief: 3 }

predictions:
  - id: down
    kind: pick
    ask: { en: "Which services go down?", ko: "어떤 서비스가 멈출까요?" }
    how: set
    choices: [shop, login]
    truth: { measure: downtimeSeconds, atLeast: 1m }
  - id: minutes
    kind: number
    ask: { en: "For how many minutes is the shop down?", ko: "상점은 몇 분 동안 멈출까요?" }
    unit: minutes
    most: 120
    step: 5
    close: 25%
    truth: { measure: downtimeSeconds, of: shop }

watch:
  until: 100m
  markers:
    - at: 10m
      title: { en: "North is dark", ko: "북부 정전" }
      say: { en: "Which of the two shops still answers?", ko: "두 상점 중 어느 쪽이 아직 응답하나요?" }

exercise:
  budget: { moves: 1 }
  edits:
    - { kind: add, services: [login, shop] }
    - { kind: servers, services: [shop] }
  reference:
    - id: login-in-both
      name: { en: "Login in both sites", ko: "로그인을 두 곳에" }
      edits:
        - { kind: add, service: login, site: south }
      why: { en: "South has all that its shop needs.", ko: "남부가 필요한 것을 모두 갖춘다." }
  wrong:
    - id: more-servers
      name: { en: "More servers in South", ko: "남부에 서버 추가" }
      edits:
        - { kind: servers, service: shop, site: south, servers: 40 }
      fails: [1]
      why: { en: "More shops that wait for the same login.", ko: "같은 로그인을 기다리는 상점이 늘 뿐이다." }
---
`;

function lessonText(): string {
  const body = BODY.map(([name, en, ko]) => `# ${name}\n\n## en\n\n${en}\n\n## ko\n\n${ko}\n`);
  return `${FRONT_MATTER}\n${body.join('\n')}`;
}
