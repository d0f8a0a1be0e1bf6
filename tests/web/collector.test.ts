/** What a class handed in, pasted as a whole chat: found, run again, shown to the instructor alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  baseOf,
  checkLesson,
  type Design,
  type Edit,
  gradeAll,
  inProcessPool,
  type LoadedLesson,
  readToken,
  type Submission,
  sha256,
  UNEDITED,
  writeToken,
} from '../../src/index.js';
import { type Browsing, browse, ROOT } from './opened-page.js';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await browse();
});
afterAll(() => browsing.close());

const lessonFile = (id: string, name: string): string => readFileSync(join(ROOT, 'web/lessons', id, name), 'utf8');
const CHALLENGE = checkLesson(
  { id: 'budget-challenge', file: 'lesson.md', text: lessonFile('budget-challenge', 'lesson.md') },
  { file: 'budget-challenge.yaml', text: lessonFile('budget-challenge', 'scenario.yaml') },
).loaded as LoadedLesson;

function submissionIn(token: string): Submission {
  const { submission } = readToken(token);
  if (submission === null) throw new Error(`no token: ${token}`);
  return submission;
}

const scenario = readFileSync(join(ROOT, 'web/lessons/one-building/scenario.yaml'), 'utf8');

function handedIn(nick: string, options: readonly string[], minutes: number, design: Design = UNEDITED): Submission {
  return {
    workshop: 'W7K2',
    nick,
    lesson: 'one-building',
    base: baseOf(sha256(scenario)),
    seed: '1',
    answers: [
      { value: ['map', 'news', 'wallet', 'taxi'], confidence: 90 },
      { value: minutes, confidence: 50 },
    ],
    design: { ...design, options },
    interventions: [],
    explanation: 'two copies shared one building',
    root: 'pangyo-cut',
    hints: 0,
    deck: '',
  };
}

it('a pasted chat is searched for submissions, each is run again, and damaged ones are refused with the reason', async () => {
  const good = writeToken(handedIn('haneul', ['split-talk', 'split-pay'], 110));
  const idle = writeToken(handedIn('bora', [], 60));
  const cut = writeToken(handedIn('cheol', [], 60)).slice(0, -4);
  const changed = `${good.slice(0, 20)}${good[20] === 'A' ? 'B' : 'A'}${good.slice(21)}`;
  const chat = ['[10:02] haneul: here it is', good, `bora> ${idle} thanks!`, `cheol: ${cut} `, `x: ${changed}`].join(
    '\n',
  );
  const { page, complaints, requests } = await browsing.open('single', 'lang=en&learn=collect', {
    ready: false,
  });
  await page.getByLabel('What a class wrote').fill(chat);
  await page.getByRole('button', { name: 'Collect', exact: true }).click();
  await page.getByText('New: 2. Collected: 2').waitFor();
  const refused = page.getByRole('list', { name: 'Refused' }).getByRole('listitem');
  expect(await refused.allInnerTexts()).toEqual([
    expect.stringMatching(/^fb1\..*line 4: its end is missing: copy it whole$/),
    expect.stringMatching(/^fb1\..*line 5: a character is missing or wrong: copy it again$/),
  ]);

  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  await row('haneul').waitFor();
  // Two of four are split: both aims are met. Without a change four are down at once.
  expect(await row('haneul').getByRole('img', { name: 'met' }).count()).toBe(2);
  expect(await row('bora').getByRole('img', { name: 'failed' }).count()).toBe(1);
  expect(await row('haneul').getByRole('cell').first().innerText()).toBe('1');
  await page.getByText('All aims met by 1 of 2').waitFor();
  // The power is away for an hour; the last service is back after more than two: 110 minutes are near, 60 are not.
  await page.getByText('right: 1 of 2').waitFor();
  await page.getByText('right: 2 of 2').waitFor();

  await page.getByLabel('Hide nicknames (projector)').check();
  expect(await page.getByText('haneul', { exact: true }).count()).toBe(0);
  await page.getByLabel('Hide nicknames (projector)').uncheck();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('haneul');

  // The same again is nobody new; a file may hold many; all is forgotten when it is deleted.
  await page.getByLabel('What a class wrote').fill(good);
  await page.getByRole('button', { name: 'Collect', exact: true }).click();
  await page.getByText('New: 0. Collected: 2').waitFor();
  await page.getByLabel('Files…').setInputFiles({
    name: 'W7K2-L1-dasom.fb.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(`${writeToken(handedIn('dasom', ['split-mail'], 111))}\n`),
  });
  await page.getByText('New: 1. Collected: 3').waitFor();
  await row('dasom').waitFor();
  await page.getByRole('button', { name: 'Delete all' }).click();
  await page.getByRole('button', { name: 'Sure? Everything here is forgotten' }).click();
  await page.getByText('Collected: 0').waitFor();
  expect(await row('haneul').count()).toBe(0);

  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !/^(blob|data):/.test(url))).toHaveLength(1);
});

it('thirty submissions are run again, in Korean', async () => {
  const all = Array.from({ length: 30 }, (_, i) =>
    writeToken(handedIn(`사람${i + 1}`, i % 2 === 0 ? ['split-talk', 'split-pay'] : ['split-talk'], 10 * i)),
  );
  const { page } = await browsing.open('single', 'lang=ko&learn=collect', { ready: false });
  await page.getByLabel('수업에서 받은 글').fill(all.join('\n'));
  await page.getByRole('button', { name: '모으기', exact: true }).click();
  await page.getByText('목표를 모두 달성: 30명 중 15명').waitFor();
  expect(await page.locator('.pass-matrix tbody tr').count()).toBe(30);
});

it('thirty submissions of the challenge are played again, with progress; three prizes, and a place under each card', async () => {
  const challenge = lessonFile('budget-challenge', 'scenario.yaml');
  const add = (service: string, site: string): Edit => ({ kind: 'add', service, site });
  // A drill, a far site, people.
  const designs: readonly Design[] = [
    { ...UNEDITED, options: ['drill'] },
    { ...UNEDITED, edits: ['talk', 'pay', 'login', 'store'].map((service) => add(service, 'daejeon')) },
    { ...UNEDITED, options: ['one-more-service', 'one-more-platform', 'automatic', 'drill', 'status-page'] },
  ];
  const all = Array.from({ length: 30 }, (_, i) =>
    writeToken({
      ...handedIn(`팀${i + 1}`, designs[i % 3].options, 0, designs[i % 3]),
      lesson: 'budget-challenge',
      base: baseOf(sha256(challenge)),
      // Everybody expects another loss.
      answers: [{ value: 4e6 + 1e6 * i, confidence: 70 }],
      root: '',
      deck: 'north-wind-42',
    }),
  );
  const { page, complaints } = await browsing.open('single', 'lang=ko&learn=collect', { ready: false });
  await page.getByLabel('수업에서 받은 글').fill(all.join('\n'));
  await page.getByRole('button', { name: '모으기', exact: true }).click();
  const bar = page.locator('.collector progress');
  await bar.waitFor();
  expect(Number(await bar.getAttribute('max'))).toBeGreaterThan(0);
  await bar.waitFor({ state: 'detached', timeout: 200_000 });
  expect(await page.locator('.pass-matrix').first().locator('tbody tr').count()).toBe(30);

  const prizes = page.locator('.prizes dd strong');
  const game = (await gradeAll([CHALLENGE], all.map(submissionIn), { pool: inProcessPool(), language: 'ko' }))
    .lessons[0];
  const [played] = game.games;
  const nick = (entry: number | null): string => {
    const { nick: name, workshop } = game.rows[played.rows[entry ?? -1]];
    return `${name} (${workshop})`;
  };
  expect(await prizes.allInnerTexts()).toEqual([
    nick(played.mostRobust),
    nick(played.bestValue),
    nick(played.bestProphet),
  ]);
  // A copy far away of what most depend on outlives what strikes here; ten teams have it and share the place.
  const substation = played.titles.indexOf('변전소 하나');
  const ranks = page.locator('.game tbody tr');
  const cells = await ranks.evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  expect(cells.filter((cell) => cell[1 + substation]?.startsWith('1위'))).toHaveLength(10);
  expect(complaints).toEqual([]);
});
