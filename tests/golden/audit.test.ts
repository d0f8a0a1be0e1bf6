/** What an audit says of the bundled scenarios, rule by rule: what their own headers say is wrong with them. */
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/index.js';
import { bundledScenarios } from '../support/bundled-scenarios.js';

const all = bundledScenarios();

function findings(name: string): readonly string[] {
  const scenario = all.get(name);
  if (scenario === undefined) throw new Error(`there is no ${name}`);
  return audit(scenario).findings.map(({ severity, rule, subject }) => `${severity} ${rule} ${subject}`);
}

describe('kakao-2022.yaml', () => {
  const asItWas = findings('kakao-2022 as-it-was');

  it('as it was: finds what sank Kakao', () => {
    expect(asItWas.filter((each) => each.startsWith('error'))).toEqual([
      // Core functions were concentrated at Pangyo.
      'error single-point-site pangyo',
      // The move of payments to Gasan failed: its keys stood in Pangyo.
      'error redundant-in-name-only secret-store',
      // What turns standby into active, and what it is deployed with, stood in the building that burnt.
      'error tool-inside failover-controller',
      'error tool-inside deploy-tool',
      'error tool-inside image-registry',
    ]);
  });

  it('as it was: finds the part of the authentication cache, and the stores, that stood in Pangyo only', () => {
    expect(asItWas).toContain('warning redundant-in-name-only auth-cache-pangyo');
    for (const store of ['auth-cache-pangyo', 'metadata', 'object-store', 'secret-store'])
      expect(asItWas).toContain(`warning single-point-service ${store}`);
  });

  it('names the services that have standbys and fall with Pangyo all the same', () => {
    const scenario = all.get('kakao-2022 as-it-was');
    const found = scenario && audit(scenario).findings.find(({ subject }) => subject === 'failover-controller');
    expect(found?.affected).toEqual(['daum-portal', 'games', 'login', 'pay-payment', 'talk-text']);
    expect(found?.line).toBeGreaterThan(200);
  });

  it('tools-elsewhere: no tool is inside what it repairs any more', () => {
    expect(findings('kakao-2022 tools-elsewhere').filter((each) => each.includes('tool-inside'))).toEqual([]);
  });

  it('tools-and-store: nothing is redundant in name only any more', () => {
    const errors = findings('kakao-2022 tools-and-store').filter((each) => /tool-inside|in-name-only/.test(each));
    expect(errors).toEqual([]);
  });
});

describe('naver-2022.yaml', () => {
  it('as it was: only what stood in one place is told, as warnings', () => {
    expect(findings('naver-2022 as-it-was')).toEqual([
      'warning single-point-site pangyo',
      'warning single-point-site chuncheon',
    ]);
  });

  it('tools-in-pangyo: the tools are', () => {
    expect(findings('naver-2022 tools-in-pangyo').filter((each) => each.startsWith('error'))).toEqual([
      'error tool-inside failover-controller',
      'error tool-inside deploy-tool',
      'error tool-inside image-registry',
    ]);
  });
});

describe('the small scenarios', () => {
  it.each([
    // Without the larger zone of the north 8 of 20 servers are left, and no standby is promoted: 480 of 900 a second; of
    // the login 240 of 270.
    [
      'two-sites as-it-is',
      ['warning redundant-in-name-only login', 'warning no-room-elsewhere shop', 'warning no-room-elsewhere login'],
    ],
    ['two-sites login-in-both', ['warning no-room-elsewhere shop']],
    ['cooling-loss one-hall', []],
    ['corrupted-replica replicas-only', ['warning replicas-without-backup records']],
    ['corrupted-replica nightly-backup', []],
    ['corrupted-replica delayed-copies', []],
    [
      'split-or-stop stop',
      [
        'warning redundant-in-name-only orders',
        'warning redundant-in-name-only orders',
        'warning replicas-without-backup orders',
      ],
    ],
    ['split-or-stop third-vote', ['warning replicas-without-backup orders']],
    ['retry-storm as-it-is', ['error single-point-site home']],
    ['surge-during-recovery all-at-once', ['error single-point-site home']],
    [
      'control-plane safe',
      [
        'error single-point-site home',
        'warning tool-inside orchestrator',
        'warning tool-inside registry',
        'warning start-up-circle login',
      ],
    ],
    [
      'control-plane no-way-in',
      [
        'error single-point-site home',
        'error start-up-circle login',
        'warning tool-inside orchestrator',
        'warning tool-inside registry',
      ],
    ],
  ])('%s', (name, expected) => {
    expect(findings(name)).toEqual(expected);
  });
});

it('an audit says the same in Korean, with no English sentence left', () => {
  for (const scenario of all.values()) {
    const english = audit(scenario).findings;
    const korean = audit(scenario, { language: 'ko' }).findings;
    expect(korean.map(({ rule, subject, line }) => [rule, subject, line])).toEqual(
      english.map(({ rule, subject, line }) => [rule, subject, line]),
    );
    for (const { message, advice } of korean) {
      expect(message).toMatch(/[가-힣]/);
      expect(advice).toMatch(/[가-힣]/);
      expect(message + advice).not.toMatch(/\b(without|the|stands|give|with)\b/);
    }
  }
});
