/** The facilitator guide of the bundled lessons, printed by a browser: the answers come from runs made for it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcessPool } from '../../src/studies/pool/in-process-pool.js';
import { lessonTruths } from '../../src/workshop/grading/lesson-truths.js';
import { facilitatorGuide, type GuideLesson } from '../../src/workshop/guide/facilitator-guide.js';
import { type GuidePage, readGuidePage } from '../../src/workshop/guide/read-guide-page.js';
import { checkLesson } from '../../src/workshop/lessons/check-lesson.js';
import { launchBrowser } from './browser.js';

const FOLDER = 'web/lessons';
const MOST_PAGES = 24;

describe('the facilitator guide', () => {
  let browser: Browser;
  let pages: readonly GuidePage[];
  const lessons: GuideLesson[] = [];
  beforeAll(async () => {
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
      lessons.push({ loaded, truths: await lessonTruths(loaded, inProcessPool()) });
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
});
