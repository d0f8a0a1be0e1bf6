// `npm run budgets`: what the page costs, beside what it may cost: sizes, and for 20, 200 and 2,000 services the time of a seek,
// frames while playing as a ratio to an empty loop in the same page, tasks of the main thread, CPU while paused, memory. With the
// processor slowed fourfold. Nothing fails on it; docs/budgets.md explains the rows. Needs the build. Numbers of services may be
// given: `npm run budgets 20`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './find-browser.mjs';

const THROTTLE = 4;
const SEEKS = 40;
const BUDGETS = {
  20: { seek: 16, frames: 1.2, memory: null },
  200: { seek: 33, frames: 1.2, memory: 150 },
  2000: { seek: 100, frames: 2, memory: null },
};

process.chdir(dirname(import.meta.dirname));
const { generateScenario } = await import(join(process.cwd(), 'dist/index.js'));
const wanted = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'firebreak-budgets-'));
const rows = [['what', 'measured', 'budget']];
sizes();
const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  args: [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--enable-precise-memory-info',
  ],
});
try {
  for (const count of wanted.length > 0 ? wanted : [20, 200, 2000]) await measure(count);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
for (const row of rows)
  console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));

function sizes() {
  const html = readFileSync('dist/web/index.html', 'utf8');
  const assets = join('dist/web/assets');
  const zipped = (file) => gzipSync(readFileSync(join(assets, file))).length / 1024;
  const first = [...html.matchAll(/assets\/([^"]+\.js)"/g)].reduce((sum, [, file]) => sum + zipped(file), 0);
  const all = readdirSync(assets)
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + zipped(file), 0);
  rows.push(['first script, compressed', kilobytes(first), '200 KB']);
  rows.push(['all scripts, with worker, scenarios and lessons', kilobytes(all), '450 KB']);
  rows.push(['page in one file', kilobytes(statSync('dist/firebreak.html').size / 1024), '1229 KB']);
}

async function measure(count) {
  const budget = BUDGETS[count] ?? { seek: null, frames: null, memory: null };
  const file = join(folder, `services-${count}.yaml`);
  writeFileSync(file, generateScenario({ services: count, sites: 3 }));
  const server = spawn(process.execPath, ['bin/firebreak.js', 'serve', file, '--port', '0']);
  server.stderr.pipe(process.stderr);
  const line = await new Promise((done) => server.stdout.once('data', (text) => done(String(text))));
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const metric = async (name) =>
      (await session.send('Performance.getMetrics')).metrics.find((each) => each.name === name).value;
    const began = performance.now();
    await page.goto(/http:\S+/.exec(line)[0]);
    await page.locator('.transport').waitFor({ timeout: 600_000 });
    const name = (what) => `${count} services: ${what}`;
    rows.push([name('until the run is shown, unthrottled'), seconds(performance.now() - began), '-']);
    // Judging goes on in the worker, which the throttle would slow as well.
    await page.getByText('Seed', { exact: false }).first().waitFor({ timeout: 600_000 });
    const most = budget.seek === null ? '-' : milliseconds(budget.seek);
    const seek = async () => {
      const before = await metric('TaskDuration');
      await page.evaluate(seekAround, SEEKS);
      return milliseconds((((await metric('TaskDuration')) - before) / SEEKS) * 1000);
    };
    await seek();
    rows.push([name('a seek, main thread, unthrottled'), await seek(), most]);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    rows.push([name('a seek, main thread'), await seek(), most]);

    const empty = await page.evaluate(emptyLoop, 3000);
    await page.locator('.pace select').selectOption('300');
    await page.evaluate('document.activeElement?.blur()');
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    const played = await page.evaluate(watchFrames, 5000);
    await page.keyboard.press('Space');
    rows.push([name('frames while playing, p95'), milliseconds(played.p95), '-']);
    rows.push([
      name('the same to an empty loop'),
      `${(played.p95 / empty.p95).toFixed(2)}x`,
      budget.frames === null ? '-' : `${budget.frames}x`,
    ]);
    rows.push([name('longest task while playing'), milliseconds(played.longest), '50 ms']);

    await page.waitForTimeout(1500);
    const calm = await metric('TaskDuration');
    await page.waitForTimeout(3000);
    rows.push([
      name('CPU while paused'),
      `${((((await metric('TaskDuration')) - calm) / 3) * 100).toFixed(1)} %`,
      '~0 %',
    ]);
    const heap = (await metric('JSHeapUsedSize')) / 1024 ** 2;
    rows.push([
      name('memory of the page'),
      `${heap.toFixed(0)} MB`,
      budget.memory === null ? '-' : `${budget.memory} MB`,
    ]);
  } finally {
    await context.close();
    server.kill('SIGINT');
  }
}

/** To so many places in the run, each painted. Runs in the page. */
async function seekAround(count) {
  const field = document.querySelector('input[name=moment]');
  for (let i = 0; i < count; i++) {
    field.value = `T+${String((i * 7919) % 20).padStart(2, '0')}:${String((i * 31) % 60).padStart(2, '0')}`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.form.requestSubmit();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
}

/** An empty canvas, cleared each frame. Runs in the page. */
async function emptyLoop(milliseconds) {
  const canvas = document.body.appendChild(document.createElement('canvas'));
  const context = canvas.getContext('2d');
  const gaps = [];
  const end = performance.now() + milliseconds;
  let last = performance.now();
  while (last < end) {
    const now = await new Promise((done) => requestAnimationFrame(done));
    context.clearRect(0, 0, canvas.width, canvas.height);
    gaps.push(now - last);
    last = now;
  }
  canvas.remove();
  gaps.sort((a, b) => a - b);
  return { p95: gaps[Math.floor(gaps.length * 0.95)] };
}

/** Runs in the page. */
async function watchFrames(milliseconds) {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  const gaps = [];
  const end = performance.now() + milliseconds;
  let last = performance.now();
  while (last < end) {
    const now = await new Promise((done) => requestAnimationFrame(done));
    gaps.push(now - last);
    last = now;
  }
  observer.disconnect();
  gaps.sort((a, b) => a - b);
  return { p95: gaps[Math.floor(gaps.length * 0.95)], longest };
}

function milliseconds(value) {
  return `${value.toFixed(1)} ms`;
}

function seconds(value) {
  return `${(value / 1000).toFixed(1)} s`;
}

function kilobytes(value) {
  return `${value.toFixed(0)} KB`;
}
