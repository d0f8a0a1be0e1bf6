import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BadInput } from '../../../../src/cli/failures.js';
import { openTarget } from '../../../../src/cli/files/write-atomically.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a file that is written in full or not at all', () => {
  it('leaves the old content until the new one is complete, and no neighbour behind', () => {
    const path = join(folder, 'out.json');
    writeFileSync(path, 'old');
    const target = openTarget(path, []);
    expect(readdirSync(folder)).toEqual(['out.json']);
    expect(readFileSync(path, 'utf8')).toBe('old');
    target.write('new');
    expect(readdirSync(folder)).toEqual(['out.json']);
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('refuses a directory, a missing folder, and a folder that cannot be written, before any work', () => {
    mkdirSync(join(folder, 'sub'));
    expect(() => openTarget(join(folder, 'sub'), [])).toThrow(/it is a directory/);
    expect(() => openTarget(join(folder, 'none', 'out.json'), [])).toThrow(/there is no such file or folder/);
    // Not even root can create a file in /proc.
    expect(() => openTarget('/proc/firebreak.json', [])).toThrow(BadInput);
  });

  it('refuses a path that the system cannot even look at', () => {
    writeFileSync(join(folder, 'file'), '');
    symlinkSync('b', join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    expect(() => openTarget(join(folder, 'file', 'out.json'), [])).toThrow(/a part of the path is not a folder/);
    expect(() => openTarget(join(folder, 'a'), [])).toThrow(/its links lead in a circle/);
    expect(() => openTarget(join(folder, 'x'.repeat(300)), [])).toThrow(/the name is too long/);
  });

  it('refuses to overwrite the scenario that is read, also by another name', () => {
    const scenario = join(folder, 'scenario.yaml');
    writeFileSync(scenario, 'firebreak: 1');
    symlinkSync(scenario, join(folder, 'link'));
    expect(() => openTarget(scenario, [scenario])).toThrow(/it is the scenario itself/);
    expect(() => openTarget(join(folder, 'link'), [scenario])).toThrow(/it is the scenario itself/);
  });

  it('writes through a link, and keeps the link', () => {
    writeFileSync(join(folder, 'real.json'), 'old');
    symlinkSync('real.json', join(folder, 'link.json'));
    openTarget(join(folder, 'link.json'), []).write('new');
    expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('new');
    expect(
      readdirSync(folder, { withFileTypes: true })
        .find(({ name }) => name === 'link.json')
        ?.isSymbolicLink(),
    ).toBe(true);
  });

  it('writes to a device as it is', () => {
    expect(() => openTarget('/dev/null', []).write('x')).not.toThrow();
  });
});
