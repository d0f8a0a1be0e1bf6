/** Before an audience: large, calm, and nothing breaks by a slip of the finger. */
import AxeBuilder from '@axe-core/playwright';
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

it('goes from chapter to chapter by digit and remote, covers what comes, and tells notes where a lesson has them', async () => {
  const { page, complaints } = await browsing.open('single', 'lang=en&scenario=two-sites&t=-60');
  const clock = (): Promise<string> => page.locator('.presenter .clock-since').innerText();
  const named = page.locator('.chapters p');
  await page.keyboard.press('p');
  expect(await page.locator('.chapters button').count()).toBe(6);
  await page.keyboard.press('1');
  await named.getByText('power loss (North) began').waitFor();
  await page.keyboard.press('h');
  await page.locator('.impact .covered-future').waitFor();
  expect(await page.locator('.impact').innerText()).not.toMatch(/peak|lost/);
  await page.keyboard.press('PageDown');
  await named.getByText(/Shop \(South\)/).waitFor();
  await page.keyboard.press('PageUp');
  await expect.poll(clock).toBe('T+00:00:00');
  await page.keyboard.press('n');
  await page.getByText('There are no notes here').waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual(
    [],
  );
  await page.keyboard.press('Escape');
  await page.locator('.header').waitFor();
  expect(await page.locator('.covered-future').count()).toBe(0);

  // A lesson has its own, and keys that are the page's elsewhere.
  await page.evaluate(() => {
    location.hash = 'lang=en&learn=one-building';
  });
  await page.reload();
  const panel = page.locator('.lesson');
  await panel.getByRole('button', { name: 'Next: Predict' }).click();
  for (const [i, each] of (await page.locator('.question').all()).entries()) {
    if (i === 0) await each.getByLabel('Map').check();
    else await each.getByRole('spinbutton').fill('60');
    await each.getByLabel('50 %').check();
  }
  await page.getByLabel('Your nickname').fill('haneul');
  await panel.getByRole('button', { name: 'Lock the prediction' }).click();
  await panel.getByRole('button', { name: 'Next: Watch' }).click();
  await page.locator('.transport').waitFor();
  await page.keyboard.press('p');
  await page.keyboard.press('2');
  await named.getByText('Map, News and Wallet').waitFor();
  await page.keyboard.press('n');
  await page.locator('.notes').getByText('Taxi').waitFor();
  await page.keyboard.press('q');
  await page.getByRole('timer').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});
