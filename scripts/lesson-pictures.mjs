// `npm run picture:lessons`: takes docs/images/lessons anew, each lesson in both languages: at a moment of its run, or, of the
// challenge, where it is designed; and on a phone, where it asks. WebP, which the browser itself writes. Needs the build.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './find-browser.mjs';

const FOLDER = 'docs/images/lessons';
const QUALITY = 0.55;
const WINDOW = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
/** Played by a facilitator, or no lesson. */
const LEFT_OUT = ['guide', 'wheel-of-misfortune'];
const WORDS = { en: { next: /^Next:/ }, ko: { next: /^다음:/ } };

process.chdir(dirname(import.meta.dirname));
const page = pathToFileURL('dist/firebreak.html').href;
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
const painter = await browser.newPage();
let bytes = 0;
try {
  for (const id of readdirSync('web/lessons').filter((name) => !LEFT_OUT.includes(name))) {
    for (const lang of ['en', 'ko']) {
      await take(`${id}-${lang}`, await moment(id, lang));
      await take(`${id}-phone-${lang}`, await phone(id, lang));
    }
  }
} finally {
  await browser.close();
}
console.log(`${Math.round(bytes / 1000)} kB in all`);

/** In the middle of what is watched: what came is told, what comes is covered. */
async function moment(id, lang) {
  const opened = await open(id, lang, WINDOW, 'ABC234');
  const markers = opened.locator('.watch-markers button');
  await opened.locator('.step-title').waitFor();
  if (id === 'budget-challenge') {
    await opened.locator('.lesson').getByRole('button', { name: WORDS[lang].next }).click();
    await opened.locator('.budget').waitFor();
  } else {
    await markers.first().waitFor();
    await markers.nth(Math.floor((await markers.count()) / 2)).click();
    await opened.locator('.watch-markers [aria-current]').first().waitFor();
  }
  await opened.locator('.stage-list button').first().waitFor();
  return opened;
}

async function phone(id, lang) {
  const opened = await open(id, lang, PHONE, null);
  await opened.locator('.lesson').getByRole('button', { name: WORDS[lang].next }).click();
  await opened.locator('.question, .budget').first().waitFor();
  return opened;
}

/** @param lock null: nothing was predicted yet */
async function open(id, lang, viewport, lock) {
  const context = await browser.newContext({ viewport, locale: lang, hasTouch: viewport === PHONE });
  const opened = await context.newPage();
  const isGame = id === 'budget-challenge';
  const design = { layout: 'base', options: [], edits: [] };
  const mine = { answers: {}, lock: isGame ? null : lock, explanation: '', design, hints: 0, root: '' };
  const work = { nick: '', workshop: '', lessons: { [id]: { ...mine, deck: '', commitment: '' } } };
  const text = JSON.stringify({ format: 'firebreak.work/1', ...work });
  await opened.addInitScript((kept) => localStorage.setItem('firebreak.work', kept), text);
  await opened.goto(`${page}#lang=${lang}&theme=light&learn=${id}`);
  return opened;
}

async function take(name, opened) {
  // The figures are made after the run.
  await opened.waitForFunction(() => document.querySelector('.loading') === null);
  // On a phone the lesson is gone to while what is below it still grows.
  await opened.evaluate(() => document.querySelector('.lesson').scrollIntoView());
  const png = (await opened.screenshot({ animations: 'disabled' })).toString('base64');
  await opened.context().close();
  const webp = await painter.evaluate(
    async ({ data, quality }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: image.naturalWidth, height: image.naturalHeight });
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality).split(',')[1];
    },
    { data: png, quality: QUALITY },
  );
  const file = join(FOLDER, `${name}.webp`);
  const content = Buffer.from(webp, 'base64');
  bytes += content.length;
  writeFileSync(file, content);
  console.log(`picture: ${file} ${Math.round(content.length / 1000)} kB`);
}
