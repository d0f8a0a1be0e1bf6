// `npm test`: everything that CI runs. Each check runs even when one before it failed; the last line counts the tests.
// Arguments go to vitest and leave out the other checks: `npm test -- tests/unit/engine`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensureBrowser } from './find-browser.mjs';

const REPORT = 'reports/tests.json';
const args = process.argv.slice(2);
const failures = [];

process.chdir(dirname(import.meta.dirname));
if (args.length === 0) {
  for (const [name, script] of [
    ['lint', 'lint'],
    ['types', 'types'],
    ['import rules', 'imports'],
    ['unused code', 'unused'],
  ]) {
    step(name, ['run', '--silent', script]);
  }
}
step('build', ['run', '--silent', 'build']);
const env = { ...process.env };
try {
  env.FIREBREAK_CHROMIUM = ensureBrowser();
} catch (error) {
  console.error(`browser: ${error.message}`);
  failures.push('browser');
}

console.error('--- tests');
mkdirSync(dirname(REPORT), { recursive: true });
rmSync(REPORT, { force: true });
const vitest = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
    ...args,
  ],
  { stdio: 'inherit', env },
);
if (vitest.status !== 0) failures.push('tests');

const report = existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, 'utf8')) : null;
if (!report || report.numTotalTests === 0) failures.push('no test ran');
if (failures.length > 0) console.error(`\nfailed: ${failures.join(', ')}`);
// A test file that does not load has no tests to count, yet is a failure; so is each check above.
const unloaded = report?.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
const failed =
  (report?.numFailedTests ?? 0) + (unloaded?.length ?? 0) + failures.filter((name) => name !== 'tests').length;
const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
console.log(`\n${report?.numPassedTests ?? 0} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failures.length > 0 ? 1 : 0;

function step(name, npmArgs) {
  console.error(`--- ${name}`);
  const { status } = spawnSync('npm', npmArgs, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) failures.push(name);
}
