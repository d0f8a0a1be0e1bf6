/** What if any one thing fails: the matrix tells what the library does, and each cell opens its run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contingencyOf, formatAmount, formatCount, inProcessPool, loadScenario } from '../../src/index.js';
import { type Browsing, type Build, browse, ROOT } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

const TEXT = readFileSync(join(ROOT, 'scenarios/two-sites.yaml'), 'utf8');
const { otherLayouts, ...own } = loadScenario(TEXT, { file: 'two-sites.yaml' });
const cells = (page: Page): Locator => page.locator('[data-cell]');
const rowNames = (page: Page): Promise<string[]> => page.locator('.matrix tbody th').allInnerTexts();

describe.each<Build>(['served', 'single'])('the matrix on the %s page', (which) => {
  it('is one press away, tells what the library tells, and opens a run at its worst moment, by keys alone', async () => {
    const { page, complaints } = await browsing.open(which, 'lang=en&scenario=two-sites');
    await page.keyboard.press('5');
    await page.getByText('All runs made: 10').waitFor();
    const { cases, partsCostMore } = await contingencyOf([own, ...otherLayouts], {
      pool: inProcessPool(),
      sharedOnly: true,
    });
    expect(await cells(page).count()).toBe(cases.length);
    for (const { layout, failed, userHoursLost, verdict } of cases.filter(({ kinds }) => kinds[0] === 'site')) {
      const name = { north: 'North', south: 'South' }[failed[0]];
      const label = `${name}, ${layout}: ${formatCount(userHoursLost, 'en')} user-hours lost, ${verdict}`;
      expect(await page.getByRole('button', { name: label, exact: true }).count()).toBe(1);
    }
    // The worst first; sorted by the better layout, zone a of the north is still the worst, its site no longer the second.
    expect((await rowNames(page)).slice(0, 2)).toEqual(['North a zone', 'North data centre']);
    await page.getByRole('button', { name: 'login-in-both', exact: true }).click();
    expect((await rowNames(page)).slice(0, 2)).toEqual(['North a zone', 'North b zone']);
    await page.getByRole('button', { name: 'login-in-both', exact: true }).click();

    await cells(page).first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const told = page.getByRole('region', { name: 'The cell in words' });
    expect(await told.innerText()).toContain('North · login-in-both');
    expect(await told.locator('svg.affected-mark rect').count()).toBeGreaterThan(0);
    // What the library notes of zones that cost more than their site stands below, and by the cell that it is about.
    expect(partsCostMore.length).toBeGreaterThan(0);
    expect(await page.getByRole('list', { name: 'What is not as one would expect' }).innerText()).toContain(
      'North a costs more than all of North',
    );
    await page.keyboard.press('ArrowUp');
    expect(await told.innerText()).toContain('North a costs more than all of North');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Instead of the faults of the file: North fails').waitFor();
    await page.getByRole('region', { name: 'Stage' }).waitFor();
    const opened = cases.find(({ layout, failed }) => layout === 'login-in-both' && failed[0] === 'north');
    await page.keyboard.press('Escape');
    await page.getByText('Expectations', { exact: true }).waitFor();
    const lost = formatAmount(opened?.userHoursLost ?? 0, 'person-hours', 'en');
    expect(await page.locator('.impact').innerText()).toContain(`lost ${lost}`);
    // At the worst moment as many are affected as ever.
    const peak = /peak ([\d,]+)/.exec(await page.locator('.impact').innerText())?.[1];
    expect(await page.locator('.impact .figure').innerText()).toBe(peak);
    await expect.poll(() => page.url()).toContain('fails=site%3Anorth');

    await page.getByRole('button', { name: 'As the file has it' }).click();
    await expect.poll(() => page.url()).not.toContain('fails=');

    await page.keyboard.press('5');
    await page.getByRole('checkbox', { name: /pairs/ }).check();
    await page.getByText('All runs made: 26').waitFor();
    const pair = page.getByRole('button', { name: /^North \+ South, as-it-is/ });
    await pair.click();
    await page.getByText('Instead of the faults of the file: North + South fails').waitFor();
    await page.keyboard.press('Escape');
    const both = await contingencyOf([own], { pool: inProcessPool(), kinds: ['site'], order: 2 });
    const lostByBoth = both.cases.find(({ failed }) => failed.length === 2)?.userHoursLost ?? 0;
    await page
      .locator('.impact')
      .getByText(`lost ${formatAmount(lostByBoth, 'person-hours', 'en')}`)
      .waitFor();
    await expect.poll(() => page.url()).toContain('fails=site%3Anorth%2Csite%3Asouth');
    expect(complaints).toEqual([]);
  });

  it('is opened by a link, which says so where the layout has no such thing', async () => {
    const { page } = await browsing.open(which, 'lang=en&scenario=two-sites&fails=site:south&t=60');
    await page.getByText('Instead of the faults of the file: South fails').waitFor();
    const strange = await browsing.open(which, 'lang=en&scenario=two-sites&fails=site:moon', { ready: false });
    await strange.page.getByText('There is no "moon" here that could fail.').waitFor();
  });
});

it('is worked out in the page itself where the browser allows no worker, and can be stopped', async () => {
  const { page } = await browsing.open('served', 'lang=en&scenario=kakao-2022', {
    before: async (opened) => {
      await opened.addInitScript('window.Worker = class { constructor() { throw new Error("no"); } }');
    },
  });
  await page.getByRole('button', { name: 'What if?' }).click();
  await cells(page).first().waitFor();
  // Not by the pointer, which waits until nothing moves, and by then all may be done.
  await page.getByRole('button', { name: 'Stop', exact: true }).dispatchEvent('click');
  await page.getByRole('button', { name: 'Go on' }).waitFor();
  expect(await cells(page).count()).toBeGreaterThan(0);
});
