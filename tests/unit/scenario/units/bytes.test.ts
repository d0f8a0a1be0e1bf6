import { describe, expect, it } from 'vitest';
import { readDataRate, readSize } from '../../../../src/scenario/units/bytes.js';

const value = (reading: ReturnType<typeof readSize>) => (reading.ok ? reading.value : reading.fault.code);

describe('a size', () => {
  it('is decimal, as on the label of a disk', () => {
    expect(['512B', '30GB', '1.5TB', '2PB', '64kB'].map((text) => value(readSize(text)))).toEqual([
      512, 30e9, 1.5e12, 2e15, 64e3,
    ]);
  });

  it('is nothing without a unit, negative, nothing at all or beyond all measure', () => {
    expect([30, '30', '-1GB', '0GB', '2000PB', true].map((written) => value(readSize(written)))).toEqual([
      'bare-number',
      'bad-size',
      'negative',
      'not-positive',
      'out-of-range',
      'wrong-type',
    ]);
  });

  it('is suggested where it was probably meant', () => {
    const suggestion = (text: string) => {
      const reading = readSize(text);
      return reading.ok ? null : reading.fault.suggestion;
    };
    expect(['30 gb', '30GiB', '2t', '64K', 'much'].map(suggestion)).toEqual(['30GB', '30GB', '2TB', '64kB', null]);
  });
});

describe('a rate of data', () => {
  it('is in bytes an hour', () => {
    expect(['500GB/h', '100MB/s', '24TB/d', '6GB/min'].map((text) => value(readDataRate(text)))).toEqual([
      500e9, 360e9, 1e12, 360e9,
    ]);
  });

  it('needs both parts', () => {
    expect([500, '500GB', '500/h', '500GB/y', '0GB/h'].map((written) => value(readDataRate(written)))).toEqual([
      'bare-number',
      'bad-data-rate',
      'bad-data-rate',
      'bad-data-rate',
      'not-positive',
    ]);
  });
});
