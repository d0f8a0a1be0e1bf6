/** The words of the report in both languages. No Korean particle follows a placeholder: it would depend on its sound. */
import type { Language } from '../output/terminal.js';

export interface Texts {
  readonly size: (services: number, journeys: number, sites: number) => string;
  readonly simulated: (duration: string) => string;
  readonly seed: string;
  readonly origin: (instant: string) => string;
  readonly noOrigin: string;
  readonly expectations: string;
  readonly noExpectation: string;
  readonly times: (factor: string) => string;
  readonly shortBy: (amount: string) => string;
  readonly never: string;
  /** A case that is not run to its end, once it took too long. */
  readonly tooLong: string;
  readonly unknown: string;
  readonly impact: string;
  readonly people: string;
  readonly nobody: string;
  readonly peak: (people: string, after: string) => string;
  readonly byCause: string;
  readonly worst: string;
  readonly overTime: string;
  readonly down: string;
  readonly notUp: string;
  readonly lost: string;
  readonly cause: string;
  readonly nothingFailed: string;
  readonly more: (count: number) => string;
  readonly briefly: string;
  readonly why: string;
  readonly wasDown: (name: string, duration: string) => string;
  readonly wasNotUp: (name: string, duration: string) => string;
  readonly moreSteps: (count: number) => string;
  readonly totals: string;
  readonly userHoursLost: string;
  readonly lowerBound: string;
  readonly peakUsersAffected: string;
  readonly served: (share: string) => string;
  readonly requestsFailed: string;
  readonly servicesEverDown: string;
  readonly ofAll: (count: number, all: number) => string;
  readonly usersLeft: string;
  readonly leftFor: (substitute: string) => string;
  readonly leftAndStayed: (peak: string, stayed: string) => string;
  readonly workBounced: string;
  readonly writesLost: string;
  readonly recoveryPoint: string;
  readonly writesToMerge: string;
  readonly manualSteps: string;
  readonly cost: string;
  readonly revenueLost: string;
  readonly restoration: string;
  readonly credits: string;
  readonly merchants: string;
  readonly uncovered: string;
  readonly uncoveredBy: (indirect: string, forceMajeure: string, limits: string) => string;
  readonly stability: string;
  readonly stabilities: Readonly<Record<'stable' | 'vulnerable' | 'metastable', string>>;
  readonly stuck: (names: string) => string;
  readonly history: string;
  readonly since: (instant: string) => string;
  readonly real: string;
  readonly run: string;
  readonly inside: string;
  readonly off: (share: string) => string;
  readonly oneSided: (count: number) => string;
  readonly notScored: string;
  readonly score: (inside: number, scored: number) => string;
  readonly rank: (value: string) => string;
  readonly distance: (share: string) => string;
  readonly predictors: string;
  readonly predictor: Readonly<Record<string, string>>;
  readonly milestone: Readonly<Record<'firstFunction' | 'restored' | 'fullFunction', string>>;
  readonly warnings: string;
  readonly warning: Readonly<Record<string, (subjects: string, count: number) => string>> | null;
  readonly defaulted: (count: number) => string;
  readonly listed: string;
  readonly verdict: (met: number, failed: number, inconclusive: number) => string;
  readonly runHash: string;
  readonly again: string;
  readonly see: string;
}

export async function textsIn(language: Language): Promise<Texts> {
  return language === 'ko' ? (await import('./korean.js')).KOREAN : (await import('./english.js')).ENGLISH;
}
