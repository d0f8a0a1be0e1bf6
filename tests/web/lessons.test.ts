/** What lessons 3, 5 and 6 have and lesson 1 has not: a curve, numbers in the prose, an order, layouts to begin from. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readToken, UNEDITED } from '../../src/index.js';
import { type Browsing, browse } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

const action = (page: Page, name: string | RegExp): Locator => page.locator('.lesson').getByRole('button', { name });

/** As far as the exercise, without what the lesson asks before it. */
async function openExercise(lesson: string, lang: 'en' | 'ko') {
  const done = {
    answers: {},
    lock: 'ABC234',
    explanation: 'because',
    design: UNEDITED,
    hints: 0,
    root: '',
    deck: '',
    commitment: '',
  };
  const work = { format: 'firebreak.work/1', nick: 'haneul', workshop: '', lessons: { [lesson]: done } };
  const opened = await browsing.open('single', `lang=${lang}&learn=list`, {
    ready: false,
    before: async (page) => {
      await page.addInitScript((text) => localStorage.setItem('firebreak.work', text), JSON.stringify(work));
    },
  });
  await opened.page.evaluate((address) => {
    location.hash = address;
    location.reload();
  }, `lang=${lang}&learn=${lesson}`);
  await opened.page.locator('.aims').waitFor();
  return opened;
}

it('lesson 3: a curve drawn by keys, a future that stays covered until it is played, a number that finds the tipping point', async () => {
  const { page, complaints } = await browsing.open('single', 'lang=en&learn=survivors-drown', { ready: false });
  await action(page, 'Next: Predict').click();
  const points = page.getByRole('slider', { name: /min/ });
  for (let i = 0; i < 9; i++) {
    await points.nth(i).focus();
    await page.keyboard.press('PageUp');
  }
  expect(await points.nth(8).getAttribute('aria-valuetext')).toBe('125 %');
  const questions = page.locator('.question');
  await questions.nth(0).getByLabel('50 %').check();
  await questions.nth(1).getByRole('spinbutton').fill('20');
  await questions.nth(1).getByLabel('90 %').check();
  await page.getByLabel('Your nickname').fill('haneul');
  await action(page, 'Lock the prediction').click();

  // The prediction is locked, and still nothing tells what comes: neither a picture nor a sum.
  const cover = page.locator('.impact .covered-future');
  const widthOf = async (): Promise<number> => (await cover.boundingBox())?.width ?? 0;
  await cover.waitFor();
  const all = (await page.locator('.impact .plot').boundingBox())?.width ?? 0;
  // It begins half a minute before the cut; the chart, at that moment.
  expect(await widthOf()).toBeGreaterThan(0.95 * all);
  await action(page, 'Next: Watch').click();
  expect(await page.locator('.strip-sums').allInnerTexts()).not.toContainEqual(expect.stringMatching(/\d/));
  expect(await page.getByText(/peak \d/).count()).toBe(0);
  await page.locator('.watch-markers').getByRole('button', { name: /12:30/ }).click();
  await page.locator('.watch-markers').getByText('The power is back').waitFor();
  // From 12:09:30 to 12:30 of 13:00: 40 % are seen.
  await expect.poll(widthOf).toBeLessThan(0.62 * all);
  expect(await widthOf()).toBeGreaterThan(0.55 * all);
  await action(page, 'Next: Explain the gap').click();
  await cover.waitFor({ state: 'detached' });
  await page.getByText(/The peak was 419 %/).waitFor();
  await page.getByLabel('In one sentence: why the gap?').fill('Retries');
  await action(page, 'Next: Mend it').click();

  await page.getByText('Aims met: 1 of 4').waitFor();
  const levers = page.locator('.lesson .choices');
  const place = await levers.boundingBox();
  const servers = page.getByRole('spinbutton', { name: 'servers in each site' });
  expect(await servers.innerText()).toBe('100 (30 % spare)');
  await servers.focus();
  // What is asked for takes 210 servers. Two times 103 are fewer, two times 106 more: the tipping point lies between.
  for (const [shown, met] of [
    ['103 (32 % spare)', /Aims met: 1 of 4/],
    ['106 (34 % spare)', /All aims are met: 4 of 4/],
    ['110 (36 % spare)', /All aims are met: 4 of 4/],
  ] as const) {
    await page.keyboard.press('ArrowRight');
    await page.getByText(shown).waitFor();
    await page.locator('.aims[aria-busy=false]').waitFor();
    await page.locator('.aims').getByText(met).waitFor();
  }
  // What stands below the ticks has not moved under the pointer.
  expect(await levers.boundingBox()).toEqual(place);
  expect(await page.locator('.plan-steps li').allInnerTexts()).toEqual([
    'Core in Pangyo: 110 servers',
    'Core in Anyang: 110 servers',
    'Core in Daejeon: 110 servers',
  ]);
  await action(page, 'Next: Debrief').click();
  const { submission } = readToken(await page.getByLabel('What is handed in').inputValue());
  expect(submission?.design.edits).toContainEqual({ kind: 'servers', service: 'core', site: 'anyang', servers: 110 });

  // Dragged back to the left it is what the scenario has, and nothing is changed any more.
  await page.getByRole('button', { name: '5. Mend it' }).click();
  await page
    .locator('.aims')
    .getByText(/All aims are met/)
    .waitFor();
  await servers.scrollIntoViewIfNeeded();
  const box = await servers.boundingBox();
  if (box === null) expect.fail('the number is not there');
  await page.mouse.move(box.x + 20, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x - 80, box.y + 8, { steps: 4 });
  await page.mouse.up();
  await page.getByText('100 (30 % spare)').waitFor();
  expect(await page.locator('.plan-steps li').count()).toBe(0);
  expect(complaints).toEqual([]);
});

