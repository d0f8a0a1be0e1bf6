/** Files of a folder and those below it, in order of name, so that nothing depends on the disk. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BadInput } from '../failures.js';
import { printable } from '../output/printable.js';
import { reasonOf } from './reason.js';

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Hidden folders and those of packages are not looked into, links not followed. @param wanted by path
 * @throws BadInput for a folder that cannot be read
 */
export function filesBelow(folder: string, wanted: (path: string) => boolean): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return /^\.|^node_modules$/.test(entry.name) ? [] : filesBelow(path, wanted);
        return entry.isFile() && wanted(path) ? [path] : [];
      });
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`cannot read ${printable(folder)}: ${reasonOf(error)}`);
  }
}
