/** The layout changed by hand, by pointer and by keyboard: run at once, listed as a plan, saved, and the same elsewhere. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Edit, editScenario, loadScenario, run } from '../../src/index.js';
import { type Browsing, type Build, browse, ROOT } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

const AT = 'lang=en&scenario=two-sites&t=7200';
const text = readFileSync(join(ROOT, 'scenarios/two-sites.yaml'), 'utf8');
const CLI = join(ROOT, 'dist/cli.js');

const MOVE: Edit = { kind: 'move', service: 'login', from: 'north', to: 'south' };
const ACTIVE: Edit = { kind: 'role', service: 'shop', site: 'south', role: 'active' };

function hashWith(...edits: readonly Edit[]): string {
  const { text: made, layout } = editScenario(text, edits);
  return run(loadScenario(made, { layout })).document.recordHash.slice(0, 8);
}

const panel = (page: Page): Locator => page.getByRole('region', { name: 'Change the layout' });
const plan = (page: Page): Promise<string[]> => panel(page).locator('.plan-steps code').allInnerTexts();
/** Of the run, as the address has it. */
const hash = (page: Page): string => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('run') ?? '';
const slot = (page: Page, key: string): Locator => page.locator(`.stage-list [data-key="${key}"]`);

/** From the middle of a service to within a data centre, or elsewhere. */
async function drag(page: Page, from: string, to: Locator | string): Promise<void> {
  const start = await slot(page, from).boundingBox();
  if (start === null) expect.fail(`${from} is not on the stage`);
  await page.mouse.move(start.x + 20, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 40, start.y + start.height / 2 + 10);
  const target = await (typeof to === 'string' ? slot(page, to) : to).boundingBox();
  if (target === null) expect.fail('there is nowhere to drag to');
  await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 4 });
}

describe.each<Build>(['served', 'single'])('on the %s page', (which) => {
  it('a service is moved by keyboard alone, the run is that of the same edit, and the clock stays', async () => {
    const { page, complaints } = await browsing.open(which, `${AT}&select=service:login`);
    await page.keyboard.press('e');
    await panel(page).getByText('Nothing is changed yet.').waitFor();
    await page.keyboard.press('m');
    // North, where it stands, is no choice: Enter takes the first that is.
    await expect.poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe('Move to South');
    await page.keyboard.press('Enter');
    await panel(page).getByText('1 to add, 0 to change, 1 to remove').waitFor();
    expect(await plan(page)).toEqual(['+ login@south', '- login@north']);
    await slot(page, 'deployment:login@south').waitFor();
    expect(await page.locator('.clock-since').innerText()).toBe('T+02:00:00');
    // What would have been, and what the audit has no more to say.
    expect(await page.locator('path.ghost').count()).toBe(1);
    await panel(page).getByText('user-hours lost: 53,184 instead of 415,144').waitFor();
    await expect.poll(() => hash(page)).toBe(hashWith(MOVE));

    await page.getByRole('combobox', { name: 'Role in South' }).focus();
    await page.keyboard.press('Escape');
    await page.locator('#search').fill('shop');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Role in South' }).selectOption('active');
    await panel(page).getByText('1 to add, 1 to change, 1 to remove').waitFor();
    await expect.poll(() => hash(page)).toBe(hashWith(MOVE, ACTIVE));

    // One step back, and on again; then the first change is taken back and the second stays.
    await page.locator('.stage-list button[tabindex="0"]').focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => plan(page)).toEqual(['+ login@south', '- login@north']);
    await page.keyboard.press('Control+Shift+z');
    await panel(page).getByRole('button', { name: 'Take back: + login@south' }).click();
    await expect.poll(() => plan(page)).toEqual(['~ shop@south role warm-standby -> active']);
    await expect.poll(() => hash(page)).toBe(hashWith(ACTIVE));
    expect(complaints).toEqual([]);
  });

  it('a service is dragged to another data centre, with Alt for a replica, and onto the bin', async () => {
    const { page, complaints } = await browsing.open(which, AT);
    await page.keyboard.press('e');
    await panel(page).waitFor();
    await drag(page, 'deployment:login@north', 'deployment:shop@south');
    await page.getByText('Move Login to South').waitFor();
    await page.mouse.up();
    await expect.poll(() => plan(page)).toEqual(['+ login@south', '- login@north']);
    await expect.poll(() => hash(page)).toBe(hashWith(MOVE));

    await page.keyboard.press('Control+z');
    await expect.poll(() => plan(page)).toEqual([]);
    await page.keyboard.down('Alt');
    await drag(page, 'deployment:login@north', 'deployment:shop@south');
    await page.getByText('A replica of Login in South').waitFor();
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await expect.poll(() => plan(page)).toEqual(['+ login@south']);

    await drag(page, 'deployment:shop@south', page.locator('[data-bin]'));
    await page.getByText('Remove Shop from South').waitFor();
    await page.mouse.up();
    await expect.poll(() => plan(page)).toEqual(['+ login@south', '- shop@south']);

    // Let go of: nothing is done, and nothing is chosen by the press.
    await drag(page, 'deployment:login@north', 'deployment:login@south');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await plan(page)).toEqual(['+ login@south', '- shop@south']);
    expect(complaints).toEqual([]);
  });

  it('is part of the address, is saved under a name, and the exported file has the same run on the command line', async () => {
    const { page } = await browsing.open(which, `${AT}&edits=move,login,north,south;role,shop,south,active`);
    await expect.poll(() => hash(page)).toBe(hashWith(MOVE, ACTIVE));
    await page.keyboard.press('e');
    await panel(page).getByRole('textbox', { name: 'Name' }).fill('login-south');
    await panel(page).getByRole('button', { name: 'Save as a layout' }).click();
    await page.getByText('Saved as the layout login-south').waitFor();
    expect(await page.getByRole('combobox', { name: 'Layout', exact: true }).inputValue()).toBe('login-south');
    expect(await plan(page)).toEqual([]);
    await page.getByRole('button', { name: 'Share' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Scenario (YAML)' }).click();
    const file = await (await download).path();
    if (!existsSync(CLI)) execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), 'cli']);
    const printed = execFileSync(
      process.execPath,
      [CLI, 'run', file, '--layout', 'login-south', '--json', '--no-fail'],
      { encoding: 'utf8' },
    );
    expect(JSON.parse(printed).recordHash.slice(0, 8)).toBe(hashWith(MOVE, ACTIVE));
  });
});

