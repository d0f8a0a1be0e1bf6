/** The wheel of misfortune through a whole night: by keyboard alone, in the one file, and saved with one's work. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commitmentOf, readToken } from '../../src/index.js';
import { type Browsing, browse } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

const CODE = 'north-wind-42';
const inPanel = (page: Page, name: string | RegExp): Locator => page.locator('.lesson').getByRole('button', { name });
const pause = (page: Page): Locator => page.locator('.pause');

/** To the next pause, at once. */
async function onwards(page: Page, what: string | RegExp): Promise<void> {
  await page.keyboard.press('End');
  await pause(page).getByRole('heading', { name: what }).waitFor();
}

it('is decided, told and looked back at by keyboard alone; what comes is covered until the night is over', async () => {
  const { page, complaints, requests } = await browsing.open('single', 'lang=en&learn=list', { ready: false });
  /** Tab, to what bears the name. */
  const tabTo = async (target: Locator): Promise<void> => {
    await target.first().waitFor();
    for (let i = 0; i < 120; i++) {
      if (await target.first().evaluate((each) => each === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    expect.fail(`the keyboard does not reach ${target}`);
  };
  const press = async (name: string | RegExp): Promise<void> => {
    await tabTo(inPanel(page, name));
    await page.keyboard.press('Enter');
  };
  const write = async (target: Locator, text: string): Promise<void> => {
    await tabTo(target);
    await page.keyboard.type(text);
  };

  await page.getByRole('button', { name: /^L7/ }).focus();
  await page.keyboard.press('Enter');
  await write(page.getByLabel(/^Code of the deck/), CODE);
  expect(await page.locator('.commitment').innerText()).toBe(commitmentOf(CODE));
  await press('Next: Predict');
  for (const i of [0, 1]) {
    const question = page.locator('.question').nth(i);
    await write(question.getByRole('spinbutton'), '6');
    await tabTo(question.getByLabel('50 %'));
    await page.keyboard.press('Space');
  }
  await write(page.getByLabel('Your nickname'), 'night shift');
  await press('Lock the prediction');
  await press('Next: The night');

  await onwards(page, /something happens/);
  await page.getByText('22:10 - Pangyo b is dark').waitFor();
  // Neither chart nor words tell of what comes, and no key leads there.
  expect(await page.locator('.impact .covered-future').count()).toBe(1);
  expect(await page.locator('.impact').innerText()).not.toMatch(/lost|peak/);
  await page.keyboard.press('End');
  expect(await page.locator('.clock-since').innerText()).toBe('T+00:00:00');
  expect(await inPanel(page, 'Next: Explain the gap').isDisabled()).toBe(true);
  await press('Go on');

  await onwards(page, /Decision 1/);
  await write(page.getByLabel('On call: in words'), 'it will be over in ten minutes');
  await write(page.getByLabel(/^On call: how many/), '400000');
  await press('Turn the next card');
  await pause(page).getByText('The match is over').first().waitFor();
  expect(await inPanel(page, 'Turn the next card').count()).toBe(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual(
    [],
  );
  await tabTo(pause(page).getByRole('radio').first());
  await page.keyboard.press('ArrowDown');
  await press('Decide and go on');

  await onwards(page, /update 1 is due/);
  // Each role sees its part, and nothing of the others'.
  const parts = { facilities: '.site-board', owner: '.strip', comms: '.impact', recorder: '.clock' };
  for (const [role, part] of Object.entries(parts)) {
    await page.getByLabel('Show what is seen by:').selectOption(role);
    await page.locator(part).first().waitFor();
    for (const other of ['.stage', ...Object.values(parts)])
      expect(await page.locator(other).count()).toBe(other === part || other === '.clock' ? 1 : 0);
  }
  await page.getByLabel('Show what is seen by:').selectOption('');
  await write(pause(page).getByRole('textbox'), 'Photos do not load.');
  for (const box of await pause(page).getByRole('checkbox').all()) {
    await tabTo(box);
    await page.keyboard.press('Space');
  }
  await press('Publish and go on');

  // Loaded again it goes on with this stretch of the night.
  await page.reload();
  await page.locator('.night-log').getByText('Permit the switch').waitFor();
  await page.locator('.transport').waitFor();
  for (const [what, action] of [
    [/something happens/, 'Go on'],
    [/Decision 2/, 'Go on without a decision (A)'],
    [/update 2 is due/, 'Go on without an update'],
    [/something happens/, 'Go on'],
    [/something happens/, 'Go on'],
    [/Decision 3/, 'Go on without a decision (A)'],
    [/something happens/, 'Go on'],
  ] as const) {
    await onwards(page, what);
    await press(action);
  }
  await page.keyboard.press('End');
  await page.getByText('The night is over').waitFor();
  expect(await page.locator('.covered-future').count()).toBe(0);

  await press('Next: Explain the gap');
  await page.getByText(/You said 400,000, it was/).waitFor();
  await write(page.locator('.sentence textarea'), 'Facilities knew of spring.');
  await press('Next: Your way');
  await page.getByText('Place 5 of 27 ways through this night').waitFor({ timeout: 60_000 });
  await page.locator('.wheel-aims').getByText('Update after 10 min: 6 of 6').waitFor();
  await page.locator('.wheel-aims').getByText('Update after 1 h: not written').waitFor();
  // Two ghosts: of what was not decided at the third stop.
  await expect.poll(() => page.locator('.impact path.ghost').count()).toBe(2);
  await press('Next: Debrief');
  await page.getByText(CODE, { exact: true }).waitFor();
  await write(page.getByLabel('1: what will be done'), 'let on call promote login');
  await write(page.getByLabel('1: who'), 'Min');

  const { submission } = readToken(await page.getByLabel('What is handed in').inputValue());
  expect(submission?.interventions).toEqual(['permit', 'easy', 'at-once', '1:match']);
  await press('To the list of lessons');
  const work = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save my work' }).click();
  const saved = JSON.parse(readFileSync(await (await work).path(), 'utf8')).lessons['wheel-of-misfortune'].wheel;
  expect(saved.actions).toEqual([{ what: 'let on call promote login', who: 'Min', by: '' }]);
  expect(complaints).toEqual([]);
  // Twice the page itself, and nothing else.
  expect(requests.filter((url) => !/^(blob|data):/.test(url))).toHaveLength(2);
  await page.context().close();
}, 180_000);
