/** One number over a range: the library's values, looked at by pointer and keys, taken as a change of the layout, undone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatAmount, sweep } from '../../src/index.js';
import { type Browsing, browse, ROOT } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

const TEXT = readFileSync(join(ROOT, 'scenarios/two-sites.yaml'), 'utf8');
const PATH = 'services.login.deploy.north.servers';
const strip = (page: Page): Locator => page.getByRole('group', { name: 'The values and what each costs' });
const words = (page: Page): Locator => page.getByRole('region', { name: 'The value in words' });
const curve = (page: Page): Promise<string> => words(page).locator('svg').innerHTML();

it('a number is varied by keys alone: each value costs what the library says, and the one that is taken is a change', async () => {
  const { page, complaints } = await browsing.open('served', 'lang=en&scenario=two-sites', {
    reducedMotion: 'reduce',
  });
  await page.keyboard.press('6');
  await page.getByRole('searchbox', { name: 'Find a number' }).fill('login north');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('All runs made: 10').waitFor();
  const document = await sweep(TEXT, { vary: `${PATH}=2..20:10`, seeds: 1 });
  const lost = document.points.map(({ measures }) =>
    formatAmount(measures.userHoursLost.mean ?? 0, 'person-hours', 'en'),
  );
  const told = await strip(page)
    .getByRole('button')
    .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
  expect(told).toEqual(document.points.map(({ value }, i) => `${value}: ${lost[i]} lost, failed`));
  const tip = document.tippingPoint?.between;
  await page.getByText(`It tips between ${tip?.[0]} and ${tip?.[1]}:`).waitFor();
  expect(await strip(page).locator('.tips .sweep-value').innerText()).toBe(tip?.[1]);
  expect(await strip(page).getByText('now').count()).toBe(1);

  // The curve bends to what is pointed at, and back to what the keys hold.
  await strip(page).getByRole('button').nth(4).focus();
  expect(await words(page).innerText()).toContain(`${PATH} = 10`);
  expect(await words(page).getByRole('button', { name: 'Take this value' }).isDisabled()).toBe(true);
  const asItIs = await curve(page);
  await strip(page).getByRole('button').first().hover();
  expect(await words(page).innerText()).toContain(`${PATH} = 2`);
  await expect.poll(() => curve(page)).not.toBe(asItIs);
  await page.mouse.move(10, 10);
  await expect.poll(() => curve(page)).toBe(asItIs);

  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  expect(await words(page).innerText()).toContain(`4: ${lost[1]} lost`);
  await words(page).getByRole('button', { name: 'Take this value' }).press('Enter');
  await page.locator('.impact').getByText(`lost ${lost[1]}`).waitFor();
  await expect.poll(() => page.url()).toContain(encodeURIComponent(`set,${PATH},4`));
  expect(await strip(page).locator('button', { hasText: 'now' }).getAttribute('aria-label')).toBe(told[1]);
  await page.keyboard.press('e');
  expect(await page.locator('.plan-steps code').allInnerTexts()).toEqual(['~ login@north servers 10 -> 4']);
  await page.keyboard.press('Control+z');
  await page.locator('.impact').getByText('lost 415,144').waitFor();
  expect(complaints).toEqual([]);
});

it('a link varies at once, a value that the file cannot take is told with its line, and runs can be stopped', async () => {
  const { page } = await browsing.open('served', `lang=ko&scenario=two-sites&view=sweep&vary=${PATH}=10..80:3`);
  await page
    .getByRole('alert')
    .getByText(/two-sites\.yaml:\d+:\d+ 오류 too-many-servers/)
    .waitFor();
  await page.getByRole('textbox', { name: '시작..끝, :값의 개수' }).fill('1..20:20');
  await page.keyboard.press('Enter');
  await page.getByText('실행 완료: 20회').waitFor();
  await page.getByRole('textbox', { name: '시작..끝, :값의 개수' }).fill('1..2%');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('양 끝의 단위가 같아야 합니다').waitFor();

  const kakao = await browsing.open(
    'served',
    'lang=en&scenario=kakao-2022&view=sweep&vary=recovery.teams.affiliates.people',
  );
  await kakao.page.getByRole('button', { name: 'Stop', exact: true }).click();
  await kakao.page.getByRole('button', { name: 'Go on' }).waitFor();
});
