import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { firebreak, TWO_SITES, temporaryFolder } from './process.js';

const mistakes = z.array(
  z.looseObject({
    code: z.string().regex(/^[a-z0-9-]+$/),
    line: z.int().min(1).nullable(),
    column: z.int().min(1).nullable(),
    path: z.string(),
    message: z.string().min(1),
    text: z.string().min(1),
  }),
);

/** The contract of `firebreak.check/1`, see docs/cli.md. */
const CHECK_DOCUMENT = z.looseObject({
  format: z.literal('firebreak.check/1'),
  files: z.array(
    z.looseObject({
      file: z.string(),
      sha256: z.string().length(64).nullable(),
      layouts: z.array(z.string()),
      errors: mistakes,
      warnings: mistakes,
    }),
  ),
  errors: z.int().min(0),
  warnings: z.int().min(0),
});

function wrongFile(): string {
  const file = temporaryFolder().file('wrong.yaml');
  writeFileSync(file, 'firebreak: 1\ndurration: 2h\nsites:\n  east: { servers: 4, zones: { a: 120% } }\n');
  return file;
}

describe('check', () => {
  it('says that a right file is right, and names its layouts', async () => {
    const { code, stdout, stderr } = await firebreak(['check', TWO_SITES]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`✓ ${TWO_SITES} (as-it-is, login-in-both)\n1 file, 0 errors, 0 warnings\n`);
  });

  it('prints all errors of all files, with line and caret, and counts them', async () => {
    const wrong = wrongFile();
    const { code, stdout, stderr } = await firebreak(['check', wrong, TWO_SITES, 'none.yaml']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(stdout).toContain(`${wrong}:2:1 error unknown-key`);
    expect(stdout).toMatch(/\n {4}2 \| durration: 2h\n {6}\| \^{9} did you mean "duration"\?\n/);
    expect(stdout).toContain('error share-too-large');
    expect(stdout).toContain(`\n✓ ${TWO_SITES}`);
    expect(stdout).toContain('\nnone.yaml error no-such-file  there is no such file\n');
    const errors = stdout.match(/ error [a-z-]+ {2}/g)?.length;
    expect(stdout).toMatch(new RegExp(`\n3 files, ${errors} errors, \\d+ warnings?\n$`));
  });

  it('speaks Korean', async () => {
    const { stdout } = await firebreak(['check', wrongFile(), 'none.yaml', '--lang', 'ko']);
    expect(stdout).toContain('오류 unknown-key');
    expect(stdout).toContain('none.yaml 오류 no-such-file  파일이 없습니다');
    expect(stdout).toMatch(/\n파일 2개, 오류 \d+개, 경고 \d+개\n$/);
  });

  it('prints one document of the contract with --json, in English, and nothing else', async () => {
    const { code, stdout, stderr } = await firebreak([
      'check',
      wrongFile(),
      TWO_SITES,
      'none.yaml',
      '--json',
      '--lang',
      'ko',
    ]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    const document = CHECK_DOCUMENT.parse(JSON.parse(stdout));
    expect(document.files.map(({ sha256 }) => sha256 === null)).toEqual([true, false, true]);
    expect(document.errors).toBe(document.files.flatMap(({ errors }) => errors).length);
    expect(document.files[0].errors).toContainEqual(
      expect.objectContaining({ code: 'unknown-key', line: 2, column: 1 }),
    );
    expect(document.files[2].errors[0]).toMatchObject({ code: 'no-such-file', line: null, column: null });
    expect(stdout).not.toMatch(/오류/);
  });
});
