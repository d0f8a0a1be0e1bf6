/** Files from strangers, as `firebreak serve` hands them over: hostile names are text, mistakes are told with line and caret. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browsing, browse, ROOT } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

const TWO_SITES = readFileSync(join(ROOT, 'scenarios/two-sites.yaml'), 'utf8');

function hand(text: string, more: object = {}): (page: Page) => Promise<void> {
  return async (page) => {
    await page.route('**/firebreak-serve.json', (route) =>
      route.fulfill({ json: { file: 'theirs.yaml', text, layout: null, seed: '1', ...more } }),
    );
  };
}

describe('a scenario that is handed over', () => {
  it('is what the page opens', async () => {
    const { page } = await browsing.open('served', 'lang=en', { before: hand(TWO_SITES) });
    await page.getByRole('region', { name: 'Inspector' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Scenario' }).inputValue()).toBe('theirs');
  });

  it('with markup for a title shows it as text', async () => {
    const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    const text = TWO_SITES.replace(/^title:.*$/m, `title: ${JSON.stringify(evil)}`);
    const { page, complaints } = await browsing.open('served', 'lang=en', { before: hand(text) });
    await page.getByRole('heading', { name: evil }).waitFor();
    expect(await page.title()).not.toMatch(/^[12]$/);
    expect(await page.locator('img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('with markup, SVG and script for names shows them as text in every view, dialog and picture', async () => {
    const evil = (kind: string): string =>
      `<svg onload="window.evil='${kind}'"><script>window.evil='${kind}'</script><img src=x onerror="window.evil='${kind}'">${kind}`;
    const text = TWO_SITES.replace(/name: \{ en: (North|South|Shop|Login),[^}]*\}/g, (_, name: string) => {
      return `name: ${JSON.stringify(evil(name))}`;
    }).replace(/^purpose:\n.*\n.*$/m, `purpose: ${JSON.stringify(evil('purpose'))}`);
    const { page, complaints } = await browsing.open('served', 'lang=en&t=7200', { before: hand(text) });
    const written = (): Promise<unknown> =>
      page.evaluate(
        "[window.evil ?? null, document.querySelectorAll('.app script, .app img, .app [onload], .app [onerror]').length]",
      );
    const row = page.getByRole('region', { name: 'Services over time' }).locator('li button').first();
    expect(await row.innerText()).toContain('<svg onload=');
    await row.click();
    await page.locator('.why-step').first().waitFor();
    for (const view of ['1', '2', '4', '5', '6', '3']) {
      await page.keyboard.press(view);
      if (view === '5') await page.locator('[data-cell]').first().waitFor();
      if (view === '6') await page.locator('.sweep-question').waitFor();
      expect([view, await written()]).toEqual([view, [null, 0]]);
    }
    await page.keyboard.press('e');
    await page.keyboard.press('m');
    await page.locator('dialog.place[open]').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('p');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Picture (SVG)' }).click();
    const picture = readFileSync(await (await download).path(), 'utf8');
    expect(picture).toContain('&lt;svg');
    expect(picture).not.toMatch(/<script|<img|<svg onload/);
    expect(await written()).toEqual([null, 0]);
    expect(complaints).toEqual([]);
  });

  it('with mistakes is told with line and caret, all at once, in the language of the page', async () => {
    const text = TWO_SITES.replace(/^services:/m, 'servces:');
    const { page } = await browsing.open('served', 'lang=en', { before: hand(text), ready: false });
    const alert = page.getByRole('alert');
    await alert.getByText(/theirs\.yaml:\d+:\d+ error/).waitFor();
    expect(await alert.innerText()).toContain('^^^^');
    await page.getByRole('button', { name: '한국어' }).click();
    await alert.getByText(/theirs\.yaml:\d+:\d+ 오류/).waitFor();
  });
});

/** A gibibyte of blanks, deflated: blocks of 16 MiB that stand for themselves, and an empty last one. */
function bomb(): string {
  const block = deflateRawSync(Buffer.alloc(2 ** 24, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const whole = Buffer.concat([...Array.from({ length: 64 }, () => block), Buffer.from([3, 0])]);
  return whole.toString('base64url');
}

describe('a link', () => {
  it('that inflates to a gigabyte is not opened, and the page says why', async () => {
    const { page, complaints } = await browsing.open('served', `lang=en&sum=00000000&z=${bomb()}`, {
      ready: false,
    });
    await page.getByText('What this link holds is larger than any scenario may be.').waitFor();
    expect(await page.locator('.transport').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
