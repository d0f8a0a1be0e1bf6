/** The facilitator guide of the bundled lessons, printed by a browser: the answers come from runs made for it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcessPool } from '../../src/studies/pool/in-process-pool.js';
import { lessonTruths } from '../../src/workshop/grading/lesson-truths.js';
import { facilitatorGuide, type GuideLesson } from '../../src/workshop/guide/facilitator-guide.js';
import { type GuidePage, readGuidePage } from '../../src/workshop/guide/read-guide-page.js';
import { solutionRun } from '../../src/workshop/guide/solution-run.js';
import { checkLesson } from '../../src/workshop/lessons/check-lesson.js';
import { launchBrowser } from './browser.js';
import { buildMissing, ROOT } from './opened-page.js';

const FOLDER = 'web/lessons';
const MOST_PAGES = 24;
const SINGLE = join(ROOT, 'dist/firebreak.html');

describe('the facilitator guide', () => {
  let browser: Browser;
  let pages: readonly GuidePage[];
  const lessons: GuideLesson[] = [];
  beforeAll(async () => {
    buildMissing();
    browser = await launchBrowser();
    const read = readdirSync(join(FOLDER, 'guide')).map((name) =>
      readGuidePage(readFileSync(join(FOLDER, 'guide', name), 'utf8'), name),
    );
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
    pages = read.flatMap(({ page }) => page ?? []);
    for (const id of readdirSync(FOLDER).filter((name) => name !== 'guide')) {
      const text = (name: string) => readFileSync(join(FOLDER, id, name), 'utf8');
      const { loaded } = checkLesson(
        { id, file: 'lesson.md', text: text('lesson.md') },
        { file: 'scenario.yaml', text: text('scenario.yaml') },
      );
      if (loaded === null) throw new Error(`${id} is no lesson`);
      const pool = inProcessPool();
      lessons.push({ loaded, truths: await lessonTruths(loaded, pool), solution: await solutionRun(loaded, pool) });
    }
  });
  afterAll(() => browser.close());

  it.each(['en', 'ko'] as const)(
    'in %s fits on 24 sheets of A4, with every lesson, card and answer, and loads nothing',
    async (language) => {
      const html = facilitatorGuide(pages, lessons, { language, version: '0' });
      for (const { loaded } of lessons) expect(html).toContain(loaded.lesson.title[language].replaceAll('"', '&quot;'));
      // Eight incidents, seven roles, and five of the hidden deck.
      expect(html.match(/class="card"/g)).toHaveLength(8 + 7 + 5);
      // What a run did not tell would be printed as a question mark.
      expect(html).not.toContain('</strong> ?</p>');
      // A picture of the first solution of each that has one, and a link that carries it.
      const solved = lessons.filter(({ loaded }) => loaded.lesson.exercise.reference.length > 0);
      expect(solved.length).toBeGreaterThan(0);
      expect(html.match(/<figure class="stage"><svg /g)).toHaveLength(solved.length);
      const page = await browser.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.setContent(html);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      await page.close();
      const sheets = pdf.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
      expect(sheets).toBeGreaterThan(lessons.length);
      expect(sheets).toBeLessThanOrEqual(MOST_PAGES);
      expect(asked.filter((url) => !url.startsWith('about:'))).toEqual([]);
    },
  );

  it('its link opens the solution in the page, where it runs', async () => {
    const html = facilitatorGuide(pages, lessons, { language: 'en', version: '0', page: pathToFileURL(SINGLE).href });
    const [, link] = /<figcaption><a href="([^"]*file=survivors-drown[^"]*)"/.exec(html) ?? [];
    const page = await browser.newPage();
    await page.goto(link.replaceAll('&amp;', '&'));
    // With ten servers more in each of three data centres nearly nothing is lost; without, 2.9 million user-hours.
    await page.getByText(/^lost \d{3} user-hours$/).waitFor();
    expect(await page.locator('header .layout select').inputValue()).toBe('design');
    await page.close();
  });
});
