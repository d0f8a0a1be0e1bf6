/**
 * Playing to a time and seeking to it show the same page, and the run is the command line's, whatever was done by hand.
 *
 * The browser's clock is the test's (Playwright), so that playing takes no time and ends where the frames say: the page's own
 * frames, painted one after another.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { streams } from '../../src/engine/streams.js';
import { type Browsing, browse, ROOT } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

/** Another layout and luck than the usual, one change of it and one fault, both by hand. */
const RUN =
  'scenario=two-sites&layout=login-in-both&seed=7&edits=role,shop,south,active&live=power-loss,14400,,site:south';
const CLI = join(ROOT, 'dist/cli.js');
/** Of the browser, by the test's clock. */
const FRAME = 16;
const SAMPLES = 12;
/** The address follows, and what is read aloud: at most one sentence in three seconds. */
const QUIET = 3500;

/** All that is painted, and all that is written. */
function shown(page: Page): Promise<string> {
  return page.evaluate(() => {
    const pictures = [...document.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL());
    return JSON.stringify([document.querySelector<HTMLElement>('.app')?.innerText, ...pictures]);
  });
}

function secondsOf(page: Page): number {
  return Number(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('t'));
}

/** `T+1:46:38.400` */
function written(seconds: number): string {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  const rest = (Math.abs(seconds) % 60).toFixed(3).padStart(6, '0');
  return `T${seconds < 0 ? '-' : '+'}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

it('a page that was played to a time shows what one shows that was sent there', async () => {
  const { page, complaints } = await browsing.open('served', `lang=en&${RUN}`, {
    before: async (each) => {
      await each.clock.install();
      await each.clock.resume();
    },
  });
  await page.getByText('Expectations', { exact: true }).waitFor();
  await page.clock.pauseAt(new Date(Date.now() + 3_600_000));
  await page.getByRole('combobox', { name: 'Pace' }).selectOption('3600');
  const luck = streams('seek').stream('frames');
  const field = page.getByRole('textbox', { name: 'Go to a time' });
  const pictures = new Set<string>();
  await page.keyboard.press('Home');
  for (let sample = 0; sample < SAMPLES; sample++) {
    await page.locator('body').press('Space');
    await page.clock.runFor(FRAME * (4 + Math.floor(luck.next() * 60)));
    await page.locator('body').press('Space');
    await page.clock.runFor(QUIET);
    const at = secondsOf(page);
    const played = await shown(page);
    // From elsewhere, by typing the time.
    await page.locator('body').press(sample % 2 === 0 ? 'End' : 'Home');
    await page.clock.runFor(QUIET);
    await field.fill(written(at));
    await field.press('Enter');
    await page.clock.runFor(QUIET);
    expect(secondsOf(page)).toBe(at);
    if ((await shown(page)) !== played) expect.fail(`at T+${at} s another page is played than sought`);
    pictures.add(played);
  }
  // It moved, and there was something to see.
  expect(pictures.size).toBe(SAMPLES);
  expect(complaints).toEqual([]);

  const hash = await page.getByRole('region', { name: 'Inspector' }).locator('code').innerText();
  const layout = await page.getByRole('combobox', { name: 'Layout', exact: true }).inputValue();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Scenario (YAML)' }).click();
  const file = await (await download).path();
  if (!existsSync(CLI)) execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), 'cli']);
  const args = [CLI, 'run', file, '--layout', layout, '--seed', '7', '--json', '--no-fail'];
  const { recordHash } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  expect(hash).toBe(recordHash.slice(0, 8));
});
