import { describe, expect, test } from 'vitest';
import { createRecorder } from '../../../src/record/record-writer.js';
import { makeCells } from '../../../src/world/cells.js';
import { eitherShare, HoldTable, product } from '../../../src/world/hold-table.js';
import { compileTopology } from '../../../src/world/topology.js';
import { buildScenario } from '../../support/scenario-builder.js';

describe('cells', () => {
  const cellsOf = (servers: number) => {
    const scenario = buildScenario({
      sites: { here: { servers, zones: { a: 0.3, b: 0.2, c: 0.5 } } },
      services: {
        db: { servers: 10, zones: { a: 10 } },
        web: { servers: 20 },
        spare: { servers: 5, role: 'cold-standby', zones: { b: 5 } },
      },
    });
    return makeCells(compileTopology(scenario, createRecorder()));
  };

  test('hold every server of a site once', () => {
    for (const servers of [35, 36, 100, 1001]) {
      expect(cellsOf(servers).reduce((sum, cell) => sum + cell.total, 0)).toBe(servers);
    }
  });

  test('give servers that no deployment uses to the zones that lack them', () => {
    // 100 servers: zones of 30, 20, 50; deployed 10 + 6, 4 + 5, 10: the others are 14, 11, 40.
    const others = cellsOf(100).filter(({ deployment }) => deployment < 0);
    expect(others.map(({ total }) => total)).toEqual([14, 11, 40]);
  });

  test('begin booted, but for a cold standby', () => {
    for (const cell of cellsOf(35)) expect(cell.up).toBe(cell.wanted ? cell.total : 0);
    expect(cellsOf(35).filter(({ wanted }) => !wanted)).toMatchObject([{ total: 5, up: 0 }]);
  });
});

describe('holds of several faults on one thing', () => {
  test('are put together, and fall away one by one', () => {
    const table = new HoldTable(1, product);
    expect(table.set(3, 0, 2)).toBe(true);
    expect(table.set(3, 1, 5)).toBe(true);
    expect(table.of(3)).toBe(10);
    expect(table.set(3, 1, 5)).toBe(false);
    expect(table.holders(3)).toEqual([0, 1]);
    expect(table.heldBy(1)).toEqual([3]);
    expect(table.set(3, 0, 1)).toBe(true);
    expect(table.of(3)).toBe(5);
    expect(table.set(3, 1, 1)).toBe(true);
    expect(table.of(3)).toBe(1);
    expect(table.holders(3)).toEqual([]);
  });

  test('do not depend on who came first', () => {
    const values = [0.1, 0.2, 0.3];
    const one = new HoldTable(0, eitherShare);
    const other = new HoldTable(0, eitherShare);
    for (const fault of [0, 1, 2]) one.set(0, fault, values[fault]);
    for (const fault of [2, 1, 0]) other.set(0, fault, values[fault]);
    expect(one.of(0)).toBe(other.of(0));
  });
});
