import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/scenario/problem.js';
import { overlay } from '../../../../src/scenario/reading/overlay.js';
import { plainOf } from '../../../../src/scenario/reading/plain.js';
import { takeProvenance } from '../../../../src/scenario/reading/provenance.js';
import { readDocument } from '../../../../src/scenario/reading/read-document.js';
import { spanAt, type TreeNode } from '../../../../src/scenario/reading/tree.js';

function tree(text: string): TreeNode {
  const { root } = readDocument(text, 'f');
  if (root === null) throw new Error(`cannot be read: ${text}`);
  return root;
}

function laid(base: string, layer: string): [unknown, string[]] {
  const findings: Finding[] = [];
  const result = overlay(tree(base), tree(layer), findings);
  return [plainOf(result, new Set(), new Map()).value, findings.map(({ code }) => code)];
}

describe('a layer', () => {
  it('changes what it names and leaves the rest', () => {
    expect(laid('{ a: { b: 1, c: 2 }, d: [1, 2] }', '{ a: { c: 3, e: 4 }, d: [5] }')).toEqual([
      { a: { b: 1, c: 3, e: 4 }, d: [5] },
      [],
    ]);
  });

  it('removes with an empty value, and is told when there is nothing to remove', () => {
    expect(laid('{ a: { b: 1, c: 2 } }', '{ a: { b: } }')).toEqual([{ a: { c: 2 } }, []]);
    expect(laid('{ a: { b: 1 } }', '{ a: { x: } }')).toEqual([{ a: { b: 1 } }, ['nothing-to-remove']]);
  });

  it('replaces a distribution or a value with its source whole', () => {
    expect(laid('{ a: { median: 1h, p95: 3h } }', '{ a: { mean: 4h } }')[0]).toEqual({ a: { mean: '4h' } });
    expect(laid('{ a: { value: 1, source: x } }', '{ a: 2 }')[0]).toEqual({ a: 2 });
    expect(laid('{ a: { value: 1, source: x } }', '{ a: { value: 2, assumed: y } }')[0]).toEqual({
      a: { value: 2, assumed: 'y' },
    });
  });

  it('brings its own places', () => {
    const result = overlay(tree('a: { b: 1, c: 2 }'), tree('\n\na: { c: 3 }'), []);
    expect(spanAt(result, ['a', 'b'], 'key').line).toBe(1);
    expect(spanAt(result, ['a', 'c'], 'key').line).toBe(3);
  });
});

describe('provenance', () => {
  it('is taken off values and mappings, and kept by path', () => {
    const { root, provenance } = takeProvenance(
      tree(
        '{ a: { value: 3000, source: report }, b: { c: 1, assumed: guess }, d: [{ e: { value: 1, source: s, assumed: t } }] }',
      ),
      [],
    );
    expect(plainOf(root, new Set(), new Map()).value).toEqual({ a: 3000, b: { c: 1 }, d: [{ e: 1 }] });
    expect(provenance).toEqual({
      a: { source: 'report' },
      b: { assumed: 'guess' },
      'd[0].e': { source: 's', assumed: 't' },
    });
  });

  it('needs words', () => {
    const findings: Finding[] = [];
    takeProvenance(tree('{ a: { b: 1, source: 7 }, c: { d: 1, assumed: "" } }'), findings);
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ['bad-provenance', ['a', 'source']],
      ['bad-provenance', ['c', 'assumed']],
    ]);
  });
});
