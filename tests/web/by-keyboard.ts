/** A page used by keys alone: what Tab does not reach is not there. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const MOST_STOPS = 120;

export interface ByKeyboard {
  /** Tab, to the first that it finds. */
  readonly tabTo: (target: Locator) => Promise<void>;
  /** To a button of the lesson, and Enter. */
  readonly press: (name: string | RegExp) => Promise<void>;
}

export function byKeyboard(page: Page): ByKeyboard {
  async function tabTo(target: Locator): Promise<void> {
    await target.first().waitFor();
    for (let i = 0; i < MOST_STOPS; i++) {
      if (await target.first().evaluate((each) => each === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    expect.fail(`the keyboard does not reach ${target}`);
  }
  async function press(name: string | RegExp): Promise<void> {
    await tabTo(page.locator('.lesson').getByRole('button', { name }));
    await page.keyboard.press('Enter');
  }
  return { tabTo, press };
}
