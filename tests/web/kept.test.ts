/** What a learner did outlives the page where the browser lets it, and what was saved to a file wherever it does not. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browsing, browse } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

it('when one of the two places is emptied, the other one has it', async () => {
  const { page } = await browsing.open('single', 'lang=en&learn=one-building', { ready: false });
  await page.getByRole('button', { name: 'Next: Predict' }).click();
  const nick = page.getByLabel('Your nickname');
  await nick.fill('haneul');
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByRole('button', { name: '2. Predict' }).click();
  expect(await nick.inputValue()).toBe('haneul');

  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        indexedDB.deleteDatabase('firebreak').onsuccess = () => resolve();
      }),
  );
  await page.reload();
  await page.getByRole('button', { name: '2. Predict' }).click();
  expect(await nick.inputValue()).toBe('haneul');
});

it('a browser that keeps nothing says so, and what was saved to a file is opened again', async () => {
  const { page } = await browsing.open('single', 'lang=en&learn=one-building', {
    ready: false,
    acceptDownloads: true,
    before: async (each) => {
      await each.addInitScript(`
        Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
        Object.defineProperty(window, 'indexedDB', { value: undefined });
      `);
    },
  });
  await page.getByRole('button', { name: 'Next: Predict' }).click();
  await page.getByLabel('Your nickname').fill('haneul');
  await page.getByRole('button', { name: 'To the list of lessons' }).click();
  await page.getByText(/^This browser keeps nothing/).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save my work' }).click();
  const buffer = readFileSync(await (await download).path());
  await page.waitForURL(/learn=list/);
  await page.reload();
  expect(await page.getByText('begun', { exact: true }).count()).toBe(0);
  await page
    .getByLabel('Open saved work…')
    .setInputFiles({ name: 'firebreak-work.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: /^L1/ }).click();
  await page.getByRole('button', { name: '2. Predict' }).click();
  expect(await page.getByLabel('Your nickname').inputValue()).toBe('haneul');
});
