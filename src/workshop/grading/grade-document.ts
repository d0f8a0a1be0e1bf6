/**
 * `firebreak.grade/1`: submissions of any lessons, collected and run again. The page shows it and the command prints it: the
 * same numbers. Fields may be added, none renamed.
 */
import type { Language } from '../../results/amounts.js';
import type { Pool } from '../../studies/pool/pool.js';
import { ENGINE_VERSION } from '../../world/simulate.js';
import { deckOf } from '../challenge/deck.js';
import { playChallenge } from '../challenge/play-challenge.js';
import { type Standings, standingsOf } from '../challenge/standings.js';
import { designWords } from '../designs/design-words.js';
import type { LoadedLesson } from '../lessons/check-lesson.js';
import type { Prediction } from '../lessons/lesson.js';
import type { Submission } from '../tokens/submission.js';
import { classResults, type Histogram } from './class-results.js';
import { collect } from './collect.js';
import { type Graded, gradeSubmissions, namesIn } from './grade.js';
import { gradeWheel } from './grade-wheel.js';
import type { WordCount } from './words.js';

export interface GradeDocument {
  readonly format: 'firebreak.grade/1';
  readonly engine: string;
  /** Submissions that a later one of the same person replaced. */
  readonly replaced: number;
  /** Of lessons that were not handed in: nothing of these could be judged. */
  readonly unknownLessons: readonly string[];
  readonly lessons: readonly GradedLessonDocument[];
  /** Stopped before all was run. */
  readonly partial: boolean;
}

export interface GradedLessonDocument {
  readonly id: string;
  readonly code: string;
  readonly kind: 'lesson' | 'challenge' | 'wheel';
  readonly title: string;
  readonly aims: readonly string[];
  readonly people: number;
  readonly passed: number;
  readonly aimsMet: readonly number[];
  readonly predictions: readonly (Histogram & {
    readonly id: string;
    readonly ask: string;
    /** What its choices are called, by their ids; empty when it has none. */
    readonly names: Readonly<Record<string, string>>;
  })[];
  readonly words: readonly WordCount[];
  /** Of a challenge, one for each deck that was played. */
  readonly games: readonly (Standings & {
    readonly deck: string;
    readonly cards: readonly string[];
    readonly titles: readonly string[];
    /** Places in `rows` of the document: that of each entry which the standings speak of. */
    readonly rows: readonly number[];
  })[];
  /** Of a wheel: the median user-hours lost of the responses that nobody thought about. */
  readonly defaultMedian: number | null;
  /** Best first. */
  readonly rows: readonly GradedRow[];
}

export interface GradedRow {
  readonly place: number;
  readonly workshop: string;
  readonly nick: string;
  readonly lockCode: string;
  readonly refused: readonly string[];
  /** Null: not judged. */
  readonly aims:
    | readonly {
        readonly met: boolean;
        readonly actual: number | null;
        readonly limit: number | null;
        readonly because: string;
      }[]
    | null;
  readonly passed: boolean;
  readonly moves: number;
  readonly points: number;
  /** In plan notation (`+ ~ -`), and in words. */
  readonly changes: readonly string[];
  readonly changesInWords: readonly string[];
  readonly userHoursLost: number | null;
  readonly predictions: readonly ({
    readonly confidence: number;
    readonly right: boolean;
    readonly near: number;
    readonly text: string;
  } | null)[];
  readonly calibration: string;
  readonly rootRight: boolean | null;
  readonly hints: number;
  readonly explanation: string;
  /** Of a challenge; null: not judged. */
  readonly score: {
    readonly availability: number;
    readonly recovery: number;
    readonly thrift: number;
    readonly foresight: number;
    readonly total: number;
  } | null;
  readonly cards: readonly { readonly card: string; readonly userHours: number; readonly seconds: number }[];
}

export interface GradeAllOptions {
  readonly pool: Pool;
  readonly language?: Language;
  /** Only these lessons, by id or code; all when left out. */
  readonly only?: readonly string[];
}

export async function gradeAll(
  lessons: readonly LoadedLesson[],
  handedIn: readonly Submission[],
  { pool, language = 'en', only }: GradeAllOptions,
): Promise<GradeDocument> {
  const { submissions, replaced } = collect(handedIn);
  const known = new Set(lessons.map(({ lesson }) => lesson.id));
  const graded: GradedLessonDocument[] = [];
  let partial = false;
  for (const loaded of lessons) {
    const { id, code } = loaded.lesson;
    if (only !== undefined && !only.includes(id) && !only.includes(code)) continue;
    const own = submissions.filter(({ lesson }) => lesson === id);
    if (own.length === 0) continue;
    const result = await gradeLesson(loaded, own, pool, language);
    graded.push(result.document);
    if (!result.finished) partial = true;
  }
  return {
    format: 'firebreak.grade/1',
    engine: ENGINE_VERSION,
    replaced,
    unknownLessons: [...new Set(submissions.map(({ lesson }) => lesson).filter((id) => !known.has(id)))],
    lessons: graded,
    partial,
  };
}

