/** Whoever hands on what was built hands on the licences of what is in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Packages whose code the sources of a folder import, by name. Types are not code. */
function importsOf(folder: string, without: RegExp): string[] {
  const sources = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !without.test(file))
    .map((file) => read(join(folder, file)));
  const names = sources.flatMap((source) =>
    [...source.matchAll(/^import (?!type\b)[^;]*?from '((?:@[^/']+\/)?[^./'][^/']*)/gm)].map(([, name]) => name),
  );
  return [...new Set(names)].filter((name) => !name.startsWith('node:')).sort();
}

const LIBRARY = importsOf('src', /^cli/);
/** Piscina and resvg are installed beside the command, with their own licences; the text of lessons is for the page. */
const NOT_IN_COMMAND: readonly string[] = ['piscina', '@resvg/resvg-wasm', 'marked'];
/** A report draws nothing. */
const COMMAND = importsOf('src', /^scene/).filter((name) => !NOT_IN_COMMAND.includes(name));
/** The page makes no studies of many runs, and imports nothing. */
const NOT_IN_PAGE: readonly string[] = [
  '@stdlib/stats-base-dists-t-quantile',
  'jsonc-parser',
  'papaparse',
  '@rgrove/parse-xml',
  'hyparquet-writer',
];
const PAGE = [...importsOf('web', /^build/), ...LIBRARY].filter((name) => !NOT_IN_PAGE.includes(name));

/** Names of a document, each with all that is said of it. */
function termsIn(document: string): Map<string, string> {
  const terms = new Map<string, string>();
  for (const group of document.split(/^={100}$/m)) {
    const [names, text = ''] = group.trim().split(/\n\n(.*)/s);
    for (const line of names.split('\n')) {
      const [, name] = /^(\S+) \d+\.\d+\.\d+\S*$/.exec(line) ?? [];
      if (name !== undefined) terms.set(name, `${terms.get(name) ?? ''}${text}`);
    }
  }
  return terms;
}

describe.each([
  ['cli.third-party-notices.txt', COMMAND, 'commander'],
  ['index.third-party-notices.txt', LIBRARY, 'zod'],
  ['web/third-party-notices.txt', PAGE, 'preact'],
  ['firebreak.html', PAGE, 'preact'],
])('dist/%s', (file, packages, one) => {
  const terms = termsIn(read(`dist/${file}`));

  it('names every package that the sources import', () => {
    expect(packages).toContain(one);
    expect(packages.filter((name) => !terms.has(name))).toEqual([]);
  });

  it('has the terms of each in full', () => {
    const without = [...terms].filter(
      ([, text]) => !/Permission (is hereby granted|to use)|Redistribution|Apache License/.test(text),
    );
    expect(without.map(([name]) => name)).toEqual([]);
  });
});
