/** Why, as a person asks it on the page: the chain, what binds now, the way back, and what would have saved it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ExplainDocument,
  explain,
  explanationMarkdown,
  formatDuration,
  helpingChanges,
  loadScenario,
} from '../../src/index.js';
import { unbroken } from '../../web/i18n/unbroken.js';
import { type Browsing, type Build, browse, ROOT } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

/** Two hours after the start, one after the power: the shop's login is not back. */
const AT = 'scenario=two-sites&t=3600&select=service:shop';
const text = readFileSync(join(ROOT, 'scenarios/two-sites.yaml'), 'utf8');

function explained(language: 'en' | 'ko', changes?: number): ExplainDocument {
  return explain(loadScenario(text, { file: 'two-sites.yaml' }), 'shop', { at: '2h', language, changes });
}

const why = (page: Page): Locator => page.locator('.why');
const sentences = (page: Page): Locator => why(page).locator('.sentence');
const plain = (texts: readonly string[]): string[] => texts.map((each) => unbroken(each));

describe.each<Build>(['served', 'single'])('why, on the %s page', (which) => {
  it('tells the sentences of the library: why it went down, why it is still down, what decided its way back', async () => {
    const { page } = await browsing.open(which, `lang=en&${AT}`);
    await why(page).getByRole('heading', { name: 'Why is it still down?' }).waitFor();
    const { wentDown, stillDown, pathBack } = explained('en', 0);
    for (const more of await why(page).getByRole('button', { name: /more$/ }).all()) await more.click();
    const shown = (await sentences(page).allInnerTexts()).map((each) => each.replace(/\s*← [\d, ]+$/, ''));
    expect(shown.slice(0, wentDown.length)).toEqual(plain(wentDown.map((step) => step.text)));
    expect(shown).toEqual(expect.arrayContaining(plain([...stillDown, ...pathBack].map((step) => step.text))));
  });

  it('says the same in Korean, without asking anew', async () => {
    const { page } = await browsing.open(which, `lang=en&${AT}`);
    await sentences(page).first().waitFor();
    await page.getByRole('button', { name: '한국어', exact: true }).click();
    await why(page).getByRole('heading', { name: '왜 아직 중단되어 있나?' }).waitFor();
    expect(await sentences(page).first().innerText()).toBe(unbroken(explained('ko', 0).wentDown[0].text));
  });

  it('shows its path on the stage and the timeline by key, and lets go of it, then of the choice', async () => {
    const { page } = await browsing.open(which, `lang=en&${AT}`);
    await sentences(page).first().waitFor();
    expect(await page.locator('.path-mark').count()).toBe(0);
    await page.keyboard.press('w');
    const toggle = page.getByRole('button', { name: 'On the stage: Why is it still down?' });
    await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.path-mark').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.path-mark').count()).toBe(0);
    await page.getByRole('heading', { name: /Shop/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Expectations').waitFor();
  });

  it('leads from a sentence to its time, and to the lines of the scenario', async () => {
    const { page } = await browsing.open(which, `lang=en&${AT}`);
    await sentences(page).first().click();
    // The power fails one hour after the start, at T+0.
    await expect.poll(() => page.locator('.clock-since').innerText()).toBe('T+00:00:00');
    const { line } = explained('en', 0).wentDown[0];
    await why(page)
      .getByRole('button', { name: `two-sites.yaml, line ${line}` })
      .first()
      .click();
    expect(await why(page).locator('pre .here').innerText()).toContain('kind: power-loss, site: north');
  });

  it('tries single changes on demand, and tells the best as the command does', async () => {
    const { page } = await browsing.open(which, `lang=en&${AT}`);
    await why(page).getByRole('button', { name: 'Try single changes' }).click();
    const document = explained('en');
    const [best] = helpingChanges(document).best;
    await why(page).getByText(unbroken(best.change), { exact: true }).waitFor();
    await why(page)
      .getByText(
        unbroken(
          `down ${formatDuration(best.downtimeSeconds, 'en')} instead of ${formatDuration(document.downtimeSeconds, 'en')}`,
        ),
      )
      .first()
      .waitFor();
  });

  it('is copied as Markdown, as the command prints it', async () => {
    const { page } = await browsing.open(which, `lang=en&${AT}`);
    await why(page).getByRole('button', { name: 'Copy as Markdown' }).click();
    await why(page).getByRole('button', { name: 'Copied' }).waitFor();
    await page.evaluate(() => document.body.appendChild(document.createElement('textarea')).focus());
    await page.keyboard.press('Control+V');
    const pasted = await page.locator('body > textarea').inputValue();
    expect(pasted).toBe(explanationMarkdown(explained('en', 0), { file: 'two-sites.yaml', language: 'en' }));
  });

  it('stops trying when it is told to', async () => {
    const { page } = await browsing.open(which, 'lang=en&t=7200&select=service:daum-mail');
    await why(page).getByRole('button', { name: 'Try single changes' }).click();
    await why(page).getByRole('button', { name: 'Stop' }).click();
    await why(page).getByRole('button', { name: 'Try single changes' }).waitFor();
    expect(await why(page).locator('progress').count()).toBe(0);
  });
});
