/** A scenario from nothing: by a form, or from a file of another program. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browsing, type Build, browse } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

const COMPOSE = `services:
  web: { image: shop, depends_on: [api] }
  api: { image: api, environment: { DATABASE_URL: "postgres://db:5432/x" } }
  db: { image: postgres }
`;

describe.each<Build>(['served', 'single'])('on the %s page', (which) => {
  it('a form makes a scenario that runs; what is wrong with the answers is told in the editor', async () => {
    const { page, complaints } = await browsing.open(which, 'lang=en&scenario=two-sites');
    await page.getByRole('combobox', { name: 'Scenario', exact: true }).selectOption({ label: 'Start from nothing…' });
    const dialog = page.getByRole('dialog', { name: 'Start from nothing' });
    await dialog.getByLabel('Title').fill('Ours');
    await dialog.getByRole('button', { name: 'Remove service 3' }).click();
    await dialog.getByRole('button', { name: 'Make it' }).click();
    // The second service still needs the third, which there is not.
    await page
      .getByText(/error unknown-service .*"database"/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Close the editor' }).click();

    await page.getByRole('combobox', { name: 'Scenario', exact: true }).selectOption({ label: 'Start from nothing…' });
    await dialog.getByLabel('Title').fill('Ours');
    await dialog.getByRole('button', { name: 'Make it' }).click();
    await expect.poll(() => page.title()).toBe('Ours · Firebreak');
    expect(await page.locator('.strip .name').allInnerTexts()).toEqual(['web', 'orders', 'database']);
    expect(complaints).toEqual([]);
  });

  it('a pasted file of another program is imported, and what is none is said to be none', async () => {
    const { page } = await browsing.open(which, 'lang=ko&scenario=two-sites');
    await page.getByRole('combobox', { name: '시나리오', exact: true }).selectOption({ label: '처음부터 만들기…' });
    const dialog = page.getByRole('dialog', { name: '처음부터 만들기' });
    const field = dialog.getByRole('textbox', { name: '또는 다른 프로그램의 파일 붙여넣기' });
    await field.fill('hello: [');
    await dialog.getByRole('button', { name: '가져오기' }).click();
    await dialog.getByRole('alert').waitFor();
    await field.fill(COMPOSE);
    await dialog.getByRole('button', { name: '가져오기' }).click();
    await page.getByText(/^가져옴: 서비스 3개, 호출 1개/).waitFor();
    await expect.poll(() => page.locator('.strip .name').allInnerTexts()).toHaveLength(3);
  });
});
