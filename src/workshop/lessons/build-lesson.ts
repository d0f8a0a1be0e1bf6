/** From the front matter as read to the lesson's parts: kinds have their keys, and what was left out its usual value. */

import type { Edit } from '../../scenario/edits/edit.js';
import type { Path } from '../../scenario/reading/path.js';
import { readAmount } from '../../scenario/units/amount.js';
import { readDuration } from '../../scenario/units/duration.js';
import { percent } from '../../scenario/units/share.js';
import { UNEDITED } from '../designs/design.js';
import { EDIT_KEYS } from './exercise-schema.js';
import type { Exercise, Prediction, Solution, Truth, Watch } from './lesson.js';
import type { LessonFinding } from './lesson-problem.js';
import type { RawLesson } from './lesson-schema.js';
import { KEYS_OF_ALL_PREDICTIONS, PREDICTION_KEYS } from './prediction-schema.js';

type RawPrediction = RawLesson['predictions'][number];
type RawSolution = NonNullable<RawLesson['exercise']>['reference'][number];

export interface BuiltLesson {
  readonly watch: Watch;
  readonly predictions: readonly Prediction[];
  readonly exercise: Exercise;
  readonly findings: readonly LessonFinding[];
}

const BASE = 'base';
const NO_EXERCISE: NonNullable<RawLesson['exercise']> = { edits: [], reference: [], wrong: [] };

export function buildLesson(raw: RawLesson): BuiltLesson {
  const findings: LessonFinding[] = [];
  const { watch, exercise = NO_EXERCISE } = raw;
  const seed = watch.seed ?? '1';
  const layout = watch.layout ?? BASE;
  return {
    watch: {
      layout,
      beside: watch.beside ?? [],
      seed,
      fromSeconds: watch.from ?? 0,
      untilSeconds: watch.until ?? null,
      markers: watch.markers,
    },
    predictions: raw.predictions.flatMap((each, i) => predictionOf(each, ['predictions', i], layout, findings) ?? []),
    exercise: {
      ...exercise,
      seed: exercise.seed ?? seed,
      reference: exercise.reference.map((each, i) => solutionOf(each, ['exercise', 'reference', i], findings)),
      wrong: exercise.wrong.map((each, i) => solutionOf(each, ['exercise', 'wrong', i], findings)),
    },
    findings,
  };
}

function predictionOf(raw: RawPrediction, path: Path, watched: string, findings: LessonFinding[]): Prediction | null {
  if (!hasItsKeys(raw, raw.kind, [...KEYS_OF_ALL_PREDICTIONS], PREDICTION_KEYS[raw.kind], path, findings)) return null;
  const asked = { id: raw.id, ask: raw.ask, reply: raw.reply ?? null };
  const truth = truthOf(raw, watched);
  if (raw.kind === 'pick') {
    const { how = 'set', among = 'services', choices = [], names = {} } = raw;
    return { ...asked, kind: 'pick', how, among, choices, names, truth };
  }
  const least = raw.least ?? 0;
  if (raw.kind === 'number') {
    const { unit = 'count', most = 1, step = (most - least) / 20, never = false, close = 0.25 } = raw;
    return { ...asked, kind: 'number', unit, least, most, step, never, close, truth };
  }
  return {
    ...asked,
    kind: 'draw',
    series: raw.series ?? 'affected',
    of: raw.of ?? null,
    layout: raw.layout ?? watched,
    fromSeconds: raw.from ?? 0,
    toSeconds: raw.to ?? 0,
    points: raw.points ?? 9,
    least,
    most: raw.most ?? null,
  };
}

function truthOf({ truth, how }: RawPrediction, watched: string): Truth {
  return {
    measure: truth?.measure ?? '',
    of: truth?.of ?? null,
    layout: truth?.layout ?? watched,
    atMost: limitOf(truth?.atMost),
    atLeast: limitOf(truth?.atLeast),
    first: truth?.first ?? (how === 'one' ? 'most' : 'least'),
  };
}

/** As it is written: a share, a duration, or a number. */
function limitOf(written: string | number | undefined): number | null {
  if (written === undefined) return null;
  const share = typeof written === 'string' ? percent(written) : null;
  if (share !== null) return share;
  const seconds = readDuration(written);
  if (seconds.ok) return seconds.value;
  const amount = readAmount(written);
  return amount.ok ? amount.value : null;
}

function solutionOf(raw: RawSolution, path: Path, findings: LessonFinding[]): Solution {
  const { id, name, why, layout = UNEDITED.layout, options = [], edits = [], fails = [] } = raw;
  const built = edits.flatMap(({ kind, ...rest }, i): Edit[] =>
    hasItsKeys({ kind, ...rest }, kind, ['kind'], EDIT_KEYS[kind], [...path, 'edits', i], findings)
      ? [{ kind, ...rest } as Edit]
      : [],
  );
  return { id, name, why, design: { layout, options, edits: built }, fails };
}

/** Whether it has all keys that its kind needs, and no other. */
function hasItsKeys(
  raw: object,
  kind: string,
  ofAll: readonly string[],
  ofKind: readonly string[],
  path: Path,
  findings: LessonFinding[],
): boolean {
  const before = findings.length;
  const stated = Object.keys(raw).filter((key) => (raw as Record<string, unknown>)[key] !== undefined);
  const known = new Set([...ofAll, ...ofKind.map((key) => key.replace('?', ''))]);
  for (const key of ofKind) {
    if (!key.endsWith('?') && !stated.includes(key)) findings.push({ code: 'kind-needs', path, values: { kind, key } });
  }
  for (const key of stated) {
    if (!known.has(key))
      findings.push({ code: 'kind-takes-not', path: [...path, key], on: 'key', values: { kind, key } });
  }
  return findings.length === before;
}
