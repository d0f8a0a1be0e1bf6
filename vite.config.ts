/**
 * One configuration for all that is built and tested; `--mode` says what.
 *
 * web     dist/web/            the visualiser, served
 * single  dist/firebreak.html  the same in one file that opens from a disk
 * cli     dist/cli.js          the command, dependencies included: loading them one by one would triple its start-up;
 *                              dist/study-worker.js does jobs beside it, in threads of piscina, which finds its own files only
 *                              where it is installed and so stays outside
 * lib     dist/index.js        the library, likewise; its types come from `tsc -b`
 * bench   dist/bench/          the benchmarks
 * validation  dist/validation/ what fills docs/validation.md
 */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import type { PluginOption } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { defineConfig, type TestProjectConfiguration, type ViteUserConfig } from 'vitest/config';
import { contentSecurity } from './web/build/content-security.js';
import { entry } from './web/build/entry.js';
import { packScript } from './web/build/pack-script.js';
import { scenarioTitles } from './web/build/scenario-titles.js';
import { thirdPartyNotices } from './web/build/third-party-notices.js';
import { workerChunk } from './web/build/worker-chunk.js';

/** A core each: by itself the runner leaves one free, which on a machine with two is half of it. */
const WORKERS = availableParallelism();
const NODE_TARGET = 'node20.19';
/** Each bundle has its own: who hands it on hands them on. */
const NOTICES = 'third-party-notices.txt';

const modes: Record<string, () => ViteUserConfig> = {
  web: () => ({
    ...page(NOTICES, [workerChunk(), contentSecurity()]),
    // The library itself is larger than what is warned of.
    build: { outDir: '../dist/web', emptyOutDir: true, chunkSizeWarningLimit: 800 },
  }),
  single: () => ({
    ...page(null, [entry('./single.ts'), viteSingleFile(), contentSecurity(), packScript()]),
    build: {
      outDir: '../dist/single',
      emptyOutDir: true,
      // A classic script: its text is the worker's too, and from a disk no worker may be a module. What Vite adds to
      // load parts in advance reads `import.meta`, but there are no parts.
      rolldownOptions: { output: { format: 'iife' }, checks: { emptyImportMeta: false } },
    },
  }),
  cli: () => ({
    ...nodeBundle({ cli: 'src/cli/main.ts', 'study-worker': 'src/cli/pool/study-worker.ts' }),
    plugins: [thirdPartyNotices(`cli.${NOTICES}`)],
  }),
  lib: () => ({
    plugins: [thirdPartyNotices(`index.${NOTICES}`)],
    build: { ...bundle, lib: { entry: 'src/index.ts', formats: ['es'], fileName: 'index' } },
  }),
  bench: () => nodeBundle(benches(), 'dist/bench'),
  validation: () =>
    nodeBundle({ validate: 'validation/main.ts', calibrate: 'validation/calibrate-main.ts' }, 'dist/validation'),
};

/** @param notices file of its dependencies' licences; null: in the HTML */
function page(notices: string | null, plugins: PluginOption[]): ViteUserConfig {
  return { root: 'web', base: './', plugins: [thirdPartyNotices(notices), scenarioTitles(), ...plugins] };
}

/** The library is for browsers, too: built as for them, so that no dependency brings a module of Node's along. */
const bundle = { target: NODE_TARGET, outDir: 'dist', emptyOutDir: false, minify: false };

function nodeBundle(input: Record<string, string>, outDir = 'dist'): ViteUserConfig {
  return {
    ssr: { noExternal: true, external: ['piscina', '@resvg/resvg-wasm'] },
    build: {
      ssr: true,
      emitAssets: true,
      target: NODE_TARGET,
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' } },
    },
  };
}

/** Every file of bench/ is a benchmark of its own. */
function benches(): Record<string, string> {
  const files = readdirSync('bench').filter((file) => file.endsWith('.bench.ts'));
  return Object.fromEntries(files.map((file) => [basename(file, '.ts'), `bench/${file}`]));
}

/**
 * Tests by folder. Those of the pure parts run with clock, random and console fenced off; see tests/fence.ts. What they test
 * has no state of its own, so their files share what is loaded, and compiled, once a worker: that is half of the time. So do
 * those of the page, which mostly test what runs in a browser.
 */
const projects: TestProjectConfiguration[] = [
  ...['unit', 'properties', 'analytic', 'differential', 'golden', 'errors'].map((name) =>
    project(name, [`tests/${name}/**/*.test.ts`], ['tests/unit/cli/**'], ['tests/fence.setup.ts'], [], false),
  ),
  project('purity', ['tests/purity/**/*.test.ts']),
  project('cli', ['tests/cli/**/*.test.ts', 'tests/unit/cli/**/*.test.ts'], [], [], ['tests/cli/build.setup.ts']),
  project('web', ['tests/web/**/*.test.{ts,tsx}'], [], [], [], false),
];

function project(
  name: string,
  include: string[],
  exclude: string[] = [],
  setupFiles: string[] = [],
  globalSetup: string[] = [],
  isolate = true,
): TestProjectConfiguration {
  return { extends: true, test: { name, include, exclude, setupFiles, globalSetup, isolate } };
}

export default defineConfig(({ mode }) => ({
  ...(modes[mode]?.() ?? {}),
  test: {
    projects,
    maxWorkers: WORKERS,
    testTimeout: 240_000,
    hookTimeout: 300_000,
    // A browser beside other tests may take seconds for what else takes milliseconds.
    expect: { poll: { timeout: 15_000 } },
    passWithNoTests: false,
  },
}));
