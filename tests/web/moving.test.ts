/** Moving through time and through what is there, in both builds: by pointer, by keyboard, by typing, by a link. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browsing, type Build, browse } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

/** Small, and so quick to run: a shop in two sites, one of which loses power at ten. */
const SMALL = 'lang=en&scenario=two-sites';

const clock = (page: Page): Locator => page.locator('.clock-since');
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });

describe.each<Build>(['served', 'single'])('the %s page', (which) => {
  it('is scrubbed by pressing in the chart, by keys and by typing a time', async () => {
    const { page } = await browsing.open(which, SMALL);
    const plot = page.getByRole('slider', { name: 'Position in time' });
    const box = await plot.boundingBox();
    if (box === null) expect.fail('the chart has no place');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const end = Number(await plot.getAttribute('aria-valuemax'));
    // Words follow what is seen.
    const middle = async (): Promise<number> => Number(await plot.getAttribute('aria-valuenow')) / end;
    await expect.poll(async () => Math.abs((await middle()) - 0.5)).toBeLessThan(0.01);

    await page.keyboard.press('Home');
    expect(await clock(page).innerText()).toBe('T−00:01:00');
    await page.keyboard.press('ArrowRight');
    expect(await clock(page).innerText()).toBe('T+00:00:00');
    await page.keyboard.press('ArrowLeft');
    expect(await clock(page).innerText()).toMatch(/^T−/);

    const field = page.getByRole('textbox', { name: 'Go to a time' });
    await field.fill('T+3h12');
    await field.press('Enter');
    expect(await clock(page).innerText()).toBe('T+03:12:00');
    await field.fill('18:45');
    await field.press('Enter');
    expect(await page.locator('.clock-wall').innerText()).toBe('Mon 13 May 18:45:00 KST');
    await field.fill('soon');
    await field.press('Enter');
    await page.getByRole('alert').getByText('Not a time').waitFor();
  });

  it('tells what changed and why; a press goes to that time', async () => {
    const { page } = await browsing.open(which, SMALL);
    const log = page.getByRole('region', { name: 'What changed, and why' });
    const lost = log.getByRole('button', { name: /lost power/ }).first();
    await lost.click();
    expect(await clock(page).innerText()).toBe('T+00:00:00');
    await expect.poll(() => log.locator('[aria-current="time"]').count()).toBe(1);
  });

  it('is walked through by keyboard alone: a service is found, chosen, and asked why it went down', async () => {
    const { page } = await browsing.open(which, `${SMALL}&t=7200`);
    await page.keyboard.press('/');
    await page.keyboard.type('shop');
    await page.getByText(/found$/).waitFor();
    await page.keyboard.press('Enter');
    const inspector = page.getByRole('region', { name: 'Inspector' });
    await inspector.getByRole('heading', { name: /Shop/ }).waitFor();
    await page.keyboard.press('w');
    const steps = page.getByRole('region', { name: 'Why', exact: true }).getByRole('listitem');
    expect(await steps.first().innerText()).toMatch(/began|lost power/);
    // First what is lit on the stage, then the choice.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await inspector.getByText('Expectations').waitFor();

    // The stage: one tab stop, arrows within.
    await page.locator('.stage-list button[tabindex="0"]').focus();
    expect(await page.locator('.stage-list button[tabindex="0"]').count()).toBe(1);
    const first = await page.locator('.stage-list button:focus').innerText();
    await page.keyboard.press('ArrowDown');
    const second = await page.locator('.stage-list button:focus').innerText();
    expect(second).not.toBe(first);
    await page.keyboard.press('Enter');
    expect(await page.locator('.stage-list button:focus').getAttribute('aria-pressed')).toBe('true');
    // Arrow keys there moved the focus, not the clock.
    expect(await clock(page).innerText()).toBe('T+02:00:00');
  });

  it('opens a link at the same place', async () => {
    const { page } = await browsing.open(which, SMALL);
    await page.getByRole('textbox', { name: 'Go to a time' }).fill('T+9h30');
    await page.keyboard.press('Enter');
    await page.keyboard.press('2');
    await expect.poll(() => page.url()).toContain('t=34200');
    const again = await browsing.open(which, new URL(page.url()).hash.slice(1));
    expect(await clock(again.page).innerText()).toBe('T+09:30:00');
    expect(await button(again.page, 'Strip').getAttribute('aria-pressed')).toBe('true');
  });

  it('goes from change to change, without motion, for those who ask for less of it', async () => {
    const { page } = await browsing.open(which, SMALL, { reducedMotion: 'reduce' });
    await page.keyboard.press('Space');
    await expect.poll(() => clock(page).innerText()).toBe('T+00:00:00');
    await page.keyboard.press('Space');
  });
});
