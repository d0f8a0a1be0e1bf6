/** Whatever is in a file, an import ends with a scenario that is right or with problems that have places; it never breaks. */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importScenario } from '../../src/library/import-scenario.js';
import { sampleText } from '../support/imported.js';

const SAMPLES = readdirSync('tests/samples').filter((name) => /\.(json|ya?ml|csv)$/.test(name));

/** A part of the text gone, doubled, or replaced by something that means something. */
const wound = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 60 }),
  instead: fc.constantFrom(
    '',
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    '\n',
    '-',
    '-1',
    '1e999',
    'null',
    '"": ',
    '\u0000',
    '&a *a',
    '\t',
    '# ',
    'x',
    '~',
    '<<: ',
    '٣',
    '\ud800',
  ),
});

function wounded(text: string, wounds: readonly { at: number; length: number; instead: string }[]): string {
  return wounds.reduce((now, { at, length, instead }) => {
    const place = Math.floor(at * now.length);
    return now.slice(0, place) + instead + now.slice(place + length);
  }, text);
}

function outcome(name: string, text: string): void {
  const { text: written, problems } = importScenario([{ name, text }]);
  if (written === null) {
    expect(problems.length).toBeGreaterThan(0);
    for (const { file, line, column, message } of problems) {
      expect(file).toBe(name);
      expect(line).toBeGreaterThanOrEqual(0);
      expect(column).toBeGreaterThanOrEqual(0);
      expect(message).not.toBe('');
    }
  } else expect(problems).toEqual([]);
}

describe('an import', () => {
  it.each(SAMPLES)('of %s, wounded, ends well or is told', (name) => {
    const text = sampleText(name);
    fc.assert(
      fc.property(fc.array(wound, { minLength: 1, maxLength: 4 }), (wounds) => outcome(name, wounded(text, wounds))),
      { numRuns: 60 },
    );
  });

  it('of any edges ends with a scenario that is right', () => {
    const name = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.constantFrom('a', 'b', 'c', 'd', 'main', '__proto__', '../x'),
    );
    const link = fc.record({ parent: name, child: name, callCount: fc.integer({ min: 1, max: 1e9 }) });
    fc.assert(
      fc.property(fc.array(link, { minLength: 1, maxLength: 40 }), (links) => {
        const { text, problems } = importScenario([{ name: 'deps.json', text: JSON.stringify(links) }]);
        // Only a name that is nothing but blanks of ours, or half of a sign, is refused.
        if (text === null) expect(problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
