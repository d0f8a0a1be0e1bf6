// Builds everything into dist/: the library and its types, the command, the page served and the page in one file.
// An argument builds only that: lib, cli, web, single or types.
import { execFileSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const MODES = ['lib', 'cli', 'web', 'single'];

export async function build(only = [...MODES, 'types']) {
  process.chdir(root);
  for (const mode of MODES.filter((name) => only.includes(name))) {
    await viteBuild({ mode, logLevel: 'warn', configFile: join(root, 'vite.config.ts') });
  }
  if (only.includes('single')) {
    renameSync('dist/single/index.html', 'dist/firebreak.html');
    rmSync('dist/single', { recursive: true });
  }
  if (only.includes('types')) types();
}

/** What type-checks but was not emitted before is emitted again; files whose source is gone go too. */
function types() {
  rmSync('dist/types', { recursive: true, force: true });
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.pure.json'], { stdio: 'inherit' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build(process.argv.length > 2 ? process.argv.slice(2) : undefined);
}
