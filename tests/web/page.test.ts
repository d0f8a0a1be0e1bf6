/** The page as a person meets it, in both builds: through what is seen, read aloud and pressed. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatCount, formatDuration, loadScenario, run, textIn } from '../../src/index.js';
import { type Browsing, type Build, browse, ROOT } from './opened-page.js';

let browsing: Browsing;
let other: { readonly address: string; readonly asked: readonly string[]; close(): Promise<void> };
beforeAll(async () => {
  browsing = await browse();
  other = await listen();
});
afterAll(async () => {
  await browsing.close();
  await other.close();
});

/** A server that is not the page's. */
async function listen(): Promise<typeof other> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(String(request.url));
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

/** Small, and so quick to run: a shop in two sites, one of which loses power at ten. */
const SMALL = 'lang=en&scenario=two-sites';

const KAKAO = run(loadScenario(readFileSync(join(ROOT, 'scenarios/kakao-2022.yaml'), 'utf8')));

const clock = (page: Page): Locator => page.locator('.clock-since');
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
/** Of the stage: a deployment, by service and site. */
const onStage = (page: Page, name: RegExp): Locator => page.locator('.stage-list').getByRole('button', { name });

describe.each<Build>(['served', 'single'])('the %s page with the Kakao run', (which) => {
  let page: Page;
  let complaints: readonly string[];
  let requests: readonly string[];
  beforeAll(async () => {
    ({ page, complaints, requests } = await browsing.keep(which));
  });

  it('opens with the Kakao run, paused a minute before the power fails, and says what to press', async () => {
    await page.getByText('Press space. The power fails in one minute.').waitFor();
    expect(await clock(page).innerText()).toBe('T−00:01:00');
    expect(await page.locator('.clock-wall').innerText()).toBe('Sat 15 Oct 15:21:00 KST');
    expect(await button(page, 'Play').count()).toBe(1);
  });

  it('plays on space: the power fails, services go down, and the caption is gone', async () => {
    await page.keyboard.press('Space');
    await onStage(page, /data centre: no power/)
      .first()
      .waitFor();
    await onStage(page, /: down, since/)
      .first()
      .waitFor();
    expect(await page.getByText('Press space.').count()).toBe(0);
    await page.keyboard.press('Space');
    await button(page, 'Play').waitFor();
    const paused = await clock(page).innerText();
    expect(paused).toMatch(/^T\+/);
  });

  it('has the very record that Node makes', async () => {
    const hash = page.getByRole('region', { name: 'Inspector' }).locator('code');
    expect(await hash.innerText()).toBe(KAKAO.document.recordHash.slice(0, 8));
  });

  it('shows in the list, after a leap in time, what changed last before it', async () => {
    const field = page.getByRole('textbox', { name: 'Go to a time' });
    await field.fill('T+3h12');
    await field.press('Enter');
    const log = page.getByRole('region', { name: 'What changed, and why' });
    // The last change before 18:34; hundreds of entries below the first.
    const last = log.locator('[aria-current="time"]').getByText('18:20:02');
    await last.waitFor();
    const [list, entry] = [await log.boundingBox(), await last.boundingBox()];
    if (list === null || entry === null) expect.fail('the entry has no place');
    expect(entry.y).toBeGreaterThanOrEqual(list.y);
    expect(entry.y + entry.height).toBeLessThanOrEqual(list.y + list.height);
  });

  it('complains of nothing in all this, and asks nobody but where it came from', async () => {
    await page.evaluate('document.activeElement?.blur()');
    for (const key of ['Home', 'Space', 'Space', '1', '2', '4', '3', '?', 'Escape', 'End'])
      await page.keyboard.press(key);
    await button(page, '한국어').click();
    await page.getByRole('list', { name: '범례' }).waitFor();
    expect(complaints).toEqual([]);
    const own = which === 'served' ? browsing.address : 'file:';
    expect(requests.filter((url) => !url.startsWith(own) && !/^(blob|data):/.test(url))).toEqual([]);
    if (which === 'single') expect(requests.filter((url) => url.startsWith('file:'))).toHaveLength(1);
  });
});

