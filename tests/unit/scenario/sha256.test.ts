import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/scenario/sha256.js';

describe('the hash of a text', () => {
  // FIPS 180-4 examples (NIST, "SHA256.pdf"); the last by `printf 판교 | sha256sum`.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['판교', 'facf20a1213b47b6f6349fdc572793b6dc2470c70cddc171649bb131792751e3'],
  ])('of %j is that of its UTF-8', (text, expected) => {
    expect(sha256(text)).toBe(expected);
  });
});
