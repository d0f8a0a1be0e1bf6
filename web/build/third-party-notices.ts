/**
 * What others' licences ask for: each package whose code is in a bundle, with its licence and notices in full.
 *
 * Packages are those whose modules were bundled; the same text is told once. Into a page in one file it is written as a
 * comment, elsewhere as a file beside what was built. A package that does not say how it may be used stops the build.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** @param fileName within what is built; null: into its HTML */
export function thirdPartyNotices(fileName: string | null): Plugin {
  const folders = new Set<string>();
  const collect = (modules: readonly string[]): void => {
    for (const id of modules) {
      const folder = packageFolder(id);
      if (folder !== null) folders.add(folder);
    }
  };
  const ofChunks = (bundle: object): void => {
    for (const file of Object.values(bundle)) if (file.type === 'chunk') collect(file.moduleIds);
  };
  return {
    name: 'third-party-notices',
    apply: 'build',
    // Before a page's scripts are put into its HTML, where they are no modules any more.
    enforce: 'pre',
    generateBundle(_, bundle) {
      ofChunks(bundle);
      if (fileName !== null) this.emitFile({ type: 'asset', fileName, source: noticesOf(folders) });
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (fileName !== null || bundle === undefined) return html;
        ofChunks(bundle);
        return `${html.trimEnd()}\n<!--\n${noticesOf(folders).replaceAll('--', '- -')}-->\n`;
      },
    },
  };
}

const HEAD =
  'Firebreak contains code of the packages named here, under the licences that follow each group of names.\n';
const RULE = `\n${'='.repeat(100)}\n`;

function noticesOf(folders: ReadonlySet<string>): string {
  const namesOf = new Map<string, string[]>();
  for (const folder of folders) {
    const { name, version, texts } = termsOf(folder);
    for (const text of texts) namesOf.set(text, [...(namesOf.get(text) ?? []), `${name} ${version}`]);
  }
  const groups = [...namesOf].map(([text, names]) => `${[...new Set(names)].sort().join('\n')}\n\n${text}\n`);
  return [HEAD, ...groups.sort()].join(RULE);
}

function termsOf(folder: string): { name: string; version: string; texts: readonly string[] } {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)([-.].*)?$/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length > 0) return { name, version, texts };
  const readme = join(folder, 'README.md');
  const section = existsSync(readme) ? /^(#+ )?LICEN[CS]E\b.*$/ims.exec(readFileSync(readme, 'utf8'))?.[0] : undefined;
  if (section?.includes('Permission is hereby granted')) return { name, version, texts: [section.trim()] };
  if (typeof license !== 'string') throw new Error(`${name} says nowhere under which licence it is`);
  const who = typeof author === 'string' ? author : author?.name;
  return { name, version, texts: [`Licence: ${license}${who === undefined ? '' : `, by ${who}`}`] };
}

/** The package that a module is of, or null. Folders within a package may have a package.json without a name. */
function packageFolder(id: string): string | null {
  if (!id.includes('node_modules')) return null;
  for (let folder = dirname(id.replace(/^\0/, '').replace(/\?.*$/, '')); folder.includes('node_modules'); ) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) {
      const { name, version } = JSON.parse(readFileSync(file, 'utf8'));
      if (name !== undefined && version !== undefined) return folder;
    }
    folder = dirname(folder);
  }
  return null;
}
