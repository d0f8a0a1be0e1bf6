import { describe, expect, it } from 'vitest';
import { columns } from '../../../../src/cli/output/columns.js';
import { cut, padEnd, padStart, widthOf, wrap } from '../../../../src/cli/output/width.js';

describe('width in a terminal', () => {
  it('counts Hangul as two columns, colour codes and combining marks as none', () => {
    // 카카오 is 3 x 2, "mail" is 4; e with a combining accent is 1.
    expect(widthOf('카카오')).toBe(6);
    expect(widthOf('\u001b[31mmail\u001b[39m')).toBe(4);
    expect(widthOf('e\u0301')).toBe(1);
  });

  it('pads by columns, not by characters', () => {
    expect(padEnd('메일', 6)).toBe('메일  ');
    expect(padStart('메일', 6)).toBe('  메일');
  });

  it('cuts to a width and shows that something is missing', () => {
    expect(cut('object-store', 8, '…')).toBe('object-…');
    // The ending takes 1, so of width 4 there are 3 left: one syllable of 2 fits, a second does not.
    expect(cut('카카오톡', 4, '…')).toBe('카…');
    expect(cut('mail', 4, '…')).toBe('mail');
  });

  it('wraps at spaces, and breaks a word that is longer than a line', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('abcdefgh ij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrap('카카오톡', 4)).toEqual(['카카', '오톡']);
    expect(wrap('', 4)).toEqual([]);
  });

  it('aligns rows whatever their script, and leaves out a column that nobody fills', () => {
    expect(
      columns(
        [
          ['메일', '', '86 h'],
          ['mail', '', '1 h'],
        ],
        { align: ['left', 'left', 'right'], indent: 2 },
      ),
    ).toEqual(['  메일  86 h', '  mail   1 h']);
  });
});
