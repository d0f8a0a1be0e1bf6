import { describe, expect, it } from 'vitest';
import { check, smallFile } from '../checked.js';

function dataOf(written: string) {
  const { scenario, problems } = check(
    smallFile(`    data: ${written}`).replace('  south: {}', '  south: {}\n  third: {}'),
  );
  return { data: scenario?.services[0].data, defaulted: scenario?.defaulted, codes: problems.map(({ code }) => code) };
}

describe('data as written', () => {
  it('has a majority as its quorum, the witness among the votes', () => {
    const quorum = (rest: string) => dataOf(`{ replication: sync, ${rest} }`).data?.quorum;
    expect(quorum('copies: [north]')).toBe(1);
    expect(quorum('copies: [north, south]')).toBe(2);
    expect(quorum('copies: [north, south], witness: third')).toBe(2);
    expect(quorum('copies: [north, south, third]')).toBe(2);
    expect(quorum('copies: [north, south, third], quorum: 3')).toBe(3);
  });

  it('lists the defaults that its numbers rest on, and those of no use not', () => {
    const { data, defaulted } = dataOf('{ copies: [north, south], size: 2TB, onSplit: split }');
    expect(data).toMatchObject({ replication: 'async', lagSeconds: 5, quorum: 1, writes: 0.05, tolerates: 0.05 });
    expect(data).toMatchObject({ sizeBytes: 2e12, restoreBytesPerHour: 1e12, backups: null });
    const own = (defaulted ?? []).filter((path) => path.startsWith('services.shop.data.'));
    expect(own.map((path) => path.slice('services.shop.data.'.length))).toEqual([
      'lag',
      'merge.perWrite',
      'restoreRate',
      'tolerates',
      'writes',
    ]);
    expect(dataOf('{ copies: [north], replication: none }').defaulted).not.toContain('services.shop.data.restoreRate');
  });

  it('reads backups with interval, place and number', () => {
    const { data } = dataOf('{ copies: [north], replication: none, backups: { every: 6h, at: third, keep: 8 } }');
    expect(data?.backups).toEqual({ everySeconds: 21_600, site: 'third', keep: 8 });
  });

  it('is refused with no copy, one named twice, or a backup without a place', () => {
    expect(dataOf('{ copies: [] }').codes).toEqual(['needs-entries']);
    expect(dataOf('{ copies: [north, north] }').codes).toEqual(['same-twice']);
    expect(dataOf('{ copies: [north, south], backups: { every: 1h } }').codes).toEqual(['missing-key']);
  });
});
