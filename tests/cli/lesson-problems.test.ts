/**
 * Every problem that a lesson can have, as the command tells it: an example and the exact text, in both languages.
 *
 * `lesson-problems/CODE.yaml` says what of a right lesson is replaced (`lessons new` writes that), `CODE.txt` what is then
 * printed. One process checks them all, as many lessons of a folder; UPDATE_ERROR_TEXTS=1 writes the texts anew, to be read
 * before they are kept.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { LESSON_PROBLEM_TEXTS } from '../../src/workshop/lessons/problem-texts.js';
import { lessonTemplate } from '../../src/workshop/lessons/template.js';
import { firebreak, temporaryFolder } from './process.js';

const FOLDER = join(import.meta.dirname, 'lesson-problems');
const CODES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => basename(file, '.yaml'));

type Changes = readonly { readonly from: string; readonly to: string }[];

function example(folder: string, code: string): void {
  const template = lessonTemplate(code);
  const { lesson = [], scenario = [] } = parse(readFileSync(join(FOLDER, `${code}.yaml`), 'utf8')) as {
    readonly lesson?: Changes;
    readonly scenario?: Changes;
  };
  const changed = (text: string, changes: Changes): string =>
    changes.reduce((now, { from, to }) => {
      expect({ code, from, isThere: now.includes(from) }).toEqual({ code, from, isThere: true });
      return now.replace(from, () => to);
    }, text);
  mkdirSync(join(folder, code));
  writeFileSync(join(folder, code, 'lesson.md'), changed(template['lesson.md'], lesson));
  writeFileSync(join(folder, code, 'scenario.yaml'), changed(template['scenario.yaml'], scenario));
}

/** What is printed of each lesson, by its code: as far as the line that sums it up. */
function byCode(stdout: string): ReadonlyMap<string, string> {
  const parts = stdout.split('\n\n').filter((part) => part !== '');
  return new Map(
    parts.map((part) => [/^(?:✗ |.*[\\/])?([a-z-]+)(?=[:\\/])/.exec(part.trim())?.[1] ?? '', part.trim()]),
  );
}

describe('lessons check', () => {
  const printed: Record<string, ReadonlyMap<string, string>> = {};
  const ends: (number | null)[] = [];
  beforeAll(async () => {
    const { path } = temporaryFolder();
    for (const code of CODES) example(path, code);
    for (const lang of ['en', 'ko']) {
      const { code, stdout } = await firebreak(['lessons', 'check', '.', '--no-rule', '--lang', lang], { cwd: path });
      ends.push(code);
      printed[lang] = byCode(stdout);
    }
  });

  it('ends with 2 when a lesson has a mistake, and tells of every lesson all the same', () => {
    expect(ends).toEqual([2, 2]);
    expect([...printed.en.keys()].sort()).toEqual([...CODES].sort());
  });

  it('has an example of every problem', () => {
    expect(Object.keys(LESSON_PROBLEM_TEXTS).filter((code) => !CODES.includes(code))).toEqual([]);
  });

  it.each(CODES)('%s prints exactly its text', (code) => {
    const text = `${printed.en.get(code)}\n\n${printed.ko.get(code)}\n`;
    const file = join(FOLDER, `${code}.txt`);
    if (process.env.UPDATE_ERROR_TEXTS) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
    expect(text).toContain(` error ${code}  `);
  });
});
