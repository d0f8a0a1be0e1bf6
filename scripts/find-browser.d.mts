/** Where a Chromium is and how it was found; null when there is none. */
export function findBrowser(): { path: string; how: string } | null;
/** Finds a Chromium or installs one; throws, saying why, when there is none to be had. */
export function ensureBrowser(say?: (line: string) => void): string;
