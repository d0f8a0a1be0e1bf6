/** What run is asked for: plain data. Apart from how it is made, so that the page need not load the simulator to know it. */
import type { AddedFault, Edit, SingleFailure } from '../library.js';

export interface RunRequest {
  /** File name, for messages. */
  readonly file: string;
  readonly text: string;
  /** Of the file; null: its first. */
  readonly layout: string | null;
  readonly seed: string | null;
  /** Faults that were made by hand while it was watched. */
  readonly live: readonly AddedFault[];
  /** What fails, together, in the place of the file's own faults; those of the file when left out or empty. */
  readonly failures?: readonly SingleFailure[];
  /** What was changed of the layout by hand; nothing when left out. */
  readonly edits?: readonly Edit[];
  /** What the layout that comes of it is called; a name of the library's when left out. */
  readonly editedName?: string;
}

/** Another layout of the same file, as it is written there. */
export function withLayout(request: RunRequest, layout: string): RunRequest {
  return { ...request, layout, edits: [], editedName: undefined };
}