it('lesson 5, in Korean: an order is changed by its buttons and by dragging, and the number of people asked for at the end', async () => {
  const { page, complaints } = await openExercise('recovery-is-a-schedule', 'ko');
  const rows = page.locator('.order li');
  const names = async (): Promise<string[]> =>
    (await rows.allInnerTexts()).map((text) => /\d+\. ([^\n]*)/.exec(text)?.[1] ?? '');
  expect((await names()).slice(0, 3)).toEqual(['배포 도구', '이미지 저장소', '음악']);
  await action(page, '메시지: 맨 앞으로').click();
  await expect.poll(async () => (await names()).slice(0, 2)).toEqual(['메시지', '배포 도구']);
  await rows.nth(0).scrollIntoViewIfNeeded();
  const [handle, target] = [await rows.nth(0).locator('.handle').boundingBox(), await rows.nth(2).boundingBox()];
  if (handle === null || target === null) expect.fail('there is no list');
  await page.mouse.move(handle.x + 5, handle.y + 8);
  await page.mouse.down();
  await page.mouse.move(handle.x + 5, target.y + target.height / 2, { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => (await names()).slice(0, 3)).toEqual(['배포 도구', '이미지 저장소', '메시지']);
  await page
    .locator('.plan-steps')
    .getByText(/배포 도구, 이미지 저장소, 메시지/)
    .waitFor();
  await action(page, '다음: 되짚기').click();
  const people = page.getByRole('spinbutton', { name: 'B팀 인원' });
  const lost = page.locator('.impact .gutter-right').getByText(/손실/);
  const before = await lost.innerText();
  await people.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => people.innerText()).toBe('2명');
  await expect.poll(() => lost.innerText()).not.toMatch(new RegExp(`${before}|…`));
  // That was a question, no change of what is handed in.
  const { submission } = readToken(await page.getByLabel('제출할 내용').inputValue());
  expect(submission?.design.edits.map(({ kind }) => kind)).toEqual(['set']);
  expect(complaints).toEqual([]);
});

it('lesson 6: one of four layouts is chosen to begin from, by the name that the lesson gives it', async () => {
  const { page, complaints } = await openExercise('what-is-enough', 'en');
  const from = page.getByLabel('Begin from');
  expect(await from.locator('option').allInnerTexts()).toEqual([
    'Pangyo alone',
    'Twins next door',
    'Standby in Daejeon',
    'Three halves',
  ]);
  await from.selectOption('Standby in Daejeon');
  await page.locator('.stage-list [data-key="deployment:talk@daejeon"]').waitFor();
  await action(page, 'Next: Debrief').click();
  // Nothing was locked by answers here; the design is kept all the same.
  const kept = await page.evaluate(() => localStorage.getItem('firebreak.work') ?? '');
  expect(JSON.parse(kept).lessons['what-is-enough'].design).toEqual({ layout: 'far-standby', options: [], edits: [] });
  expect(complaints).toEqual([]);
});

it('the list of lessons makes no run of its own; the first is made when one leaves for the visualiser', async () => {
  const { page, complaints } = await browsing.open('single', 'lang=en&learn=list', { ready: false });
  await page.getByRole('button', { name: /^L1/ }).waitFor();
  expect(await page.getByText(/^Simulating/).count()).toBe(0);
  await page.getByRole('button', { name: 'To the visualiser' }).click();
  await page.locator('.transport').waitFor();
  expect(complaints).toEqual([]);
});
