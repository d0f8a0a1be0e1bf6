import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const EXAMPLE = 'tests/cli/library-example.ts';
const EXPLAIN_EXAMPLE = 'tests/cli/library-explain-example.ts';

describe('the built library', () => {
  it('runs its example in Node, imported by the name of the package', () => {
    // Plain JavaScript but for its name, so Node takes it as it is, as a module of this folder.
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-'], {
      input: readFileSync(EXAMPLE, 'utf8'),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^(\S+: down [\d.]+ s, restored after ([\d.]+ s|null s)\n)+$/);
  });

  it('runs its example of an explanation, too', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-'], {
      input: readFileSync(EXPLAIN_EXAMPLE, 'utf8'),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('nobody has decided yet on the failover to Shop (South)');
    expect(stdout).toMatch(/^Shop active in South as well, not standby: down [\d.]+ s$/m);
  });

  it('bears types with which the example checks strictly, for Node and for bundlers', () => {
    for (const { module, moduleResolution } of [
      { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
      { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
    ]) {
      const program = ts.createProgram([resolve(EXAMPLE), resolve(EXPLAIN_EXAMPLE)], {
        module,
        moduleResolution,
        target: ts.ScriptTarget.ES2023,
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        types: ['node'],
      });
      const told = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => ({
        file: file?.fileName,
        message: ts.flattenDiagnosticMessageText(messageText, '\n'),
      }));
      expect(told).toEqual([]);
      const files = program.getSourceFiles().map(({ fileName }) => fileName);
      expect(files).toContain(resolve('dist/types/index.d.ts'));
    }
  });

  it('imports nothing, neither from Node nor from elsewhere', () => {
    const { importedFiles } = ts.preProcessFile(readFileSync('dist/index.js', 'utf8'), true, true);
    expect(importedFiles.map(({ fileName }) => fileName)).toEqual([]);
  });
});
