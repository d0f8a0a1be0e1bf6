/** Hundreds of services more than a stage has room for: bounded, counted, explained, and readable around what is chosen; on a phone, too. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateScenario } from '../../src/index.js';
import { type Browsing, browse } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

/** As many as lead to squares; half an hour of it is enough to fail. Of two thousand the stage is the same, and ten times as long on its way. */
const TEXT = generateScenario({ services: 700, sites: 3 }).replace('duration: 1d', 'duration: 90m');

function hand(text: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.route('**/firebreak-serve.json', (route) =>
      route.fulfill({ json: { file: 'vast.yaml', text, layout: null, seed: '1' } }),
    );
  };
}

it('seven hundred services on a phone are squares, counted, and around what is chosen a graph that can be read', async () => {
  const { page, complaints } = await browsing.open('served', 'lang=en&t=300', {
    before: hand(TEXT),
    viewport: { width: 390, height: 844 },
    ready: false,
  });
  await page.locator('.waffle-cursor').waitFor({ timeout: 120_000 });
  const stage = await page.locator('.stage-room').boundingBox();
  expect(stage?.height).toBeGreaterThan(250);
  const elements = (): Promise<number> => page.evaluate('document.querySelectorAll("*").length');
  expect(await elements()).toBeLessThan(2500);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await page.getByText(/^700 services, not up now: [1-9]/).waitFor();
  // In groups by how far from the users, for the file names no domains: each the worst of its rows, to be opened.
  const strip = page.getByRole('region', { name: 'Services over time' });
  const groups = strip.getByRole('button', { expanded: false });
  expect(await groups.count()).toBeGreaterThan(2);
  expect(await groups.count()).toBe(await strip.locator('li').count());
  const counts = (await groups.allInnerTexts()).map((text) => Number(/\((\d+)\)/.exec(text)?.[1]));
  expect(counts.reduce((sum, each) => sum + each, 0)).toBe(700);
  await groups.first().press('Enter');
  expect(await strip.locator('li.member').count()).toBe(Math.min(60, counts[0]));
  await page.getByRole('button', { name: 'groups', exact: true }).click();
  await page.getByText(/^640 more rows, [\d,]+ of which failed/).waitFor();

  // Arrows move over the squares; Enter chooses, and its neighbours are shown with names.
  await page.locator('.waffle-cursor').focus();
  const first = await page.locator('.waffle-cursor').innerText();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('.waffle-cursor').innerText()).not.toBe(first);
  await page.keyboard.press('Enter');
  const bar = page.getByRole('region', { name: 'Part of the graph' });
  await bar.waitFor();
  const shown = Number(/, (\d+) shown/.exec(await bar.innerText())?.[1]);
  const hidden = Number(/([\d,]+) more are not shown/.exec(await bar.innerText())?.[1].replace(',', ''));
  expect(shown).toBeLessThanOrEqual(80);
  expect(shown + hidden).toBe(700);
  const buttons = await page.locator('.stage-list [data-key^="deployment:"]').count();
  expect(buttons).toBeGreaterThanOrEqual(shown);
  await bar.getByRole('button', { name: 'Show all' }).click();
  await page.locator('.waffle-cursor').waitFor();

  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('button', { name: '500 more rows' }).first().waitFor();
  expect(await elements()).toBeLessThan(9000);
  expect(complaints).toEqual([]);
});

it('a hundred services in a small room are signs, and all names a key away', async () => {
  const text = generateScenario({ services: 100, sites: 3 }).replace('duration: 1d', 'duration: 65m');
  const { page, complaints } = await browsing.open('served', 'lang=en&t=200', {
    before: hand(text),
    viewport: { width: 1100, height: 560 },
  });
  const near = page.getByRole('button', { name: 'All names', exact: true });
  await near.waitFor();
  const slot = page.locator('.stage-list [data-key^="deployment:"]').first();
  const width = async (): Promise<number> => (await slot.boundingBox())?.width ?? 0;
  expect(await width()).toBeLessThan(40);
  await page.keyboard.press('+');
  await expect.poll(width).toBeGreaterThan(110);
  expect(await near.getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('-');
  await expect.poll(width).toBeLessThan(40);
  expect(complaints).toEqual([]);
});
