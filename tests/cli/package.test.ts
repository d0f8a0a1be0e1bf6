/** What `npm pack` makes, used where nothing of this repository is but what the package depends on. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const elsewhere = mkdtempSync(join(tmpdir(), 'firebreak-package-'));
const installed = join(elsewhere, 'node_modules', 'firebreak');
let packed: Packed;

beforeAll(() => {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', elsewhere];
  [packed] = JSON.parse(execFileSync('npm', args, { encoding: 'utf8' }));
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['xzf', join(elsewhere, packed.filename), '-C', installed, '--strip-components', '1']);
  writeFileSync(join(elsewhere, 'package.json'), '{ "type": "module" }');
  // As an installer would put them there.
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    const link = join(elsewhere, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(resolve('node_modules', name), link);
  }
});
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

const node = (args: readonly string[]): string =>
  execFileSync(process.execPath, args, { cwd: elsewhere, encoding: 'utf8' });

describe('the package', () => {
  it('has what it needs and nothing else', () => {
    const folders = new Set(packed.files.map(({ path }) => path.split('/').slice(0, 2).join('/')));
    expect([...folders].filter((path) => /bench|validation|tests|src|tsbuildinfo/.test(path))).toEqual([]);
    for (const file of [
      'bin/firebreak.js',
      'dist/index.js',
      'dist/types/index.d.ts',
      'dist/firebreak.html',
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
      'schema/scenario.schema.json',
    ])
      expect(packed.files.map(({ path }) => path)).toContain(file);
  });

  it('is no larger than is said: 4 MB, 15 MB unpacked', () => {
    expect(packed.size).toBeLessThan(4e6);
    expect(packed.unpackedSize).toBeLessThan(15e6);
  });

  it('is as publint wants it', async () => {
    const { messages } = await publint({ pkgDir: installed, pack: false });
    expect(messages).toEqual([]);
  });

  it('has its command', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(node([join(installed, 'bin/firebreak.js'), '--version'])).toBe(`${version}\n`);
    const scenario = join(installed, 'scenarios', 'two-sites.yaml');
    expect(
      node([
        join(installed, 'bin/firebreak.js'),
        'test',
        scenario,
        '--layouts',
        'login-in-both',
        '--seeds',
        '4',
        '--workers',
        '2',
      ]),
    ).toContain('PASS');
  });

  it('has its library, without a file of this repository', () => {
    const script = `
      import { readFileSync } from 'node:fs';
      import { loadScenario, run } from 'firebreak';
      const text = readFileSync('node_modules/firebreak/scenarios/two-sites.yaml', 'utf8');
      console.log(run(loadScenario(text)).document.totals.servicesEverDown);
    `;
    expect(node(['--input-type=module', '-e', script])).toBe('2\n');
    expect(readdirSync(installed)).not.toContain('src');
  });

  it('serves its page', async () => {
    const scenario = join(installed, 'scenarios', 'two-sites.yaml');
    const child = spawn(process.execPath, [join(installed, 'bin/firebreak.js'), 'serve', scenario, '--port', '0'], {
      cwd: elsewhere,
    });
    try {
      const port = await new Promise<number>((done, failed) => {
        child.stdout.setEncoding('utf8').once('data', (line: string) => done(Number(/:(\d+)\//.exec(line)?.[1])));
        child.once('close', () => failed(new Error('serve ended')));
      });
      const page = await new Promise<string>((done, failed) => {
        const asked = request({ host: '127.0.0.1', port, path: '/' }, (response) => {
          let body = '';
          response.setEncoding('utf8').on('data', (part: string) => {
            body += part;
          });
          response.on('end', () => done(body));
        });
        asked.on('error', failed).end();
      });
      expect(page).toMatch(/<script[^>]+src="\.\/assets\//);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
