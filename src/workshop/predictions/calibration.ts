/** Whether people are as often right as they are sure: answers by confidence, and what that says. */
import type { BothLanguages } from '../lessons/lesson-leaves.js';
import { CONFIDENCES, type Confidence } from './answer.js';

export interface CalibrationRow {
  readonly confidence: Confidence;
  readonly answers: number;
  readonly right: number;
}

export interface Calibration {
  /** One for each confidence that was given. */
  readonly rows: readonly CalibrationRow[];
  /** Mean of (sure - right)^2, 0..1 (Brier, 1950): 0 is perfect, 0.25 what always saying 50 % earns. Null without answers. */
  readonly brier: number | null;
  readonly text: BothLanguages;
}

export function calibrationOf(
  answers: readonly { readonly confidence: Confidence; readonly right: boolean }[],
): Calibration {
  const rows = CONFIDENCES.map((confidence) => {
    const given = answers.filter((answer) => answer.confidence === confidence);
    return { confidence, answers: given.length, right: given.filter(({ right }) => right).length };
  }).filter((row) => row.answers > 0);
  if (answers.length === 0) return { rows, brier: null, text: NOTHING };
  const misses = answers.map(({ confidence, right }) => confidence / 100 - (right ? 1 : 0));
  const brier = misses.reduce((sum, miss) => sum + miss * miss, 0) / answers.length;
  const sure = answers.reduce((sum, { confidence }) => sum + confidence / 100, 0);
  const right = answers.filter((answer) => answer.right).length;
  return { rows, brier, text: sentence(sure, right, answers.length) };
}

/** As sure as right to within half an answer. */
function sentence(sure: number, right: number, answers: number): BothLanguages {
  const expected = String(Math.round(sure * 10) / 10);
  const en = `so sure, ${expected} of ${answers} should be right; ${right} ${right === 1 ? 'is' : 'are'}`;
  const ko = `확신대로라면 ${answers}개 중 ${expected}개가 맞아야 하는데 실제는 ${right}개`;
  if (Math.abs(sure - right) <= 0.5) return { en: `Well judged: ${en}.`, ko: `확신이 알맞았습니다: ${ko}.` };
  return sure > right
    ? { en: `Too sure: ${en}.`, ko: `확신이 지나쳤습니다: ${ko}.` }
    : { en: `Surer than you think: ${en}.`, ko: `더 확신해도 좋았습니다: ${ko}.` };
}

const NOTHING: BothLanguages = { en: 'Nothing was predicted.', ko: '예측이 없습니다.' };
