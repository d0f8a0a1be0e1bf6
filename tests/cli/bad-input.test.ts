import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Ended, firebreak, type ProcessOptions, TWO_SITES, temporaryFolder } from './process.js';

const ESC = '\u001b';

/** Whatever is wrong with the input: exit code 2, nothing on standard output, no stack trace, no terminal escape. */
async function refused(args: readonly string[], options: ProcessOptions = {}): Promise<string> {
  const { code, signal, stdout, stderr }: Ended = await firebreak(args, options);
  expect({ code, signal, stdout }).toEqual({ code: 2, signal: null, stdout: '' });
  expect(stderr).not.toMatch(/\n\s+at |internal error/);
  expect(stderr).not.toMatch(/[^\P{Cc}\n]/u);
  return stderr;
}

/** A file with some content, in a folder that is gone after the test. */
function fileOf(content: string | Uint8Array, name = 'scenario.yaml'): string {
  const file = temporaryFolder().file(name);
  writeFileSync(file, content);
  return file;
}

describe('a file that cannot be read', () => {
  it('is missing: the nearest name is told', async () => {
    expect(await refused(['run', 'scenarios/two-site.yaml'])).toBe(
      'scenarios/two-site.yaml error no-such-file  there is no such file; did you mean "scenarios/two-sites.yaml"?\n',
    );
  });

  it('is a directory: an example of a file in it is told', async () => {
    expect(await refused(['run', 'scenarios'])).toMatch(
      /^scenarios error directory {2}it is a directory: name a file, for example scenarios\/.+\.yaml\n$/,
    );
  });

  it('is a pipe, which may never end', async () => {
    const fifo = temporaryFolder().file('fifo');
    execFileSync('mkfifo', [fifo]);
    expect(await refused(['run', fifo])).toContain('not-a-file');
    expect(await refused(['run', '/dev/zero'])).toContain('not-a-file');
  });

  it('may not be read', async () => {
    const file = fileOf(readFileSync(TWO_SITES));
    chmodSync(file, 0);
    // Root may read everything; another user is then asked to.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    if ('uid' in nobody) mkdirSync(temporaryFolder().path, { recursive: true });
    expect(await refused(['run', file], nobody)).toContain('unreadable');
  });

  it('has 100 MB: refused by its size, before it is read', async () => {
    const file = fileOf('');
    truncateSync(file, 100_000_000);
    expect(await refused(['run', file])).toContain('too-large  the file has 100 MB; at most 5 MB are read');
  });

  it('is binary garbage', async () => {
    const garbage = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3)) % 256);
    expect(await refused(['run', fileOf(garbage)])).toMatch(/error (not-text|not-utf8)/);
  });

  it('is empty', async () => {
    expect(await refused(['run', fileOf('')])).toContain('error empty  the file is empty');
  });

  it('bears a name that steers terminals, which is shown and not sent', async () => {
    const stderr = await refused(['run', `/tmp/${ESC}[2Jnone.yaml`]);
    expect(stderr).toContain('\\u001b[2Jnone.yaml');
  });
});

describe('an option that does not fit the scenario', () => {
  it('names a layout that there is not', async () => {
    expect(await refused(['run', TWO_SITES, '--layout', 'tripple'])).toContain('unknown-layout');
  });

  it.each(['__proto__.polluted=1', 'services.__proto__.x=1', 'constructor.prototype.x=1'])(
    'overrides what JavaScript gives a meaning: %s',
    async (override) => {
      await refused(['run', TWO_SITES, '--set', override]);
    },
  );

  it('overrides a path that there is not', async () => {
    expect(await refused(['run', TWO_SITES, '--set', 'durration=2h'])).toContain('did you mean "duration"?');
  });

  it('holds a terminal escape, which is shown and not sent', async () => {
    await refused(['run', TWO_SITES, '--set', `duration=${ESC}[31m`]);
  });
});
