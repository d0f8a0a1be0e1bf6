/**
 * docs/validation.md is fresh: its cheap figures are made again, and its dear ones bear what they were made from.
 *
 * What takes minutes is claimed in the document's own lines: none says that it does not hold.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { simulate } from '../../src/world/simulate.js';
import { ABLATIONS } from '../../validation/ablations.js';
import { figuresIn, fillFigures, PARTS } from '../../validation/document.js';
import { withFlatDemand } from '../../validation/flat-demand.js';
import { kakao } from '../../validation/kakao.js';
import { score, scoredRows } from '../../validation/score.js';
import { rowsSection, stamp } from '../../validation/sections/rows.js';

const document = readFileSync('docs/validation.md', 'utf8');

test('the Kakao rows are those of the model as it is; else: npm run validate', () => {
  expect(figuresIn(document, 'rows')).toBe(rowsSection());
});

test.each(['calibration', 'sensitivity', 'labels'])('%s was made with the rows of the model as it is', (name) => {
  expect(figuresIn(document, name)).toContain(`<!-- made from rows ${stamp()} -->`);
});

test('every system of both engines’ comparison is in it', () => {
  const source = readFileSync('tests/differential/flow-against-requests.test.ts', 'utf8');
  const names = [...source.matchAll(/\bname: '([^']+)'/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThanOrEqual(10);
  const figures = figuresIn(document, 'requests');
  for (const name of names) expect(figures).toContain(`| ${name} |`);
});

test('every part has its place, and filling one changes no other', () => {
  for (const name of Object.keys(PARTS)) {
    const filled = fillFigures(document, name, 'new');
    expect(figuresIn(filled, name)).toBe('new');
    expect(fillFigures(filled, name, figuresIn(document, name))).toBe(document);
  }
});

test('at least five of the seven mechanisms are worth two rows', () => {
  const seeds = [1, 2, 3, 4];
  const whole = score(kakao, seeds).inside;
  const mattering = ABLATIONS.filter(({ of }) => score(of(kakao), seeds).inside <= whole - 2);
  expect(ABLATIONS).toHaveLength(7);
  expect(mattering.length).toBeGreaterThanOrEqual(5);
});

test.each(['rows', 'ablations', 'calibration', 'labels'])('what had to hold of %s holds, by its figures', (name) => {
  const claims = figuresIn(document, name).match(/^- (Holds|\*\*Does not hold\*\*): /gm) ?? [];
  expect(claims.length).toBeGreaterThan(0);
  expect(new Set(claims)).toEqual(new Set(['- Holds: ']));
});

test('demand without its ups and downs gives the same times to the minute, with a third fewer events', () => {
  const flat = withFlatDemand(kakao);
  for (const seed of [1, 2]) {
    const [was, is] = [kakao, flat].map((scenario) => scoredRows(scenario, seed));
    for (const [i, { id, simulatedSeconds }] of was.entries()) {
      expect(Math.abs((is[i].simulatedSeconds ?? 0) - (simulatedSeconds ?? 0)), id).toBeLessThan(60);
    }
  }
  const events = [kakao, flat].map((scenario) => simulate(scenario, { seed: '1' }).counters.events);
  expect(events[1]).toBeLessThan(events[0] * 0.75);
});
