import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { advise } from '../../../../src/library/advise.js';
import { availabilityOver } from '../../../../src/library/availability.js';
import { compare } from '../../../../src/library/compare.js';
import { loadScenario } from '../../../../src/library/load-scenario.js';
import { advisePage } from '../../../../src/library/pages/advise/advise-page.js';
import { auditPage } from '../../../../src/library/pages/audit/audit-page.js';
import { availabilityPage } from '../../../../src/library/pages/availability/availability-page.js';
import { comparePage } from '../../../../src/library/pages/compare/compare-page.js';
import { contingencyPage } from '../../../../src/library/pages/contingency/contingency-page.js';
import type { StudyPageOptions } from '../../../../src/library/pages/frame/study-page.js';
import { sweepPage } from '../../../../src/library/pages/sweep/sweep-page.js';
import { sweep } from '../../../../src/library/sweep.js';
import { audit } from '../../../../src/studies/audit/audit.js';
import { contingencyOf } from '../../../../src/studies/contingency/contingency.js';
import { inProcessPool } from '../../../../src/studies/pool/in-process-pool.js';

const FILE = 'scenarios/two-keys.yaml';
const TEXT = readFileSync(FILE, 'utf8');
const BAD = '</title><script>alert(1)</script><img src=x onerror=alert(1)>`';

/** Whatever a file names, and says of itself. */
const HOSTILE = TEXT.replace(/\{ en: [^}]*?, ko: [^}]*? \}/g, JSON.stringify({ en: BAD })).replace(
  'prices: { perServer: 300,',
  `prices: { assumed: ${JSON.stringify(BAD)}, perServer: 300,`,
);

type Made = (options: StudyPageOptions) => string;

/** Each kind of page, from the same scenario; the studies are as small as they can be. */
const PAGES: Readonly<Record<string, (text: string) => Promise<Made>>> = {
  compare: async (text) => {
    const scenario = loadScenario(text, { file: FILE });
    const document = await compare(scenario, { seeds: 2, layouts: ['as-it-is', 'both-in-both'] });
    return (options) => comparePage(document, scenario, options);
  },
  sweep: async (text) => {
    const scenario = loadScenario(text, { file: FILE });
    const document = await sweep(text, {
      file: FILE,
      vary: 'services.accounts.deploy.north.servers=4..12:3',
      seeds: 2,
    });
    return (options) => sweepPage(document, scenario, options);
  },
  contingency: async (text) => {
    const { otherLayouts, ...scenario } = loadScenario(text, { file: FILE });
    const document = await contingencyOf([scenario, otherLayouts[2]], {
      pool: inProcessPool(),
      kinds: ['site', 'link'],
    });
    return (options) => contingencyPage(document, scenario, options);
  },
  advise: async (text) => {
    const scenario = loadScenario(text, { file: FILE });
    const document = await advise(scenario, { budget: 20_000, seeds: 2, mostSteps: 1 });
    return (options) => advisePage(document, scenario, options);
  },
  audit: async (text) => {
    const scenario = loadScenario(text, { file: FILE });
    return (options) => auditPage(audit(scenario, { language: options.language }), scenario, options);
  },
  availability: async (text) => {
    const { otherLayouts, ...scenario } = loadScenario(text, { file: FILE });
    const document = await availabilityOver([scenario, otherLayouts[2]], { years: 2, seeds: 3 });
    const limits = [{ of: null, share: 1 }];
    return (options) => availabilityPage(document, scenario, { ...options, limits });
  },
};

describe.each(Object.keys(PAGES))('the page of %s', async (name) => {
  const make = await PAGES[name](TEXT);
  const page = make({ command: `npx firebreak ${name} 'x & y.yaml'` });

  it('has the title, how to read it, the command that makes it again, the assumptions and a picture', () => {
    expect(page).toContain('<h1>Two keys to one door</h1>');
    expect(page).toContain('How to read it');
    expect(page).toContain(`npx firebreak ${name} &#39;x &amp; y.yaml&#39;`);
    expect(page).toContain('a building loses its power about once in five years');
    expect(page).toMatch(/SHA-256 [0-9a-f]{64}/);
    expect(page).toContain('<svg ');
    expect(page).not.toMatch(/undefined|NaN|Infinity|\[object/);
  });

  it('needs nothing else: no script, no file, no address', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#)/);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('@media print');
  });

  it('is well formed: every element that is opened is closed', () => {
    const open: string[] = [];
    for (const [, slash, element, rest] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/gi)) {
      if (['meta', 'br'].includes(element) || rest.endsWith('/')) continue;
      if (slash === '') open.push(element);
      else expect(open.pop()).toBe(element);
    }
    expect(open).toEqual([]);
  });

  it('speaks Korean', () => {
    const korean = make({ command: 'x', language: 'ko' });
    expect(korean).toContain('<html lang="ko">');
    expect(korean).toContain('문 하나에 열쇠 두 개');
    expect(korean).toContain('읽는 법');
    // Without what stays as it is: ids, paths, units, the command, what the file says in English alone.
    expect(korean).not.toMatch(/How to read|Make it again|In short|user-hours|expectation/);
  });

  it('cannot be steered by the names of a file', async () => {
    const made = (await PAGES[name](HOSTILE))({ command: `${BAD}\u202E` });
    expect(made).toContain('&lt;script&gt;');
    expect(made).not.toMatch(/<script|<img/i);
    expect(made).not.toContain('\u202E');
  });
});
