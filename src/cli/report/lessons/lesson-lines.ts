/** What the check of a lesson says, for people: its mistakes, or what each of its designs does, with the reasons. */
import { formatCount, type LessonRule, type RankedResponses, type RuledAim, type RuledDesign } from '../../../index.js';
import type { LessonReport } from '../../commands/lessons-check.js';
import { asciiSigns, GLYPHS_ASCII } from '../../output/glyphs.js';
import { printable, printableDeep } from '../../output/printable.js';
import { type Language, type Terminal, WIDTH } from '../../output/terminal.js';
import { wrap } from '../../output/width.js';

const INDENT = '    ';

export function lessonLines(report: LessonReport, terminal: Terminal): string[] {
  const { paint, glyphs, language } = terminal;
  const texts = TEXTS[language];
  const { files, loaded, problems, rule, responses } = report;
  const told = problems.map(({ text }) => text);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (loaded === null) return [...told, paint.red(`${glyphs.failed} ${files.id}: ${texts.errors(errors)}`), ''];
  const { lesson } = loaded;
  const mark = rule === null || rule.holds ? paint.green(glyphs.met) : paint.red(glyphs.failed);
  const head = `${mark} ${paint.bold(printable(`${lesson.code} ${lesson.title[language]}`))}  ${paint.dim(files.id)}`;
  const facts = texts.facts(lesson.minutesInAll, lesson.predictions.length, loaded.scenario.expectations.length);
  return [
    ...told,
    head,
    `  ${paint.dim(facts)}`,
    ...(rule === null ? [] : ruleLines(rule, terminal)),
    ...(responses === null ? [] : responseLines(responses, terminal)),
    '',
  ];
}

function ruleLines(rule: LessonRule, terminal: Terminal): string[] {
  const { glyphs, language, paint } = terminal;
  const safe = printableDeep(rule, glyphs === GLYPHS_ASCII ? asciiSigns : undefined);
  const partial = rule.partial ? [`  ${paint.yellow(TEXTS[language].partial)}`] : [];
  const broken = safe.broken.map((each) => `  ${paint.red(`${glyphs.failed} ${each[language]}`)}`);
  const cards = [...new Set(safe.designs.map(({ card }) => card))];
  const designs = cards.flatMap((card) => {
    const struck = safe.designs.filter((each) => each.card === card);
    return card === null ? struck.flatMap((each) => designLines(each, terminal)) : cardLines(card, struck, terminal);
  });
  return [...designs, ...broken, ...partial];
}

function responseLines({ ranked, median }: RankedResponses, terminal: Terminal): string[] {
  const { language } = terminal;
  const count = (hours: number): string => formatCount(hours, language);
  const told = ({ choices, userHoursLost }: RankedResponses['ranked'][number]): string =>
    `${printable(choices.join(', '))}  ${count(userHoursLost)}`;
  const [best, worst] = [ranked[0], ranked.at(-1)];
  if (best === undefined || worst === undefined) return [];
  const texts = TEXTS[language];
  return [
    `  ${texts.responses(ranked.length, count(median))}`,
    ...dim(`${texts.best}: ${told(best)}`, terminal),
    ...dim(`${texts.worst}: ${told(worst)}`, terminal),
  ];
}

/** A line a design: with eight cards the reasons of all of them would fill pages; those of what is broken stand there. */
function cardLines(card: string, designs: readonly RuledDesign[], terminal: Terminal): string[] {
  const { paint, glyphs, language } = terminal;
  return [
    `  ${paint.bold(card)}`,
    ...designs.flatMap(({ id, is, aims, broken }) => {
      const mark = broken.length === 0 ? paint.green(glyphs.met) : paint.red(glyphs.failed);
      const met = aims.map(({ judged }) => TEXTS[language].metIn(judged.metIn, judged.runs)).join(', ');
      const told = broken.flatMap((each) => indented(each[language]).map((line) => paint.red(line)));
      return [
        `    ${mark} ${TEXTS[language].is[is]}${is === 'base' ? '' : `: ${id}`}${paint.dim(`  ${met}`)}`,
        ...told,
      ];
    }),
  ];
}

