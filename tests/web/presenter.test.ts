/** Before an audience: large, calm, and nothing breaks by a slip of the finger. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browsing, type Build, browse } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

const captions = (page: Page): Locator => page.locator('.captions li');

describe.each<Build>(['served', 'single'])('the presentation on the %s page', (which) => {
  it('shows stage, legend, clock and what just happened, and nothing else', async () => {
    const { page } = await browsing.open(which, 'lang=en&scenario=two-sites&t=10&view=strip', { colorScheme: 'dark' });
    await page.keyboard.press('p');
    await captions(page).first().waitFor();
    // At T+10 s: the shop and its login went down ten seconds ago.
    expect(await captions(page).last().innerText()).toMatch(/down/);
    expect(await page.locator('.presenter .clock-since').innerText()).toBe('T+00:00:10');
    expect(await page.getByRole('list', { name: 'Legend' }).isVisible()).toBe(true);
    for (const hidden of ['.header', '.side', '.transport']) expect(await page.locator(hidden).isVisible()).toBe(false);
    // Projectors make dark colours unreadable.
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('light');
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);

    await page.keyboard.press('Escape');
    await page.locator('.header').waitFor();
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    expect(await page.getByRole('button', { name: 'Strip', exact: true }).getAttribute('aria-pressed')).toBe('true');
  });

  it('is stepped and blackened by key; keys that would break something do nothing', async () => {
    const { page } = await browsing.open(which, 'lang=en&scenario=two-sites&t=-60&select=site:south');
    await page.keyboard.press('p');
    await page.locator('.presenter').waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.presenter .clock-since').innerText()).toBe('T+00:00:00');
    expect(await page.locator('.live-bar').count()).toBe(0);
    await page.keyboard.press('b');
    await page.getByRole('button', { name: 'Show the screen again' }).waitFor();
    await page.keyboard.press('b');
    await expect.poll(() => page.locator('.blackened').count()).toBe(0);
  });
});
