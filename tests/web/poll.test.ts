/** A poll of predictions: asked on a wall, answered on a phone, shown without names. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readToken } from '../../src/index.js';
import { pollAddress } from '../../web/workshop/state/poll-address.js';
import { type Browsing, browse } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

const addressOf = (url: string) => pollAddress(new URL(url), 'one-building', 'ko');

async function seriousOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}

describe('the address of a poll', () => {
  it('leads a phone to the prediction where it can be reached', () => {
    expect(addressOf('http://192.168.0.7:4180/#learn=poll.one-building')).toEqual({
      from: 'network',
      url: 'http://192.168.0.7:4180/#lang=ko&learn=predict.one-building',
    });
  });

  it('is none of a file, nor of a page that is served to its own computer alone', () => {
    expect(addressOf('file:///home/me/firebreak.html')).toEqual({ from: 'file' });
    for (const host of ['127.0.0.1:4180', 'localhost', '[::1]:4180'])
      expect(addressOf(`http://${host}/`)).toEqual({ from: 'here' });
  });
});

it('is asked on a wall, answered on a phone and shown without names or truth until it is asked for', async () => {
  const { page, complaints } = await browsing.open('single', 'lang=en&learn=poll.one-building', { ready: false });
  await page.getByText('All of Pangyo loses power.').waitFor();
  expect(await page.getByRole('timer').innerText()).toBe('3:00');
  await page.getByText('No link leads here').waitFor();
  await page.getByRole('button', { name: '2', exact: true }).click();
  await page.getByText('A number from 0 to 240, minutes.').waitFor();
  expect(await seriousOn(page)).toEqual([]);

  const { page: phone } = await browsing.open('single', 'lang=ko&learn=predict.one-building', {
    ready: false,
    viewport: { width: 390, height: 844 },
  });
  const question = phone.locator('.question');
  await question.nth(0).getByLabel('메시지').check();
  await question.nth(0).getByLabel(/90/).check();
  await question.nth(1).getByRole('spinbutton').fill('60');
  await question.nth(1).getByLabel(/50/).check();
  await phone.getByLabel('별명').fill('하늘');
  await phone.getByRole('button', { name: '예측 잠그기' }).click();
  const token = await phone.getByLabel('제출할 내용').inputValue();
  expect(readToken(token).submission).toMatchObject({ nick: '하늘', answers: [{ value: ['talk'] }, { value: 60 }] });
  expect(await phone.getByRole('img', { name: /QR/ }).count()).toBe(1);
  expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390);
  expect(await seriousOn(phone)).toEqual([]);
  await phone.context().close();

  await page.getByRole('button', { name: 'Collect the answers' }).click();
  await page.getByLabel('What a class wrote').fill(`하늘: ${token}`);
  await page.getByRole('button', { name: 'Collect', exact: true }).click();
  await page.getByRole('button', { name: 'Show on the wall' }).click();
  const talk = page.locator('.bars li').filter({ hasText: 'Talk' });
  await talk.waitFor();
  expect(await talk.innerText()).toMatch(/^Talk\s+1$/);
  const wall = page.getByRole('main');
  expect(await wall.innerText()).not.toMatch(/하늘|✓|right/);
  expect(await seriousOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show what came true' }).click();
  await page.getByText('right: 0 of 1').first().waitFor();
  expect(await wall.innerText()).not.toMatch(/하늘/);
  expect(complaints).toEqual([]);
  await page.context().close();
});
