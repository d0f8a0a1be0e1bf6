/** Runs of what was not decided, as ghosts beside the one that is looked at: the wheel puts them there. */
import { signal } from '@preact/signals';
import type { ImpactCurve } from '../library.js';

export interface Untaken {
  /** A letter or a short word at the end of its line. */
  readonly name: string;
  readonly impact: ImpactCurve;
  /** It differs from what is looked at from here on, seconds since the run's start. */
  readonly sinceSeconds: number;
}

export const untaken = signal<readonly Untaken[]>([]);
