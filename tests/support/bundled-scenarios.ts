/** What is in `scenarios/`, each file in each of its layouts, by file and layout: `kakao-2022 as-it-was`. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type LoadedScenario, loadScenario } from '../../src/library/load-scenario.js';

const FOLDER = 'scenarios';

export function bundledScenarios(): ReadonlyMap<string, LoadedScenario> {
  const all = new Map<string, LoadedScenario>();
  for (const name of readdirSync(FOLDER).filter((each) => each.endsWith('.yaml'))) {
    const file = `${FOLDER}/${name}`;
    const text = readFileSync(file, 'utf8');
    for (const layout of loadScenario(text, { file }).layouts)
      all.set(`${basename(name, '.yaml')} ${layout}`, loadScenario(text, { file, layout }));
  }
  return all;
}

/** One of them, in its first layout or the one named. */
export function bundledScenario(name: string, layout?: string): LoadedScenario {
  const file = `${FOLDER}/${name}.yaml`;
  return loadScenario(readFileSync(file, 'utf8'), { file, layout });
}
