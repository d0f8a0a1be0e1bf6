/** Grades for a terminal: each lesson with its people, best first, what most got wrong, and the words they used. */
import { formatCount, type GradeDocument, type GradedLessonDocument, type GradedRow } from '../../../index.js';
import { columns } from '../../output/columns.js';
import { asciiSigns, GLYPHS_ASCII } from '../../output/glyphs.js';
import { printableDeep } from '../../output/printable.js';
import { type Language, type Terminal, WIDTH } from '../../output/terminal.js';
import { cut, wrap } from '../../output/width.js';

const INDENT = 4;
const SHOWN_WORDS = 12;

export function gradeLines(found: GradeDocument, terminal: Terminal): string {
  const { glyphs, language } = terminal;
  const document = printableDeep(found, glyphs === GLYPHS_ASCII ? asciiSigns : undefined);
  const partial = document.partial ? ['', `  ${TEXTS[language].partial}`] : [];
  return `${[...document.lessons.flatMap((lesson) => [...lessonLines(lesson, terminal), '']), ...partial].join('\n')}\n`;
}

function lessonLines(lesson: GradedLessonDocument, terminal: Terminal): string[] {
  const { paint, glyphs, language } = terminal;
  const texts = TEXTS[language];
  const head = `  ${paint.bold(`${glyphs.section} ${lesson.code} ${lesson.title}`)}${paint.dim(`  ${texts.counts(lesson.people, lesson.passed)}`)}`;
  return [
    head,
    ...columns(
      lesson.rows.map((row) => cells(row, lesson, terminal)),
      { align: ['right', 'left', 'left', 'right', 'right', 'left'], indent: INDENT },
    ),
    ...lesson.rows.flatMap((row) => row.refused.map((why) => `      ${paint.yellow(`${row.nick}: ${why}`)}`)),
    ...lesson.games.flatMap((game) => gameLines(game, lesson, language)),
    ...lesson.aims.map(
      (name, i) => `    ${lesson.aimsMet[i]}/${lesson.people}  ${cut(name, WIDTH - 12, glyphs.ellipsis)}`,
    ),
    ...lesson.predictions.flatMap((each) => predictionLines(each, language)),
    ...(lesson.words.length === 0
      ? []
      : indented(
          `${texts.words}: ${lesson.words
            .slice(0, SHOWN_WORDS)
            .map(({ word, people }) => `${word} ${people}`)
            .join(', ')}`,
        )),
  ].map((line) => line.trimEnd());
}

function cells(row: GradedRow, { kind }: GradedLessonDocument, { paint, glyphs, language }: Terminal): string[] {
  const { aims, score, predictions, points, userHoursLost } = row;
  const answered = predictions.filter((each) => each !== null);
  const right = answered.filter((each) => each.right).length;
  const marks =
    aims === null ? '?' : aims.map(({ met }) => (met ? paint.green(glyphs.met) : paint.red(glyphs.failed))).join(' ');
  return [
    `${row.place}`,
    row.nick,
    kind === 'challenge' ? scoreText(score) : marks,
    points > 0 ? TEXTS[language].points(points) : '',
    userHoursLost === null ? '' : TEXTS[language].lost(formatCount(userHoursLost, language)),
    answered.length === 0 ? '' : paint.dim(TEXTS[language].right(right, predictions.length)),
  ];
}

/** The cards, who stands where under each, and the three prizes. */
function gameLines(game: GradedLessonDocument['games'][number], { rows }: GradedLessonDocument, language: Language) {
  const texts = TEXTS[language];
  const nick = (entry: number): string => rows[game.rows[entry]].nick;
  const prizes = PRIZES.flatMap((prize) => {
    const winner = game[prize];
    return winner === null ? [] : [`${texts[prize]}: ${nick(winner)}`];
  });
  return [
    ...indented(`${texts.deck} ${game.deck}: ${game.titles.join(', ')}`),
    ...game.byCard.flatMap(({ order, places }, i) =>
      indented(`${game.titles[i]}: ${order.map((entry) => `${places[entry]} ${nick(entry)}`).join(', ')}`),
    ),
    ...(prizes.length === 0 ? [] : indented(prizes.join('; '))),
  ];
}

const PRIZES = ['mostRobust', 'bestValue', 'bestProphet'] as const;

function scoreText(score: GradedRow['score']): string {
  if (score === null) return '?';
  const parts = [score.availability, score.recovery, score.thrift, score.foresight].map((part) => Math.round(part));
  return `${score.total} = ${parts.join(' + ')}`;
}

function predictionLines(each: GradedLessonDocument['predictions'][number], language: Language): string[] {
  const texts = TEXTS[language];
  const wrong = each.kind === 'pick' ? each.mostCommonWrong : null;
  const most =
    wrong === null
      ? ''
      : `; ${(wrong.picked ? texts.mostPicked : texts.mostMissed)(each.names[wrong.id] ?? wrong.id, wrong.count)}`;
  const told = each.answers === 0 ? texts.nobody : texts.right(each.right, each.answers);
  return indented(`${told}  ${each.ask}${most}`);
}

function indented(text: string): string[] {
  return wrap(text, WIDTH - INDENT - 2).map((line, i) => `${' '.repeat(i === 0 ? INDENT : INDENT + 2)}${line}`);
}

const TEXTS = {
  en: {
    counts: (people: number, passed: number) => `${people} handed in, ${passed} passed`,
    points: (points: number) => `${points} ${points === 1 ? 'point' : 'points'}`,
    lost: (hours: string) => `${hours} lost`,
    right: (right: number, answers: number) => `${right} of ${answers} right`,
    nobody: 'nobody answered',
    mostRobust: 'most robust',
    bestValue: 'best value',
    bestProphet: 'best prophet',
    mostPicked: (name: string, count: number) => `${count} picked ${name}`,
    mostMissed: (name: string, count: number) => `${count} missed ${name}`,
    deck: 'deck',
    words: 'words',
    partial: 'stopped before everything was run',
  },
  ko: {
    counts: (people: number, passed: number) => `제출 ${people}명, 통과 ${passed}명`,
    points: (points: number) => `${points}점 사용`,
    lost: (hours: string) => `손실 ${hours}명·시간`,
    right: (right: number, answers: number) => `정답 ${right}/${answers}`,
    nobody: '답한 사람 없음',
    mostRobust: '가장 튼튼한 설계',
    bestValue: '가장 알뜰한 설계',
    bestProphet: '가장 정확한 예측',
    mostPicked: (name: string, count: number) => `가장 많은 오답: ${name} (${count}명)`,
    mostMissed: (name: string, count: number) => `가장 많이 놓친 것: ${name} (${count}명)`,
    deck: '카드 코드',
    words: '자주 쓴 말',
    partial: '모든 실행이 끝나기 전에 중단됨',
  },
} as const;
