// `npm run picture`: takes README's pictures of the page anew. docs/images/page.png is the fire at Pangyo, three hours in;
// docs/images/stage its stage at four moments, each in both languages and both sets of colours.
// Needs the build, and the Chromium that the tests use.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './find-browser.mjs';
import { toWebp } from './webp.mjs';

const STAGES = 'docs/images/stage';
const QUALITY = 0.8;
const MOMENTS = { before: 'T-00:01', cascade: 'T+1:31', 'power-returning': 'T+28:00', 'last-service': 'T+86:00' };

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
  await page.screenshot({ path: 'docs/images/page.png', animations: 'disabled' });
  console.log('picture: docs/images/page.png');
  rmSync(STAGES, { recursive: true, force: true });
  mkdirSync(STAGES);
  for (const lang of ['en', 'ko']) {
    for (const theme of ['light', 'dark']) {
      const stage = await browser.newPage({ viewport: { width: 1200, height: 900 }, locale: 'en-GB' });
      await stage.goto(`${address}#lang=${lang}&theme=${theme}&view=stage`);
      for (const [name, moment] of Object.entries(MOMENTS)) {
        await goTo(stage, moment);
        const png = await stage.locator('.stage').screenshot({ animations: 'disabled' });
        const path = join(STAGES, `${name}-${lang}-${theme}.webp`);
        writeFileSync(path, await toWebp(page, png, QUALITY));
        console.log(`picture: ${path}`);
      }
      await stage.close();
    }
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
