/**
 * `scenarios/two-sites.yaml?title` is the title of that file alone, in each of its languages: the page names all that it
 * can open without loading it. A title that is no text is none; the file itself is judged when it is opened.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { parse } from 'yaml';

const ASKED = /^(.+\.yaml)\?title$/;

export function scenarioTitles(): Plugin {
  return {
    name: 'scenario-titles',
    enforce: 'pre',
    load(id) {
      const file = ASKED.exec(id)?.[1];
      if (file === undefined) return null;
      this.addWatchFile(file);
      return `export default ${JSON.stringify(titleIn(readFileSync(file, 'utf8')))}`;
    },
  };
}

function titleIn(text: string): Readonly<Record<string, unknown>> {
  const { title } = parse(text) as { readonly title?: unknown };
  if (typeof title === 'string') return { en: title };
  return typeof title === 'object' && title !== null ? { ...title } : {};
}
