/** A parameter varied, as the page asks for it and as it is told: plain data. */
import type { Setting, SweepDocument, Text, Verdict } from '../library.js';

export interface SweepQuestion {
  /** As for `--vary`; a path alone gets the range that is usual for what the file states there. */
  readonly vary: string;
}

export interface SweepStep {
  /** With the range that was taken. */
  readonly vary: string;
  readonly points: readonly SweptRun[];
  /** As many as there will be. */
  readonly of: number;
}

/** The run of a value. */
export interface SweptRun {
  readonly written: string;
  readonly number: number;
  readonly setting: Setting;
  /** In the order of {@link SWEPT_MEASURES}; null: never, or not known. */
  readonly values: readonly (number | null)[];
  readonly affected: readonly number[];
  /** In the order of the file; null: not by one run. */
  readonly verdicts: readonly (Verdict | null)[];
}

/** The first is drawn, and looked at for its tipping point. */
export const SWEPT_MEASURES = [
  'userHoursLost',
  'peakUsersAffected',
  'served95AfterSeconds',
  'servicesEverDown',
] as const;

export type SweepAnswer =
  | { readonly ok: true; readonly document: SweepDocument }
  /** For people: what is wrong with the question, or with a value. */
  | { readonly ok: false; readonly message: Text };
