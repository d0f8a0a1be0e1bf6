/** A file of the page by its URL path, and nothing outside the page's folder, by whatever spelling. */
import { realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The file's real path, or null when there is none to serve. */
export function staticFile(folder: string, urlPath: string): string | null {
  const decoded = decode(urlPath);
  if (decoded === null || /[\0\\]/.test(decoded) || decoded.split('/').includes('..')) return null;
  const root = realpathSync(folder);
  const path = join(root, decoded.endsWith('/') ? `${decoded}index.html` : decoded);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) return null;
  // Links that lead out of the folder end here, too.
  const real = realpathSync(path);
  return real.startsWith(root + sep) ? real : null;
}

function decode(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}
