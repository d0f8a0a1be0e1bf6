/** A lesson from its hook to what is handed in: in the one file, from the disk, by pointer and by keyboard, in both languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkLesson, type LoadedLesson, loadDesign, lockCode, readToken, run } from '../../src/index.js';
import { byKeyboard } from './by-keyboard.js';
import { type Browsing, browse, ROOT } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

const read = (name: string): string => readFileSync(join(ROOT, 'web/lessons/one-building', name), 'utf8');
const FIRST = checkLesson(
  { id: 'one-building', file: 'lesson.md', text: read('lesson.md') },
  { file: 'one-building.yaml', text: read('scenario.yaml') },
).loaded as LoadedLesson;
const LOCKED = { workshop: 'W7K2', nick: 'haneul', lesson: 'one-building', seed: '1' };

const action = (page: Page, name: string): Locator => page.locator('.lesson').getByRole('button', { name });
const question = (page: Page, number: number): Locator => page.locator('.question').nth(number - 1);

it('lesson 1 is done by pointer, in English: locked before it is played, mended, handed in', async () => {
  const { page, complaints, requests } = await browsing.open('single', 'lang=en');
  await page.getByRole('button', { name: 'Workshop' }).click();
  await page.getByRole('button', { name: /^L1/ }).click();
  await action(page, 'Next: Predict').click();

  // Nothing of what will happen is there, neither to the eye nor to a reader of the screen.
  await page.locator('.stage-list button').first().waitFor();
  expect(await page.locator('.strip, .impact, .transport, .log').count()).toBe(0);
  expect(await action(page, 'Next: Watch').isDisabled()).toBe(true);
  for (const name of ['Map', 'News', 'Wallet']) await question(page, 1).getByLabel(name).check();
  await question(page, 1).getByLabel('90 %').check();
  await question(page, 2).getByRole('spinbutton').fill('60');
  await question(page, 2).getByLabel('70 %').check();
  await page.getByLabel('Your nickname').fill('haneul');
  await page.getByLabel('Code of the group').fill('W7K2');
  await action(page, 'Lock the prediction').click();
  const answers = [
    { value: ['map', 'news', 'wallet'], confidence: 90 },
    { value: 60, confidence: 70 },
  ] as const;
  await page
    .locator('.lock-code')
    .getByText(lockCode({ ...LOCKED, answers }))
    .waitFor();
  expect(await question(page, 1).getByLabel('Map').isDisabled()).toBe(true);

  await action(page, 'Next: Watch').click();
  await page.locator('.strip').waitFor();
  // A moment has its name once it is reached; until the last is, playing comes before going on.
  const moments = page.locator('.watch-markers');
  expect(await moments.innerText()).not.toMatch(/[a-z]/);
  expect(await page.locator('.next .main-action').count()).toBe(0);
  await moments.getByRole('button').last().click();
  await moments.getByText('Pay is the last').waitFor();
  await page.locator('.next .main-action').waitFor();
  await action(page, 'Next: Explain the gap').click();
  await page.getByText('You missed Taxi.').waitFor();
  // The last of the four is back 2 h 10 min after the cut.
  await page.getByText(/You said 1 h, it was 2 h 10 min/).waitFor();
  expect(await action(page, 'Next: Mend it').isDisabled()).toBe(true);
  await page.getByLabel('In one sentence: why the gap?').fill('Two copies in one building are one');
  await action(page, 'Next: Mend it').click();

  await page.getByText('Aims met: 1 of 2').waitFor();
  for (const name of ['Talk', 'Pay']) await page.getByLabel(`${name}: one of its two servers moves to Anyang`).check();
  await page.getByText('All aims are met: 2 of 2').waitFor();
  await page.getByText('Changes left: 2').waitFor();
  await action(page, 'Show hint 1 of 3').click();
  await page.getByText('Do not count servers.').waitFor();
  await action(page, 'Next: Debrief').click();
  await page.getByText('One question is unanswered').waitFor();

  const token = await page.getByLabel('What is handed in').inputValue();
  const { submission } = readToken(token);
  expect(submission).toMatchObject({ ...LOCKED, answers, hints: 1, explanation: 'Two copies in one building are one' });
  expect(submission?.design).toEqual({ layout: 'base', options: ['split-talk', 'split-pay'], edits: [] });
  // What is handed in meets the aims wherever it is run again.
  const { scenario, otherLayouts } = loadDesign(FIRST, submission?.design ?? expect.fail('no design'));
  if (scenario === null) expect.fail('the design is no scenario');
  const { expectations } = run({ ...scenario, otherLayouts }).document;
  expect(expectations.map(({ verdict }) => verdict)).toEqual(['met', 'met']);
  expect(await page.getByRole('img', { name: /picture of squares/ }).count()).toBe(1);
  const saved = page.waitForEvent('download');
  await action(page, 'Save to a file').click();
  expect((await saved).suggestedFilename()).toBe('W7K2-L1-haneul.fb.txt');
  expect(readFileSync(await (await saved).path(), 'utf8').trim()).toBe(token);

  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !/^(blob|data):/.test(url))).toHaveLength(1);

  // The work is kept in a file, too: what the browser forgets is opened again.
  await page.getByText('To the list of lessons', { exact: true }).click();
  const work = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save my work' }).click();
  const file = await (await work).path();
  const other = await browsing.open('single', 'lang=en&learn=list', { ready: false });
  await other.page.getByLabel('Open saved work…').setInputFiles({
    name: 'firebreak-work.json',
    mimeType: 'application/json',
    buffer: readFileSync(file),
  });
  await other.page.getByRole('button', { name: /^L1.*handed in/ }).waitFor();

  // Another design is opened, and then all is forgotten: the run of the one before tells nothing of either.
  await page.getByRole('button', { name: /^L1/ }).click();
  await page.getByText('Changes left: 2').waitFor();
  await page.locator('.aims[aria-busy=false]').waitFor();
  await page.locator('.lesson header .icon').click();
  await page.getByLabel('Open saved work…').setInputFiles({
    name: 'other.json',
    mimeType: 'application/json',
    buffer: Buffer.from(readFileSync(file, 'utf8').replace(/"split-talk",\s*/, '')),
  });
  await page.getByRole('button', { name: /^L1.*mended/ }).click();
  await page.getByText('Changes left: 3').waitFor();
  await page.locator('.aims[aria-busy=false]').waitFor();
  expect(await page.locator('.plan-steps li').count()).toBe(1);
  await page.locator('.lesson header .icon').click();
  for (const name of ['Reset for the next group', 'Sure? Everything here is forgotten'])
    await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: /^L1/ }).click();
  await page.locator('.lesson header .icon').click();
  expect(await page.getByRole('button', { name: /^L1/ }).innerText()).not.toMatch(/begun|mended|handed in/);
});

