// `npm run picture`: takes README's pictures of the page anew. docs/images/page.png is the fire at Pangyo, three hours in;
// stage-*.png its stage at four moments, in both languages and both sets of colours.
// Needs the build, and the Chromium that the tests use.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './find-browser.mjs';

const MOMENTS = [
  { name: 'before', lang: 'en', theme: 'light', moment: 'T-00:01' },
  { name: 'cascade', lang: 'ko', theme: 'dark', moment: 'T+1:31' },
  { name: 'power-returning', lang: 'en', theme: 'dark', moment: 'T+28:00' },
  { name: 'last-service', lang: 'ko', theme: 'light', moment: 'T+86:00' },
];

process.chdir(dirname(import.meta.dirname));
const server = spawn(process.execPath, ['bin/firebreak.js', 'serve', 'scenarios/kakao-2022.yaml', '--port', '0']);
server.stderr.pipe(process.stderr);
const line = await new Promise((done) => server.stdout.once('data', (text) => done(String(text))));
const address = /http:\S+/.exec(line)[0];
const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 860 }, locale: 'en-GB' });
  await page.goto(address);
  await goTo(page, 'T+3h12');
  // The judgements are made after the run: the picture waits for them.
  await page.getByText('Expectations').waitFor();
  await take(page, 'docs/images/page.png');
  for (const { name, lang, theme, moment } of MOMENTS) {
    const stage = await browser.newPage({ viewport: { width: 1200, height: 900 }, locale: 'en-GB' });
    await stage.goto(`${address}#lang=${lang}&theme=${theme}&view=stage`);
    await goTo(stage, moment);
    await take(stage.locator('.stage'), `docs/images/stage-${name}.png`);
    await stage.close();
  }
} finally {
  await browser.close();
  server.kill('SIGINT');
}

async function goTo(page, moment) {
  const when = page.locator('input[name=moment]');
  await when.fill(moment);
  await when.press('Enter');
}

async function take(what, path) {
  await what.screenshot({ path, animations: 'disabled' });
  console.log(`picture: ${path}`);
}
