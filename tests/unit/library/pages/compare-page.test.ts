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
});
