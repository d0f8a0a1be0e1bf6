/** A learner's answer to a prediction: plain data, as it stands in a token. */
import { z } from 'zod';
import type { Prediction } from '../lessons/lesson.js';

export const CONFIDENCES = [50, 70, 90] as const;
/** Percent: how sure they are that it is right. */
export type Confidence = (typeof CONFIDENCES)[number];

export interface Answer {
  /** Of a pick: ids, in order where it asks for one. Of a number: in its unit, null: never. Of a curve: its points. */
  readonly value: readonly string[] | number | null | readonly number[];
  readonly confidence: Confidence;
}

/** As many as anything in a token. */
const MOST = 60;
const confidence = z.union([z.literal(50), z.literal(70), z.literal(90)]);
const SHAPES = {
  pick: z.array(z.string().min(1).max(64)).max(MOST),
  number: z.number().nullable(),
  draw: z.array(z.number()).max(MOST),
} as const;

/** An answer from elsewhere; null when it is none to this prediction. */
export function readAnswer(prediction: Prediction, value: unknown): Answer | null {
  const read = z.object({ value: SHAPES[prediction.kind], confidence }).safeParse(value);
  return read.success && fits(prediction, read.data) ? read.data : null;
}

function fits(prediction: Prediction, { value }: Answer): boolean {
  switch (prediction.kind) {
    case 'pick': {
      const ids = value as readonly string[];
      const known = new Set(ids).size === ids.length && ids.every((id) => prediction.choices.includes(id));
      if (prediction.how === 'one') return known && ids.length === 1;
      return known && (prediction.how === 'set' || ids.length === prediction.choices.length);
    }
    case 'number':
      return value === null ? prediction.never : Number.isFinite(value);
    case 'draw':
      return (value as readonly number[]).length === prediction.points;
  }
}