it('speaks Korean, and a fault made by hand stays where the layout is changed', async () => {
  const { page } = await browsing.open('single', `${AT.replace('en', 'ko')}&select=site:south`);
  await page.keyboard.press('x');
  await page.getByRole('region', { name: '직접 일으킨 장애' }).waitFor();
  await slot(page, 'deployment:login@north').click();
  await page.keyboard.press('m');
  await page
    .getByRole('button', { name: '복제본 추가: South' })
    .or(page.getByRole('button', { name: '복제본 추가: 남부' }))
    .click();
  await page.getByText('추가 1, 변경 0, 삭제 0').waitFor();
  await expect.poll(() => page.url()).toContain('live=');
  await expect.poll(() => page.url()).toContain('edits=add');
});

it('a need is made optional and servers are changed where they are drawn, by pointer and by keys, each in the list of changes', async () => {
  const { page, complaints } = await browsing.open('served', `${AT}&select=service:shop`);
  await page.keyboard.press('e');
  const need = page.getByRole('button', { name: 'Shop needs Login: required. Press for optional.' });
  await need.click();
  await expect.poll(() => plan(page)).toEqual(['~ shop -> login kind (default) -> optional']);
  await page.getByRole('button', { name: 'Shop needs Login: optional. Press for required.' }).press('Enter');
  await expect.poll(() => plan(page)).toEqual(['~ shop -> login kind (default) -> required']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => plan(page)).toEqual(['~ shop -> login kind (default) -> optional']);

  const knob = page.getByRole('slider', { name: 'Servers of Shop in North' });
  await knob.focus();
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key);
  await expect.poll(() => plan(page)).toContain('~ shop@north servers 20 -> 22');
  // Sixty pixels to the right are twice as many.
  const box = await knob.boundingBox();
  if (box === null) expect.fail('the knob has no place');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 3 });
  await page.getByText('22 → 44 servers').waitFor();
  await page.mouse.up();
  await expect.poll(() => plan(page)).toContain('~ shop@north servers 20 -> 44');
  const made: Edit[] = [
    { kind: 'need', of: 'shop', service: 'login', as: 'optional' },
    { kind: 'servers', service: 'shop', site: 'north', servers: 44 },
  ];
  await expect.poll(() => hash(page)).toBe(hashWith(...made));
  expect(complaints).toEqual([]);
});
