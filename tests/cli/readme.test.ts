import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCUMENTS, fillBlocks } from '../../scripts/readme.mjs';

describe.each(DOCUMENTS.map((document) => ({ document })))('$document', ({ document }) => {
  const text = readFileSync(document, 'utf8');

  it('shows files and output as they are; if not, run `npm run readme`', () => {
    expect(text).toMatch(/<!-- (file: |output: |scenarios )/);
    expect(text).toBe(fillBlocks(text));
  });

  it('links to what is there', () => {
    const links = [...text.matchAll(/\]\(([^):#]+)(?:#[^)]*)?\)/g)].map(([, target]) => target);
    expect(links.filter((target) => !existsSync(join(dirname(document), target)))).toEqual([]);
  });
});

describe('docs/scenarios.md', () => {
  it('names every bundled scenario, with what it is for', () => {
    const rows = readFileSync('docs/scenarios.md', 'utf8').match(/^\| \[.+$/gm) ?? [];
    const files = readdirSync('scenarios').filter((file) => file.endsWith('.yaml'));
    expect(rows.map((row) => /\(\.\.\/scenarios\/(.+?)\)/.exec(row)?.[1])).toEqual(files);
    for (const row of rows) expect(row).toMatch(/\| .{10,} \| .{30,} \| `/);
  });
});

describe('README.md', () => {
  it('is a page or two: the smallest scenario has under 60 lines', () => {
    expect(readFileSync('scenarios/two-sites.yaml', 'utf8').split('\n').length).toBeLessThan(60);
  });

  it('names the two commands that a newcomer needs, which the package has', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    expect(readFileSync('README.md', 'utf8')).toMatch(/npm ci && npm start[^\n]*\nnpm ci && npm test/);
    expect(scripts).toMatchObject({ start: expect.any(String), test: expect.any(String) });
  });
});
