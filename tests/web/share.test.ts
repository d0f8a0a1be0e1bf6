/** What is opened and taken along: files, pasted text, links, pictures, tables. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkScenario, eventsCsv, formatProblem, loadScenario, run, servicesCsv } from '../../src/index.js';
import { type Browsing, type Build, browse, ROOT } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

const AT = 'lang=en&scenario=two-sites&t=7200';
const TEXT = readFileSync(join(ROOT, 'scenarios/two-sites.yaml'), 'utf8');
const BAD = TEXT.replace('site: north }', 'site: nroth }');

const editor = (page: Page): Locator => page.getByRole('region', { name: 'Text of the scenario' });
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const field = (page: Page): Locator => editor(page).getByRole('textbox');

function shownHash(page: Page): Promise<string> {
  return page.getByRole('region', { name: 'Inspector' }).locator('code').innerText();
}

/** As a person lets a file go over the page. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], file));
      return transfer;
    },
    [name, text] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

async function downloaded(page: Page, name: string): Promise<{ readonly file: string; readonly content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  const path = await download.path();
  return { file: download.suggestedFilename(), content: readFileSync(path) };
}

describe.each<Build>(['served', 'single'])('on the %s page', (which) => {
  it('a dropped scenario is run, and named', async () => {
    const { page } = await browsing.open(which, AT);
    const text = TEXT.replace('Two sites, one power cut', 'My own shop').replace('at: 1h,', 'at: 2h,');
    await drop(page, 'mine.yaml', text);
    await expect.poll(() => page.title()).toBe('My own shop · Firebreak');
    const { document } = run(loadScenario(text, { file: 'mine.yaml' }));
    await expect.poll(() => shownHash(page)).toBe(document.recordHash.slice(0, 8));
    expect(await editor(page).count()).toBe(0);
  });

  it('one with mistakes opens in the editor, each mistake as the command tells it; the last good run stays', async () => {
    const { page } = await browsing.open(which, AT);
    const hash = await shownHash(page);
    await drop(page, 'bad.yaml', BAD);
    const [problem] = checkScenario(BAD, { file: 'bad.yaml' }).problems;
    await editor(page).getByText(formatProblem(problem).split('\n')[0]).waitFor();
    expect(await editor(page).locator('.editor-problems pre').first().innerText()).toContain('^^^^^');
    expect(await editor(page).locator('.editor-gutter .wrong').allInnerTexts()).toEqual([String(problem.line)]);
    // A press leads to the place.
    await editor(page).locator('.editor-problems li button').first().click();
    expect(
      await field(page).evaluate((each: HTMLTextAreaElement) =>
        each.value.slice(each.selectionStart, each.selectionEnd),
      ),
    ).toBe('nroth');
    // Mended, it runs.
    await page.keyboard.type('south');
    await editor(page).getByText('No mistakes.').waitFor();
    await editor(page).getByRole('button', { name: 'Close the editor' }).click();
    await expect.poll(() => shownHash(page)).not.toBe(hash);
  });

  it('is edited by key, and a small change is in the link, which another opens with the same run', async () => {
    const { page } = await browsing.open(which, AT);
    await page.keyboard.press('t');
    const text = TEXT.replace('at: 1h,', 'at: 90m,');
    await field(page).fill(text);
    const { document } = run(loadScenario(text, { file: 'two-sites.yaml' }));
    const hash = document.recordHash.slice(0, 8);
    await expect.poll(() => page.url()).toContain(`run=${hash}`);
    await expect.poll(() => page.url()).toContain('z=');
    expect(page.url().length).toBeLessThan(2200);
    const link = new URL(page.url()).hash.slice(1);
    const again = await browsing.open(which, link);
    await expect.poll(() => shownHash(again.page)).toBe(hash);
    expect(again.complaints).toEqual([]);

    const cut = await browsing.open(which, link.slice(0, -20), { ready: false });
    await cut.page.getByText('This link was cut off or changed on its way').waitFor();
    expect(await cut.page.locator('.transport').count()).toBe(0);
  });

  it('says that a scenario is too long for a link, and nobody is shown another in its place', async () => {
    const { page } = await browsing.open(which, AT);
    // What does not repeat does not deflate.
    const noise = Array.from(
      { length: 300 },
      (_, i) => `# ${Math.imul(i + 1, 2654435761).toString(36)}${i * i * 7919}`,
    );
    await drop(page, 'long.yaml', `${TEXT}${noise.join('\n')}\n`);
    await expect.poll(() => page.url()).toContain('text=elsewhere');
    await button(page, 'Share').click();
    await page.getByText('chat programs cut links off at 2,000').waitFor();
    const again = await browsing.open(which, new URL(page.url()).hash.slice(1), { ready: false });
    await again.page.getByText('Ask for its file, and drop it here.').waitFor();
  });

  it('a saved run is run again, and said to be the same', async () => {
    const { page } = await browsing.open(which, 'lang=en&scenario=two-keys');
    const { document } = run(loadScenario(TEXT, { file: 'two-sites.yaml', layout: 'login-in-both' }), { seed: '3' });
    await drop(page, 'saved.json', JSON.stringify(document));
    await page.getByText(`saved.json run again: the same result, ${document.recordHash.slice(0, 8)}.`).waitFor();
    expect(await shownHash(page)).toBe(document.recordHash.slice(0, 8));
    expect(await page.title()).toBe('Two sites, one power cut · Firebreak');

    const strange = { ...document, scenario: { ...document.scenario, sha256: '0'.repeat(64) } };
    await drop(page, 'strange.json', JSON.stringify(strange));
    await page.getByText('strange.json is a run of the scenario two-sites, which is not at hand').waitFor();
    const older = { ...document, recordHash: '0'.repeat(32), engine: '0.0.9' };
    await drop(page, 'older.json', JSON.stringify(older));
    await page.getByText('older.json was run 00000000, by Firebreak 0.0.9').waitFor();
    await drop(page, 'newer.json', JSON.stringify({ ...document, format: 'firebreak.run/9', scenario: null }));
    await page.getByText('newer.json is a run in the format firebreak.run/9').waitFor();
    expect(await shownHash(page)).toBe(document.recordHash.slice(0, 8));
  });

  it('gives pictures, tables, the run and a report to take along', async () => {
    const { page, complaints } = await browsing.open(which, AT);
    await shownHash(page);
    await button(page, 'Share').click();
    const { reading, document } = run(loadScenario(TEXT, { file: 'two-sites.yaml' }));
    const events = await downloaded(page, 'Events (CSV)');
    expect(events.file).toBe('two-sites-as-it-is-events.csv');
    expect(events.content.toString()).toBe(eventsCsv(reading, 'en'));
    expect((await downloaded(page, 'Services (CSV)')).content.toString()).toBe(servicesCsv(document, 'en'));
    const told = JSON.parse((await downloaded(page, 'Run (JSON)')).content.toString());
    expect(told.recordHash).toBe(document.recordHash);
    const png = await downloaded(page, 'Picture (PNG)');
    expect([...png.content.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    const svg = (await downloaded(page, 'Picture (SVG)')).content.toString();
    expect(svg).toMatch(/^<svg .*<title>Two sites, one power cut<\/title>/s);
    expect(svg).toContain(document.recordHash.slice(0, 8));
    expect((await downloaded(page, 'Report (Markdown)')).content.toString()).toContain('#### Why Shop went down');
    expect((await downloaded(page, 'Scenario (YAML)')).content.toString()).toBe(TEXT);
    expect(complaints).toEqual([]);
  });
});
