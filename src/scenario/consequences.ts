import type { Finding } from './problem.js';
import { pathText } from './reading/path.js';
import type { Shaped } from './shape.js';

/** Problems of a whole that may be those of its parts. */
const ABOUT_PARTS: ReadonlySet<string> = new Set(['shares-not-whole', 'needs-entries', 'one-of', 'no-limit']);

/** Whether a finding only says again what was found at its place, at a part of it, or in a misspelt key beside it. */
export function isConsequence(
  { code, path }: Finding,
  { touched, findings }: Pick<Shaped<unknown>, 'touched' | 'findings'>,
): boolean {
  if (touched.size === 0) return false;
  const text = pathText(path);
  if (path.some((_, i) => touched.has(pathText(path.slice(0, i + 1))))) return true;
  if (ABOUT_PARTS.has(code))
    return [...touched].some((each) => each.startsWith(`${text}.`) || each.startsWith(`${text}[`));
  if (code !== 'missing-key') return false;
  const beside = pathText(path.slice(0, -1));
  return findings.some(
    (finding) =>
      finding.code === 'unknown-key' &&
      finding.suggestion === path.at(-1) &&
      pathText(finding.path.slice(0, -1)) === beside,
  );
}
