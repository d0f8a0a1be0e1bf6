/** The small bundled scenarios, layout by layout: verdicts, stability, and the minutes that a pencil gives. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadScenario, type RunDocument, run } from '../../src/index.js';

function documentOf(id: string, layout: string): RunDocument {
  const file = `scenarios/${id}.yaml`;
  return run(loadScenario(readFileSync(file, 'utf8'), { file, layout }), { seed: 1 }).document;
}
const verdicts = ({ expectations }: RunDocument) => expectations.map(({ verdict }) => verdict);
const restoredMinutes = ({ services }: RunDocument, id: string): number =>
  (services.find((each) => each.id === id)?.restoredAfterSeconds ?? Number.NaN) / 60;
const codes = ({ warnings }: RunDocument) => warnings.map(({ code }) => code);

describe('cooling-loss.yaml', () => {
  it('one-hall: drowns in what is left, and the standby takes over after the last server', () => {
    const document = documentOf('cooling-loss', 'one-hall');
    expect(verdicts(document)).toEqual(['failed', 'failed']);
    // Tenths of the servers go when 15 min x -ln(1 - (k - 1/2)/10) are over: the first after 0.77 min, which is T+0, the
    // last after 44.94. Then three checks (20 to 30 s), a promotion of 1 to 2 min, and a minute of cached addresses.
    const last = 15 * (Math.log(1 / 0.05) - Math.log(1 / 0.95));
    expect(restoredMinutes(document, 'shop')).toBeGreaterThan(last + 20 / 60 + 1);
    expect(restoredMinutes(document, 'shop')).toBeLessThan(last + 30 / 60 + 2 + 1.1);
  });

  it.each(['two-halls', 'both-cities'])('%s: nobody notices', (layout) => {
    const document = documentOf('cooling-loss', layout);
    expect(verdicts(document)).toEqual(['met', 'met']);
    expect(document.services[0].downtimeSeconds).toBe(0);
  });
});

describe('surge-during-recovery.yaml', () => {
  it.each(['all-at-once', 'by-the-clock'])('%s: everything is repaired, and the shop stays down', (layout) => {
    const document = documentOf('surge-during-recovery', layout);
    expect(verdicts(document)).toEqual(['failed']);
    expect(document.stability).toBe('metastable');
  });

  it('when-well: each step waits for the last, and the shop is back', () => {
    const document = documentOf('surge-during-recovery', 'when-well');
    expect(verdicts(document)).toEqual(['met']);
    expect(document.stability).not.toBe('metastable');
    // Power 60 min after T+0; 30 servers, 10 of them the store's, a minute each by one of four people; then 15 and 5 min of
    // work before the store serves, and five steps of 5 min: not before 105 min.
    expect(restoredMinutes(document, 'shop')).toBeGreaterThan(60 + 20 + 25);
  });
});

describe('control-plane.yaml', () => {
  // Power 60 min after T+0; the orchestrator's six servers are in the first wave of ten, a minute each: 70. Then the way in
  // without the login, 30 min of start, and 10 min each for the registry and whatever is started with its images. Users
  // see it 30 s later and keep dead addresses for a minute.
  it.each([
    { layout: 'safe', byHand: 240, verdict: 'failed' },
    { layout: 'rehearsed', byHand: 20, verdict: 'met' },
    { layout: 'accounts-of-its-own', byHand: 0, verdict: 'met' },
  ])('$layout: $byHand min by hand, and the shop is back 120 min later', ({ layout, byHand, verdict }) => {
    const document = documentOf('control-plane', layout);
    expect(verdicts(document)).toEqual([verdict]);
    expect(restoredMinutes(document, 'shop')).toBeGreaterThanOrEqual(70 + byHand + 30 + 10 + 10);
    expect(restoredMinutes(document, 'shop')).toBeLessThan(70 + byHand + 30 + 10 + 10 + 2);
    expect(codes(document)).toEqual(byHand > 0 ? ['start-up-circle'] : []);
  });

  it('no-way-in: is down for ever, and the run says why', () => {
    const document = documentOf('control-plane', 'no-way-in');
    expect(verdicts(document)).toEqual(['failed']);
    expect(codes(document)).toEqual(['start-up-circle', 'waits-for-ever']);
  });
});

describe('two-keys.yaml', () => {
  // Power is back nine hours after the start, eight after the fire; whoever lacks one key waits as long as who lacks both.
  it.each(['as-it-is', 'accounts-in-both', 'signatures-in-both'])('%s: the bank waits for the power', (layout) => {
    const document = documentOf('two-keys', layout);
    expect(verdicts(document)).toEqual(['failed']);
    expect(restoredMinutes(document, 'bank')).toBeGreaterThan(8 * 60);
  });

  it('both-in-both: back once calls to the dead site have stopped', () => {
    const document = documentOf('two-keys', 'both-in-both');
    expect(verdicts(document)).toEqual(['met']);
    expect(restoredMinutes(document, 'bank')).toBeLessThan(5);
  });
});

/** Scenarios whose verdicts are asserted in a test of their own, named here with it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'corrupted-replica': 'tests/golden/corrupted-replica.test.ts',
  'kakao-2022': 'tests/golden/kakao.test.ts',
  'more-hands-later': 'tests/golden/more-hands-later.test.ts',
  'naver-2022': 'tests/golden/naver.test.ts',
  'retry-storm': 'tests/analytic/retry-storm.test.ts',
  'split-or-stop': 'tests/golden/split-or-stop.test.ts',
  'two-sites': 'tests/cli/run.test.ts',
};
const HERE = ['control-plane', 'cooling-loss', 'surge-during-recovery', 'two-keys'];

describe('every bundled scenario', () => {
  const files = readdirSync('scenarios').map((file) => file.replace('.yaml', ''));

  it('has asserted verdicts, here or where it is said', () => {
    expect(files.filter((id) => !HERE.includes(id) && !(id in ELSEWHERE))).toEqual([]);
    for (const [id, test] of Object.entries(ELSEWHERE)) expect(readFileSync(test, 'utf8'), test).toContain(id);
  });

  it.each(files.filter((id) => id !== 'two-sites'))('%s says what it is for, in both languages', (id) => {
    const { purpose, title } = loadScenario(readFileSync(`scenarios/${id}.yaml`, 'utf8'));
    for (const text of [purpose, title]) {
      expect(text?.en).toBeTruthy();
      expect(text?.ko).toMatch(/[가-힣]/);
    }
  });
});