function designLines(design: RuledDesign, terminal: Terminal): string[] {
  const { paint, glyphs, language } = terminal;
  const texts = TEXTS[language];
  const { is, name, aims, broken, moves, points, changes, why } = design;
  const mark = broken.length === 0 ? paint.green(glyphs.met) : paint.red(glyphs.failed);
  const cost = [texts.moves(moves), ...(points > 0 ? [texts.points(points)] : [])].join(', ');
  const head = `  ${mark} ${texts.is[is]}: ${name[language]}${is === 'base' ? '' : paint.dim(`  ${cost}`)}`;
  return [
    head,
    ...changes.flatMap((change) => dim(change, terminal)),
    ...broken.flatMap((each) => indented(each[language]).map((line) => paint.red(line))),
    ...aims.flatMap((aim) => aimLines(aim, terminal)),
    ...(why === null ? [] : dim(`${glyphs.arrow} ${why[language]}`, terminal)),
  ];
}

function aimLines({ number, wanted, judged }: RuledAim, terminal: Terminal): string[] {
  const { paint, glyphs, language } = terminal;
  const verdict = judged.verdict === 'met' ? paint.green(glyphs.met) : paint.red(glyphs[judged.verdict]);
  const surprising = wanted !== 'either' && wanted !== judged.verdict;
  const counts = judged.runs > 1 ? `  ${TEXTS[language].metIn(judged.metIn, judged.runs)}` : '';
  const head = `${INDENT}${verdict} ${number}. ${judged.name}${paint.dim(counts)}`;
  // Why it fails is what a lesson is about; of what is met nobody asks, unless it should not be.
  return judged.verdict === 'met' && !surprising ? [head] : [head, ...dim(judged.because, terminal, '  ')];
}

function dim(text: string, { paint }: Terminal, more = ''): string[] {
  return indented(text, more).map((line) => paint.dim(line));
}

function indented(text: string, more = ''): string[] {
  return wrap(text, WIDTH - INDENT.length - more.length - 2).map((line) => `${INDENT}  ${more}${line}`);
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

interface Texts {
  readonly errors: (count: number) => string;
  readonly facts: (minutes: number, predictions: number, aims: number) => string;
  readonly is: Readonly<Record<RuledDesign['is'], string>>;
  readonly moves: (count: number) => string;
  readonly points: (count: number) => string;
  readonly metIn: (met: number, runs: number) => string;
  readonly responses: (count: number, median: string) => string;
  readonly best: string;
  readonly worst: string;
  readonly partial: string;
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    errors: (count) => counted(count, 'error'),
    facts: (minutes, predictions, aims) =>
      `${counted(minutes, 'minute')}, ${counted(predictions, 'prediction')}, ${counted(aims, 'aim')}`,
    is: { base: 'base', reference: 'reference', wrong: 'tempting' },
    moves: (count) => counted(count, 'move'),
    points: (count) => counted(count, 'point'),
    metIn: (met, runs) => `met in ${met} of ${runs}`,
    responses: (count, median) => `${counted(count, 'default response')}, user-hours lost: median ${median}`,
    best: 'best',
    worst: 'worst',
    partial: 'stopped before all runs were made: the rule is not judged',
  },
  ko: {
    errors: (count) => `오류 ${count}개`,
    facts: (minutes, predictions, aims) => `${minutes}분, 예측 ${predictions}개, 목표 ${aims}개`,
    is: { base: '처음 설계', reference: '모범 설계', wrong: '솔깃한 오답' },
    moves: (count) => `변경 ${count}회`,
    points: (count) => `${count}점`,
    metIn: (met, runs) => `${runs}회 중 ${met}회 달성`,
    responses: (count, median) => `기본 대응 ${count}가지, 잃은 명·시간: 중앙값 ${median}`,
    best: '최선',
    worst: '최악',
    partial: '모든 실행이 끝나기 전에 중단됨: 규칙 판정 없음',
  },
};
