/**
 * What learners and instructors read is the same in both languages: as many points, questions and rows, the same sources,
 * the glossary's words, and no Korean particle that depends on the sound of what it follows.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = 'web/lessons';
const files = readdirSync(FOLDER).flatMap((id) =>
  existsSync(`${FOLDER}/${id}/lesson.md`)
    ? [`${FOLDER}/${id}/lesson.md`]
    : readdirSync(`${FOLDER}/${id}`).map((page) => `${FOLDER}/${id}/${page}`),
);

interface Section {
  readonly name: string;
  readonly en: string;
  readonly ko: string;
}

function sectionsOf(text: string): Section[] {
  const body = text.slice(text.indexOf('\n---\n') + 5);
  return body
    .split(/^# /m)
    .slice(1)
    .map((section) => {
      const [head, ko = ''] = section.split(/^## ko$/m);
      const [name, en = ''] = head.split(/^## en$/m);
      return { name: name.trim(), en, ko };
    });
}

const count = (text: string, what: RegExp): number => [...text.matchAll(what)].length;

/** How a text is built: what both languages must have equally many of. */
function shapeOf(text: string) {
  return {
    points: count(text, /^- /gm),
    numbered: count(text, /^\d+\. /gm),
    rows: count(text, /^\|/gm),
    headings: count(text, /^###/gm),
    scrubs: [...text.matchAll(/\[\[([^\]]+)\]\]/g)].map(([, id]) => id),
    code: count(text, /`/g),
  };
}

/** Numbers of articles and notices by which a source is found. */
const sources = (text: string): string[] => [...new Set(text.match(/[A-Z]*\d{5,}[A-Z\d]*/g) ?? [])].sort();

const HANGUL = /[가-힣]/;
const PARTICLE = /(\]\]|\})(은|는|이|가|을|를|과|와|으로|로)(?![가-힣])/;
const BOTH_FORMS = /[을은이과와가](\(를\)|\(는\)|\(가\)|\(와\))|\(이\)가|\(으\)로/;
/** Words for which the glossary has others. */
const FOREIGN = /스탠바이|페일오버|캐스케이드|웜업|리던던시|인시던트|데이타/;

describe.each(files)('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  const sections = sectionsOf(text);

  it('says as much in Korean as in English', () => {
    expect(sections.length).toBeGreaterThan(0);
    for (const { name, en, ko } of sections) {
      expect([name, shapeOf(ko)]).toEqual([name, shapeOf(en)]);
      expect([name, HANGUL.test(ko)]).toEqual([name, true]);
    }
  });

  it('names the same sources', () => {
    for (const { name, en, ko } of sections) expect([name, sources(ko)]).toEqual([name, sources(en)]);
  });

  it('keeps to the words of the glossary, and has no particle that depends on a sound', () => {
    for (const wrong of [PARTICLE, BOTH_FORMS, FOREIGN]) expect(wrong.exec(text)).toBeNull();
  });
});

it('finds what it looks for', () => {
  expect(PARTICLE.test('[[spare]]이면')).toBe(false);
  expect(PARTICLE.test('[[spare]]를 옮기면')).toBe(true);
  expect(BOTH_FORMS.test('서비스을(를)')).toBe(true);
  expect(sources('(imnews 6420718; chosun.com CUBGG6Y75)')).toEqual(['6420718']);
  expect(shapeOf('- one\n1. two\n| three |\n')).toMatchObject({ points: 1, numbered: 1, rows: 1 });
});
