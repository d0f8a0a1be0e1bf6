// `npm run picture`: takes README's picture of the page anew, docs/images/page.png: the fire at Pangyo, three hours in.
// Needs the build, and the Chromium that the tests use.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './find-browser.mjs';

const PICTURE = 'docs/images/page.png';
const MOMENT = 'T+3h12';

process.chdir(dirname(import.meta.dirname));
const server = spawn(process.execPath, ['bin/firebreak.js', 'serve', 'scenarios/kakao-2022.yaml', '--port', '0']);
server.stderr.pipe(process.stderr);
const line = await new Promise((done) => server.stdout.once('data', (text) => done(String(text))));
const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 860 }, locale: 'en-GB' });
  await page.goto(/http:\S+/.exec(line)[0]);
  const when = page.getByPlaceholder(/T\+/);
  await when.fill(MOMENT);
  await when.press('Enter');
  // The judgements are made after the run: the picture waits for them.
  await page.getByText('Expectations').waitFor();
  await page.screenshot({ path: PICTURE, animations: 'disabled' });
  console.log(`picture: ${PICTURE}`);
} finally {
  await browser.close();
  server.kill('SIGINT');
}
