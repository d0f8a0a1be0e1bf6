import type { Finding } from './problem.js';
import { pathText } from './reading/path.js';
import type { Shaped } from './shape.js';

/** Problems of a whole that may be those of its parts. */
const ABOUT_PARTS: ReadonlySet<string> = new Set(['shares-not-whole', 'needs-entries', 'one-of', 'no-limit']);

/**
 * Those findings of sense that do not only say again what was found in the shape: at the same place, at a part of it,
 * in a misspelt key beside it, or where else it could stand.
 */
export function withoutConsequences(sense: readonly Finding[], shaped: Shaped<unknown>): Finding[] {
  const { touched, findings } = shaped;
  if (touched.size === 0) return [...sense];
  const above = pathsAbove(touched);
  const meant = new Set(
    findings.flatMap(({ code, path, suggestion }) =>
      code === 'unknown-key' ? [pathText([...path.slice(0, -1), suggestion ?? ''])] : [],
    ),
  );
  return sense.filter(({ code, path, elsewhere }) => {
    const other = elsewhere === undefined ? null : pathText(elsewhere);
    if (other !== null && (touched.has(other) || meant.has(other))) return false;
    if (path.some((_, i) => touched.has(pathText(path.slice(0, i + 1))))) return false;
    const at = pathText(path);
    return !(ABOUT_PARTS.has(code) && above.has(at)) && !(code === 'missing-key' && meant.has(at));
  });
}

/** Every path on the way to one of these. */
function pathsAbove(paths: ReadonlySet<string>): ReadonlySet<string> {
  const above = new Set<string>();
  for (const path of paths) {
    for (let i = 0; i < path.length; i++) if (path[i] === '.' || path[i] === '[') above.add(path.slice(0, i));
  }
  return above;
}
