/** What a browser loads before anything is shown: the simulator itself comes later, in its worker. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { buildMissing, ROOT } from './opened-page.js';

beforeAll(buildMissing);

it('the script that the page begins with has at most 200 KB, compressed', () => {
  const web = join(ROOT, 'dist/web');
  const html = readFileSync(join(web, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path);
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(web, path))).length, 0);
  expect(bytes).toBeLessThanOrEqual(200 * 1024);
});
