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
import type { Browser, BrowserContextOptions, ConsoleMessage, Page, Request } from 'playwright-core';
import { onTestFinished } from 'vitest';
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

interface Opened extends OpenPage {
  /** Listens no more. */
  readonly leave: () => void;
}

export interface Browsing {
  /**
   * For one test: given back when that ends. @param fragment without `#`
   */
  open(which: Build, fragment?: string, options?: OpenOptions): Promise<OpenPage>;
  /** For several tests, one after another, that leave it as they would find it. */
  keep(which: Build, fragment?: string): Promise<OpenPage>;
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

/** @param flags of the browser, beside the usual ones */
export async function browse(flags: readonly string[] = []): Promise<Browsing> {
  buildMissing();
  const server = await serve();
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await launchBrowser(flags);
  const pages = idlePages(browser);

  async function load(page: Page, which: Build, fragment: string, ready: boolean): Promise<Opened> {
    const complaints: string[] = [];
    const requests: string[] = [];
    const onConsole = (message: ConsoleMessage): void => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    };
    const onError = (error: Error): void => void complaints.push(error.message);
    const onRequest = (request: Request): void => void requests.push(request.url());
    page.on('console', onConsole).on('pageerror', onError).on('request', onRequest);
    const url = which === 'served' ? address : pathToFileURL(SINGLE).href;
    await page.goto(`${url}#${fragment}`);
    if (ready) await page.locator('.transport').waitFor();
    const leave = (): void => void page.off('console', onConsole).off('pageerror', onError).off('request', onRequest);
    return { page, complaints, requests, leave };
  }

  return {
    address,
    async open(which, fragment = 'lang=en', { before, ready = true, ...options } = {}) {
      const kind = before === undefined ? `${which} ${JSON.stringify(options)}` : null;
      const page = await pages.take(kind, options);
      await before?.(page);
      const { leave, ...opened } = await load(page, which, fragment, ready);
      onTestFinished(async ({ task }) => {
        leave();
        await pages.giveBack(page, task.result?.state === 'fail' ? null : kind);
      });
      return opened;
    },
    async keep(which, fragment = 'lang=en') {
      return load(await pages.take(null, {}), which, fragment, true);
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Pages that a test was done with, for the next of the same kind: emptied, which takes half as long as a new one. What a
 * failed test leaves is not used again.
 */
function idlePages(browser: Browser) {
  const idle = new Map<string, Page[]>();
  return {
    /** @param kind null: one of its own */
    async take(kind: string | null, options: BrowserContextOptions): Promise<Page> {
      const known = kind === null ? undefined : idle.get(kind)?.pop();
      if (known !== undefined) return known;
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB', ...options });
      return context.newPage();
    },
    async giveBack(page: Page, kind: string | null): Promise<void> {
      if (kind === null || page.isClosed()) return page.context().close();
      // Gone from the page first: what it still has open would not be deleted.
      await page.evaluate('localStorage.clear(); indexedDB.deleteDatabase("firebreak"); undefined');
      await page.goto('about:blank');
      idle.set(kind, [...(idle.get(kind) ?? []), page]);
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
