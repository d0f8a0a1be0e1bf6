/** The `firebreak.advise/1` document. Fields may be added, none renamed. */
import type { Text } from '../../scenario/model.js';
import type { Layout } from '../saved-by/change.js';

export interface AdviseDocument {
  readonly format: 'firebreak.advise/1';
  readonly scenario: { readonly id: string; readonly title: Text; readonly sha256: string };
  readonly engine: string;
  readonly layout: string;
  /** Runs of each try, with the seeds '1', '2', ... */
  readonly seeds: number;
  readonly currency: string | null;
  /** A month; null: none, with an aim alone. */
  readonly budget: number | null;
  /** What is to hold, in words; empty: as much as the budget saves. */
  readonly aims: readonly string[];
  /** Null without an aim. */
  readonly aimMet: boolean | null;
  /** As it is: cost a month, and user-hours lost on average. */
  readonly cost: number;
  readonly userHoursLost: number;
  readonly steps: readonly AdviseStep[];
  /** All that is needed of the steps together, to be written below `layouts` in the file; empty without steps. */
  readonly asLayout: Layout;
  /** For that layout, a month; and the user-hours that it leaves lost. */
  readonly spent: number;
  readonly userHoursLeft: number;
  readonly runs: number;
  /** Why it ended. `interrupted`: the steps so far stand. */
  readonly ended: 'aim-met' | 'nothing-helps' | 'nothing-affordable' | 'nothing-lost' | 'most-steps' | 'interrupted';
  /** What was spent, on more servers of everything instead; null when nothing was spent, or servers cost nothing. */
  readonly sameEverywhere: SameEverywhere | null;
}

export interface AdviseStep {
  /** One, or two that belong together. */
  readonly changes: readonly AdvisedChange[];
  /** More a month. 0: nothing of it has a price in the file. */
  readonly cost: number;
  readonly spent: number;
  /** On average over the seeds, with all steps so far. */
  readonly userHoursLost: number;
  /** Against the step before. */
  readonly saved: number;
  readonly ci95: readonly [low: number, high: number] | null;
  readonly betterIn: number;
  /** User-hours saved for each unit of cost; null when it has no price. */
  readonly savedPerCost: number | null;
  /** For a pair: what each saves alone, in the order of `changes`; empty for a single change. */
  readonly savedAlone: readonly number[];
}

export interface AdvisedChange {
  readonly id: string;
  readonly kind: string;
  /** In words. */
  readonly text: string;
  /** Each `path=value`; empty when it is a layout. */
  readonly set: readonly string[];
  readonly layout: Layout | null;
  /** Alone, a month more; null: nothing of it has a price in the file. */
  readonly cost: number | null;
  /** False: the aim is met without it, and it was left out again. */
  readonly needed: boolean;
}

export interface SameEverywhere {
  /** So many times the servers. */
  readonly factor: number;
  readonly cost: number;
  readonly userHoursLost: number;
  /** How many times as many user-hours it loses as the advice; null where that has none left. */
  readonly timesAdvice: number | null;
}

/** Most of what a pair saves is there only with both. */
const MOST = 0.5;

export function isOnlyTogether({ saved, savedAlone }: AdviseStep): boolean {
  return savedAlone.reduce((sum, each) => sum + Math.max(0, each), 0) < MOST * saved;
}
