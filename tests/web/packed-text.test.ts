import { describe, expect, it } from 'vitest';
import { MAX_SCENARIO_BYTES } from '../../src/index.js';
import { pack, UnpackError, unpack } from '../../web/files/packed-text.js';

const TEXT = 'firebreak: 1\ntitle: { en: A, ko: 카카오 }\n'.repeat(20);

async function reasonOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'none';
  } catch (error) {
    return error instanceof UnpackError ? error.reason : String(error);
  }
}

describe('a packed text', () => {
  it('is unpacked as it was, and stands in a link as it is', async () => {
    const packed = await pack(TEXT);
    expect(packed.data).toMatch(/^[\w-]+$/);
    expect(packed.data.length).toBeLessThan(TEXT.length / 4);
    expect(await unpack(packed)).toBe(TEXT);
  });

  it('says that it was cut off, wherever it was', async () => {
    const packed = await pack(TEXT);
    for (const length of [0, 1, 5, packed.data.length - 1]) {
      expect(await reasonOf(unpack({ ...packed, data: packed.data.slice(0, length) }))).toBe('cut');
    }
    expect(await reasonOf(unpack({ ...packed, sum: '00000000' }))).toBe('cut');
    expect(await reasonOf(unpack({ ...packed, data: '&&&' }))).toBe('cut');
  });

  it('is not unpacked beyond the size of any scenario', async () => {
    const bomb = await pack(' '.repeat(4 * MAX_SCENARIO_BYTES));
    expect(bomb.data.length).toBeLessThan(100_000);
    expect(await reasonOf(unpack(bomb))).toBe('tooLarge');
  });
});
