/** Another layout beside the one that is looked at: one clock, rows below each other, and no ranking from one seed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare, formatAmount, loadScenario } from '../../src/index.js';
import { type Browsing, type Build, browse, ROOT } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

const AT = 'lang=en&scenario=two-sites&t=7200';
const text = readFileSync(join(ROOT, 'scenarios/two-sites.yaml'), 'utf8');
const score = (page: Page): Locator => page.locator('.score');

describe.each<Build>(['served', 'single'])('on the %s page', (which) => {
  it('a layout is chosen by keyboard alone, and told over twenty seeds, as the library compares them', async () => {
    const { page } = await browsing.open(which, AT);
    await page.getByText('Expectations').waitFor();
    await page.keyboard.press('c');
    await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('compare');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await score(page).waitFor();
    const document = await compare(loadScenario(text), { layouts: ['as-it-is', 'login-in-both'], judge: false });
    const [base, other] = document.layouts;
    const row = score(page).getByRole('row', { name: /^lost/ });
    for (const { measures } of [base, other]) {
      const { mean, unit } = measures.userHoursLost;
      expect(await row.innerText()).toContain(formatAmount(mean ?? 0, unit, 'en'));
    }
    expect(await row.innerText()).toContain(`better in ${other.measures.userHoursLost.betterIn} of 20`);
    // In plan notation.
    await page.getByText('+ login@south', { exact: true }).waitFor();
  });
});

describe.each<Build>(['served', 'single'])('beside another layout, on the %s page', (which) => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await browsing.keep(which, `${AT}&compare=login-in-both`));
  });

  it('the rows of both stand below each other, and the other is a dashed line in the chart', async () => {
    await page.locator('.strip .other').first().waitFor();
    const names = await page.locator('.strip .name').allInnerTexts();
    expect(names).toEqual(['Shop', 'login-in-both', 'Login', 'login-in-both']);
    expect(await page.locator('path.ghost').count()).toBe(1);
    await page.getByText('dashed: login-in-both').waitFor();
    // In the better layout fewer are affected, and nowhere more.
    await page.getByRole('region', { name: 'Difference between layouts' }).waitFor();
    expect(await page.locator('.differences svg > path').first().getAttribute('d')).toBe('');
    expect(await page.locator('.differences svg > path').last().getAttribute('d')).not.toBe('');
  });

  it('the stages stand side by side, on one clock, with one choice, and what differs bears its badge', async () => {
    const other = page.getByRole('region', { name: 'Stage of login-in-both', exact: true });
    const at = async (stage: Locator): Promise<(string | null)[]> =>
      stage
        .locator('[data-key="deployment:shop@south"]')
        .evaluateAll((each) => each.map((one) => one.getAttribute('style')));
    await expect.poll(async () => (await at(other)).length).toBe(1);
    expect(await at(page.getByRole('region', { name: 'Stage: services by data centre' }))).toEqual(await at(other));
    // Two hours in: without login in the south the shop is worse there than with it.
    const [here, there] = await page.locator('[data-key="deployment:shop@south"]').allInnerTexts();
    expect([here, there].map((text) => text.split(', ')[1].split(': ')[1])).toEqual(['degraded', 'up']);
    await other.locator('[data-key="deployment:login@south"]').click();
    await page.getByRole('heading', { name: /Login/ }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('over twenty seeds shows the middle and the band of each', async () => {
    await page.getByRole('button', { name: '20 seeds' }).click();
    await expect.poll(() => page.locator('.differences .band').count()).toBe(2);
    expect(await page.locator('.differences').innerText()).toContain('of 20');
  });

  it('leads to where they first part', async () => {
    await page.getByText(/^They first part at 13 May 10:00/).waitFor();
    await page.locator('.compare').getByRole('button', { name: 'Go there' }).click();
    await expect.poll(() => page.locator('.clock-since').innerText()).toBe('T+00:00:00');
    await page.getByRole('heading', { name: /Login/ }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('ends with another layout, and is not in the way of a run that has one only', async () => {
    await score(page).waitFor();
    await page.getByRole('combobox', { name: 'Layout', exact: true }).selectOption('login-in-both');
    await expect.poll(() => page.locator('.strip .other').count()).toBe(0);
    expect(await score(page).count()).toBe(0);
  });
});
