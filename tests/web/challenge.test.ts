/** The budget challenge: designed and locked before the cards are known, scored as the command scores it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  checkLesson,
  commitmentOf,
  drawnCards,
  gradeAll,
  inProcessPool,
  type LoadedLesson,
  readToken,
} from '../../src/index.js';
import { byKeyboard } from './by-keyboard.js';
import { type Browsing, browse, ROOT } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

const read = (name: string): string => readFileSync(join(ROOT, 'web/lessons/budget-challenge', name), 'utf8');
const CHALLENGE = checkLesson(
  { id: 'budget-challenge', file: 'lesson.md', text: read('lesson.md') },
  { file: 'budget-challenge.yaml', text: read('scenario.yaml') },
).loaded as LoadedLesson;
const CODE = 'north-wind-42';

const action = (page: Page, name: string): Locator => page.locator('.lesson').getByRole('button', { name });

it('is played by pointer, in English, without a network: bought, locked, drawn by a code that was fixed before, scored', async () => {
  const { page, complaints, requests } = await browsing.open('single', 'lang=en&learn=list', {
    ready: false,
    offline: true,
  });
  await page.getByRole('button', { name: /^BC/ }).click();
  expect(await page.getByRole('list', { name: 'Incident cards' }).getByRole('listitem').count()).toBe(8);
  await action(page, 'Next: Design').click();
  await page.getByText('Points left: 100').waitFor();
  // A further site costs 20 when it is first used, a copy 6.
  await page.locator('.stage-list [data-key="deployment:talk@pangyo"]').click();
  await page.getByRole('button', { name: /^Place/ }).click();
  await page.getByRole('button', { name: 'Add a replica in Daejeon' }).click();
  await page.getByText('Points left: 74').waitFor();
  await page.getByLabel(/A drill every quarter/).check();
  await page.getByText('Points left: 65').waitFor();

  await action(page, 'Next: Lock').click();
  expect(await action(page, 'Lock design and prediction').isDisabled()).toBe(true);
  await page.getByRole('spinbutton').fill('9000000');
  await page.getByLabel('70 %').check();
  await page.getByLabel(/^What stands on the board/).fill(commitmentOf(CODE));
  await page.getByLabel('Your nickname').fill('haneul');
  await action(page, 'Lock design and prediction').click();
  await page.locator('.lock-code').waitFor();
  // Whoever knows the cards designs no more.
  await action(page, 'Next: Cards').click();
  expect(await page.getByRole('button', { name: '2. Design' }).isDisabled()).toBe(true);

  const code = page.getByLabel('Code of the deck, told after everybody has locked');
  await code.fill('another-code');
  await page.getByText('This is not the code that was fixed before').waitFor();
  await code.fill(CODE);
  const cards = drawnCards(CHALLENGE, CODE).map((id) => CHALLENGE.lesson.challenge?.cards[id].title.en);
  expect(await page.locator('.cards li strong').allInnerTexts()).toEqual(cards);
  // Its day is covered until it is played: at the end of it, nothing is.
  await action(page, 'Watch it').first().click();
  await page.locator('.impact .covered-future').waitFor();
  expect(await page.getByText(/^lost /).count()).toBe(0);
  await page.locator('input[name=moment]').fill('23:30');
  await page.keyboard.press('Enter');
  await page.locator('.impact .covered-future').waitFor({ state: 'detached' });
  await action(page, 'Play the cards and score').click();
  await page.locator('table.score').waitFor({ timeout: 120_000 });

  await action(page, 'Next: Debrief').click();
  const { submission } = readToken(await page.getByLabel('What is handed in').inputValue());
  if (submission === null) expect.fail('what is handed in is no token');
  expect(submission.deck).toBe(CODE);
  expect(submission.design).toEqual({
    layout: 'base',
    options: ['drill'],
    edits: [{ kind: 'add', service: 'talk', site: 'daejeon' }],
  });
  // The same score as from what was handed in.
  const { lessons } = await gradeAll([CHALLENGE], [submission], { pool: inProcessPool() });
  await page.getByRole('button', { name: '4. Cards' }).click();
  await page.locator('table.score').getByText(`${lessons[0].rows[0].score?.total} of 1050`).waitFor();
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !/^(blob|data):/.test(url))).toHaveLength(1);
});

it('is played by keyboard alone, in Korean, with the code of the day', async () => {
  const { page, complaints, requests } = await browsing.open('single', 'lang=ko&learn=budget-challenge', {
    ready: false,
    offline: true,
  });
  await page.locator('.step-title').waitFor();
  const { tabTo, press } = byKeyboard(page);
  await press('다음: 설계');
  await page.getByText('남은 점수: 100점').waitFor();
  const talk = page.locator('.stage-list [data-key="deployment:talk@pangyo"]');
  await tabTo(page.locator('.stage-list button[tabindex="0"]'));
  // Arrows go from service to service on the stage.
  for (let i = 0; i < 20 && !(await talk.evaluate((each) => each === document.activeElement)); i++)
    await page.keyboard.press(i < 8 ? 'ArrowRight' : 'ArrowLeft');
  await page.keyboard.press('Enter');
  await page.keyboard.press('m');
  const add = page.getByRole('button', { name: '복제본 추가: 대전' });
  await add.waitFor();
  for (let i = 0; i < 12 && !(await add.evaluate((each) => each === document.activeElement)); i++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('남은 점수: 74점').waitFor();
  await tabTo(page.getByLabel(/분기별 훈련/));
  await page.keyboard.press('Space');
  await page.getByText('남은 점수: 65점').waitFor();
  await press('다음: 잠그기');
  await tabTo(page.getByRole('spinbutton'));
  await page.keyboard.type('9000000');
  await tabTo(page.getByLabel('50%'));
  await page.keyboard.press('Space');
  await tabTo(page.getByLabel('별명'));
  await page.keyboard.type('하늘');
  await press('설계와 예측 잠그기');
  await page.locator('.lock-code').waitFor();
  await press('다음: 카드');
  await press('혼자 하기: 오늘의 코드');
  expect(await page.locator('.cards li').count()).toBe(3);
  await press('지켜보기');
  await page.locator('.impact .covered-future').waitFor();
  await press('카드를 실행하고 채점하기');
  await page.locator('table.score').waitFor({ timeout: 120_000 });
  await press('다음: 되짚기');
  const { submission } = readToken(await page.getByLabel('제출할 내용').inputValue());
  expect(submission).toMatchObject({ nick: '하늘', deck: expect.stringMatching(/^\d{8}$/) });
  expect(submission?.design.edits).toEqual([{ kind: 'add', service: 'talk', site: 'daejeon' }]);
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !/^(blob|data):/.test(url))).toHaveLength(1);
});
