import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/scenario/format-problem.js';
import type { Problem } from '../../../src/scenario/problem.js';

const problem: Problem = {
  code: 'unknown-service',
  severity: 'error',
  file: 'kakao.yaml',
  line: 83,
  column: 7,
  endColumn: 18,
  path: 'services.mail.needs',
  message: 'there is no service "objectstore"',
  messageKo: '없는 서비스: "objectstore"',
  suggestion: { text: 'object-store', line: 41 },
  sourceLine: '      objectstore: { kind: required }',
};

describe('a printed problem', () => {
  it('has place, severity, code, path, sentence, the line with a caret, and what was meant', () => {
    expect(
      formatProblem(problem),
    ).toBe(`kakao.yaml:83:7 error unknown-service  services.mail.needs: there is no service "objectstore"
   83 |       objectstore: { kind: required }
      |       ^^^^^^^^^^^ did you mean "object-store"? (line 41)`);
  });

  it('is in Korean when asked', () => {
    expect(
      formatProblem(problem, { lang: 'ko' }),
    ).toBe(`kakao.yaml:83:7 오류 unknown-service  services.mail.needs: 없는 서비스: "objectstore"
   83 |       objectstore: { kind: required }
      |       ^^^^^^^^^^^ 혹시 "object-store"? (41행)`);
  });

  it('puts the caret under Hangul, which is two columns wide', () => {
    const [, , caret] = formatProblem({
      ...problem,
      sourceLine: '판교: 오류',
      column: 5,
      endColumn: 7,
      suggestion: null,
    }).split('\n');
    // Two syllables of two columns, a colon and a space before; two syllables marked.
    expect(caret).toBe('      |       ^^^^');
  });

  it('counts no column for what stands on the sign before it', () => {
    const [, , caret] = formatProblem({
      ...problem,
      // Two syllables in five parts, an e with its accent apart, a pair of people, a colon, a space: 2 + 2 + 1 + 2 + 2 + 1 + 1 columns.
      sourceLine: `${'판교'.normalize('NFD')}e\u0301👨\u200d👩: x`,
      column: 15,
      endColumn: 16,
      suggestion: null,
    }).split('\n');
    expect(caret).toBe('      |            ^');
  });

  it('shows tabs as one column and escapes what a terminal would obey', () => {
    const text = formatProblem({
      ...problem,
      sourceLine: '\tname: \u001b[31m\u202e',
      column: 8,
      endColumn: 14,
      suggestion: null,
    });
    expect(text.split('\n').slice(1)).toEqual(['   83 |  name: \\u001b[31m\\u202e', '      |        ^^^^^^^^^^^^^^^^']);
  });

  it('shows only what is around the caret of a very long line', () => {
    const text = formatProblem({ ...problem, sourceLine: 'x'.repeat(100_000), column: 50_001, endColumn: 50_004 });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(130);
    expect(formatProblem({ ...problem, sourceLine: 'x'.repeat(200) }, { ascii: true })).toContain('...');
  });

  it('about no place has no line', () => {
    expect(formatProblem({ ...problem, line: 0, path: '', suggestion: { text: 'a', line: null } })).toBe(
      'kakao.yaml error unknown-service  there is no service "objectstore"\n      did you mean "a"?',
    );
  });
});
