/**
 * What a fault kind tells the scenario about itself: its name and its parameters, as data.
 *
 * The kinds live in `src/world/faults`, one file each; the scenario cannot import them, so the table is handed in
 * (`checkScenario(text, { faultKinds })`). Schema, checks and the reference page are generated from it.
 */
export interface FaultKind {
  readonly kind: string;
  /** One sentence: what it does, in physical terms. */
  readonly summary: string;
  /** One sentence: what it leaves out. */
  readonly leavesOut: string;
  readonly parameters: Readonly<Record<string, FaultParameter>>;
  /** Whether `until` may be stated, must be, or makes no sense (the repair ends it). */
  readonly until: 'optional' | 'required' | 'none';
}

export interface FaultParameter {
  readonly type: 'site' | 'sites' | 'zones' | 'service' | 'team' | 'link' | 'share' | 'factor' | 'seconds' | 'count';
  readonly required: boolean;
  /** For numbers, inclusive; factors and counts are positive anyhow. */
  readonly min?: number;
  readonly max?: number;
  /** Used when left out; such a value is listed as defaulted. */
  readonly default?: number;
  readonly meaning: string;
}
