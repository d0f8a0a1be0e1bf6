import { expect, it } from 'vitest';
import { Murmur } from '../../../src/record/murmur.js';

// Bytes (i * 37 + 11) & 255, i = 0 .. n - 1; digests by npm murmurhash3js-revisited 3.0.0, x86.hash128.
const REFERENCE: readonly (readonly [bytes: number, seed: number, digest: string])[] = [
  [0, 0, '00000000000000000000000000000000'],
  [0, 42, 'af6d2cb695c80cba95c80cba95c80cba'],
  [4, 0, 'd021ef70bffa0a8ebffa0a8ebffa0a8e'],
  [8, 42, '8572984fad21282568f17a6668f17a66'],
  [12, 0, '6bbe8b8b92dde2a2427c9e8a04feaac2'],
  [16, 0, 'aa3a2073a8c41845adf04182b35623e7'],
  [20, 42, '78c1268f81caef61c71e567c5a136fa5'],
  [32, 0, 'ce5ff737e3dfb3385d53b314abafe93f'],
  [44, 42, 'f507b7a0b5de0c2b31331915020ef479'],
];

function words(bytes: number): Uint32Array {
  return Uint32Array.from({ length: bytes / 4 }, (_, w) => {
    const byte = (i: number): number => ((w * 4 + i) * 37 + 11) & 255;
    return (byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24)) >>> 0;
  });
}

it.each(REFERENCE)(
  'a hash of %i bytes with seed %i equals that of an independent implementation',
  (bytes, seed, digest) => {
    expect(new Murmur(seed).words(words(bytes)).hex()).toBe(digest);
  },
);

it('a hash does not depend on where its input is cut into calls', () => {
  const all = words(400);
  const whole = new Murmur().words(all).hex();
  for (let step = 1; step <= 9; step++) {
    const hash = new Murmur();
    for (let i = 0; i < all.length; i += step) hash.words(all.subarray(i, i + step));
    expect(hash.hex()).toBe(whole);
  }
});
