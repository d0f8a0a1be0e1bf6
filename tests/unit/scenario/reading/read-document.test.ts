import { describe, expect, it } from 'vitest';
import { MAX_DEPTH } from '../../../../src/scenario/reading/limits.js';
import { plainOf } from '../../../../src/scenario/reading/plain.js';
import { readDocument } from '../../../../src/scenario/reading/read-document.js';
import { spanAt } from '../../../../src/scenario/reading/tree.js';

function plain(text: string): unknown {
  const { root, findings } = readDocument(text, 'f');
  return root === null ? findings.map(({ code }) => code) : plainOf(root, new Set(), new Map()).value;
}

describe('reading a document', () => {
  it('gives mappings, lists, texts, numbers and truths', () => {
    expect(plain('a: [1, x, true, null, 2022-10-15T00:00:00Z, 0x10, "5m"]\nb: { c: 1.5 }')).toEqual({
      a: [1, 'x', true, null, '2022-10-15T00:00:00Z', 16, '5m'],
      b: { c: 1.5 },
    });
  });

  it('reads JSON, with tabs and a byte order mark', () => {
    expect(plain('\uFEFF{\n\t"a": 1,\n\t"b": ["x", {"c": true}]\n}')).toEqual({ a: 1, b: ['x', { c: true }] });
  });

  it('keeps the place of every key and value', () => {
    const { root } = readDocument('a:\n  - x\n  - { b: hello }\r\n', 'f');
    if (root === null) throw new Error('unread');
    const place = (path: (string | number)[], on: 'key' | 'value') => {
      const { line, column, endColumn } = spanAt(root, path, on);
      return [line, column, endColumn];
    };
    expect(place(['a'], 'key')).toEqual([1, 1, 2]);
    expect(place(['a', 1, 'b'], 'key')).toEqual([3, 7, 8]);
    expect(place(['a', 1, 'b'], 'value')).toEqual([3, 10, 15]);
    // What is not there is where it would be.
    expect(place(['a', 1, 'c'], 'value')).toEqual([3, 5, 17]);
  });

  it('repeats what an alias names, and refuses a circle, a bomb and one that names nothing', () => {
    expect(plain('a: &x { b: 1 }\nc: *x\nd: [*x]')).toEqual({ a: { b: 1 }, c: { b: 1 }, d: [{ b: 1 }] });
    expect(plain('a: &x { b: *x }')).toEqual(['alias-circle']);
    const levels = Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
    expect(plain(`a0: &a0 x\n${levels.join('\n')}`)).toEqual(['alias-bomb']);
    expect(readDocument('a: *x', 'f').findings.map(({ code }) => code)).toEqual(['unknown-alias']);
  });

  it('refuses aliases that repeat few values of many characters', () => {
    // 21 aliases of 50,000 characters each: the last one is past the million that may be repeated.
    const text = `a: &a ${'x'.repeat(50_000)}\nb: [${'*a, '.repeat(20)}*a, *a]`;
    expect(readDocument(text, 'f').findings).toMatchObject([
      { code: 'alias-bomb', span: { line: 2, column: 5 + 20 * 4 }, values: { limit: 1_000_000, what: 'characters' } },
    ]);
    expect(plain(`a: &a ${'x'.repeat(50_000)}\nb: [${'*a, '.repeat(19)}*a]`)).toBeInstanceOf(Object);
  });

  it('points at a tag, not at the value after it, and reads no value of it', () => {
    const place = (text: string) =>
      readDocument(text, 'f').findings.map(({ code, span }) => [code, span?.line, span?.column, span?.endColumn]);
    // `!!binary` begins at the fourth column and is eight characters long.
    expect(place('a: !!binary aGk=')).toEqual([['tag', 1, 4, 12]]);
    expect(place('a: &x !y z')).toEqual([['tag', 1, 7, 9]]);
    expect(place('a: !y &x z')).toEqual([['tag', 1, 4, 6]]);
    expect(place('a: [1, !y\n  { b: 1 }]')).toEqual([['tag', 1, 8, 10]]);
    expect(place('!y a: 1')).toEqual([['tag', 1, 1, 3]]);
  });

  it('never lets a key reach a prototype', () => {
    for (const key of ['__proto__', 'constructor', 'prototype', '"__proto__"', '? __proto__\n']) {
      expect(plain(`${key}: { polluted: true }`)).toEqual(['forbidden-key']);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(plain('toString: 1\nhasOwnProperty: 2')).toEqual({ toString: 1, hasOwnProperty: 2 });
  });

  it('stops at a nesting that would cost the stack, however it is written', () => {
    const deep = 100_000;
    for (const text of [
      '['.repeat(deep),
      '- '.repeat(deep),
      '{ a: '.repeat(deep),
      'a: '.repeat(deep),
      '? '.repeat(deep),
    ]) {
      const codes = plain(text);
      expect(codes).toBeInstanceOf(Array);
      expect(['too-deep', 'syntax']).toContain((codes as string[])[0]);
    }
    const block = Array.from({ length: MAX_DEPTH * 2 }, (_, i) => `${' '.repeat(i)}k:`).join('\n');
    expect(plain(block)).toEqual(['too-deep']);
  });

  it('looks for duplicate keys without comparing each with each', () => {
    const keys = Array.from({ length: 50_000 }, (_, i) => `k${i}: 1`).join('\n');
    expect(readDocument(`${keys}\nk7: 2\n`, 'f').findings).toMatchObject([
      { code: 'duplicate-key', values: { key: 'k7', line: 8 } },
    ]);
  });

  it('reads keys that are numbers or nothing by what was written', () => {
    expect(plain('1: a\n0x2: b\ntrue: c\nnull: d\n007: e')).toEqual({
      '1': 'a',
      '0x2': 'b',
      true: 'c',
      null: 'd',
      '007': 'e',
    });
  });

  it('refuses control characters in names, and takes line breaks in long texts', () => {
    expect(readDocument('a: "\\u001b[2J"', 'f').findings.map(({ code }) => code)).toEqual(['control-character']);
    expect(readDocument('"a\\u202eb": 1', 'f').findings.map(({ code }) => code)).toEqual(['control-character']);
    expect(plain('a: |\n  one\n  two\n')).toEqual({ a: 'one\ntwo\n' });
  });

  it('refuses what would be invisible in a name, and takes the joiners of scripts and emoji', () => {
    for (const character of ['\u00ad', '\u061c', '\u1160', '\u200b', '\u200e', '\u2060', '\u3164', '\uffa0']) {
      expect(readDocument(`a: lo${character}gin`, 'f').findings.map(({ code }) => code)).toEqual(['control-character']);
    }
    expect(plain('a: 👨\u200d👩\u200d👧 می\u200cخواهم')).toEqual({ a: '👨\u200d👩\u200d👧 می\u200cخواهم' });
  });

  it('refuses half of a surrogate pair, also when an escape makes it', () => {
    expect(readDocument('a: "\\ud800"', 'f').findings.map(({ code }) => code)).toEqual(['not-utf8']);
    expect(readDocument('"\\udc00": 1', 'f').findings.map(({ code }) => code)).toEqual(['not-utf8']);
    expect(plain('a: "\\ud83d\\ude00"')).toEqual({ a: '😀' });
  });

  it('tells the first ten errors of a file that is not YAML', () => {
    expect(plain('a: "x" y\n'.repeat(1000))).toHaveLength(10);
  });
});
