// `npm run picture:lessons`: takes docs/images/lessons anew, each lesson in both languages: at a moment of its run, of the
// challenge where it is designed, of the wheel at its first decision; and on a phone, where it asks, but for the wheel, which is
// played on a wall. WebP, which the browser itself writes. Needs the build.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './find-browser.mjs';
import { toWebp } from './webp.mjs';

const FOLDER = 'docs/images/lessons';
const QUALITY = 0.55;
const WINDOW = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
/** No lesson. */
const LEFT_OUT = ['guide'];
const WHEEL = 'wheel-of-misfortune';
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
      if (id !== WHEEL) await take(`${id}-phone-${lang}`, await phone(id, lang));
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
  } else if (id === WHEEL) {
    await toDecision(opened);
  } else {
    await markers.first().waitFor();
    await markers.nth(Math.floor((await markers.count()) / 2)).click();
    await opened.locator('.watch-markers [aria-current]').first().waitFor();
  }
  await opened.locator('.stage-list button').first().waitFor();
  return opened;
}

/** Through the pauses of the night to the first at which something is decided. */
async function toDecision(opened) {
  const pause = opened.locator('.pause');
  await opened.locator('.stage-list button').first().waitFor();
  await opened.waitForFunction(() => document.querySelector('.loading') === null);
  for (;;) {
    await opened.keyboard.press('End');
    await pause.waitFor();
    if ((await pause.getByRole('radio').count()) > 0) return;
    await pause.locator('.main-action').click();
    await pause.waitFor({ state: 'detached' });
  }
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
  // The figures are made after the run, and words follow the stage when there is time.
  await opened.waitForFunction(() => document.querySelector('.loading') === null);
  await opened.waitForTimeout(1000);
  // On a phone the lesson is gone to while what is below it still grows.
  await opened.evaluate(() => document.querySelector('.lesson').scrollIntoView());
  const content = await toWebp(painter, await opened.screenshot({ animations: 'disabled' }), QUALITY);
  await opened.context().close();
  const file = join(FOLDER, `${name}.webp`);
  bytes += content.length;
  writeFileSync(file, content);
  console.log(`picture: ${file} ${Math.round(content.length / 1000)} kB`);
}
