// Builds validation/ and runs one of its entries.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { build } from 'vite';

export async function runValidation(entry, args) {
  process.chdir(dirname(import.meta.dirname));
  await build({ mode: 'validation', logLevel: 'warn', configFile: 'vite.config.ts' });
  const { status } = spawnSync(process.execPath, [`dist/validation/${entry}.js`, ...args], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
