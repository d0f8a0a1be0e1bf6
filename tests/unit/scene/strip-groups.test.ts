import { describe, expect, it } from 'vitest';
import type { Lanes } from '../../../src/scene/lanes.js';
import type { BadPiece, StripRow } from '../../../src/scene/strip.js';
import { stripGroups } from '../../../src/scene/strip-groups.js';

function row(id: string, pieces: readonly BadPiece[] = [], kind = 'service'): StripRow {
  return { subject: { id, kind }, pieces, notUpSeconds: 0, failedAt: null, history: [] } as unknown as StripRow;
}

function lanes(
  columns: readonly (readonly string[])[],
  domains: Readonly<Record<string, string>> = {},
  hasTools = false,
): Lanes {
  return { columns, hasTools, domains: new Map(Object.entries(domains)) } as unknown as Lanes;
}

const down = (from: number, to: number): BadPiece => ({ from: from * 1e6, to: to * 1e6, state: 'down', cause: 'site' });
const slow = (from: number, to: number): BadPiece => ({
  from: from * 1e6,
  to: to * 1e6,
  state: 'degraded',
  cause: 'own',
});

describe('groups of the strip', () => {
  it('are the domains of the file, in the order of their first rows; what has none comes together', () => {
    const rows = [row('pay'), row('mail'), row('bank'), row('odd'), row('send', [], 'journey')];
    const groups = stripGroups(
      rows,
      lanes([['pay', 'mail', 'bank', 'odd']], { pay: 'money', bank: 'money', mail: 'post' }),
    );
    expect(groups.map(({ key, rows: own }) => [key, ...own.map(({ subject }) => subject.id)])).toEqual([
      ['domain money', 'pay', 'bank'],
      ['domain post', 'mail'],
      ['others', 'odd'],
      ['journeys', 'send'],
    ]);
  });

  it('are the steps from the users where the file names no domains, tools apart', () => {
    const rows = [row('store'), row('shop'), row('deploy')];
    const groups = stripGroups(rows, lanes([['shop'], ['store'], ['deploy']], {}, true));
    expect(groups.map(({ key }) => key)).toEqual(['depth 2', 'depth 1', 'tools']);
  });

  it('show at each instant the worst of their rows', () => {
    // Slow 0-10 and 30-40; down 5-8 and 38-50: degraded 0-5, down 5-8, degraded 8-10, 30-38, down 38-50.
    const rows = [row('a', [slow(0, 10), slow(30, 40)]), row('b', [down(5, 8), down(38, 50)])];
    const [group] = stripGroups(rows, lanes([['a', 'b']]));
    expect(group.pieces).toEqual([slow(0, 5), down(5, 8), slow(8, 10), slow(30, 38), down(38, 50)]);
    // 10 + 8 + 12 seconds in which at least one is not up.
    expect(group.notUpSeconds).toBe(30);
  });
});
