/** By keys alone: where one is stays where one is, and what eyes see on the stage is in the tables. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browsing, browse } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

/** T+6 h 50 min: power is back, and what was down is being started. */
const AT = 'lang=en&scenario=two-sites&t=24600';

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: at } = document;
    return `${at?.tagName.toLowerCase()} ${at?.getAttribute('aria-label') ?? ''}`.trim();
  });
}

it('what is gone leaves the focus in its region, a ticked box lets keys through, and a search leads to what it found', async () => {
  const { page } = await browsing.open('served', `${AT}&select=site:south`);
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Take back no. 1' }).press('Enter');
  await expect.poll(() => focused(page)).toBe('main');

  await page.keyboard.press('c');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await page.getByRole('checkbox', { name: 'login-in-both' }).isChecked()).toBe(true);
  await page.keyboard.press('4');
  await page.getByRole('table', { name: 'Who needs whom' }).waitFor();
  await page.keyboard.press('3');
  await page.keyboard.press('Space');
  expect(await page.getByRole('checkbox', { name: 'login-in-both' }).isChecked()).toBe(false);

  await page.keyboard.press('/');
  await page.keyboard.type('login');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('section Inspector');
  await page.keyboard.press('t');
  await page.getByRole('textbox', { name: 'Scenario, in YAML' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('main');
});

it('the tables state all that the stage tells of each service, each data centre and each line', async () => {
  const { page } = await browsing.open('served', AT);
  const told = await page
    .locator('.stage-list [data-key]')
    .evaluateAll((all) => all.map((each) => each.textContent ?? ''));
  await page.keyboard.press('4');
  const rows = (name: string): Locator => page.getByRole('table', { name, exact: true }).getByRole('row');
  const places = await rows('Services by data centre').allInnerTexts();
  const sites = await rows('Data centres').allInnerTexts();
  let compared = 0;
  for (const sentence of told) {
    const [subject, rest] = sentence.split(': ');
    const [name, where] = subject.split(', ');
    const table = where === 'data centre' ? sites : places;
    const row = table.find((each) => each.startsWith(name) && (where === 'data centre' || each.includes(where)));
    if (row === undefined) expect.fail(`there is no row of ${subject}`);
    for (const part of [rest, ...sentence.split(': ').slice(2)].join(': ').split(', ')) {
      // When it began is in the table of services; the cause stands in a column, without its word.
      if (part.startsWith('since')) continue;
      expect(row).toContain(part.replace(/^cause: |^load /, '').replace('blocked by a dependency', 'blocked'));
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(8);
  expect(places.some((row) => row.includes('done in'))).toBe(true);
  expect((await rows('Who needs whom').allInnerTexts()).join('\n')).toMatch(/Shop\s+Login\s+required/);
  expect(await page.locator('.tables-now').innerText()).toMatch(/Users affected now: [1-9]/);
});
