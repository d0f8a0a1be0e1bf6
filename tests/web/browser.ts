/** A Chromium for tests: the one that `npm test` found, or the first on this machine. */
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser.mjs';

/** Quiet and without a display: a browser that looks for updates or a proxy waits for what never answers. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param more flags beside the usual ones */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const found = findBrowser();
  if (!found)
    throw new Error('no Chromium on this machine: `npm run browser` installs one, `npm test` does so by itself');
  return chromium.launch({ executablePath: found.path, args: [...FLAGS, ...more] });
}
