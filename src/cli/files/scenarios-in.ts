/**
 * Scenarios that arguments name: files as they are, folders with all scenarios below them.
 *
 * Below a folder a scenario is what says `firebreak:` at the begin of a line (or has it as a key of JSON): other YAML may
 * stand beside it. Folders of packages and hidden ones are not looked into, links to folders not followed.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_SCENARIO_BYTES } from '../../index.js';
import { BadInput } from '../failures.js';
import { printable } from '../output/printable.js';
import { reasonOf } from './reason.js';

/** @throws BadInput for a folder without any */
export function scenariosIn(paths: readonly string[]): string[] {
  const files = paths.flatMap((path) => {
    if (!isFolder(path)) return [path];
    const found = below(path);
    if (found.length > 0) return found;
    throw new BadInput(`there is no scenario in ${printable(path)}: none of its files says "firebreak: 1"`);
  });
  return [...new Set(files)];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function below(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return /^\.|^node_modules$/.test(entry.name) ? [] : below(path);
        return entry.isFile() && /\.(ya?ml|json)$/.test(entry.name) && isScenario(path) ? [path] : [];
      });
  } catch (error) {
    throw new BadInput(`cannot read ${printable(folder)}: ${reasonOf(error)}`);
  }
}

function isScenario(path: string): boolean {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_SCENARIO_BYTES) return false;
  return /^\s*["']?firebreak["']?\s*:/m.test(readFileSync(path, 'utf8'));
}
