/**
 * A real browser on the built page: served from `dist/web` by the command's server, or opened from the disk as
 * `dist/firebreak.html`. What the browser complained about and asked for is kept, for the tests to look at.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { createPageServer } from '../../src/cli/serve/server.js';
import { launchBrowser } from './browser.js';

export const ROOT = join(import.meta.dirname, '../..');
const WEB = join(ROOT, 'dist/web');
const SINGLE = join(ROOT, 'dist/firebreak.html');

export type Build = 'served' | 'single';

export interface OpenPage {
  readonly page: Page;
  /** Errors and warnings of the console, and exceptions that nobody caught. */
  readonly complaints: string[];
  /** Addresses asked for, without the page's own. */
  readonly requests: string[];
}

export interface Browsing {
  /** @param fragment without `#` */
  open(which: Build, fragment?: string, options?: OpenOptions): Promise<OpenPage>;
  /** Address of the served page. */
  readonly address: string;
  close(): Promise<void>;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Runs before anything of the page does. */
  readonly before?: (page: Page) => Promise<void>;
  /** Waits until a run is shown; true when left out. */
  readonly ready?: boolean;
}

export async function browse(): Promise<Browsing> {
  buildMissing();
  const server = await serve();
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await launchBrowser();
  return {
    address,
    async open(which, fragment = 'lang=en', { before, ready = true, ...options } = {}) {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB', ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => requests.push(request.url()));
      await before?.(page);
      const url = which === 'served' ? address : pathToFileURL(SINGLE).href;
      await page.goto(`${url}#${fragment}`);
      if (ready) await page.locator('.transport').waitFor();
      return { page, complaints, requests };
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Both builds of the page, made where they are not there. */
export function buildMissing(): void {
  const missing = [
    ['web', join(WEB, 'index.html')],
    ['single', SINGLE],
  ].flatMap(([mode, file]) => (existsSync(file) ? [] : [mode]));
  if (missing.length > 0) execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), ...missing]);
}

/** As `firebreak serve` does, with nothing handed over. */
function serve(): Promise<Server> {
  const server = createPageServer({ folder: WEB, lan: false, document: () => null });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
