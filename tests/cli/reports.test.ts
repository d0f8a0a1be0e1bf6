import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firebreak, TWO_SITES, temporaryFolder } from './process.js';

const TWO_KEYS = 'scenarios/two-keys.yaml';

/** Each study that writes a page, at its smallest; what the page tells of it, in Korean. */
const STUDIES: readonly (readonly [args: readonly string[], again: string, says: RegExp])[] = [
  [
    ['sweep', TWO_SITES, '--vary', 'services.login.deploy.north.servers=4..10:2', '--seeds', '2'],
    'sweep scenarios/two-sites.yaml --vary services.login.deploy.north.servers=4..10:2 --seeds 2',
    /급변/,
  ],
  [
    ['contingency', TWO_SITES, '--only', 'site', '--layouts', 'as-it-is'],
    'contingency scenarios/two-sites.yaml --layouts as-it-is --seed 1 --only site',
    /as-it-is: 최악은 북부 장애/,
  ],
  [
    ['advise', TWO_KEYS, '--budget', '1000', '--seeds', '2', '--steps', '1'],
    'advise scenarios/two-keys.yaml --budget 1000 --seeds 2 --steps 1',
    /월 예산 1,000 EUR/,
  ],
  [
    ['audit', TWO_SITES, '--fail-on', 'tool-inside'],
    'audit scenarios/two-sites.yaml --fail-on tool-inside',
    /오류 \d+개, 경고 \d+개/,
  ],
  [
    ['availability', TWO_KEYS, '--years', '1', '--seeds', '2', '--layouts', 'as-it-is', '--fail-below', '10%'],
    'availability scenarios/two-keys.yaml --layouts as-it-is --years 1 --seeds 2 --fail-below 10%',
    /1년씩 2회/,
  ],
];

describe.each(STUDIES)('%j', (args, again, says) => {
  it('writes a page that can be sent, in the language of the report', async () => {
    const page = temporaryFolder().file('report.html');
    const { stderr, stdout } = await firebreak([...args, '--report', page, '--lang', 'ko']);
    expect(stderr).toBe('');
    expect(stdout).not.toBe('');
    const html = readFileSync(page, 'utf8');
    expect(html).toMatch(/^<!doctype html>\n<html lang="ko">/);
    expect(html).toMatch(says);
    expect(html).toContain(`npx --no-install firebreak ${again}`);
  });

  it('refuses a page that cannot be written before any work, and leaves nothing behind', async () => {
    const folder = temporaryFolder();
    const out = folder.file('out.json');
    const { code, stdout, stderr } = await firebreak([
      ...args,
      '--report',
      folder.file('no/such/page.html'),
      '--out',
      out,
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('there is no such file or folder');
    expect(readdirSync(folder.path)).toEqual([]);
  });
});
