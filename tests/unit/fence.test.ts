/** Tried where it stands: this file runs in a pure project, behind the fence. */
import { describe, expect, test } from 'vitest';
import { ImpureError } from '../fence.js';

describe('the set-up of the pure tests', () => {
  test.each<[string, () => unknown]>([
    ['Math.random', () => Math.random()],
    ['Date.now', () => Date.now()],
    ['new Date', () => new Date()],
    ['Date()', () => Date()],
    ['performance.now', () => performance.now()],
    ['setTimeout', () => setTimeout(() => {}, 1)],
    ['setInterval', () => setInterval(() => {}, 1)],
    ['queueMicrotask', () => queueMicrotask(() => {})],
    ['console.log', () => console.log('x')],
    ['console.error', () => console.error('x')],
  ])('makes %s throw', (_name, use) => {
    expect(use).toThrow(ImpureError);
  });

  test('leaves a date that is given its instant, which is a calculation', () => {
    expect(new Date(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
    expect(new Date(0)).toBeInstanceOf(Date);
    expect(Date.UTC(2022, 9, 15)).toBe(1_665_792_000_000);
  });
});
