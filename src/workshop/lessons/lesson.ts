/**
 * A lesson as read and checked: what is asked, what is run, what may be changed, and its texts in both languages.
 *
 * A lesson lies in a folder of its name: `lesson.md` (this) and `scenario.yaml`, an ordinary scenario whose expectations
 * are its aims. docs/lessons.md says how to write one.
 */
import type { Design } from '../designs/design.js';
import type { BothLanguages } from './lesson-leaves.js';
import type { RawLesson } from './lesson-schema.js';
import type { SERIES } from './prediction-schema.js';
import type { Sections } from './sections.js';

export interface Lesson extends Omit<RawLesson, 'predictions' | 'exercise' | 'watch' | 'kind' | 'lesson'> {
  /** Name of its folder. */
  readonly id: string;
  readonly file: string;
  readonly kind: 'lesson' | 'challenge' | 'wheel';
  readonly predictions: readonly Prediction[];
  readonly watch: Watch;
  readonly exercise: Exercise;
  /** The body, Markdown by section. */
  readonly sections: Sections;
  /** Three steps, Markdown each. */
  readonly hints: readonly [BothLanguages, BothLanguages, BothLanguages];
  /** Sum of its minutes. */
  readonly minutesInAll: number;
}

export interface Watch {
  readonly layout: string;
  readonly beside: readonly string[];
  readonly seed: string;
  readonly fromSeconds: number;
  /** Null: to the end of the run. */
  readonly untilSeconds: number | null;
  readonly markers: RawLesson['watch']['markers'];
}

type RawExercise = NonNullable<RawLesson['exercise']>;

export interface Exercise extends Omit<RawExercise, 'reference' | 'wrong' | 'seed'> {
  readonly seed: string;
  readonly reference: readonly Solution[];
  readonly wrong: readonly Solution[];
}

export type EditRule = RawExercise['edits'][number];

/** A design that the lesson vouches for: it passes, or fails the aims that it says. */
export interface Solution {
  readonly id: string;
  readonly name: BothLanguages;
  readonly design: Design;
  /** Numbers of aims, from 1; empty of one that passes. */
  readonly fails: readonly number[];
  readonly why: BothLanguages;
}

/** What a prediction is compared with. */
export interface Truth {
  readonly measure: string;
  readonly of: string | null;
  readonly layout: string;
  readonly atMost: number | null;
  readonly atLeast: number | null;
  readonly first: 'least' | 'most';
}

interface Asked {
  readonly id: string;
  readonly ask: BothLanguages;
  /** What to say to the answer that most give. */
  readonly reply: BothLanguages | null;
}

export interface PickPrediction extends Asked {
  readonly kind: 'pick';
  readonly how: 'set' | 'order' | 'one';
  readonly among: 'services' | 'sites' | 'layouts';
  readonly choices: readonly string[];
  readonly names: Readonly<Record<string, BothLanguages>>;
  readonly truth: Truth;
}

export interface NumberPrediction extends Asked {
  readonly kind: 'number';
  readonly unit: 'minutes' | 'hours' | 'people' | 'percent' | 'count';
  /** In `unit`. */
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Whether "not within the run" may be answered. */
  readonly never: boolean;
  /** As a share of the truth: how far off is right all the same. */
  readonly close: number;
  readonly truth: Truth;
}

export interface DrawPrediction extends Asked {
  readonly kind: 'draw';
  readonly series: (typeof SERIES)[number];
  /** Deployment, site, or service; null: of the whole run. */
  readonly of: string | null;
  readonly layout: string;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly points: number;
  readonly least: number;
  /** Null: by the run. */
  readonly most: number | null;
}

export type Prediction = PickPrediction | NumberPrediction | DrawPrediction;
