// Finds a Chromium for the tests, and installs one where none is: `npm run browser`, and `npm test` by itself.
//
// Looked for in this order: FIREBREAK_CHROMIUM, names on PATH, usual places, Playwright's cache. Installed with apt-get
// as root on Debian and Ubuntu, else with `playwright-core install`. Korean fonts are looked for too: without them the
// page is tested with empty boxes, which is worth a warning only.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {{ path: string, how: string } | null} */
export function findBrowser() {
  const named = process.env.FIREBREAK_CHROMIUM;
  if (named) {
    if (runs(named)) return { path: named, how: 'FIREBREAK_CHROMIUM' };
    throw new Error(`FIREBREAK_CHROMIUM is ${named}, which cannot be run`);
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  for (const [how, candidates] of [
    ['PATH', onPath],
    ['a usual place', PLACES],
    ["Playwright's cache", playwrightBrowsers()],
  ]) {
    const path = candidates.find(runs);
    if (path) return { path, how };
  }
  return null;
}

/** Finds a browser or installs one. @returns {string} its path @throws when there is none to be had, saying why */
export function ensureBrowser(say = console.error) {
  let found = findBrowser();
  if (!found) {
    const attempts = [];
    for (const install of [withApt, withPlaywright]) {
      attempts.push(install(say));
      found = findBrowser();
      if (found) break;
    }
    if (!found) {
      const why = attempts.map((line) => `  - ${line}`).join('\n');
      throw new Error(
        `no Chromium was found and none could be installed:\n${why}\ninstall one, or set FIREBREAK_CHROMIUM to its path`,
      );
    }
  }
  say(`browser: ${found.path} (from ${found.how})`);
  ensureKoreanFont(say);
  return found.path;
}

function ensureKoreanFont(say) {
  if (platform() !== 'linux' || hasKoreanFont()) return;
  if (canApt()) {
    say('browser: installing fonts-noto-cjk for Korean text');
    apt(['fonts-noto-cjk']);
  }
  if (!hasKoreanFont()) say('browser: warning: no Korean font found, Korean text is tested as empty boxes');
}

function hasKoreanFont() {
  const result = spawnSync('fc-list', [':lang=ko', 'family'], { encoding: 'utf8' });
  return result.status === 0 && result.stdout.trim() !== '';
}

function withApt(say) {
  if (!canApt()) return 'apt-get: not on Debian or Ubuntu as root';
  say('browser: no Chromium here, installing chromium and fonts-noto-cjk with apt-get');
  return apt(['chromium', 'fonts-noto-cjk']) ?? 'apt-get: installed, but chromium cannot be run';
}

function withPlaywright(say) {
  say('browser: no Chromium here, installing one with playwright-core');
  const cli = join(import.meta.dirname, '../node_modules/playwright-core/cli.js');
  if (!existsSync(cli)) return 'playwright-core: not installed, run npm ci';
  const result = spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
  return result.status === 0
    ? 'playwright-core: installed, but it does not start (`npx playwright-core install-deps chromium`, as root, adds what it lacks)'
    : 'playwright-core: its download failed';
}

function canApt() {
  return platform() === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** @returns {string | null} what went wrong */
function apt(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const result = spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
    if (result.status !== 0) return `apt-get ${args.join(' ')}: exit code ${result.status}`;
  }
  return null;
}

/** The one that Playwright would install, wherever its cache is on this system; then any other version on Linux. */
function playwrightBrowsers() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache/ms-playwright');
  const others = existsSync(cache) ? readdirSync(cache) : [];
  return [
    ...playwrightOwn(),
    ...others
      .filter((name) => name.startsWith('chromium'))
      .flatMap((name) => ['chrome-linux/chrome', 'chrome-linux64/chrome'].map((file) => join(cache, name, file))),
  ];
}

function playwrightOwn() {
  try {
    return [createRequire(import.meta.url)('playwright-core').chromium.executablePath()];
  } catch {
    return [];
  }
}

/** Whether it is there and starts: a package may leave a script behind that only tells how to install the rest. */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] === import.meta.filename) {
  try {
    console.log(ensureBrowser());
  } catch (error) {
    console.error(`browser: ${error.message}`);
    process.exitCode = 1;
  }
}