it('lesson 1 is done by keyboard alone, in Korean', async () => {
  const { page, complaints } = await browsing.open('single', 'lang=ko&learn=one-building', {
    ready: false,
    // A page of its own: what is kept must outlast a reload, and nobody else's may.
    locale: 'ko-KR',
  });
  await page.locator('.step-title').waitFor();
  const { tabTo, press } = byKeyboard(page);
  await press('다음: 예측');
  for (const name of ['지도', '뉴스', '지갑', '택시']) {
    await tabTo(question(page, 1).getByLabel(name));
    await page.keyboard.press('Space');
  }
  await tabTo(question(page, 1).getByLabel('50%'));
  await page.keyboard.press('Space');
  await tabTo(question(page, 2).getByRole('spinbutton'));
  await page.keyboard.type('110');
  await tabTo(question(page, 2).getByLabel('50%'));
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await tabTo(page.getByLabel('별명'));
  await page.keyboard.type('하늘');
  await press('예측 잠그기');
  await page.getByText('잠갔습니다. 확인 코드:').waitFor();
  await press('다음: 관찰');
  await press('재생');
  // It stops by itself where the lesson marks a moment.
  await page.locator('.watch-markers [aria-current]').first().waitFor();
  await page.evaluate(async () => {
    for (let i = 0; i < 20; i++) await new Promise(requestAnimationFrame);
  });
  expect(await page.locator('.clock-since').innerText()).toBe('T+00:00:00');
  expect(await page.locator('.watch-markers [aria-current]').count()).toBe(1);
  await press('다음: 차이 설명');
  await page.getByText('모두 맞았습니다: 지도, 뉴스, 지갑, 택시.').waitFor();
  await tabTo(page.locator('.sentence textarea'));
  await page.keyboard.type('한 건물의 복제본은 함께 멈춘다');
  await press('다음: 고치기');
  await page.getByText('달성한 목표: 2개 중 1개').waitFor();
  for (const name of [/메시지: 두 대/, /결제: 두 대/]) {
    await tabTo(page.locator('.lesson').getByLabel(name));
    await page.keyboard.press('Space');
  }
  await page.getByText('목표를 모두 달성했습니다').waitFor();
  await press('다음: 되짚기');
  const { submission } = readToken(await page.getByLabel('제출할 내용').inputValue());
  expect(submission?.nick).toBe('하늘');
  expect(submission?.design.options).toEqual(['split-talk', 'split-pay']);

  // Loaded again, it goes on where the design is, not at the beginning.
  await page.reload();
  await page.getByText('목표를 모두 달성했습니다').waitFor();
  expect(await page.locator('.steps [aria-current]').innerText()).toBe('5. 고치기');
  expect(complaints).toEqual([]);
});
