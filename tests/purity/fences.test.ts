/**
 * Each of the fences around pure code must bite: a fence that fell over is found here, not by a run that differs.
 * Types and lint are given a file under src that breaks the rule, through the tools' own programming or standard input,
 * so that nothing is written into src; the import rules are given a small tree of their own. The fourth fence, the set-up of
 * the pure tests, is tried in tests/unit/fence.test.ts, behind it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const scratch = mkdtempSync(join(tmpdir(), 'firebreak-fences-'));
afterAll(() => rmSync(scratch, { recursive: true }));

describe('the type-check of the pure parts', () => {
  const refused: [string, string][] = [
    ['export const x = process.exit();', "Cannot find name 'process'"],
    ['export const x = document.title;', "Cannot find name 'document'"],
    ['export const x = window.name;', "Cannot find name 'window'"],
    ['export const x = setTimeout(() => {}, 1);', "Cannot find name 'setTimeout'"],
    ['console.log(1); export {};', "Cannot find name 'console'"],
    ['export const x = performance.now();', "Cannot find name 'performance'"],
    ['export const x = fetch("x");', "Cannot find name 'fetch'"],
    ['export const x = Buffer.from("x");', "Cannot find name 'Buffer'"],
    ["import { readFileSync } from 'node:fs'; export { readFileSync };", 'node:fs'],
  ];
  const pure = 'export const answer = Math.sqrt(2);';
  const sources = new Map([pure, ...refused.map(([source]) => source)].map((source, i) => [fileOf(i), source]));
  const errors = new Map<string, string>();

  /** In src for the compiler only. */
  function fileOf(index: number): string {
    return resolve(`src/engine/impure-${index}.ts`);
  }

  beforeAll(() => {
    const { config } = ts.readConfigFile('tsconfig.pure.json', ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
    const host = ts.createCompilerHost({ ...options, composite: false, incremental: false });
    const { getSourceFile, fileExists } = host;
    host.fileExists = (name) => sources.has(name) || fileExists(name);
    host.getSourceFile = (name, ...rest) => {
      const source = sources.get(name);
      return source ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2023) : getSourceFile(name, ...rest);
    };
    const program = ts.createProgram([...sources.keys()], options, host);
    for (const { file, messageText } of ts.getPreEmitDiagnostics(program)) {
      const name = file?.fileName ?? '';
      errors.set(name, (errors.get(name) ?? '') + ts.flattenDiagnosticMessageText(messageText, '\n'));
    }
  });

  test('accepts what is pure', () => {
    expect(errors.get(fileOf(0))).toBeUndefined();
  });

  test.each(refused.map(([source, message], i) => ({ source, message, i })))('refuses $source', ({ message, i }) => {
    expect(errors.get(fileOf(i + 1))).toContain(message);
  });
});

