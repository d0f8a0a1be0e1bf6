/**
 * What an expectation may limit, as far as the scenario needs to know: the registry of measures is in `src/results`,
 * which the scenario cannot import, so its table is handed in.
 */
export interface MeasureName {
  readonly name: string;
  readonly of: 'service' | 'site' | 'run' | 'layout';
  readonly unit: string;
}

/** Judged by runs of their own, not by the registry. */
export const JUDGED_BY_STUDIES: readonly MeasureName[] = [
  { name: 'survives', of: 'run', unit: 'seconds' },
  { name: 'vulnerable', of: 'run', unit: 'count' },
];
