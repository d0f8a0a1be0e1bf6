import { describe, expect, it } from 'vitest';
import { checked, smallFile, wrong } from '../checked.js';

/** Services a, b, ... with the needs written for each; all are used by the shop. */
function circle(needs: Record<string, string>): string {
  const services = Object.entries(needs).map(
    ([id, text]) => `  ${id}:\n    deploy: { north: { servers: 1, capacity: 200/s } }\n    needs: { ${text} }\n`,
  );
  return smallFile(`    needs: [${Object.keys(needs).join(', ')}]\n${services.join('')}`);
}

describe('a circle of calls', () => {
  it.each([
    ['exactly one call for one', { a: 'b: { calls: 0.5 }', b: 'a: { calls: 2 }' }],
    ['retries make it grow', { a: 'b: { calls: 0.5, retries: 2 }', b: 'a: { calls: 0.7 }' }],
    ['a service calls itself', { a: 'a: { calls: 1 }' }],
    ['optional calls count', { a: 'b: { kind: optional }', b: 'a: { kind: optional }' }],
    // Each circle alone brings back 0.6 of a call, both together 1.2.
    ['two circles cross', { a: 'b: { calls: 0.6 }, c: { calls: 0.6 }', b: 'a: { calls: 1 }', c: 'a: { calls: 1 }' }],
  ])('is refused when %s', (_, needs) => {
    expect(wrong(circle(needs)).map((line) => line.split(' ')[0])).toEqual(['amplifying-circle']);
  });

  it.each([
    ['it dies down', { a: 'b: { calls: 0.5 }', b: 'a: { calls: 0.5, retries: 1 }' }],
    ['a budget holds the retries', { a: 'b: { calls: 0.9, retries: 5, retryBudget: 10% }', b: 'a: { calls: 1 }' }],
    ['a call is asynchronous', { a: 'b: { kind: async, calls: 3 }', b: 'a: { calls: 3 }' }],
    ['it is no circle', { a: 'b: { calls: 9 }', b: 'c: { calls: 9 }', c: '' }],
  ])('is taken when %s', (_, needs) => {
    expect(checked(circle(needs)).services).toHaveLength(Object.keys(needs).length + 1);
  });

  it('of fifty services is found, and named in full', () => {
    const needs = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`s${i}`, `s${(i + 1) % 50}: required`]));
    expect(wrong(circle(needs))).toHaveLength(1);
  });
});

describe('a circle of starts', () => {
  it('is told, with one that is started by hand or not at all, and does not stop the run', () => {
    const text = circle({ login: 'tool: operate', tool: 'login: required' });
    expect(wrong(text)).toEqual(['startup-circle services.login.needs']);
    expect(checked(text).services).toHaveLength(3);
  });

  it('is none among calls alone', () => {
    expect(wrong(circle({ a: 'b: { calls: 0.5 }', b: 'a: { calls: 0.5 }' }))).toEqual([]);
  });
});
