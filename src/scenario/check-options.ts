import type { FaultKind } from './fault-kind.js';
import type { MeasureName } from './measure-names.js';

export interface CheckOptions {
  /** Name of the file, for messages. */
  readonly file: string;
  /** What can go wrong: `faultKinds` of `src/world/faults`. */
  readonly faultKinds: readonly FaultKind[];
  /** What an expectation may limit: `MEASURES` of `src/results`. Without them names of measures are not checked. */
  readonly measures?: readonly MeasureName[];
  /** A layout of the file, or `base` for the file without one; its first layout when left out. */
  readonly layout?: string;
  /** `path=value`, laid over the file and the layout. */
  readonly set?: readonly string[];
}
