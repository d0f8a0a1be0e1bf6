/**
 * Two sites and a cut cable: what each of the three choices costs, worked out by hand.
 *
 * 500 orders a second, half of them in each site, of which 30 % write; the cut lasts 40 minutes.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadScenario, type RunDocument, run } from '../../src/index.js';

const FILE = 'scenarios/split-or-stop.yaml';
const text = readFileSync(FILE, 'utf8');
const CUT_SECONDS = 40 * 60;
/** Writes a second in each site. */
const WRITES = 250 * 0.3;

function play(layout: string): RunDocument {
  return run(loadScenario(text, { file: FILE, layout }), { seed: 1 }).document;
}

const verdicts = ({ expectations }: RunDocument) => expectations.map(({ verdict }) => verdict);

it('that stops refuses every write for 40 minutes, and has nothing to put right', () => {
  const document = play('stop');
  expect(verdicts(document)).toEqual(['failed', 'met', 'met', 'met']);
  expect(document.totals.requestsFailed).toBeCloseTo(2 * WRITES * CUT_SECONDS, 3);
  expect(document.totals).toMatchObject({ writesLost: 0, writesToMerge: 0, recoveryPointSeconds: 0 });
});

it('that splits refuses nothing, loses some writes, and merges the rest for a day', () => {
  const document = play('split');
  expect(verdicts(document)).toEqual(['met', 'failed', 'failed', 'failed']);
  const apart = WRITES * CUT_SECONDS;
  expect(document.totals.requestsFailed).toBeCloseTo(0, 6);
  // 2 % of 180,000 are lost.
  expect(document.totals.writesLost).toBeCloseTo(0.02 * apart, 3);
  expect(document.totals.writesToMerge).toBeCloseTo(0.98 * apart, 3);
  // 176,400 writes at half a second each: 24 h 30 min after the cut.
  expect(document.services[0].fullFunctionAfterSeconds).toBeCloseTo(CUT_SECONDS + 0.98 * apart * 0.5, 3);
});

it('with a third vote refuses the writes of one site, and nothing else goes wrong', () => {
  const document = play('third-vote');
  expect(verdicts(document)).toEqual(['met', 'met', 'met', 'met']);
  expect(document.totals.requestsFailed).toBeCloseTo(WRITES * CUT_SECONDS, 3);
  expect(document.totals).toMatchObject({ writesLost: 0, writesToMerge: 0 });
});

it('tells why in a chain from the cut: votes for the site that refuses, the end of the split for what is to be merged', () => {
  const because = (layout: string, i: number) => play(layout).expectations[i].because;
  expect(because('stop', 0)).toContain('refuses writes: 1 of 2 votes in reach');
  expect(because('split', 2)).toContain('176,400 writes to merge');
});
