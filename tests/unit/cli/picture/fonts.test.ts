import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findFont } from '../../../../src/cli/picture/fonts.js';

const root = mkdtempSync(join(tmpdir(), 'firebreak-fonts-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function folder(name: string, ...files: readonly string[]): string {
  const path = join(root, name);
  for (const file of files) {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), '');
  }
  return path;
}

describe('a font of this machine', () => {
  const latin = folder('latin', 'truetype/dejavu/DejaVuSans.ttf', 'truetype/other/Unknown.ttf');
  const korean = folder('korean', 'opentype/noto/NotoSansCJK-Regular.ttc');

  it('is one that has Korean, wherever it lies in the folders, also for Latin text', () => {
    const path = join(korean, 'opentype/noto/NotoSansCJK-Regular.ttc');
    expect(findFont('상점', [latin, korean])).toBe(path);
    expect(findFont('Shop', [latin, korean])).toBe(path);
  });

  it('is a Latin one for Latin text where there is no other', () => {
    expect(findFont('Shop', [latin])).toBe(join(latin, 'truetype/dejavu/DejaVuSans.ttf'));
  });

  it('is none where none has the letters, or there is no folder', () => {
    expect(findFont('상점', [latin])).toBeNull();
    expect(findFont('Shop', [join(root, 'no-such')])).toBeNull();
  });
});
