/** The `firebreak.availability/1` document. Fields may be added, none renamed. */
import type { Text } from '../../scenario/model.js';
import type { Shown } from '../statistics/paired.js';

export interface AvailabilityDocument {
  readonly format: 'firebreak.availability/1';
  readonly scenario: { readonly id: string; readonly title: Text; readonly sha256: string };
  readonly engine: string;
  /** Of each life; a year has 365.25 days. */
  readonly years: number;
  /** Lives of each layout, with the seeds '1', '2', ...: done, and asked for. */
  readonly seeds: number;
  readonly seedsAsked: number;
  readonly partial: boolean;
  readonly currency: string | null;
  /** The first is what the others are compared with. */
  readonly layouts: readonly AvailabilityLayout[];
  /** Sentences: what the numbers leave out. */
  readonly leavesOut: readonly string[];
}

export interface AvailabilityLayout {
  readonly id: string;
  /** What goes wrong, with the times that it began in all lives, and how many of them were to be expected. */
  readonly chances: readonly {
    readonly id: string;
    readonly perYear: number;
    readonly began: number;
    readonly expected: number;
  }[];
  /** Services and journeys in the order of the file. */
  readonly services: readonly AvailabilityOf[];
  readonly userHoursLostPerYear: Estimate;
  /** Null: the file does not state what it takes. */
  readonly moneyLostPerYear: Estimate | null;
  /** Stretches of time that were simulated; nothing goes wrong between them. */
  readonly episodes: number;
  /** Not back after thirty days; counted as out until then, and as mended from then on. */
  readonly unfinished: number;
  /** Share of the time of all lives that was simulated. */
  readonly simulatedShare: number;
  /** Lives in which nothing was lost. */
  readonly livesWithoutLoss: number;
  /** Without any loss in any life: with 95 % confidence losses are rarer than once in so many years; null otherwise. */
  readonly rarerThanOnceInYears: number | null;
  /** User-hours a year against the first layout, life by life; null for the first. */
  readonly against: {
    readonly difference: number | null;
    readonly ci95: readonly [low: number, high: number] | null;
    readonly betterIn: number;
    readonly worseIn: number;
    readonly shown: Shown;
  } | null;
}

export interface AvailabilityOf {
  readonly id: string;
  readonly name: Text;
  readonly kind: 'service' | 'journey';
  /** Whether people use it themselves. */
  readonly hasUsers: boolean;
  /** Successful over wanted requests; null when nothing is wanted. */
  readonly availability: Estimate | null;
  /** Under 50 % success. */
  readonly downSecondsPerYear: Estimate;
  /** Under 99 % success. */
  readonly notUpSecondsPerYear: Estimate;
  /** Times a year that it goes down. */
  readonly outagesPerYear: Estimate;
  /** In all lives. */
  readonly outages: number;
}

/** A mean over the lives, and how sure it is. */
export interface Estimate {
  readonly mean: number;
  /** Null for a single life. */
  readonly standardError: number | null;
  /** Student's interval over the lives, within what is possible; null for a single life. */
  readonly ci95: readonly [low: number, high: number] | null;
}
