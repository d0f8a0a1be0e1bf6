/** How a browser for the tests is found. What installs one is not run here: machines that run tests have one. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './process.js';

const SCRIPT = join(import.meta.dirname, '../../scripts/find-browser.mjs');

/** A command that ends with an exit code whatever it is asked. */
function command(name: string, code: number): { folder: string; path: string } {
  const folder = temporaryFolder();
  const path = folder.file(name);
  writeFileSync(path, `#!/bin/sh\nexit ${code}\n`, { mode: 0o755 });
  return { folder: folder.path, path };
}

function find(env: Record<string, string>): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [SCRIPT], {
    encoding: 'utf8',
    env: { ...process.env, FIREBREAK_CHROMIUM: '', ...env },
  });
}

describe('a browser for the tests', () => {
  it('is the one that is named, whatever else there is', () => {
    const named = command('mine', 0);
    const { stdout, status } = find({ FIREBREAK_CHROMIUM: named.path, PATH: command('chromium', 0).folder });
    expect([stdout, status]).toEqual([`${named.path}\n`, 0]);
  });

  it('that is named but does not start is told, and no other is taken or installed', () => {
    const named = command('mine', 1);
    const { stdout, stderr, status } = find({ FIREBREAK_CHROMIUM: named.path });
    expect([stdout, status]).toEqual(['', 1]);
    expect(stderr).toBe(`browser: FIREBREAK_CHROMIUM is ${named.path}, which cannot be run\n`);
  });

  it('is the first on PATH that starts: a script that only says how to install one is none', () => {
    const [broken, good] = [command('chromium', 1), command('google-chrome', 0)];
    const { stdout, stderr } = find({ PATH: `${broken.folder}:${good.folder}:${process.env.PATH}` });
    expect(stdout).toBe(`${good.path}\n`);
    expect(stderr).toContain('(from PATH)');
  });
});
