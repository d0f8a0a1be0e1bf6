/** What `explain` says of the fire at Pangyo, against what the file states and what the run's log has. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/library/load-scenario.js';
import { hashRecord } from '../../src/record/record-hash.js';
import { type Explanation, explanation } from '../../src/results/explanation.js';
import { type Reading, readRun, type Subject } from '../../src/results/reading.js';
import { changesFor, effectOf, type SavedBy } from '../../src/studies/saved-by/saved-by.js';
import { simulate } from '../../src/world/simulate.js';

const FILE = 'scenarios/kakao-2022.yaml';
const HOUR = 3600e6;
/** 18:00 is 2 h 41 min after the start, 15:19. */
const AT_18 = 2 * HOUR + 41 * 60e6;

const text = readFileSync(FILE, 'utf8');
const scenario = loadScenario(text, { file: FILE });
let reading: Reading;

beforeAll(() => {
  reading = readRun(scenario, simulate(scenario, { seed: '1' }));
});

const subject = (id: string): Subject => reading.subject(id) as Subject;
const lineWith = (part: string): number => text.split('\n').findIndex((line) => line.includes(part)) + 1;
const texts = (steps: readonly { text: string }[]): string => steps.map((step) => step.text).join('\n');

describe('Daum Mail at 18:00', () => {
  let told: Explanation;
  beforeAll(() => {
    told = explanation(reading, subject('daum-mail'), AT_18);
  });

  it('went down at 15:27 with login, before its own zone went at 16:02', () => {
    expect(told.outage?.fromAt).toBe('2022-10-15T15:27:00+09:00');
    expect(told.wentDown[0]).toMatchObject({
      rule: 'fault.began',
      subject: 'second-cut',
      line: lineWith('id: second-cut'),
    });
    expect(texts(told.wentDown)).toContain('because it needs Kakao account login (required)');
  });

  it('is still down for want of entry, power in b3 until 19 October 05:00, login and its platform', () => {
    const rules = new Map(told.stillDown.map((step) => [`${step.rule} ${step.subject}`, step]));
    expect(rules.get('binds.entry pangyo')?.untilAt).toBe('2022-10-15T23:45:00+09:00');
    expect(rules.get('binds.power pangyo/b3')).toMatchObject({
      at: '2022-10-15T16:02:00+09:00',
      untilAt: '2022-10-19T05:00:00+09:00',
      line: lineWith('b3: { value: 85h41m'),
      lastsLongest: true,
    });
    expect(rules.has('binds.down login')).toBe(true);
    expect(rules.has('binds.down mail-platform')).toBe(true);
    // Login is promoted by hand, twelve times slower, since the controller burnt with it.
    expect(texts(told.stillDown)).toMatch(
      /promotion of Kakao account login \(Anyang\) is under way .* 12 times slower by hand without .*Site-failover controller/,
    );
    // Three people rebuild the tools, one tool after another.
    expect(texts(told.stillDown)).toMatch(
      /tools: 3 of 3 people are at work; rebuild of Site-failover controller is number 3 in the queue/,
    );
  });

  it('came back by power, boot and start, one after another without a gap', () => {
    const [power, boot, start] = told.pathBack;
    expect(power).toMatchObject({ rule: 'power.returned', subject: 'pangyo/b3', at: '2022-10-19T05:00:00+09:00' });
    expect(boot.text).toContain('servers booted');
    expect(start.subject).toBe('daum-mail@pangyo:start#1');
    told.pathBack.slice(1).forEach((step, i) => {
      expect(step.fromAt).toBe(told.pathBack[i].at);
    });
    expect(told.pathBack.at(-1)?.at).toBe(told.outage?.toAt);
    expect(told.pathToFull.at(-1)?.subject).toBe('daum-mail@pangyo:verify#1');
  });

  it('could have been entered later: as late as the boot began', () => {
    // Entry at 23:45 on the 15th; power at 05:00 on the 19th is 77 h 15 min later, and nobody boots before.
    const entry = told.offPath.find(({ rule }) => rule === 'entry.allowed');
    expect(entry?.slackSeconds).toBeGreaterThanOrEqual(77.25 * 3600);
    expect(entry?.slackSeconds).toBeLessThan(77.5 * 3600);
  });

  it('puts each hour down to one fault, and all of them to the faults of the file', () => {
    const { service, all } = told.userHours;
    for (const { lost, roots, shared, unexplained } of [service, all]) {
      const sum = roots.reduce((total, each) => total + each.userHours, 0) + shared.userHours + unexplained;
      expect(sum / lost).toBeCloseTo(1, 9);
      for (const { root } of roots) expect(scenario.faults.map(({ id }) => id)).toContain(root);
    }
  });
});

describe('other services of the fire', () => {
  it('Talk Channel waits for people who check, behind a mail platform that is checked first', () => {
    const told = explanation(reading, subject('talk-channel'), 40 * HOUR);
    expect(texts(told.stillDown)).toMatch(
      /data and storage: \d of 3 people are at work; .* is number \d in the queue, behind/,
    );
    // The path back is the queue of the three people of data: one check after the other.
    expect(told.pathBack.filter(({ text: each }) => each.includes('data check')).length).toBeGreaterThanOrEqual(3);
  });

  it('KakaoBank never went down, and nothing is told', () => {
    const told = explanation(reading, subject('bank'), AT_18);
    expect(told).toMatchObject({ outage: null, wentDown: [], stillDown: [], pathBack: [] });
  });
});

describe('what would have saved it', () => {
  const effects: SavedBy[] = [];
  beforeAll(() => {
    for (const change of changesFor(reading, subject('daum-mail'), AT_18, 1000)) {
      if (!/^(power:pangyo\/b3|order:|copy:daum-mail|people:service|optional:|tools)/.test(change.id)) continue;
      const changed = change.apply(scenario);
      const record = simulate(changed, { seed: '1' });
      // The same as a person gets who repeats it from the command line, or writes the layout into the file.
      const again =
        change.layout === null
          ? loadScenario(text, { file: FILE, set: change.set })
          : loadScenario(text.replace(/^layouts:$/m, `layouts:\n  changed: ${JSON.stringify(change.layout)}`), {
              file: FILE,
              layout: 'changed',
            });
      expect(hashRecord(simulate(again, { seed: '1' }))).toBe(hashRecord(record));
      effects.push(effectOf(reading, subject('daum-mail'), change, changed, record, 'en'));
    }
  });
  const saved = (id: string): number => effects.find((each) => each.id === id)?.savedSeconds ?? Number.NaN;

  it('the zone of Daum Mail powered with the first one brings it forward by more than a day', () => {
    expect(saved('power:pangyo/b3')).toBeGreaterThan(24 * 3600);
  });

  it('another order of repair alone does not', () => {
    expect(saved('order:dependency')).toBeLessThan(600);
    expect(saved('order:critical-path')).toBeLessThan(600);
  });
});
