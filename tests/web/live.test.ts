/** Faults made by hand while one watches: the past stays, the rest is anew, and one step leads back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AddedFault, addFaults, loadScenario, run } from '../../src/index.js';
import { type Browsing, type Build, browse, ROOT } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

/** T+2 h is three hours after the start. */
const AT = 'lang=en&scenario=two-sites&t=7200';
const text = readFileSync(join(ROOT, 'scenarios/two-sites.yaml'), 'utf8');

function hashWith(faults: readonly Pick<AddedFault, 'kind' | 'parameters'>[], atSeconds = 10800): string {
  const added = faults.map((fault, i) => ({ id: `live-${i + 1}`, atSeconds, untilSeconds: null, ...fault }));
  const scenario = loadScenario(addFaults(text, null, added), { file: 'two-sites.yaml' });
  return run(scenario).document.recordHash.slice(0, 8);
}

const CUT = { kind: 'power-loss', parameters: { site: 'south' } };
const SLOW = { kind: 'slow', parameters: { service: 'shop', factor: 3 } };
const made = (page: Page): Locator => page.getByRole('region', { name: 'Made by you' });
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Of the run that is looked at, as the summary has it. */
async function shownHash(page: Page): Promise<string> {
  await page.keyboard.press('Escape');
  return page.getByRole('region', { name: 'Inspector' }).locator('code').innerText();
}

describe.each<Build>(['served', 'single'])('on the %s page', (which) => {
  it('a key cuts the power of the chosen data centre: the run is that of the same fault in the file', async () => {
    const { page } = await browsing.open(which, `${AT}&select=site:south`);
    const before = await page.locator('.clock-since').innerText();
    await page.keyboard.press('x');
    await made(page).getByRole('button', { name: 'power loss (South)' }).waitFor();
    await page
      .locator('.stage-list')
      .getByRole('button', { name: 'South, data centre: no power since 12:00' })
      .waitFor();
    expect(await page.locator('.clock-since').innerText()).toBe(before);
    // The future that would have been.
    expect(await page.locator('path.ghost').count()).toBe(1);
    await expect.poll(() => shownHash(page)).toBe(hashWith([CUT]));
  });

  it('is undone and done again, and each has its own run', async () => {
    const { page } = await browsing.open(which, `${AT}&select=site:south`);
    await page.keyboard.press('x');
    await made(page).getByRole('button', { name: 'power loss (South)' }).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => shownHash(page)).toBe(hashWith([]));
    expect(await page.locator('path.ghost').count()).toBe(0);
    await button(page, 'Redo').click();
    await expect.poll(() => shownHash(page)).toBe(hashWith([CUT]));
    await button(page, 'As the file has it').click();
    await expect.poll(() => shownHash(page)).toBe(hashWith([]));
  });

  it('the switch on a data centre and the buttons of a service do the same, one after another', async () => {
    const { page } = await browsing.open(which, AT);
    await button(page, 'Cut power at South now').click();
    await made(page).getByRole('button', { name: 'power loss (South)' }).waitFor();
    await page
      .locator('.stage-list')
      .getByRole('button', { name: /^Shop, South/ })
      .click({ button: 'right' });
    await page.getByRole('button', { name: /^Three times slower/ }).click();
    await made(page).getByRole('button', { name: 'slowdown (Shop)' }).waitFor();
    await expect.poll(() => shownHash(page)).toBe(hashWith([CUT, SLOW]));
    // The first is taken from before the second, which stays.
    await button(page, 'Take back no. 1').click();
    await expect.poll(() => shownHash(page)).toBe(hashWith([SLOW]));
    await page.keyboard.press('Control+z');
    await expect.poll(() => shownHash(page)).toBe(hashWith([CUT, SLOW]));
  });

  it('is part of the address: a link shows the same run', async () => {
    const { page } = await browsing.open(which, `${AT}&select=site:south`);
    await page.keyboard.press('x');
    await made(page).getByRole('button', { name: 'power loss (South)' }).waitFor();
    await expect.poll(() => page.url()).toContain('live=');
    const again = await browsing.open(which, new URL(page.url()).hash.slice(1));
    await made(again.page).getByRole('button', { name: 'power loss (South)' }).waitFor();
    expect(await shownHash(again.page)).toBe(hashWith([CUT]));
  });

  it('asks for a choice when there is none', async () => {
    const { page } = await browsing.open(which, AT);
    await page.keyboard.press('x');
    await page.getByText('Choose a data centre or a service first').waitFor();
    expect(await made(page).count()).toBe(0);
  });
});
