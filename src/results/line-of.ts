/** The line of the scenario file that says something: of the first of some paths that is written there, or of a parent. */
import type { Scenario } from '../scenario/model.js';

/** Null when none of the paths, and no parent of the first, stands in the file. */
export function lineOf({ positions }: Scenario, ...paths: readonly string[]): number | null {
  for (const path of paths) {
    if (path === '') continue;
    for (let at = path; at !== ''; at = parentOf(at)) {
      const position = positions[at];
      if (position !== undefined) return position[0];
    }
  }
  return null;
}

/** `a.b[0].c` -> `a.b[0]` -> `a.b` -> `a`; the whole file is nobody's line. */
function parentOf(path: string): string {
  const end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
  return end < 0 ? '' : path.slice(0, end);
}
