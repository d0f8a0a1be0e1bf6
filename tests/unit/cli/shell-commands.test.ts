import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { replayCommand, serveCommand } from '../../../src/cli/shell-commands.js';
import { shellWords } from '../../../src/formats/shell/shell-words.js';

describe('commands that a reader may paste', () => {
  it('leaves plain words as they are and quotes the others', () => {
    expect(shellWords(['run', 'my file.yaml', "it's", '$(rm)'])).toBe("run 'my file.yaml' 'it'\\''s' '$(rm)'");
  });

  it('means the same to a shell, also with control characters, and sends none to the terminal', () => {
    const words = ['a b', "c'd", 'e\u001b[31m', 'f\\g', '', '카카오', '*'];
    const line = shellWords(words);
    expect(line).not.toMatch(/\p{Cc}/u);
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    const echoed = execFileSync('bash', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8', env });
    expect(echoed.split('\0').slice(0, -1)).toEqual(words);
  });

  it('names all that made the run', () => {
    const request = { file: 'kakao.yaml', layout: 'as-it-was', seed: '42', set: ['duration=2h'] };
    expect(replayCommand(request)).toBe(
      'npx --no-install firebreak run kakao.yaml --layout as-it-was --seed 42 --set duration=2h',
    );
    expect(serveCommand(request)).toBe('npx --no-install firebreak serve kakao.yaml --layout as-it-was --seed 42');
  });

  it('keeps a file whose name looks like an option a file', () => {
    expect(replayCommand({ file: '--help', layout: null, seed: '1', set: [] })).toContain('run ./--help --seed 1');
  });
});
