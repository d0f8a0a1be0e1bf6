/**
 * Scenarios that arguments name: files as they are, folders with all scenarios below them.
 *
 * Below a folder a scenario is what says `firebreak:` at the begin of a line (or has it as a key of JSON): other YAML may
 * stand beside it. Folders of packages and hidden ones are not looked into, links to folders not followed.
 */
import { readFileSync, statSync } from 'node:fs';
import { MAX_SCENARIO_BYTES } from '../../index.js';
import { BadInput } from '../failures.js';
import { printable } from '../output/printable.js';
import { filesBelow, isFolder } from './folder.js';

/** @throws BadInput for a folder without any */
export function scenariosIn(paths: readonly string[]): string[] {
  const files = paths.flatMap((path) => {
    if (!isFolder(path)) return [path];
    const found = filesBelow(path, isScenario);
    if (found.length > 0) return found;
    throw new BadInput(`there is no scenario in ${printable(path)}: none of its files says "firebreak: 1"`);
  });
  return [...new Set(files)];
}

function isScenario(path: string): boolean {
  if (!/\.(ya?ml|json)$/.test(path)) return false;
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_SCENARIO_BYTES) return false;
  return /^\s*["']?firebreak["']?\s*:/m.test(readFileSync(path, 'utf8'));
}
