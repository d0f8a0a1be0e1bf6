import { expect, it } from 'vitest';
import { csv } from '../../../../src/formats/csv/csv.js';

it('a text that a spreadsheet would take for a formula begins with an apostrophe, a number stays a number', () => {
  const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '|calc'];
  const [line] = csv([[...hostile, -1, 2.5, null]]).split('\r\n');
  expect(line.split(',')).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@SUM(A1)",
    "'\\u0009=1",
    "' =1",
    "'|calc",
    '-1',
    '2.5',
    '',
  ]);
});

it('commas, quotes and line breaks stay within their cell', () => {
  expect(csv([['a,b', 'say "hi"', 'two\nlines'], ['plain']])).toBe('"a,b","say ""hi""",two\\u000alines\r\nplain\r\n');
});
