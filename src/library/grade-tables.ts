/** Grades to take along: a table for spreadsheets, and a page of Markdown. Nicknames are shown so that nothing acts. */
import { type CsvCell, csv } from '../formats/csv/csv.js';
import { formatCount, type Language } from '../results/amounts.js';
import { escapeText } from '../scenario/reading/escape-text.js';
import type { GradeDocument, GradedLessonDocument, GradedRow } from '../workshop/grading/grade-document.js';

/** With the mark by which spreadsheets know UTF-8; keys are English whatever the language. */
export function gradeCsv({ lessons }: GradeDocument): string {
  const aims = Math.max(0, ...lessons.map((each) => each.aims.length));
  const predictions = Math.max(0, ...lessons.map((each) => each.predictions.length));
  const numbered = (name: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) => `${name}${i + 1}`);
  const head = [
    ...['lesson', 'workshop', 'place', 'nick', 'lockCode', 'passed', 'score', 'points', 'moves', 'userHoursLost'],
    ...numbered('aim', aims),
    ...numbered('prediction', predictions),
    ...['rootRight', 'hints', 'explanation', 'refused'],
  ];
  const rows = lessons.flatMap(({ code, rows: graded }) =>
    graded.map((row): CsvCell[] => [
      ...[code, row.workshop, row.place, row.nick, row.lockCode, yes(row.passed), row.score?.total ?? null],
      ...[row.points, row.moves, row.userHoursLost],
      ...Array.from({ length: aims }, (_, i) => yes(row.aims?.[i]?.met ?? null)),
      ...Array.from({ length: predictions }, (_, i) => yes(row.predictions[i]?.right ?? null)),
      ...[yes(row.rootRight), row.hints, row.explanation, row.refused.join('; ')],
    ]),
  );
  return `\uFEFF${csv([head, ...rows])}`;
}

function yes(value: boolean | null): CsvCell {
  return value === null ? null : value ? 1 : 0;
}

export function gradeMarkdown(document: GradeDocument, language: Language): string {
  return `${document.lessons.map((lesson) => lessonPage(lesson, language)).join('\n')}`;
}

function lessonPage(lesson: GradedLessonDocument, language: Language): string {
  const texts = TEXTS[language];
  const { code, title, aims, aimsMet, people, passed, predictions, words, rows, games } = lesson;
  const isGame = lesson.kind === 'challenge';
  const lines = [
    `# ${safe(code)} ${safe(title)}`,
    '',
    texts.counts(people, passed),
    '',
    ...table(
      ['', texts.nick, isGame ? texts.score : texts.aims, texts.points, texts.loss],
      rows.map((row) => [
        String(row.place),
        safe(row.nick),
        isGame ? scoreText(row) : aimsText(row),
        String(row.points),
        loss(row, language),
      ]),
    ),
    ...(aims.length > 0 && !isGame ? ['', ...aims.map((name, i) => `- ${safe(name)}: ${aimsMet[i]}/${people}`)] : []),
    ...games.flatMap((game) => gameLines(game, rows, language)),
    ...predictions.flatMap((each) => [
      '',
      `**${safe(each.ask)}** ${each.answers === 0 ? texts.nobody : texts.right(each.right, each.answers)}`,
    ]),
    ...(words.length > 0
      ? [
          '',
          `${texts.words}: ${words
            .slice(0, 12)
            .map(({ word, people: count }) => `${safe(word)} (${count})`)
            .join(', ')}`,
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

function gameLines(
  game: GradedLessonDocument['games'][number],
  rows: readonly GradedRow[],
  language: Language,
): readonly string[] {
  const texts = TEXTS[language];
  const nick = (entry: number): string => safe(rows[game.rows[entry]].nick);
  const prizes = (['mostRobust', 'bestValue', 'bestProphet'] as const).flatMap((prize) => {
    const winner = game[prize];
    return winner === null ? [] : [`- ${texts[prize]}: **${nick(winner)}**`];
  });
  const cards = game.byCard.map(({ order, places }, i) => {
    const placed = order.map((entry) => `${places[entry]} ${nick(entry)}`);
    return `- ${safe(game.titles[i])}: ${placed.join(', ')}`;
  });
  return ['', `${texts.deck} \`${safe(game.deck)}\``, '', ...cards, ...prizes];
}

function aimsText({ aims, refused }: GradedRow): string {
  return aims === null ? safe(refused[0] ?? '?') : aims.map(({ met }) => (met ? '✓' : '✗')).join(' ');
}

function scoreText({ score, refused }: GradedRow): string {
  if (score === null) return safe(refused[0] ?? '?');
  const parts = [score.availability, score.recovery, score.thrift, score.foresight].map((part) => Math.round(part));
  return `${score.total} = ${parts.join(' + ')}`;
}

function loss({ userHoursLost }: GradedRow, language: Language): string {
  return userHoursLost === null ? '' : formatCount(userHoursLost, language);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/** What would make Markdown of a name is shown as it is. */
function safe(text: string): string {
  return escapeText(text)
    .replace(/[\\`*_{}[\]<>()#+!|~&$@:-]/g, '\\$&')
    .replace(/\s+/g, ' ');
}

const TEXTS = {
  en: {
    counts: (people: number, passed: number) => `${people} handed in, ${passed} met all aims.`,
    nick: 'name',
    aims: 'aims',
    score: 'score = availability + recovery + thrift + foresight',
    points: 'points',
    loss: 'user-hours lost',
    deck: 'Deck',
    words: 'Words',
    nobody: 'nobody answered',
    mostRobust: 'most robust',
    bestValue: 'best value',
    bestProphet: 'best prophet',
    right: (right: number, answers: number) => `${right} of ${answers} right`,
  },
  ko: {
    counts: (people: number, passed: number) => `제출 ${people}명, 모든 목표 달성 ${passed}명.`,
    nick: '이름',
    aims: '목표',
    score: '점수 = 가용성 + 복구 + 절약 + 예측',
    points: '쓴 점수',
    loss: '잃은 명·시간',
    deck: '카드 코드',
    words: '자주 쓴 말',
    nobody: '답한 사람 없음',
    mostRobust: '가장 튼튼한 설계',
    bestValue: '가장 알뜰한 설계',
    bestProphet: '가장 정확한 예측',
    right: (right: number, answers: number) => `정답 ${right}/${answers}`,
  },
} as const;
