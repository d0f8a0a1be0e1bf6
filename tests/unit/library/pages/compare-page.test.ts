import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../../src/library/compare.js';
import { loadScenario } from '../../../../src/library/load-scenario.js';
import { comparePage } from '../../../../src/library/pages/compare/compare-page.js';

const FILE = 'scenarios/two-keys.yaml';
const text = readFileSync(FILE, 'utf8');
const scenario = loadScenario(text, { file: FILE });

describe('the page of a comparison', async () => {
  const document = await compare(scenario, { seeds: 3 });
  const page = comparePage(document, scenario, { command: "npx firebreak compare 'x & y.yaml' --seeds 3" });

  it('tells the numbers of the document', () => {
    const hours = document.layouts[0].measures.userHoursLost.mean as number;
    expect(page).toContain(`${(hours / 1e6).toFixed(1)}M`);
    expect(page).toContain('both-in-both');
    // 64 servers at 300 and 5 people at 9,000; 24 servers more.
    expect(page).toContain('>64,200<');
    expect(page).toContain('>71,400<');
  });

  it('has the assumptions, the command that makes it again, and two pictures', () => {
    expect(page).toContain('npx firebreak compare &#39;x &amp; y.yaml&#39; --seeds 3');
    expect(page).toContain(document.scenario.sha256);
    expect(page.match(/<svg /g)).toHaveLength(2);
    expect(page).toContain(`${scenario.defaulted.length} further values were left to the defaults`);
  });

  it('needs nothing else: no script, no file, no address', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#)/);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('@media print');
  });

  it('is well formed: every element that is opened is closed', () => {
    const open: string[] = [];
    for (const [, slash, name, rest] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/gi)) {
      if (['meta', 'br'].includes(name) || rest.endsWith('/')) continue;
      if (slash === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });

  it('speaks Korean', () => {
    const korean = comparePage(document, scenario, { command: 'x', language: 'ko' });
    expect(korean).toContain('<html lang="ko">');
    expect(korean).toContain('문 하나에 열쇠 두 개');
    expect(korean).toContain('가정과 출처');
  });

  it('cannot be steered by the names of a file', async () => {
    const bad = '</title><script>alert(1)</script><img src=x onerror=alert(1)>';
    const hostile = loadScenario(
      text
        .replace('{ en: "Two keys to one door", ko: "문 하나에 열쇠 두 개" }', JSON.stringify({ en: bad }))
        .replace('{ en: Bank, ko: 은행 }', JSON.stringify({ en: bad }))
        .replace('prices: { perServer: 300,', `prices: { assumed: ${JSON.stringify(bad)}, perServer: 300,`)
        .replace('{ en: the bank is back within an hour, ko: 은행 1시간 안에 복구 }', JSON.stringify({ en: bad })),
      { file: FILE },
    );
    const made = comparePage(await compare(hostile, { seeds: 2 }), hostile, { command: `${bad}\u202E` });
    expect(made).toContain('&lt;script&gt;');
    expect(made).not.toMatch(/<script|<img/i);
    expect(made).not.toContain('\u202E');
  });
});