describe.each<Build>(['served', 'single'])('the %s page', (which) => {
  it('has a legend of all seven states and the sign of the blocked, always on screen', async () => {
    const { page } = await browsing.open(which, SMALL);
    const legend = page.getByRole('list', { name: 'Legend' });
    const names = ['up', 'degraded', 'overloaded', 'down', 'recovering', 'warming', 'standby', 'blocked'];
    for (const view of ['1', '2', '3', '4']) {
      await page.keyboard.press(view);
      const shown = (await legend.locator('li > span:not(.visually-hidden)').allInnerTexts()).slice(0, names.length);
      expect(shown).toEqual(names);
      expect(await legend.isVisible()).toBe(true);
    }
  });

  it('speaks Korean when asked, in mid-run, without losing its place', async () => {
    const { page } = await browsing.open(which, `${SMALL}&t=7200`);
    const before = await clock(page).innerText();
    await button(page, '한국어').click();
    await page.getByRole('list', { name: '범례' }).getByText('과부하').waitFor();
    expect(await clock(page).innerText()).toBe(before);
    expect(await page.locator('.clock-wall').innerText()).toBe('5월 13일 (월) 12:00:00 KST');
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
    await expect.poll(() => page.url()).toContain('lang=ko');
  });

  it('has everything as tables too, which sort', async () => {
    const { page } = await browsing.open(which, `${SMALL}&t=7200`);
    await page.keyboard.press('4');
    const table = page.getByRole('table', { name: 'Services', exact: true });
    const names = (): Promise<string[]> => table.getByRole('rowheader').allInnerTexts();
    const unsorted = await names();
    await table.getByRole('button', { name: 'Service' }).click();
    const sorted = await names();
    expect(sorted).toHaveLength(unsorted.length);
    expect(sorted).toEqual([...sorted].sort((a, b) => a.localeCompare(b)));
    expect(await table.getByRole('row').filter({ hasText: 'down' }).count()).toBeGreaterThan(0);
    expect(await page.getByRole('table', { name: 'Events' }).getByRole('row').count()).toBeGreaterThan(10);
  });

  it('offers every bundled scenario by its title, and says of the open one what it is for', async () => {
    const { page } = await browsing.open(which, 'lang=ko&scenario=two-sites');
    const texts = readdirSync(join(ROOT, 'scenarios')).map((file) =>
      readFileSync(join(ROOT, 'scenarios', file), 'utf8'),
    );
    const titles = texts.map((text) => textIn(loadScenario(text, { file: 'any.yaml' }).title, 'ko', ''));
    const offered = await page.getByRole('combobox', { name: '시나리오' }).locator('option').allInnerTexts();
    // First of all, one of one's own.
    expect(offered[0]).toMatch(/…$/);
    expect(offered.slice(1).sort()).toEqual([...titles].sort());
    await page.getByText('두 번째 데이터센터가 얼마나 도움이 되는지 보여 준다').waitFor();
  });

  it('sums up who left and what was lost, as the run says', async () => {
    const text = readFileSync(join(ROOT, 'scenarios/corrupted-replica.yaml'), 'utf8');
    const { totals } = run(loadScenario(text, { file: 'corrupted-replica.yaml' })).document;
    const { page } = await browsing.open(which, 'lang=en&scenario=corrupted-replica');
    const row = (name: string): Locator =>
      page.locator('.facts > div').filter({ has: page.getByText(name, { exact: true }) });
    await row('Writes lost').waitFor();
    expect(await row('Writes lost').locator('dd').innerText()).toBe(formatCount(totals.writesLost ?? 0, 'en'));
    expect(await row('Data went back by').locator('dd').innerText()).toBe(
      formatDuration(totals.recoveryPointSeconds ?? 0, 'en'),
    );
    expect(await row('Revenue lost').count()).toBe(0);
  });

  it('makes its runs in a worker, which may ask nobody for anything either', async () => {
    const { page } = await browsing.open(which, SMALL);
    // Where no worker came, the page computes and says so.
    expect(await page.getByText('This browser allows no background worker here').count()).toBe(0);
    const [worker, ...more] = page.workers();
    expect(more).toEqual([]);
    const asked = (address: string): Promise<string> =>
      worker.evaluate(
        (url) =>
          fetch(url, { mode: 'no-cors' }).then(
            () => 'answered',
            () => 'refused',
          ),
        address,
      );
    // Another server, that would answer.
    expect(await asked(other.address)).toBe('refused');
    expect(other.asked).toEqual([]);
  });

  it('runs in the page itself where there can be no worker, and says so', async () => {
    const { page } = await browsing.open(which, SMALL, {
      before: async (each) => {
        await each.addInitScript('window.Worker = function () { throw new Error("no workers here"); };');
      },
    });
    await page.getByText('This browser allows no background worker here').waitFor();
    expect(await clock(page).innerText()).toBe('T−00:01:00');
  });

  it('follows the system to dark colours, and the person against it', async () => {
    const { page } = await browsing.open(which, SMALL, { colorScheme: 'dark' });
    const paper = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await paper()).toBe('rgb(18, 21, 26)');
    await page.getByRole('combobox', { name: 'Colours' }).selectOption('light');
    await expect.poll(paper).toBe('rgb(255, 255, 255)');
  });

  it('fits the width of a phone', async () => {
    const { page } = await browsing.open(which, SMALL.replace('en', 'ko'), {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.getByText('재생을 누르세요.').waitFor();
  });
});
