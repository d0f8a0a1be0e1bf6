import { describe, expect, it } from 'vitest';
import { runDocument } from '../../../src/results/run-document.js';
import { layLanes } from '../../../src/scene/lanes.js';
import { stripCells, stripRows } from '../../../src/scene/strip.js';
import { orderStrip } from '../../../src/scene/strip-order.js';
import { burning, MINUTE } from './burning-record.js';

const reading = burning();
const rows = stripRows(reading);
const row = (id: string) => rows.find((each) => each.subject.id === id) ?? expect.fail(id);

describe('a row of the strip', () => {
  it('has pieces that sum to the time not up of the run document', () => {
    const { services, journeys } = runDocument(reading);
    for (const { id, notUpSeconds } of [...services, ...journeys]) expect(row(id).notUpSeconds).toBe(notUpSeconds);
    // Mail: down from minute 3 to 63, recovering to 73.
    expect(row('mail').notUpSeconds).toBe(70 * 60);
  });

  it('tells states and causes of its pieces', () => {
    expect(row('mail').pieces).toEqual([
      { from: 3 * MINUTE, to: 63 * MINUTE, state: 'down', cause: 'site' },
      { from: 63 * MINUTE, to: 73 * MINUTE, state: 'recovering', cause: 'site' },
    ]);
  });

  it('bears what really happened', () => {
    expect(row('mail').history).toEqual([
      { milestone: 'restored', after: 60 * MINUTE, by: 80 * MINUTE, source: 'a notice' },
    ]);
  });
});

describe('cells of the strip', () => {
  it('are as high as the share of their time that was not up', () => {
    // Buckets of 30 minutes: mail is bad for 27, 30, 13 and 0 of them.
    const cells = stripCells(row('mail'), 0, 120 * MINUTE, 4);
    expect(cells.map((cell) => cell.share)).toEqual([27 / 30, 1, 13 / 30]);
    expect(cells.map((cell) => cell.state)).toEqual(['down', 'down', 'down']);
  });

  it('keep the time not up, whatever the buckets', () => {
    for (const buckets of [1, 7, 500]) {
      const cells = stripCells(row('mail'), 0, 120 * MINUTE, buckets);
      const sum = cells.reduce((total, cell) => total + cell.share * (cell.to - cell.from), 0);
      expect(sum).toBeCloseTo(70 * MINUTE, -2);
    }
  });

  it('show only what lies in their window', () => {
    expect(stripCells(row('mail'), 80 * MINUTE, 120 * MINUTE, 10)).toEqual([]);
  });
});

describe('the order of rows', () => {
  it.each([
    ['failed', ['login', 'mail', 'talk', 'chat', 'deploy-tool']],
    ['depth', ['chat', 'talk', 'mail', 'login', 'deploy-tool']],
    ['name', ['chat', 'deploy-tool', 'login', 'mail', 'talk']],
  ] as const)('by %s', (order, expected) => {
    const ordered = orderStrip(rows, order, {
      document: runDocument(reading),
      lanes: layLanes(reading.scenario),
      language: 'en',
    });
    expect(ordered.map((each) => each.subject.id)).toEqual(expected);
  });
});