async function gradeLesson(
  loaded: LoadedLesson,
  submissions: readonly Submission[],
  pool: Pool,
  language: Language,
): Promise<{ readonly document: GradedLessonDocument; readonly finished: boolean }> {
  const { lesson } = loaded;
  const all = await gradeSubmissions(loaded, submissions, { pool, language });
  const ofClass = classResults(all);
  const rows = all.graded.map((each) => rowOf(loaded, each, language));
  const { games, scored, finished: played } = await playGames(loaded, submissions, rows, pool, language);
  const wheel = lesson.kind === 'wheel' ? await gradeWheel(loaded, submissions, pool) : null;
  const order = lesson.kind === 'challenge' ? byScore(scored) : wheel === null ? ofClass.leaders : byLoss(wheel.lost);
  const results = order.map((row): GradedRow => {
    if (wheel === null) return scored[row];
    return { ...scored[row], userHoursLost: wheel.lost[row], passed: wheel.passed[row] };
  });
  const placed = withPlaces(results, lesson.kind);
  const document: GradedLessonDocument = {
    id: lesson.id,
    code: lesson.code,
    kind: lesson.kind,
    title: lesson.title[language],
    aims: all.aims.map((name) => name[language]),
    people: ofClass.people,
    passed: placed.filter(({ passed }) => passed).length,
    aimsMet: ofClass.aimsMet,
    predictions: ofClass.predictions.map((each, i) => ({
      id: lesson.predictions[i].id,
      ask: lesson.predictions[i].ask[language],
      names: namesOfChoices(loaded, lesson.predictions[i], language),
      ...each,
    })),
    words: ofClass.words,
    games: games.map((game) => ({ ...game, rows: game.rows.map((row) => order.indexOf(row)) })),
    defaultMedian: wheel?.defaultMedian ?? null,
    rows: placed,
  };
  return { document, finished: all.finished && played && (wheel?.finished ?? true) };
}

function namesOfChoices(
  loaded: LoadedLesson,
  prediction: Prediction,
  language: Language,
): Readonly<Record<string, string>> {
  if (prediction.kind !== 'pick') return {};
  const nameOf = namesIn(loaded, prediction.names);
  return Object.fromEntries(prediction.choices.map((id) => [id, nameOf(id, language)]));
}

/** Who did equally well has the same place. */
function withPlaces(rows: readonly GradedRow[], kind: GradedLessonDocument['kind']): readonly GradedRow[] {
  const worth = ({ aims, points, moves, score, userHoursLost }: GradedRow): string => {
    if (kind === 'challenge') return String(score?.total ?? null);
    return kind === 'wheel' ? String(userHoursLost) : [aims?.filter(({ met }) => met).length, points, moves].join('/');
  };
  const worths = rows.map(worth);
  return rows.map((row, i) => ({ ...row, place: worths.indexOf(worths[i]) + 1 }));
}

function rowOf(loaded: LoadedLesson, graded: Graded, language: Language): GradedRow {
  const { submission, refused, aims, answers, calibration, ...rest } = graded;
  const { workshop, nick, hints, explanation } = submission;
  return {
    place: 0,
    workshop,
    nick,
    lockCode: rest.lockCode,
    refused: refused.map((why) => why[language]),
    aims,
    passed: rest.passed,
    moves: rest.moves,
    points: rest.points,
    changes: rest.changes,
    changesInWords: designWords(loaded, submission.design, language),
    userHoursLost: rest.userHoursLost,
    predictions: answers.map((each) =>
      each === null
        ? null
        : { confidence: each.answer.confidence, right: each.right, near: each.near, text: each.text[language] },
    ),
    calibration: calibration.text[language],
    rootRight: rest.rootRight,
    hints,
    explanation,
    score: null,
    cards: [],
  };
}

interface Games {
  readonly games: GradedLessonDocument['games'];
  readonly scored: readonly GradedRow[];
  readonly finished: boolean;
}

/** Everybody with the deck that the token names: the same code, the same cards. */
async function playGames(
  loaded: LoadedLesson,
  submissions: readonly Submission[],
  rows: readonly GradedRow[],
  pool: Pool,
  language: Language,
): Promise<Games> {
  const { challenge } = loaded.lesson;
  if (challenge === undefined) return { games: [], scored: rows, finished: true };
  const scored = [...rows];
  const games: GradedLessonDocument['games'][number][] = [];
  let finished = true;
  for (const deck of new Set(submissions.map((each) => each.deck))) {
    const places = submissions.flatMap((each, i) => (each.deck === deck && rows[i].refused.length === 0 ? [i] : []));
    const cards = drawnCards(loaded, deck);
    const entries = places.map((i) => ({
      design: submissions[i].design,
      predictedLoss: predictedLoss(submissions[i]),
    }));
    const played = await playChallenge(loaded, entries, { pool, cards });
    finished = finished && played.finished;
    for (const [i, { score, loss }] of played.entries.entries())
      scored[places[i]] = {
        ...scored[places[i]],
        score,
        cards: loss?.cards ?? [],
        userHoursLost: loss?.userHours ?? null,
      };
    const titles = cards.map((card) => challenge.cards[card].title[language]);
    games.push({ deck, cards, titles, rows: places, ...standingsOf(played.entries) });
  }
  return { games, scored, finished };
}

const USUAL_DRAW = 3;

/** The cards that a code draws. */
export function drawnCards({ lesson }: LoadedLesson, code: string): readonly string[] {
  const cards = Object.keys(lesson.challenge?.cards ?? {});
  return deckOf(code, cards).slice(0, lesson.challenge?.draw ?? USUAL_DRAW);
}

function predictedLoss({ answers }: Submission): number | null {
  const value = answers[0]?.value;
  return typeof value === 'number' ? value : null;
}

function byScore(rows: readonly GradedRow[]): readonly number[] {
  return rows.map((_, i) => i).sort((a, b) => (rows[b].score?.total ?? -1) - (rows[a].score?.total ?? -1) || a - b);
}

function byLoss(losses: readonly (number | null)[]): readonly number[] {
  const size = (i: number): number => losses[i] ?? Number.POSITIVE_INFINITY;
  return losses.map((_, i) => i).sort((a, b) => (size(a) === size(b) ? a - b : size(a) - size(b)));
}
