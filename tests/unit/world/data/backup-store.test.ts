import { describe, expect, test } from 'vitest';
import { BackupStore } from '../../../../src/world/data/backup-store.js';

const H = 3600e6;

/** Every hour from the start; impossible from 5:30 to 8:00. */
function store(keep: number | null): BackupStore {
  const backups = new BackupStore({ everySeconds: 3600, site: 'b', keep });
  backups.setPossible(0, true);
  backups.setPossible(5.5 * H, false);
  backups.setPossible(8 * H, true);
  return backups;
}

describe('backups', () => {
  test('are taken at whole hours, but not while it is impossible', () => {
    const backups = store(null);
    expect(backups.newestBefore(Number.POSITIVE_INFINITY, 5.2 * H)).toBe(5 * H);
    expect(backups.newestBefore(Number.POSITIVE_INFINITY, 7.9 * H)).toBe(5 * H);
    expect(backups.newestBefore(Number.POSITIVE_INFINITY, 8 * H)).toBe(8 * H);
  });

  test('older than a moment: the one of that very moment is not', () => {
    expect(store(null).newestBefore(4 * H, 10 * H)).toBe(3 * H);
    expect(store(null).newestBefore(8.5 * H, 10 * H)).toBe(8 * H);
    expect(store(null).newestBefore(7 * H, 10 * H)).toBe(5 * H);
    expect(store(null).newestBefore(0, 10 * H)).toBe(-1);
  });

  test('beyond the number kept are gone', () => {
    // At 10:00 the newest four are 10:00, 9:00, 8:00 and 5:00.
    expect(store(4).newestBefore(8 * H, 10 * H)).toBe(5 * H);
    expect(store(3).newestBefore(8 * H, 10 * H)).toBe(-1);
  });

  test('spoilt ones are no use, and take their place all the same', () => {
    const backups = store(4);
    backups.spoil(8.5 * H, 10.5 * H);
    backups.setPossible(10.5 * H, true);
    expect(backups.newestBefore(Number.POSITIVE_INFINITY, 10.6 * H)).toBe(8 * H);
    expect(backups.newestBefore(Number.POSITIVE_INFINITY, 11 * H)).toBe(11 * H);
    // 9:00 and 10:00 are spoilt; 12:00, 11:00, 10:00 and 9:00 are kept, so that 8:00 is not.
    expect(backups.newestBefore(10.5 * H, 12 * H)).toBe(-1);
  });

  test('destroyed ones do not come back', () => {
    const backups = store(null);
    backups.destroy();
    backups.setPossible(11 * H, true);
    expect(backups.newestBefore(Number.POSITIVE_INFINITY, 20 * H)).toBe(-1);
  });
});
