/** axe finds nothing serious in any view, language and theme. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browsing, browse } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it.each([
    'lang=en&t=7200',
    'lang=ko&scenario=two-sites&t=7200&view=stage',
    'lang=en&scenario=two-sites&t=7200&view=strip&select=service:shop',
    'lang=ko&scenario=two-sites&t=7200&view=table',
    'lang=en&scenario=two-sites&t=7200&select=site:north&live=power-loss,10800,,site:south',
    'lang=en&scenario=two-sites&view=matrix&fails=site:south',
    'lang=ko&scenario=two-sites&view=sweep&vary=services.login.capacity',
  ])(
    'axe finds nothing serious at #%s',
    async (fragment) => {
      const { page } = await browsing.open('served', fragment, { colorScheme });
      // What the worker tells of the chosen service comes after the run.
      if (fragment.includes('select=service')) await page.locator('.why-step').first().waitFor();
      if (fragment.includes('sweep')) await page.locator('.sweep-looked svg').waitFor();
      if (fragment.includes('matrix')) await page.locator('[data-cell]').first().waitFor();
      expect(await seriousOn(page)).toEqual([]);
      // A page of some thousand elements is looked through by script.
    },
    120_000,
  );

  it.each([
    ['lang=en&learn=list', 'Workshop'],
    ['lang=ko&learn=one-building', '한 건물, 한 운명'],
    ['lang=en&learn=budget-challenge', 'Budget challenge'],
    ['lang=ko&learn=collect', '제출물 모으기'],
    ['lang=ko&learn=wheel-of-misfortune', '불운의 바퀴'],
    ['lang=ko&learn=poll.one-building', '한 건물, 한 운명'],
  ])('axe finds nothing serious in the workshop at #%s', async (fragment, title) => {
    const { page } = await browsing.open('served', fragment, { colorScheme, ready: false });
    await page.getByRole('heading', { level: 2, name: title }).waitFor();
    expect(await seriousOn(page)).toEqual([]);
  });
});

/** What is serious or worse, with the elements. */
async function seriousOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
