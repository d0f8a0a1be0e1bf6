import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staticFile } from '../../../../src/cli/serve/static-file.js';

let folder = '';
let page = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'firebreak-')));
  page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), '');
  writeFileSync(join(page, 'index.html'), '');
  writeFileSync(join(page, 'assets', 'a b.js'), '');
  symlinkSync('../secret.txt', join(page, 'link.txt'));
  mkdirSync(join(folder, 'page-two'));
  writeFileSync(join(folder, 'page-two', 'x.js'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('files of the page', () => {
  it('finds the index for a folder, and a file by its encoded name', () => {
    expect(staticFile(page, '/')).toBe(join(page, 'index.html'));
    expect(staticFile(page, '/assets/a%20b.js')).toBe(join(page, 'assets', 'a b.js'));
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/%5c..%5csecret.txt',
    '/link.txt',
    '/../page-two/x.js',
    '//etc/passwd',
    '/%00',
    '/%',
    '/assets',
    '/none.js',
  ])('serves nothing for %s', (path) => {
    expect(staticFile(page, path)).toBeNull();
  });
});
