/**
 * What run is asked for: plain data, and the text that it comes to. Apart from how it is made, so that the page need not
 * load the simulator to know it.
 */
import { type AddedFault, addFaults, type SingleFailure } from '../library.js';

export interface RunRequest {
  /** File name, for messages. */
  readonly file: string;
  readonly text: string;
  readonly layout: string | null;
  readonly seed: string | null;
  /** Faults that were made by hand while it was watched. */
  readonly live: readonly AddedFault[];
  /** What fails in the place of the file's own faults; nothing when left out. */
  readonly failure?: SingleFailure | null;
}

/** The text that is run: the file's, with what was made by hand written into it. */
export function textOf({ text, layout, live }: RunRequest): string {
  return addFaults(text, layout, live);
}