describe('the lint rules of the pure parts', () => {
  const refused: [string, string][] = [
    ['new Date()', 'src/engine/time.ts'],
    ['Date.now()', 'src/engine/time.ts'],
    ['performance.now()', 'use simulated time'],
    ['setTimeout(f, 1)', 'schedule an event'],
    ['console.log(f)', 'return a value'],
    ['Math.random()', 'use a named stream'],
    ['crypto.randomUUID()', 'use a named stream'],
    ['Math.exp(f)', 'src/engine/portable-math.ts'],
    ['Math.log(f)', 'src/engine/portable-math.ts'],
    ['Math.log1p(f)', 'src/engine/portable-math.ts'],
    ['Math.pow(f, 2)', 'src/engine/portable-math.ts'],
    ['Math.sin(f)', 'src/engine/portable-math.ts'],
    ['f ** 2', 'src/engine/portable-math.ts'],
    ['process.argv', 'take the value as an argument'],
    ['document.body', 'No DOM'],
  ];
  const findings = new Map<string, string>();

  beforeAll(() => {
    const root = join(scratch, 'lint');
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    const config = JSON.parse(readFileSync('biome.json', 'utf8'));
    write('biome.json', JSON.stringify({ ...config, vcs: undefined }));
    write('scripts/lint/portable.grit', readFileSync('scripts/lint/portable.grit', 'utf8'));
    for (const [i, [source]] of refused.entries()) {
      write(`src/engine/impure-${i}.ts`, `export const x = (f: number) => ${source};\n`);
    }
    write(
      'src/engine/pure.ts',
      'export const x = (f: number) => Math.sqrt(Math.abs(f)) + Math.floor(f) * Math.SQRT2;\n',
    );
    write('src/cli/impure.ts', 'export const x = (f: number) => Math.exp(f) + Date.now() + performance.now();\n');
    const biome = resolve('node_modules/@biomejs/biome/bin/biome');
    const args = [biome, 'lint', '--colors=off', '--max-diagnostics=none', '.'];
    const { stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    // Each finding starts with its file at the start of a line.
    for (const finding of stderr.split(/^(?=src\/)/m)) {
      const path = finding.split(':')[0];
      findings.set(path, (findings.get(path) ?? '') + finding);
    }
  });

  test.each(refused.map(([source, instead], i) => ({ source, instead, i })))(
    'refuse $source and say: $instead',
    ({ instead, i }) => {
      expect(findings.get(`src/engine/impure-${i}.ts`)).toContain(instead);
    },
  );

  test('accept what is exact, and anything in the command', () => {
    expect(findings.get('src/engine/pure.ts')).toBeUndefined();
    expect(findings.get('src/cli/impure.ts')).toBeUndefined();
  });
});

describe('the import rules', () => {
  function check(files: Record<string, string>): { status: number | null; output: string } {
    const root = mkdtempSync(join(scratch, 'tree-'));
    mkdirSync(join(root, 'src'));
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), source);
    }
    writeFileSync(join(root, 'tsconfig.base.json'), readFileSync('tsconfig.base.json'));
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('scripts/check-imports.mjs')], {
      cwd: root,
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr };
  }
  const a = 'export const a = 1;\n';

  test('fail when nothing was read', () => {
    expect(check({})).toMatchObject({ status: 1, output: expect.stringContaining('no module was read') });
  });

  test('accept an arrow that goes the right way', () => {
    const { status, output } = check({
      'src/engine/a.ts': a,
      'src/world/b.ts': "import { a } from '../engine/a.js';\nexport const b = a;\n",
    });
    expect(output).toContain('2 modules, 0 violations');
    expect(status).toBe(0);
  });

  /** What is wrong, the file at fault, what it imports, the rule. */
  const wrong: [string, string, string, string][] = [
    ['the engine knows the world', 'src/engine/b.ts', '../world/a.js', 'engine-imports'],
    ['the scenario knows the engine beyond distributions', 'src/scenario/b.ts', '../engine/a.js', 'scenario-imports'],
    ['the record knows the scenario', 'src/record/b.ts', '../scenario/a.js', 'record-imports'],
    ['results run the world', 'src/results/b.ts', '../world/a.js', 'results-imports'],
    ['the command reaches past the index', 'src/cli/b.ts', '../world/a.js', 'cli-imports'],
    ['the page reaches past the index', 'web/b.ts', '../src/world/a.js', 'web-imports'],
    ['one fault knows another', 'src/world/faults/b.ts', './a.js', 'siblings-of-world-faults'],
    ['source knows tests', 'src/world/b.ts', '../../tests/a.js', 'no-tests-in-source'],
    ['two files import each other', 'src/world/c.ts', './d.js', 'no-cycles'],
    ['an import leads nowhere', 'src/world/e.ts', './nowhere.js', 'resolvable'],
    ['a pure part knows Node, if only its types', 'src/world/f.ts', 'node:fs', 'pure-parts-import-no-node'],
  ];
  const said: string[] = [];

  beforeAll(() => {
    const files: Record<string, string> = {
      'src/world/d.ts': "import * as c from './c.js';\nexport const a = () => c;\n",
    };
    for (const path of ['src/engine', 'src/world', 'src/scenario', 'src/world/faults', 'tests'])
      files[`${path}/a.ts`] = a;
    for (const [, from, specifier] of wrong) {
      const keyword = specifier === 'node:fs' ? 'import type' : 'import';
      files[from] = `${keyword} * as a from '${specifier}';\nexport type B = typeof a;\nexport const b = 1;\n`;
    }
    files['src/world/c.ts'] = "import { a } from './d.js';\nexport const b = () => a;\n";
    said.push(...check(files).output.split('\n'));
  });

  test.each(wrong.map(([what, from, , rule]) => ({ what, from, rule })))('refuse when $what', ({ from, rule }) => {
    expect(said.filter((line) => line.startsWith(from)).join()).toContain(rule);
  });
});

describe('the bundle of the engine', () => {
  test('calls no function whose last bits are the machine’s own, nor anything of Node or a browser, libraries included', () => {
    const outDir = join(scratch, 'engine');
    const source = `
      import { build } from 'vite';
      await build({
        configFile: false, logLevel: 'error',
        build: {
          outDir: ${JSON.stringify(outDir)}, minify: false, target: 'es2023',
          lib: { entry: ${JSON.stringify(['engine', 'streams', 'distributions', 'portable-math'].map((name) => resolve(`src/engine/${name}.ts`)))}, formats: ['es'] },
          rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', comments: false } },
        },
      });
      const { readdirSync, readFileSync } = await import('node:fs');
      for (const file of readdirSync(${JSON.stringify(outDir)})) process.stdout.write(readFileSync(${JSON.stringify(`${outDir}/`)} + file, 'utf8'));
    `;
    const bundle = execFileSync(process.execPath, ['--input-type=module', '-e', source], {
      encoding: 'utf8',
      maxBuffer: 1 << 24,
    });
    const code = bundle.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(code).toContain('EventQueue');
    const inexact = /Math\.(?:exp|expm1|log|log1p|log2|log10|pow|cbrt|hypot|a?(?:sin|cos|tan)h?|atan2|random)\b|\*\*/g;
    expect(code.match(inexact)).toBeNull();
    expect(code.match(/node:|\bDate\b|\bperformance\b|\bsetTimeout\b|\bconsole\b|\bcrypto\b/g)).toBeNull();
  });
});
