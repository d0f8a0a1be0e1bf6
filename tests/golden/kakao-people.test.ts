/**
 * The people of the Kakao run against what was published of them (WiseApp, newstomato 1153411; MobileIndex, m.sedaily
 * 26CECWKR89). The hazards were set against these figures, so this holds that the law can say them and goes on saying
 * them, not that it predicts them.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRun } from '../../src/results/reading.js';
import { runDocument } from '../../src/results/run-document.js';
import { simulate } from '../../src/world/simulate.js';
import { checked } from '../unit/scenario/checked.js';

const scenario = checked(readFileSync('scenarios/kakao-2022.yaml', 'utf8'), { file: 'scenarios/kakao-2022.yaml' });
const document = runDocument(readRun(scenario, simulate(scenario, { seed: 1 })));

/** What each gained in users a day, in millions. */
const GAINED = {
  line: 1.28 - 0.43,
  telegram: 1.28 - 1.06,
  'naver-map': 5.72 - 5.16,
  tmap: 4.59 - 4.03,
  ut: 0.15 - 0.04,
};

test.each(Object.entries(GAINED))('%s gains its published number of users, within 15 %%', (id, millions) => {
  const found = document.substitutes.find((each) => each.id === id);
  expect(Math.abs((found?.peakUsers ?? 0) / 1e6 - millions)).toBeLessThan(0.15 * millions);
  // Some returned, some stayed: the shares of the file are 50 to 70 % of those who left.
  expect(found?.stayed).toBeGreaterThan(0.25 * (found?.peakUsers ?? 0));
  expect(found?.stayed).toBeLessThan(0.6 * (found?.peakUsers ?? 0));
});

test('fewer left KakaoTalk for a substitute than it missed: the others went nowhere, which the model does not have', () => {
  const left = document.substitutes.filter(({ id }) => id === 'line' || id === 'telegram');
  expect(left.reduce((sum, { went }) => sum + went, 0)).toBeLessThan(2.07e6);
});

test('mail that was a day old was sent back, by both mails and by nobody else', () => {
  const senders = [...document.services, ...document.journeys].filter(({ workBounced }) => workBounced > 0);
  expect(senders.map(({ id }) => id).sort()).toEqual(['mail-to-daum', 'mail-to-kakao']);
});

test('under the terms as quoted nothing is due, and all of it is a loss that they do not pay', () => {
  const { money } = document.totals;
  expect(money.credits).toBe(0);
  const direct = document.terms.flatMap(({ services }) => services).reduce((sum, { loss }) => sum + loss, 0);
  expect(money.uncoveredBy?.forceMajeure).toBeCloseTo(direct, 0);
  expect(money.uncoveredBy?.indirect).toBeCloseTo(money.merchants ?? Number.NaN, 0);
  expect(money.uncovered).toBeCloseTo(direct + (money.merchants ?? Number.NaN), 0);
});

test('a salon is paid its advertisement for nothing while Hairshop fails: 30,000 won a week', () => {
  const salons = document.merchants.find(({ id }) => id === 'hair-salons');
  const down = document.services.find(({ id }) => id === 'hairshop')?.notUpSeconds ?? 0;
  // 8,000 salons; what is not up but partly works counts in part.
  const most = (8000 * 30_000 * down) / (7 * 86_400);
  expect(salons?.costs).toBeLessThanOrEqual(most);
  expect(salons?.costs).toBeGreaterThan(0.9 * most);
});
