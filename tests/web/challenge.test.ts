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

it('is played by keyboard and pointer: bought, locked, drawn by a code that was fixed before, and scored', async () => {
  const { page, complaints, requests } = await browsing.open('single', 'lang=en&learn=list', { ready: false });
  await page.getByRole('button', { name: /^BC/ }).click();
  expect(await page.getByRole('list', { name: 'Incident cards' }).getByRole('listitem').count()).toBe(8);
  await action(page, 'Next: Design').click();
  await page.getByText('Points left: 100').waitFor();
  // A further site costs 20 when it is first used, a copy 6.
  await page.locator('.stage-list [data-key="deployment:talk@pangyo"]').click();
  await page.keyboard.press('m');
  await page.getByRole('button', { name: 'Add a replica in Daejeon' }).click();
  await page.getByText('Points left: 74').waitFor();
  await page.getByLabel(/A drill every quarter/).check();
  await page.getByText('Points left: 65').waitFor();

  await action(page, 'Next: Lock').click();
  expect(await action(page, 'Lock the prediction').isDisabled()).toBe(true);
  await page.getByRole('spinbutton').fill('9000000');
  await page.getByLabel('70 %').check();
  await page.getByLabel(/^What stands on the board/).fill(commitmentOf(CODE));
  await page.getByLabel('Your nickname').fill('haneul');
  await action(page, 'Lock the prediction').click();
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
  await action(page, 'Watch it').first().click();
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
