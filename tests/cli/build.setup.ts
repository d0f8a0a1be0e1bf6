/** Before the tests of the command: command, library and page are built, once, unless they are newer than all sources. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';

const BUILT = {
  cli: { file: 'dist/cli.js', from: ['src', 'package.json', 'vite.config.ts'] },
  lib: { file: 'dist/index.js', from: ['src', 'package.json', 'vite.config.ts'] },
  types: { file: 'dist/types/index.d.ts', from: ['src'] },
  web: { file: 'dist/web/index.html', from: ['src', 'web', 'scenarios', 'vite.config.ts'] },
  single: { file: 'dist/firebreak.html', from: ['src', 'web', 'scenarios', 'vite.config.ts'] },
};

export default function setup(): void {
  const stale = Object.entries(BUILT).filter(([, { file, from }]) => !existsSync(file) || isOlder(file, from));
  if (stale.length === 0) return;
  execFileSync(process.execPath, ['scripts/build.mjs', ...stale.map(([mode]) => mode)], { stdio: 'inherit' });
}

function isOlder(file: string, sources: readonly string[]): boolean {
  const built = statSync(file).mtimeMs;
  return sources.some((source) => latest(source) > built);
}

function latest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => latest(`${path}/${name}`)));
}
