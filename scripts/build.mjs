// Builds everything into dist/: the library and its types, the command, the page served and the page in one file.
// An argument builds only that: lib, cli, web, single or types.
import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const entries = { lib: 'src/index.ts', cli: 'src/cli/main.ts', web: 'web/index.html', single: 'web/index.html' };

export async function build(only = [...Object.keys(entries), 'types']) {
  process.chdir(root);
  for (const mode of Object.keys(entries).filter((name) => only.includes(name))) {
    if (!existsSync(entries[mode])) {
      console.log(`build: ${mode} skipped, there is no ${entries[mode]}`);
      continue;
    }
    await viteBuild({ mode, logLevel: 'warn', configFile: join(root, 'vite.config.ts') });
  }
  if (only.includes('single') && existsSync('dist/single/index.html')) {
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
