import type { Reading } from '../reading.js';

/** What a number of a measure counts; says how to print it. */
export type Unit =
  | 'share'
  | 'seconds'
  | 'person-hours'
  | 'people'
  | 'requests'
  | 'count'
  | 'money'
  | 'servers'
  | 'ratio';

/** What a measure is of: a service or journey, a site, the whole run, or the layout (which needs no run). */
export type MeasureOf = 'service' | 'site' | 'run' | 'layout';

/**
 * One number that a run answers. Names are those of the `run` document where it has one.
 *
 * `compute` gets the id of what it is of (empty for run and layout) and gives null for what is unknown, or never came:
 * a service that was not restored has no time of restoration. One that never failed has 0 seconds.
 */
export interface Measure {
  readonly name: string;
  readonly unit: Unit;
  readonly of: MeasureOf;
  readonly better: 'lower' | 'higher';
  /** What null says: it did not happen within the run, or the model does not tell. */
  readonly nullMeans: 'never' | 'unknown';
  /** Words before the value, for example `restored after`. */
  readonly label: { readonly en: string; readonly ko: string };
  /** One sentence for the reference page. */
  readonly meaning: string;
  readonly compute: (reading: Reading, id: string) => number | null;
  /** Number of the event that the value follows from; -1, or left out: how its service went down explains it. */
  readonly because?: (reading: Reading, id: string) => number;
}
